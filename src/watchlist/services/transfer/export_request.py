"""What an export is made from, and what comes out of it, whatever its format."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from types import MappingProxyType
from typing import NamedTuple, Protocol

from watchlist.domain.countdown import ReleaseToday
from watchlist.domain.entry import Entry
from watchlist.domain.film import Film
from watchlist.services.preferences import ANYTHING, Lacking, Preferences, ReleaseFilter
from watchlist.services.upcoming import Upcoming


class PublishedEvent(NamedTuple):
    """An event as a calendar had it last: a digest of what it said, its sequence, when it changed (ISO 8601).

    The rest is for the day on which it is cancelled; None where an earlier version wrote the event.
    """

    digest: str
    sequence: int
    changed: str
    summary: str = ""
    first: date | None = None
    last: date | None = None


class PageRow(NamedTuple):
    """A film as it stands on a page; all texts are worded already. `earliest` and `latest` feed the countdown.

    `is_near` marks a date that comes within a month, `moved` says how far it has moved.
    """

    title: str
    original_title: str
    day: str
    countdown: str
    place: str
    sureness: str
    earliest: date | None
    latest: date | None
    is_near: bool = False
    moved: str = ""


class Wording(Protocol):
    """The words that people read in an export (`rendering.views.export`)."""

    def page_rows(self, result: Upcoming, /) -> tuple[PageRow, ...]:
        """Word upcoming films."""

    def watched_words(self, films: Sequence[tuple[Entry, Film]], /) -> tuple[str, ...]:
        """Word the watched films among those listed, one line per film."""

    def noted_words(self, films: Sequence[tuple[Entry, Film]], /) -> tuple[str, ...]:
        """Word what the user noted about films, one line per film."""

    def event_words(self, film: Film, one: ReleaseToday, lacking: Lacking | None, /) -> Mapping[str, str]:
        """Return the `summary`, the `description` and the `place` of a release, shown instead of what is lacking."""


class ExportRequest(NamedTuple):
    """What to export, and how.

    `films` holds the films of the entries as far as they are known; `user_films` has the tables of those that another
    home would not know, for JSON and CSV. The rest is for calendars: `spans` keeps vague dates, `vague` those too that
    span more than a season, `past` what is past; `published` are the events that this calendar had last.
    """

    entries: tuple[Entry, ...]
    films: Mapping[str, Film]
    now: datetime
    today: date
    today_words: str
    wording: Wording
    release_filter: ReleaseFilter = ReleaseFilter()
    preferences: Preferences = ANYTHING
    user_films: Mapping[str, object] = MappingProxyType({})
    published: Mapping[str, PublishedEvent] = MappingProxyType({})
    spans: bool = True
    vague: bool = False
    past: bool = False
    alarm_days: int | None = None

    @property
    def listed(self) -> tuple[tuple[Entry, Film], ...]:
        """Each entry with its film; an unknown film is what the entry itself says of it."""
        return tuple(
            (entry, self.films.get(entry.id) or Film(entry.id, entry.title, ids=entry.ids)) for entry in self.entries
        )


class ExportFile(NamedTuple):
    """A file of an export; `suffix` comes behind the name that the user gives, before its ending."""

    data: bytes
    suffix: str = ""


class ExportResult(NamedTuple):
    """The files of an export, one unless a format has several kinds, or limits their size.

    `told` says, one line each, what is not in them. `published` is what to remember for the next calendar, None for
    other formats.
    """

    files: tuple[ExportFile, ...]
    told: tuple[str, ...] = ()
    published: Mapping[str, PublishedEvent] | None = None

    @classmethod
    def of_text(cls, text: str, told: tuple[str, ...] = ()) -> "ExportResult":
        """Make one file in UTF-8."""
        return cls((ExportFile(text.encode()),), told)

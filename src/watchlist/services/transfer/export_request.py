"""The input and the result of an export, whatever its format."""

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
    """An event as a calendar last had it: a digest of its content, its sequence number, and when it changed (ISO 8601).

    The rest is needed to cancel it; None if an earlier version wrote the event.
    """

    digest: str
    sequence: int
    changed: str
    summary: str = ""
    first: date | None = None
    last: date | None = None


class PageRow(NamedTuple):
    """A film on a page; all texts are final. `earliest` and `latest` are for the countdown.

    `is_near` marks a date within a month; `moved` says how far the date has moved.
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
    """The words that people read in an export (`rendering.export_words`)."""

    def page_rows(self, result: Upcoming, /) -> tuple[PageRow, ...]:
        """Turn upcoming films into rows."""

    def watched_words(self, films: Sequence[tuple[Entry, Film]], /) -> tuple[str, ...]:
        """Describe the watched films among those listed, one line per film."""

    def noted_words(self, films: Sequence[tuple[Entry, Film]], /) -> tuple[str, ...]:
        """Describe what the user noted about films, one line per film."""

    def event_words(self, film: Film, one: ReleaseToday, lacking: Lacking | None, /) -> Mapping[str, str]:
        """Return the `summary`, `description` and `place` of a release; `lacking` is what it is shown instead of."""


class ExportRequest(NamedTuple):
    """What to export, and how.

    `films` has the known films of the entries, by id; `user_films` has, for JSON and CSV, the tables of those that
    another computer would not know. The rest is for calendars: `spans` includes dates that span several days, `vague`
    also those longer than a season, `past` past ones; `published` are the events that this calendar last had.
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
        """Each entry with its film; an unknown film is made from its entry."""
        return tuple(
            (entry, self.films.get(entry.id) or Film(entry.id, entry.title, ids=entry.ids)) for entry in self.entries
        )


class ExportFile(NamedTuple):
    """A file of an export; `suffix` is added to the name that the user gave, before the extension."""

    data: bytes
    suffix: str = ""


class ExportResult(NamedTuple):
    """The files of an export: one, unless the format has several kinds or limits their size.

    `messages` are for the user, mostly about what was left out. `published` is what to remember for the next calendar;
    None for other formats.
    """

    files: tuple[ExportFile, ...]
    messages: tuple[str, ...] = ()
    published: Mapping[str, PublishedEvent] | None = None

    @classmethod
    def of_text(cls, text: str, messages: tuple[str, ...] = ()) -> "ExportResult":
        """Return the result with one file, in UTF-8."""
        return cls((ExportFile(text.encode()),), messages)

"""An entry: a film on the user's list, with its status, rating and viewings; and the sort orders of a list."""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from watchlist.domain.claim import Channel
from watchlist.domain.errors import BadValue
from watchlist.domain.film import ExternalId

BEST_STARS = 5
MOST_HALF_STARS = 10
"""The best rating, in half stars."""


class Status(StrEnum):
    """What the user plans to do with a film, or has done."""

    WANTED = "wanted"
    WATCHED = "watched"
    DROPPED = "dropped"
    KEPT = "kept"
    """On the list only for its tags; the user is not waiting for it."""


class Want(NamedTuple):
    """The release that the user is waiting for; None leaves that part open."""

    region: str | None = None
    channel: Channel | None = None
    service: str | None = None


class Viewing(NamedTuple):
    """Notes on one viewing: its own rating in half stars, its review, whether it was a rewatch.

    `day` and `rewatch` are None if unknown.
    """

    day: date | None = None
    rating: int | None = None
    rewatch: bool | None = None
    review: str | None = None


class Entry(NamedTuple):
    """A film on the list. `rating` counts half stars, 1 to 10; `title` is for people who read the file.

    `viewings` holds every day on which it was watched, `undated_viewings` counts viewings whose day is unknown; a
    watched entry without any viewing was seen once. `diary` holds notes on individual viewings, and every viewing of a
    day that has several.
    """

    id: str
    title: str
    added: date | None = None
    status: Status = Status.WANTED
    want: Want | None = None
    rating: int | None = None
    viewings: tuple[date, ...] = ()
    tags: tuple[str, ...] = ()
    note: str | None = None
    ids: tuple[ExternalId, ...] = ()
    undated_viewings: int = 0
    diary: tuple[Viewing, ...] = ()

    @property
    def is_wanted_again(self) -> bool:
        """True for a film that was watched and is wanted again."""
        return self.status is Status.WANTED and bool(self.viewings or self.undated_viewings)

    @property
    def undated(self) -> int:
        """How often it was seen on an unknown day."""
        is_seen_undated = self.status is Status.WATCHED and not self.viewings
        return max(self.undated_viewings, int(is_seen_undated))

    @property
    def times_seen(self) -> int:
        """How often it was seen."""
        return len(self.seen_on) + self.undated

    @property
    def seen_on(self) -> tuple[date, ...]:
        """The day of each viewing whose day is known: a day with two viewings comes twice."""
        if not self.diary:
            return self.viewings
        times = Counter(one.day for one in self.diary)
        return tuple(day for day in self.viewings for _ in range(max(1, times[day])))

    def watched(self, day: date | None, rating: int | None = None) -> "Entry":
        """Return the entry with one more viewing, sorted by day; None is an unknown day.

        A rating replaces the old one.
        """
        return self._replace(
            status=Status.WATCHED,
            viewings=tuple(sorted({*self.viewings, day} if day else self.viewings)),
            undated_viewings=self.undated + (day is None),
            rating=rating if rating is not None else self.rating,
            diary=self._noted(day, rating) if day else self.diary,
        )

    def _noted(self, day: date, rating: int | None) -> tuple[Viewing, ...]:
        """Return the diary with the rating of the viewing on a day; a new viewing may be marked as a rewatch."""
        is_more = day not in self.viewings and bool(self.undated or any(one < day for one in self.viewings))
        known = next((one for one in self.diary if one.day == day), Viewing(day, rewatch=is_more or None))
        noted = known if rating is None else known._replace(rating=rating)
        return self.diary if noted == Viewing(day) else in_order((*_without(self.diary, known), noted))

    def without_viewing(self, day: date | None) -> "Entry":
        """Return the entry without the last viewing on `day`, or one of unknown day; if none is left, it is wanted."""
        of_day = [one for one in self.diary if day and one.day == day]
        if len(of_day) > 1:
            return self._replace(diary=_without(self.diary, of_day[-1]))
        viewings = tuple(one for one in self.viewings if one != day)
        undated = self.undated - (day is None)
        is_seen = viewings or undated or self.status is not Status.WATCHED
        status = self.status if is_seen else Status.WANTED
        diary = tuple(one for one in self.diary if day is None or one.day != day)
        return self._replace(status=status, viewings=viewings, undated_viewings=undated, diary=diary)

    def planned(self, status: Status) -> "Entry":
        """Return the entry with another status; its viewings stay."""
        return self._replace(status=status, undated_viewings=self.undated)


def in_order(diary: Iterable[Viewing]) -> tuple[Viewing, ...]:
    """Return viewings sorted by day, undated ones first."""
    return tuple(sorted(diary, key=lambda one: one.day or date.min))


def _without(diary: tuple[Viewing, ...], viewing: Viewing) -> tuple[Viewing, ...]:
    """Return a diary without `viewing`; of equal ones, without the last."""
    place = max((place for place, one in enumerate(diary) if one == viewing), default=len(diary))
    return (*diary[:place], *diary[place + 1 :])


class Sort(StrEnum):
    """The sort orders of a list: as in the file, or by one property, first or best on top."""

    LIST = "list"
    TITLE = "title"
    YEAR = "year"
    ADDED = "added"
    RATING = "rating"
    WATCHED = "watched"
    RELEASE = "release"


def stars_of(rating: int | None) -> float | None:
    """Turn half stars into stars: 9 is 4.5; None stays None."""
    return None if rating is None else rating / 2


def half_stars(stars: float) -> int:
    """Turn a rating of 0.5 to 5 stars into half stars; raise `BadValue` for any other number."""
    doubled = float(stars) * 2
    if not (1 <= doubled <= MOST_HALF_STARS and doubled.is_integer()):
        raise BadValue(f"a rating is 0.5 to 5 stars in steps of a half, not {stars:g}")
    return int(doubled)


def parse_stars(text: str) -> int | None:
    """Parse a rating into half stars: 4.5, 4,5, 4½, 9/10, 4/5 or ****½; "none" is None.

    Raises `BadValue` for anything else.
    """
    plain = " ".join(text.replace("\ufe0f", "").replace(",", ".").split()).casefold()
    if plain in ("none", "-"):
        return None
    if counted := re.fullmatch(_COUNTED, plain):
        stars = float(counted["number"] or 0) + (0.5 if counted["half"] else 0)
        return half_stars(stars * BEST_STARS / int(counted["best"] or BEST_STARS))
    if drawn := re.fullmatch(_DRAWN, plain):
        return half_stars(len(drawn["stars"]) + (0.5 if drawn["half"] else 0))
    raise BadValue(f'"{text}" is not a rating: write 4.5, 4½, 9/10 or ****½, or none')


_DRAWN = r"(?P<stars>[*★⭐]+)(?P<half>½|\.5| ?1/2)?[☆✩]*"
_COUNTED = (
    r"(?=[0-9.½])(?P<number>[0-9]+(?:\.[0-9]+(?!½| 1/2))?|\.[0-9]+)?(?P<half>½|(?:^| )1/2)?"
    r"(?: ?/ ?(?P<best>5|10|100))?(?: ?stars?)?"
)


def entry_fields(entry: Entry) -> dict[str, object]:
    """Return an entry as plain values, under the keys shared by the list file and JSON; days and half stars stay."""
    return {
        **entry._asdict(),
        "status": str(entry.status),
        "want": entry.want and entry.want._asdict(),
        "viewings": list(entry.viewings),
        "tags": list(entry.tags),
        "ids": dict(entry.ids),
        "diary": [{key: value for key, value in one._asdict().items() if value is not None} for one in entry.diary],
    }

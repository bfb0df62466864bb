"""The result of a refresh: what changed about each film, and which films had no answer."""

from collections.abc import Container, Iterable
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from watchlist.domain.dates import Edtf
from watchlist.domain.film import Film
from watchlist.domain.moves import Move
from watchlist.domain.region import WORLDWIDE
from watchlist.domain.release import releases_on
from watchlist.services.moved import Moved


class Answer(StrEnum):
    """The outcome of asking about one film."""

    CHANGED = "changed"
    SAME = "same"
    NOT_FOUND = "not-found"
    SEVERAL = "several"
    GONE = "gone"
    NO_FILM = "no-film"
    NOT_ANSWERED = "not-answered"
    LEFT = "left"


class AskedFilm(NamedTuple):
    """A film that was asked about, and the outcome."""

    film: Film
    answer: Answer
    note: str = ""


class SiteState(NamedTuple):
    """A site: how often it was called, and why it failed, if it did."""

    site: str
    calls: int
    fault: str = ""
    is_offline: bool = False
    """True if it could not be reached at all."""


class Refreshed(NamedTuple):
    """The result of a refresh. `news` are the date changes, the newest first."""

    news: tuple[Moved, ...]
    asked: tuple[AskedFilm, ...]
    sites: tuple[SiteState, ...]
    fresh: int
    """How many films were not asked about, because they were a short while ago."""
    today: date
    unread: int = 0
    """How many articles a search for upcoming films has not read yet."""

    @property
    def problems(self) -> tuple[AskedFilm, ...]:
        """The films without a usable answer."""
        return tuple(one for one in self.asked if one.answer not in (Answer.CHANGED, Answer.SAME, Answer.LEFT))

    @property
    def left(self) -> int:
        """How many films wait for the next run."""
        return sum(one.answer is Answer.LEFT for one in self.asked)


def news_of(before: Film, after: Film, today: date, regions: Container[str] = ()) -> list[Moved]:
    """Return the new date changes of a film that are worth reporting: those in the user's regions, if there are any.

    Of several first dates only the soonest is returned, as a record may have one for each country.
    """
    known = {release.key: release.moves for release in releases_on(before.claims, today)}
    new = [
        Moved(after, release, move)
        for release in releases_on(after.claims, today)
        for move in release.moves
        if _told(move) not in map(_told, known.get(release.key, ()))
    ]
    mine = [one for one in new if one.release.key.region in regions or one.release.key.region == WORLDWIDE]
    heard = mine if mine and regions else new
    firsts = [one for one in heard if one.move.before is None]
    return [one for one in heard if one.move.before is not None] + firsts[:1]


def newest_first(news: Iterable[Moved]) -> tuple[Moved, ...]:
    """Sort news by when they were reported, the newest first."""
    return tuple(sorted(news, key=lambda one: (one.move.claim.newness, one.film.title), reverse=True))


def _told(move: Move) -> tuple[str, Edtf | None, Edtf | None]:
    """Return what a move says, without its claim."""
    return move.kind, move.before, move.after

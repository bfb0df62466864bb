"""What moved: every change of a release date over many films, and how often and how far dates move."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from statistics import median
from typing import NamedTuple

from watchlist.domain.claim import Certainty
from watchlist.domain.film import Film
from watchlist.domain.moves import Move
from watchlist.domain.release import Release, releases_on

SHIFTS = ("slip", "moved-up")


class Moved(NamedTuple):
    """A change of the date of one release of a film."""

    film: Film
    release: Release
    move: Move


class Movements(NamedTuple):
    """The changes that fit, the newest first, as known on a day; `since` None asks for all of them."""

    moved: tuple[Moved, ...]
    since: date | None
    today: date


def movements(films: Iterable[Film], *, today: date, since: date | None = None) -> Movements:
    """List what changed about the dates of films: a first date is no change.

    A change of which the day is not known counts if it may have been made since then: its
    report allows it, and the date that it is about had not passed.
    """
    found = [
        Moved(film, release, move)
        for film in films
        for release in releases_on(film.claims, today)
        for place, move in enumerate(release.moves)
        if place > 0 and (since is None or _may_be_since(move, since))
    ]
    newest_first = sorted(found, key=lambda one: (one.move.claim.newness, one.film.title), reverse=True)
    return Movements(tuple(newest_first), since, today)


def _may_be_since(move: Move, since: date) -> bool:
    if move.claim.newness >= since or move.claim.known_from < since:
        return move.claim.newness >= since
    shown = move.after if move.after and not move.after.is_tba else move.before
    latest = shown.span().latest if shown else None
    return latest is None or latest >= since


class Tally(NamedTuple):
    """How often and how far the dates of a group of releases moved.

    `releases` counts those that somebody dated before they were out, `moved` those of them
    whose day shifted, `shifts` the shifts. `median_days` and `most_days` measure single
    shifts, without regard to their direction; None where there are none.
    """

    name: str
    releases: int
    moved: int
    shifts: int
    median_days: int | None
    most_days: int | None


class Habits(NamedTuple):
    """How dates move, by one property of the release."""

    by: str
    tallies: tuple[Tally, ...]


class MoveStatistics(NamedTuple):
    """How dates move, over all and by channel, publisher, country and the precision of the first date."""

    overall: Tally
    habits: tuple[Habits, ...]
    today: date


def move_statistics(films: Iterable[Film], *, today: date) -> MoveStatistics:
    """Count how the dates of films moved, as known on a day."""
    dated = [
        (film, release)
        for film in films
        for release in releases_on(film.claims, today)
        if release.moves and _was_foretold(release)
    ]
    groups: tuple[tuple[str, Callable[[Film, Release], Iterable[str]]], ...] = (
        ("channel", lambda _, release: [str(release.key.channel)]),
        ("publisher of the first date", lambda _, release: [_first(release).claim.source.publisher]),
        ("country", lambda film, _: film.countries or ["unknown"]),
        ("precision of the first date", lambda _, release: [_first_precision(release)]),
    )
    return MoveStatistics(
        _tally("all", [release for _, release in dated]),
        tuple(Habits(by, tuple(_tallies(dated, names))) for by, names in groups),
        today,
    )


def _was_foretold(release: Release) -> bool:
    """Say whether somebody spoke of the release before it was out, and named a date."""
    return release.moves[0].kind != Certainty.RELEASED and any(
        move.after and not move.after.is_tba for move in release.moves
    )


def _first(release: Release) -> Move:
    return next(move for move in release.moves if move.after and not move.after.is_tba)


def _first_precision(release: Release) -> str:
    after = _first(release).after
    return str(after.precision) if after else ""


def _tallies(dated: list[tuple[Film, Release]], names: Callable[[Film, Release], Iterable[str]]) -> Iterator[Tally]:
    groups: dict[str, list[Release]] = {}
    for film, release in dated:
        for name in names(film, release):
            groups.setdefault(name, []).append(release)
    for name, releases in sorted(groups.items(), key=lambda group: (-len(group[1]), group[0])):
        yield _tally(name, releases)


def _tally(name: str, releases: list[Release]) -> Tally:
    shifts = [[move for move in release.moves if move.kind in SHIFTS] for release in releases]
    days = [abs(move.days) for moves in shifts for move in moves if move.days]
    return Tally(
        name=name,
        releases=len(releases),
        moved=sum(bool(moves) for moves in shifts),
        shifts=sum(map(len, shifts)),
        median_days=round(median(days)) if days else None,
        most_days=max(days, default=None),
    )

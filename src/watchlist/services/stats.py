"""Statistics: the list in numbers, and how often and how far release dates move."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from statistics import mean, median
from typing import NamedTuple

from watchlist.domain.claim import Channel
from watchlist.domain.entry import MOST_HALF_STARS, Entry, Status
from watchlist.domain.film import Film
from watchlist.domain.moves import Move, MoveKind
from watchlist.domain.release import releases_on


class FilmDays(NamedTuple):
    """A film and a number of days: waited, or moved, in `times` steps."""

    film: Film
    days: int
    times: int = 1


class ListStatistics(NamedTuple):
    """The list in numbers. Ratings are in half stars, waiting in days; months are (year, month)."""

    by_status: Mapping[Status, int]
    by_month: tuple[tuple[tuple[int, int], int], ...]
    """Viewings in each of the last twelve months, the oldest first."""
    by_year: tuple[tuple[int, int], ...]
    """Viewings in each year that has any, the oldest first."""
    ratings: tuple[tuple[int, int], ...]
    """How many films have each rating, the best first; empty if no film is rated."""
    mean_rating: float | None
    waited: int | None
    """Median days from adding a film to its first viewing; None if there are none."""
    waiting: int | None
    """Median days that the wanted films have been on the list; None if there are none."""
    moved: int
    """How many releases of wanted films have shifted."""
    shifts: int
    days: int
    """The sum of all shifts of wanted films, in days; positive means later."""
    film_years: tuple[tuple[int, int], ...]
    """How many of the watched films are from each year, the newest first."""
    film_decades: tuple[tuple[int, int], ...]
    """How many of the watched films are from each decade, given as its first year, the newest first."""
    longest: tuple[FilmDays, ...]
    """The wanted films, the one that has been on the list longest first."""
    slipping: tuple[FilmDays, ...]
    """The wanted films whose date moved, the one delayed most first."""
    today: date


class Tally(NamedTuple):
    """How often and how far the dates of a group of releases moved.

    `releases` counts those that had a date before they were out, `moved` those of them that shifted,
    `shifts` all shifts. `median_days` and `most_days` measure single shifts in either direction; None
    if there are none.
    """

    name: str
    releases: int
    moved: int
    shifts: int
    median_days: int | None
    most_days: int | None


class Habits(NamedTuple):
    """How dates move, grouped by one property of the release."""

    by: str
    tallies: tuple[Tally, ...]


class MoveStatistics(NamedTuple):
    """How dates move: all together, and by channel, publisher, country and precision of the first date."""

    overall: Tally
    habits: tuple[Habits, ...]
    today: date


class Statistics(NamedTuple):
    """The list in numbers, and how the dates of all films move."""

    of_list: ListStatistics
    moves: MoveStatistics


def list_statistics(films: Mapping[str, Film], entries: Iterable[Entry], *, today: date) -> ListStatistics:
    """Count the entries as of a day; `films` are by entry id."""
    kept = tuple(entries)
    viewings = [day for entry in kept for day in entry.seen_on if day <= today]
    months = [_month_before(today, back) for back in range(11, -1, -1)]
    by_month = Counter((day.year, day.month) for day in viewings)
    ratings = Counter(entry.rating for entry in kept if entry.rating)
    waited = [(min(e.viewings) - e.added).days for e in kept if e.viewings and e.added and min(e.viewings) >= e.added]
    wanted = [entry for entry in kept if entry.status is Status.WANTED]
    waiting = [(today - entry.added).days for entry in wanted if entry.added and entry.added <= today]
    moves = [
        [move for move in release.moves if move.kind.is_shift]
        for entry in wanted
        if (film := films.get(entry.id))
        for release in releases_on(film.claims, today)
    ]
    seen = [entry for entry in kept if entry.times_seen]
    years = [year for entry in seen if (film := films.get(entry.id)) and (year := film.year)]
    shifted = [shifts for shifts in moves if shifts]
    return ListStatistics(
        by_status={status: sum(entry.status is status for entry in kept) for status in Status},
        by_month=tuple((month, by_month[month]) for month in months),
        by_year=tuple(sorted(Counter(day.year for day in viewings).items())),
        ratings=tuple((stars, ratings[stars]) for stars in range(MOST_HALF_STARS, 0, -1)) if ratings else (),
        mean_rating=round(mean(ratings.elements()), 1) if ratings else None,
        waited=round(median(waited)) if waited else None,
        waiting=round(median(waiting)) if waiting else None,
        moved=len(shifted),
        shifts=sum(map(len, shifted)),
        days=sum(move.days or 0 for shifts in shifted for move in shifts),
        film_years=_newest_first(years),
        film_decades=_newest_first([year // 10 * 10 for year in years]),
        longest=_longest(films, wanted, today),
        slipping=_slipping([films[entry.id] for entry in wanted if entry.id in films], today),
        today=today,
    )


def _newest_first(years: Iterable[int]) -> tuple[tuple[int, int], ...]:
    return tuple(sorted(Counter(years).items(), reverse=True))


def _longest(films: Mapping[str, Film], wanted: Iterable[Entry], today: date) -> tuple[FilmDays, ...]:
    waiting = (
        FilmDays(films[entry.id], (today - entry.added).days)
        for entry in wanted
        if entry.id in films and entry.added and entry.added < today
    )
    return tuple(sorted(waiting, key=lambda one: (-one.days, one.film.title)))


def _slipping(films: Iterable[Film], today: date) -> tuple[FilmDays, ...]:
    """Return each film with the release that moved furthest, the most delayed first."""
    found = []
    for film in films:
        shifts = [[move for move in one.moves if move.kind.is_shift] for one in releases_on(film.claims, today)]
        moved = [FilmDays(film, sum(move.days or 0 for move in moves), len(moves)) for moves in shifts if moves]
        found += sorted(moved, key=lambda one: -abs(one.days))[:1]
    return tuple(sorted(found, key=lambda one: (-one.days, one.film.title)))


def _month_before(day: date, months: int) -> tuple[int, int]:
    year, number = divmod(day.year * 12 + day.month - 1 - months, 12)
    return year, number + 1


class _Dated(NamedTuple):
    """A release that had a date before it was out, and its moves: computed once, counted in five ways."""

    film: Film
    channel: Channel
    moves: tuple[Move, ...]

    @property
    def first(self) -> Move:
        return next(move for move in self.moves if move.after and not move.after.is_tba)

    @property
    def shifts(self) -> list[Move]:
        return [move for move in self.moves if move.kind.is_shift]


def move_statistics(films: Iterable[Film], *, today: date) -> MoveStatistics:
    """Count how the dates of films moved, as known on a day."""
    dated = [one for film in films for one in _dated(film, today)]
    groups: tuple[tuple[str, Callable[[_Dated], Iterable[str]]], ...] = (
        ("channel", lambda one: [str(one.channel)]),
        ("publisher of the first date", lambda one: [one.first.claim.source.publisher]),
        ("country", lambda one: one.film.countries or ["unknown"]),
        ("precision of the first date", lambda one: [str(one.first.after.precision) if one.first.after else ""]),
    )
    return MoveStatistics(
        _tally("all", dated), tuple(Habits(by, tuple(_tallies(dated, names))) for by, names in groups), today
    )


def _dated(film: Film, today: date) -> Iterator[_Dated]:
    for release in releases_on(film.claims, today):
        moves = release.moves
        is_dated = any(move.after and not move.after.is_tba for move in moves)
        if is_dated and moves[0].kind is not MoveKind.RELEASED:
            yield _Dated(film, release.key.channel, moves)


def _tallies(dated: list[_Dated], names: Callable[[_Dated], Iterable[str]]) -> Iterator[Tally]:
    groups: dict[str, list[_Dated]] = {}
    for one in dated:
        for name in names(one):
            groups.setdefault(name, []).append(one)
    for name, releases in sorted(groups.items(), key=lambda group: (-len(group[1]), group[0])):
        yield _tally(name, releases)


def _tally(name: str, releases: list[_Dated]) -> Tally:
    shifts = [one.shifts for one in releases]
    days = [abs(move.days) for moves in shifts for move in moves if move.days]
    return Tally(
        name=name,
        releases=len(releases),
        moved=sum(bool(moves) for moves in shifts),
        shifts=sum(map(len, shifts)),
        median_days=round(median(days)) if days else None,
        most_days=max(days, default=None),
    )

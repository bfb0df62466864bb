"""What the list says in numbers: films by status, viewings by month and year, ratings, waiting, and moved dates."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from statistics import mean, median
from typing import NamedTuple

from watchlist.domain.entry import MOST_HALF_STARS, Entry, Status
from watchlist.domain.film import Film
from watchlist.domain.release import releases_on
from watchlist.services.moved import SHIFTS, MoveStatistics


class ListStatistics(NamedTuple):
    """The list in numbers. Ratings count half stars; waiting is in days; months are (year, month)."""

    by_status: Mapping[Status, int]
    by_month: tuple[tuple[tuple[int, int], int], ...]
    """Viewings in each of the last twelve months, the oldest first."""
    by_year: tuple[tuple[int, int], ...]
    """Viewings by year, as far as there are any, the oldest first."""
    ratings: tuple[tuple[int, int], ...]
    """How many films have each rating, the best first; none if no film is rated."""
    mean_rating: float | None
    waited: int | None
    """Median days from adding a film to its first viewing."""
    waiting: int | None
    """Median days that the wanted films have been on the list."""
    moved: int
    """Releases of wanted films whose date shifted."""
    shifts: int
    days: int
    """How far the dates of wanted films moved, all shifts added up: later is more."""
    today: date


class Statistics(NamedTuple):
    """The list in numbers, and how the dates of all films move."""

    own: ListStatistics
    moves: MoveStatistics


def list_statistics(films: Mapping[str, Film], entries: Iterable[Entry], *, today: date) -> ListStatistics:
    """Count the list as it stands on a day."""
    kept = tuple(entries)
    viewings = [day for entry in kept for day in entry.viewings if day <= today]
    months = [_month_before(today, back) for back in range(11, -1, -1)]
    by_month = Counter((day.year, day.month) for day in viewings)
    ratings = Counter(entry.rating for entry in kept if entry.rating)
    waited = [(min(e.viewings) - e.added).days for e in kept if e.viewings and e.added and min(e.viewings) >= e.added]
    wanted = [entry for entry in kept if entry.status is Status.WANTED]
    waiting = [(today - entry.added).days for entry in wanted if entry.added and entry.added <= today]
    moves = [
        [move for move in release.moves if move.kind in SHIFTS]
        for entry in wanted
        if (film := films.get(entry.id))
        for release in releases_on(film.claims, today)
    ]
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
        today=today,
    )


def _month_before(day: date, months: int) -> tuple[int, int]:
    year, number = divmod(day.year * 12 + day.month - 1 - months, 12)
    return year, number + 1

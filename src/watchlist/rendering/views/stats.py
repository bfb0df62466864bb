"""The view of the statistics: the list in numbers and bars."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from watchlist.domain.claim import Channel
from watchlist.domain.code_names import country_name
from watchlist.domain.dates import Precision
from watchlist.domain.entry import stars_of
from watchlist.rendering import wording
from watchlist.rendering.drawing import (
    EMPTY_LIST,
    QUIET,
    STARS,
    WARNING,
    Drawing,
    Row,
    beside,
    cell,
    flowing,
    grid,
    hint,
    section,
    stack,
)
from watchlist.rendering.film_rows import draw_rows, title_cells
from watchlist.rendering.marks import STATUS
from watchlist.rendering.safe_text import line
from watchlist.services.stats import FilmDays, ListStatistics, Statistics, Tally

_BAR = 24
"""Columns of the longest bar."""
_SHOWN, _FEW = 8, 5
"""Rows of a chart and films of a list on a terminal; a pipe and `--json` get all."""

PROPERTIES = {
    "channel": "where the film is shown",
    "publisher of the first date": "who named the first date",
    "country": "country",
    "precision of the first date": "how exact the first date was",
}
"""The properties by which releases are counted, as `--json` names them, in words."""

_EXACTNESS: Mapping[str, str] = {
    Precision.INTERVAL: "between two days",
    Precision.QUADRIMESTER: "four months",
    Precision.SEMESTER: "half-year",
}


def as_json(result: Statistics) -> object:
    """Return the list in numbers, and how often and how far dates move; days are whole days."""
    of_list, moves = result.of_list, result.moves
    return {
        "list": {
            "entries": {str(status): number for status, number in of_list.by_status.items()},
            "viewings_by_month": {f"{year}-{month:02}": number for (year, month), number in of_list.by_month},
            "viewings_by_year": {str(year): number for year, number in of_list.by_year},
            "ratings": {f"{stars_of(rating)}": number for rating, number in of_list.ratings},
            "mean_rating": of_list.mean_rating and of_list.mean_rating / 2,
            "median_days_waited": of_list.waited,
            "median_days_waiting": of_list.waiting,
            "films_by_year": {str(year): number for year, number in of_list.film_years},
            "films_by_decade": {str(decade): number for decade, number in of_list.film_decades},
            "waiting_longest": [{"id": one.film.id, "days": one.days} for one in of_list.longest],
            "slipping": [{"id": one.film.id, "days": one.days, "times": one.times} for one in of_list.slipping],
            "moved": {"releases": of_list.moved, "shifts": of_list.shifts, "days": of_list.days},
        },
        "overall": moves.overall._asdict(),
        "by": {habits.by: [tally._asdict() for tally in habits.tallies] for habits in moves.habits},
    }


def as_lines(result: Statistics) -> Iterator[str]:
    """One line per number of the list, then one per group of releases: how many, how many moved, how far."""
    yield from _list_lines(result.of_list)
    yield _tally_line("all", "all", result.moves.overall)
    for habits in result.moves.habits:
        for tally in habits.tallies:
            yield _tally_line(PROPERTIES[habits.by], group_words(habits.by, tally), tally)


def _list_lines(of_list: ListStatistics) -> Iterator[str]:
    for status, number in of_list.by_status.items():
        yield line("list", str(status), str(number))
    for name, value in _sentences(of_list):
        yield line("list", name, value)
    for (year, month), number in of_list.by_month:
        yield line("viewings", wording.month_words(date(year, month, 1)), str(number))
    for year, number in of_list.by_year:
        yield line("viewings", str(year), str(number))
    for stars, number in of_list.ratings:
        yield line("rated", wording.rating_words(stars), str(number))
    yield from _film_lines(of_list)


def _film_lines(of_list: ListStatistics) -> Iterator[str]:
    for decade, number in of_list.film_decades:
        yield line("decade", f"{decade}s", str(number))
    for year, number in of_list.film_years:
        yield line("film year", str(year), str(number))
    for one in of_list.longest:
        yield line("waiting for", wording.film_words(one.film), wording.count(one.days, "day"), one.film.id)
    for one in of_list.slipping:
        yield line("slipping", wording.film_words(one.film), wording.shift_words(one.days, one.times), one.film.id)


def as_drawing(result: Statistics, *, width: int) -> Drawing:
    """Draw the list: ratings, viewings, films by decade and year, the longest waits, and what slips."""
    if not any(result.of_list.by_status.values()):
        return stack(hint(EMPTY_LIST, width=width), "", _see_catalogue(width))
    parts: list[Drawing] = [_counts(result.of_list, width - 2)]
    for name, drawing in (*_charts(result.of_list), *_films(result.of_list, width - 2)):
        parts += ["", section(name, drawing)]
    return stack(*parts, "", _see_catalogue(width))


def _see_catalogue(width: int) -> Drawing:
    return hint("How the dates of all films move: watchlist stats --catalogue", width=width)


def _counts(of_list: ListStatistics, width: int) -> Drawing:
    marks = ((STATUS[status], number) for status, number in of_list.by_status.items() if number)
    counted = (beside(cell(mark.sign, mark.style), cell(f" {number} {mark.meaning}")) for mark, number in marks)
    sentences = (beside(cell(f"{name} ", QUIET), cell(value)) for name, value in _sentences(of_list) if name != "dates")
    return section("Your list", flowing("   ", counted, width=width), *sentences)


def _charts(of_list: ListStatistics) -> Iterator[tuple[str, Drawing]]:
    """Draw bars for what has been watched."""
    rated = [(wording.stars_words(stars), number) for stars, number in of_list.ratings if number]
    first = next((place for place, (_, number) in enumerate(of_list.by_month) if number), len(of_list.by_month))
    months = [(f"{date(year, month, 1):%b} {year}", number) for (year, month), number in of_list.by_month[first:]]
    years = [(str(year), number) for year, number in of_list.by_year]
    decades = [(f"{decade}s", number) for decade, number in of_list.film_decades]
    film_years = [(str(year), number) for year, number in of_list.film_years]
    if rated:
        yield "Your ratings", _bars(rated, names=STARS)
    if months:
        yield "Watched in the last twelve months", _bars(months)
    if len(years) > 1:
        yield "Watched by year", _bars(years)
    if decades:
        yield "Decades that the films are from", _bars(decades)
        more = f"and {len(film_years) - _SHOWN} more: watchlist stats --json" if len(film_years) > _SHOWN else ""
        yield "Years that the films are from", stack(_bars(film_years[:_SHOWN]), *([cell(more, QUIET)] if more else []))


def _films(of_list: ListStatistics, width: int) -> Iterator[tuple[str, Drawing]]:
    """Draw the films that the user has waited for longest, and those whose dates move."""
    if of_list.longest:
        yield (
            "You have waited longest for",
            _film_rows(of_list.longest, lambda one: wording.count(one.days, "day"), width),
        )
    if of_list.slipping:
        yield (
            "Dates that move",
            _film_rows(of_list.slipping, lambda one: wording.shift_words(one.days, one.times), width),
        )


def _film_rows(films: Sequence[FilmDays], words: Callable[[FilmDays], str], width: int) -> Drawing:
    rows = [Row(cell(""), (cell(words(one), WARNING),), *title_cells(one.film, "")) for one in films[:_FEW]]
    return stack(*draw_rows(rows, width=width))


def _sentences(of_list: ListStatistics) -> Iterator[tuple[str, str]]:
    if of_list.mean_rating is not None:
        yield "average rating", f"{of_list.mean_rating / 2:.1f} of 5 stars"
    if of_list.waiting:
        yield "waiting", f"{wording.count(of_list.waiting, 'day')} on your list so far, for a typical film"
    if of_list.waited:
        yield "waited", f"{wording.count(of_list.waited, 'day')} from adding to first viewing, for a typical film"
    if of_list.moved:
        often = f"{wording.count(of_list.moved, 'release')} moved, in {wording.count(of_list.shifts, 'step')}"
        yield "dates", f"{often}, {wording.shift_words(of_list.days)}"


def _bars(numbers: Sequence[tuple[str, int]], names: str = "") -> Drawing:
    """Draw a bar per number; `names` is the style of their names."""
    most = max(number for _, number in numbers)
    longest = min(_BAR, 2 * most)
    table = grid("name", "bar")
    for name, number in numbers:
        bar = "█" * max(1, round(longest * number / most)) if number else ""
        table.add_row(cell(name, names), beside(cell(bar, "cyan"), cell(f" {number}" if number else "·", QUIET)))
    return table


def group_words(by: str, tally: Tally) -> str:
    """Word the name of a group of releases that share a property, such as a country or how exact a date is."""
    match by:
        case "channel":
            return wording.channel_words(Channel(tally.name))
        case "country":
            return country_name(tally.name)
        case "precision of the first date":
            return _EXACTNESS.get(tally.name, tally.name)
    return tally.name


def _tally_line(by: str, name: str, tally: Tally) -> str:
    days = ("" if number is None else str(number) for number in (tally.median_days, tally.most_days))
    return line(by, name, str(tally.releases), str(tally.moved), str(tally.shifts), *days)

"""The view of the result of a refresh."""

from collections.abc import Iterator
from typing import NamedTuple

from watchlist.rendering import wording
from watchlist.rendering.drawing import GOOD, QUIET, TITLE, WARNING, Drawing, cell, grid, lines
from watchlist.rendering.film_json import film_fields, key_fields, move_json
from watchlist.rendering.safe_text import line
from watchlist.services.live.news import Answer, AskedFilm, Refreshed
from watchlist.services.moved import Moved


def as_json(result: Refreshed) -> object:
    """Return the changes, how asking about each film ended, and how each site did."""
    return {
        "news": [
            {
                **film_fields(one.film),
                **key_fields(one.release.key),
                **move_json(one.move),
                "source": one.move.claim.source.id,
            }
            for one in result.news
        ],
        "films": [{"id": one.film.id, "answer": str(one.answer), "note": one.note or None} for one in result.asked],
        "sites": [{"site": one.site, "calls": one.calls, "fault": one.fault or None} for one in result.sites],
        "left": result.left,
    }


def as_lines(result: Refreshed) -> Iterator[str]:
    """One line per change: the film, what changed, where, who says so, the id; one line if nothing did."""
    for one in result.news:
        yield line(*_news_words(one), one.film.id)
    if not result.news:
        yield nothing_words(result)


def as_drawing(result: Refreshed, *, width: int) -> Drawing:  # noqa: ARG001
    """Draw two lines per change."""
    if not result.news:
        return cell(nothing_words(result), QUIET)
    table = grid("film", "change", ratios=(1, 1))
    for number, one in enumerate(result.news):
        if number:
            table.add_row()
        words = _news_words(one)
        style = WARNING if one.move.kind.is_setback else GOOD
        table.add_row(
            lines(cell(words.film, TITLE), cell(words.place, QUIET)),
            lines(cell(words.change, style), cell(words.source, QUIET)),
        )
    return table


def nothing_words(result: Refreshed) -> str:
    """Say in one line that nothing changed."""
    answered = sum(one.answer in (Answer.SAME, Answer.CHANGED) for one in result.asked)
    if not result.asked:
        return (
            "Nothing to ask about." if not result.fresh else "Nothing new: the sites were asked less than an hour ago."
        )
    if not answered:
        return "Nothing new."
    return f"Nothing new about {wording.count(answered, 'film')}."


def message_lines(result: Refreshed) -> Iterator[str]:
    """Say which films had no usable answer and what to type, which sites failed, and what is left to ask."""
    for one in result.problems:
        yield f"{wording.film_words(one.film)}: {_problem_words(one)}"
    failed = [one for one in result.sites if one.fault]
    for site in failed:
        yield f"{site.site}: {site.fault}"
    answered = len(result.sites) - len(failed)
    if failed and answered:
        yield f"{answered} of {len(result.sites)} sites answered."
    if result.unread:
        yield f"{wording.count(result.unread, 'article')} left: run the command again."
    if result.left:
        yield f"{wording.count(result.left, 'film')} left: run the command again."


def _problem_words(one: AskedFilm) -> str:
    lookup = f"watchlist lookup {one.film.id}"
    match one.answer:
        case Answer.NOT_FOUND:
            return f"not found. Type: {lookup}"
        case Answer.SEVERAL:
            return f"it is unclear which film this is ({one.note}). Type: {lookup}"
        case Answer.GONE | Answer.NO_FILM:
            return f"{one.note}; your data is unchanged."
        case _:
            return one.note or "no answer; your data is unchanged."


class _NewsWords(NamedTuple):
    film: str
    change: str
    place: str
    source: str


def _news_words(one: Moved) -> _NewsWords:
    before = f", was {wording.date_words(one.move.before)}" if one.move.kind.is_shift else ""
    return _NewsWords(
        film=wording.film_words(one.film),
        change=f"{wording.move_words(one.move)}{before}",
        place=wording.place_words(one.release.key),
        source=f"{wording.publisher_words(one.move.claim.source)}, {wording.reported_words(one.move.claim)}",
    )

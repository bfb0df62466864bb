"""The view of upcoming films."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from watchlist.domain.countdown import ReleaseToday
from watchlist.rendering import wording
from watchlist.rendering.age_words import certainty_words, lacking_words
from watchlist.rendering.film_json import film_fields, lacking_json, release_fields
from watchlist.rendering.safe_text import line
from watchlist.services.upcoming import Upcoming, UpcomingFilm

if TYPE_CHECKING:
    from watchlist.rendering.drawing import Drawing


def as_json(result: Upcoming) -> object:
    """Return an array of films with the release that counts."""
    return [upcoming_json(film) for film in result.films]


def upcoming_json(film: UpcomingFilm) -> dict[str, object]:
    """Return a film with the release that counts."""
    return {
        **film_fields(film.film),
        **release_fields(film.shown),
        "listed": film.listed,
        "lacking": lacking_json(film.lacking),
    }


def as_lines(result: Upcoming) -> Iterator[str]:
    """One line per film: countdown, date, title, where, certainty, sources, moves, other releases, id."""
    for film in result.films:
        yield line(*upcoming_words(film, result.today))


class UpcomingWords(NamedTuple):
    """A film and the release that counts, in words: the fields of a plain line, in their order."""

    countdown: str
    date: str
    film: str
    place: str
    certainty: str
    sources: str
    moves: str
    others: str
    id: str


def upcoming_words(film: UpcomingFilm, today: date) -> UpcomingWords:
    """Return the words for a film and the release that counts."""
    title = wording.film_words(film.film)
    if film.shown is None:
        return UpcomingWords("no date yet", "nothing known", title, "", "", "", "", "", film.film.id)
    release = film.shown.release
    countdown = wording.countdown_words(film.shown.countdown, release.span, today)
    return UpcomingWords(
        countdown="; ".join(part for part in (lacking_words(film.lacking), countdown) if part),
        date=wording.release_date_words(release),
        film=title,
        place=wording.place_words(release.key),
        certainty=certainty_words(film.shown, today),
        sources=wording.agreement_words(release),
        moves=wording.moved_words(release),
        others="; ".join(map(_other_words, film.others)),
        id=film.film.id,
    )


def _other_words(one: ReleaseToday) -> str:
    return f"also {wording.release_date_words(one.release)}: {wording.place_words(one.release.key)}"


def as_drawing(result: Upcoming, *, width: int) -> "Drawing":
    """Draw one line per film, in groups by how soon they come out."""
    return _draw(result, width)


def in_full(result: Upcoming, *, width: int) -> "Drawing":
    """Draw a few lines per film: date and place in full, how sure, other releases."""
    return _draw(result, width, full=True)


def _draw(result: Upcoming, width: int, *, full: bool = False) -> "Drawing":
    from watchlist.rendering.drawings import upcoming as drawing  # not loaded for a pipe

    return drawing.in_full(result, width=width) if full else drawing.in_lines(result, width=width)

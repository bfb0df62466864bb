"""A candidate film in one line: title, year, directors, and the release that counts."""

from watchlist.rendering import wording
from watchlist.services.upcoming import UpcomingFilm


def candidate_words(one: UpcomingFilm) -> str:
    """Describe a film so that it can be told from others with the same title."""
    film, shown = one.film, one.shown
    parts = [wording.film_words(film), ", ".join(film.directors)]
    if shown:
        parts.append(wording.release_date_words(shown.release))
    return ", ".join(part for part in parts if part)

"""Films as a question shows them: each with the release that counts for it today."""

from collections.abc import Sequence

from watchlist.cli.session import Session
from watchlist.domain.film import Film
from watchlist.rendering.candidate_words import candidate_words
from watchlist.services.preferences import ReleaseFilter
from watchlist.services.upcoming import UpcomingFilm, upcoming_film


def with_release(session: Session, film: Film) -> UpcomingFilm:
    """Return a film with the release that counts for it today."""
    return upcoming_film(
        film, None, today=session.today, release_filter=ReleaseFilter(), preferences=session.preferences
    )


def described(session: Session, films: Sequence[Film]) -> list[str]:
    """Describe each film in a line, by its year, directors and date."""
    return [candidate_words(with_release(session, film)) for film in films]

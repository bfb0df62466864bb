"""Warns of films that are on the list twice, or may be: when a film is shown, or films are added to the catalogue."""

from collections.abc import Sequence

from watchlist.cli.duplicate_warnings import warn, warn_of_duplicates
from watchlist.cli.session import Session
from watchlist.domain.entry import Entry
from watchlist.domain.film import Film
from watchlist.domain.names import fold
from watchlist.rendering.wording import duplicate_words, lookalike_words
from watchlist.services.duplicates import duplicates
from watchlist.services.lookalikes import lookalikes
from watchlist.storage.index.indexed_entries import open_entries


def warn_of_lookalikes(session: Session, film: Film) -> None:
    """Warn if the list has two entries for a film, or one for another film that may be the same."""
    _warn(session, session.listed.about({fold(film.title)}, film.keys))


def warn_of_all_lookalikes(session: Session) -> None:
    """Warn of every film that has two entries, and of those that may be the same as another known film."""
    _warn(session, session.listed.everything())


def warn_of_duplicates_among(session: Session, ids: Sequence[str]) -> None:
    """Warn, after the list was changed, of those entries among `ids` that turn out to be one film."""
    session.forget_films()
    entries = open_entries(session.paths).of(ids)
    warn_of_duplicates(session.films.films(ids).films, entries)


def _warn(session: Session, entries: Sequence[Entry]) -> None:
    if not entries:
        return
    known = session.films.films(entry.id for entry in entries).films
    named = session.films.named({fold(film.title) for film in known.values()}, ())
    pairs = lookalikes(known, entries, named.films.values(), today=session.today)
    warn([*map(duplicate_words, duplicates(known, entries)), *(lookalike_words(one.film, one.other) for one in pairs)])

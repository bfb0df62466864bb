"""Saying which films of the list are there twice, or may be: where a film is shown, or films became known."""

from collections.abc import Sequence

from watchlist.cli.say_doubles import say_doubles, say_some
from watchlist.cli.session import Session
from watchlist.domain.entry import Entry
from watchlist.domain.film import Film
from watchlist.domain.names import fold
from watchlist.rendering.wording import alike_words, double_words
from watchlist.services.alike import alike
from watchlist.services.duplicates import duplicates
from watchlist.storage.index.indexed_entries import open_entries


def say_alike(session: Session, film: Film) -> None:
    """Say whether the list has two entries of a film, or one of another film that may be it."""
    _say(session, session.listed.about({fold(film.title)}, film.keys))


def say_all_alike(session: Session) -> None:
    """Say of which films the list has two entries, and which may be another film that is known."""
    _say(session, session.listed.everything())


def say_doubles_of(session: Session, ids: Sequence[str]) -> None:
    """Say which of some films of the list have turned out to be one, after the list was changed."""
    session.forget_films()
    entries = open_entries(session.paths).of(ids)
    say_doubles(session.films.films(ids).films, entries)


def _say(session: Session, entries: Sequence[Entry]) -> None:
    if not entries:
        return
    known = session.films.films(entry.id for entry in entries).films
    named = session.films.named({fold(film.title) for film in known.values()}, ())
    twins = alike(known, entries, named.films.values(), today=session.today)
    say_some([*map(double_words, duplicates(known, entries)), *(alike_words(one.film, one.other) for one in twins)])

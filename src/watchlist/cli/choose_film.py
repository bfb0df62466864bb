"""Which film is meant: found by the words of the command line, and asked for where they are not clear."""

from collections.abc import Sequence

import typer

from watchlist.cli.session import Session
from watchlist.domain.errors import NoSuchFilm, UsageMistake, WhichFilm
from watchlist.domain.film import Film
from watchlist.rendering.console import message
from watchlist.rendering.wording import film_words
from watchlist.services.find_film import find, none

_LONGEST_TITLE = 500
"""Characters."""
_MOST_OFFERED = 5


def find_film(session: Session, words: list[str]) -> Film:
    """Find the film that is meant; ask on a terminal where it is not clear."""
    query = title_of(words)
    try:
        found = find(session.films, query)
    except WhichFilm as error:
        if not (session.can_ask and error.candidates):
            raise
        film = choose_film(session, query, error.candidates)
        if film is None:
            raise none(query, []) from None
        return film
    if found.guessed:
        message(f'Assuming you meant "{film_words(found.film)}".')
    return found.film


def find_exactly(session: Session, query: str) -> Film | None:
    """Find the film with just this title; on a terminal, offer what is near.

    None if there is none: the words may be a film of the user's own.
    """
    try:
        return find(session.films, query, exactly=True).film
    except NoSuchFilm:
        if not session.can_ask:
            return None
        from watchlist.services.search import search  # half the start-up of `show`, and only needed here

        near = [match.film.id for match in search(session.films, query)[:_MOST_OFFERED]]
        return choose_film(session, query, near) if near else None
    except WhichFilm as error:
        if not session.can_ask:
            raise
        return choose_film(session, query, error.candidates)


def choose_film(session: Session, query: str, candidates: Sequence[str]) -> Film | None:
    """Ask which of some films is meant, by their ids; None if it is none of them."""
    message(f'"{query}" could be:')
    films = [session.films.films([key]).films.get(key) or Film(key, key) for key in candidates]
    for number, film in enumerate(films, 1):
        directors = f", {', '.join(film.directors)}" if film.directors else ""
        message(f"  {number}  {film_words(film)}{directors}")
    message("  0  none of these")
    number = typer.prompt("Which one?", type=int, default=1, err=True, prompt_suffix=" ")
    return films[number - 1] if 0 < number <= len(films) else None


def title_of(words: list[str]) -> str:
    """Join the words of a title; raise `UsageMistake` for what cannot be a title."""
    title = " ".join(" ".join(words).split()) if words else ""
    try:
        title.encode()
    except UnicodeEncodeError:
        raise UsageMistake(f'the title "{title}" is not valid UTF-8') from None
    if len(title) > _LONGEST_TITLE:
        raise UsageMistake(f"a title has at most {_LONGEST_TITLE} characters, this one has {len(title):,}")
    if not any(letter.isprintable() and not letter.isspace() for letter in title):
        raise UsageMistake("a title needs a visible character", hint='For example: watchlist add "Drawing Closer"')
    return title

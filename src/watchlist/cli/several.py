"""Several films at once: as arguments, or one per line on standard input."""

from collections.abc import Iterable, Sequence

from watchlist.cli.change_entry import must_agree
from watchlist.cli.choose_film import Make, Meant, film_to_change, is_known, near_titles, title_of
from watchlist.cli.session import Session
from watchlist.domain.errors import NoSuchFilm, SeveralFilms, WhichFilm
from watchlist.domain.names import fold
from watchlist.domain.title import is_number, parse_title
from watchlist.rendering.wording import count, film_words
from watchlist.services.choose import Scope

STDIN = "-"
"""Stands for standard input, one title per line."""


def films_named(session: Session, words: list[str], scope: Scope, *, make: Make, yes: bool) -> list[Meant]:
    """Find the films that the words name: one, or several if each word is a title and all together are not."""
    if len(words) < 2 or is_known(session, words) or not all(is_known(session, [word]) for word in words):
        return [film_to_change(session, words, scope, make=make)]
    films = _each_once(film_to_change(session, [word], scope, make=make) for word in words)
    if _may_be_one(session, words, {meant.film.id for meant in films}):
        names = ", ".join(film_words(meant.film) for meant in films)
        must_agree(session, f'"{title_of(words)}" would be {count(len(films), "film")}: {names}', yes=yes)
    return films


def films_of_lines(session: Session, scope: Scope, *, make: Make) -> list[Meant]:
    """Find the film of each line of standard input; raise `NoSuchFilm` or `SeveralFilms` if any is unclear."""
    from watchlist.storage.outside.input_lines import read_input_lines  # only for `-`

    lines = read_input_lines()
    found: list[Meant] = []
    unclear: list[WhichFilm] = []
    for line in {fold(line) or line: line for line in lines}.values():
        try:
            found.append(film_to_change(session, [line], scope, make=make))
        except WhichFilm as error:
            unclear.append(error)
    if unclear:
        raise _unclear(len(lines), unclear)
    return _each_once(found)


def _each_once(films: Iterable[Meant]) -> list[Meant]:
    return list({meant.film.id: meant for meant in films}.values())


def _may_be_one(session: Session, words: list[str], found: set[str]) -> bool:
    """Return whether words may be one title after all: one is a number, or together they are like another film's."""
    if any(all(map(is_number, parse_title(word).key.split())) for word in words[1:]):
        return True
    return not any(" " in word for word in words) and any(one.id not in found for one in near_titles(session, words))


def _unclear(lines: int, errors: Sequence[WhichFilm]) -> WhichFilm:
    kind = NoSuchFilm if all(isinstance(error, NoSuchFilm) for error in errors) else SeveralFilms
    found = [line for error in errors for line in (f"  {error.fact}", *(f"  {one}" for one in error.candidates))]
    return kind(
        f"{len(errors)} of {count(lines, 'line')} are unclear, and nothing was changed:",
        candidates=tuple(found),
        hint="Replace each with an id, or add unknown films as your own with --new.",
    )

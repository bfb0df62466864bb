"""Several films at once: as arguments, one per line on standard input, or all on the list that match filters."""

from collections.abc import Iterable, Sequence
from typing import Annotated

import typer

from watchlist.cli.ask import confirm, stopped
from watchlist.cli.change_entry import must_agree
from watchlist.cli.choose_film import Make, Meant, film_to_change, is_known, near_titles, title_of
from watchlist.cli.options import parsed
from watchlist.cli.session import Session
from watchlist.domain.errors import NOTHING_CHANGED, NoSuchFilm, Refused, SeveralFilms, UsageMistake, WhichFilm
from watchlist.domain.names import fold
from watchlist.domain.title import is_number, parse_title
from watchlist.rendering.console import message
from watchlist.rendering.step_words import noted_words
from watchlist.rendering.wording import count, film_words
from watchlist.services.choose import Scope
from watchlist.services.filters import Filter, parse_where
from watchlist.services.listed_films import film_of_entry
from watchlist.storage.outside.input_lines import read_input_lines

Where = Annotated[
    list[Filter] | None,
    typer.Option(
        "--where",
        metavar="NAME=VALUE",
        help="All matching films on your list, such as --where tag=noir; repeat to combine filters.",
        parser=parsed(parse_where),
    ),
]
SureOfAll = Annotated[bool, typer.Option("--yes", help="Change all matching films without asking.")]

STDIN = "-"
"""Stands for standard input, one title per line."""
_MOST_SHOWN = 20


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


def films_where(session: Session, where: Sequence[Filter], question: str, *, yes: bool) -> list[Meant]:
    """Return the films on the list that match all filters; first show them and ask.

    `question` contains `{}` for their number. Raises `Refused` if the answer is no, or if nobody can be asked.
    """
    entries = session.entries.everything()
    known = session.films.films(entry.id for entry in entries)
    admitted = [entry for entry in entries if all(one.admits(known.films.get(entry.id), entry, known) for one in where)]
    films = [Meant(known.films.get(entry.id) or film_of_entry(entry)) for entry in admitted]
    number = count(len(films), "film")
    if not films:
        message("No films on your list match.")
        return []
    if not yes:
        shown = zip(films[:_MOST_SHOWN], admitted, strict=False)
        message(*(", ".join(filter(None, (f"  {film_words(one.film)}", noted_words(entry)))) for one, entry in shown))
        message(*([f"  and {len(films) - _MOST_SHOWN} more"] if len(films) > _MOST_SHOWN else []))
        if not session.can_ask:
            raise Refused(f"{number} would be changed", kept=NOTHING_CHANGED, hint="To change them, add --yes")
        if not confirm(question.format(number)):
            raise stopped()
    return films


def refuse_both(title: object, where: Sequence[Filter] | None) -> None:
    """Raise `UsageMistake` unless there is a title or a filter, but not both."""
    if bool(title) == bool(where):
        raise UsageMistake("give either a title or --where", hint="For example: --where tag=noir")


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

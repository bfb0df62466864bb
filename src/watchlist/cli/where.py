"""All films on the list that match filters: `--where tag=noir`."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from watchlist.cli.ask import confirm, stopped
from watchlist.cli.choose_film import Meant
from watchlist.cli.command import parsed
from watchlist.cli.session import Session
from watchlist.domain.errors import NOTHING_CHANGED, Refused, UsageMistake
from watchlist.rendering.console import message
from watchlist.rendering.step_words import noted_words
from watchlist.rendering.wording import count, film_words
from watchlist.services.listed_films import film_of_entry

if TYPE_CHECKING:
    from watchlist.services.filters import Filter


def _filter(text: str) -> "Filter":
    from watchlist.services.filters import parse_where  # not loaded where a title is given

    return parse_where(text)


Where = Annotated[
    list["Filter"] | None,
    typer.Option(
        "--where",
        metavar="NAME=VALUE",
        help="All matching films on your list, such as --where tag=noir; repeat to combine filters.",
        parser=parsed(_filter),
    ),
]
SureOfAll = Annotated[bool, typer.Option("--yes", help="Change all matching films without asking.")]

_MOST_SHOWN = 20


def films_where(session: Session, where: "Sequence[Filter]", question: str, *, yes: bool) -> list[Meant]:
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


def refuse_both(title: object, where: "Sequence[Filter] | None") -> None:
    """Raise `UsageMistake` unless there is a title or a filter, but not both."""
    if bool(title) == bool(where):
        raise UsageMistake("give either a title or --where", hint="For example: --where tag=noir")

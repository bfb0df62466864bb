"""Change the entries of the chosen films as one step; ask first if a change looks wrong."""

from collections.abc import Callable, Iterable, Sequence
from typing import Annotated

import typer

from watchlist.cli.ask import confirm, stopped
from watchlist.cli.choose_film import Meant
from watchlist.cli.session import Session
from watchlist.domain.change import Change, EntryChange
from watchlist.domain.entry import Entry
from watchlist.domain.errors import NOTHING_CHANGED, Refused
from watchlist.domain.film import Film
from watchlist.rendering.step_words import step_words
from watchlist.storage.list_file import UserList

New = Annotated[
    bool,
    typer.Option(
        "--new", help="If no film has this title, create a film of your own; a year in brackets becomes its year."
    ),
]
Yes = Annotated[
    bool, typer.Option("--yes", help="Go ahead even if something looks wrong; it does not choose between films.")
]


def change_entries(
    session: Session, films: Sequence[Meant], step: Callable[[Entry | None, Film], Change], *, verb: str
) -> Change:
    """Change the entry of each film with a pure function, as one step; new films of the user's own are saved with it.

    The entries of the change are in the order of the films.
    """

    def change_all(entries: UserList) -> Change:
        changes = [step(entries.entry(meant.film.id), meant.film) for meant in films]
        own = (
            *(one for meant in films for one in meant.user_films),
            *(one for change in changes for one in change.user_films),
        )
        return Change(tuple(one for change in changes for one in change.entries), own)

    return session.change(change_all, what=lambda change: step_words(verb, change))


def report_changes(
    session: Session,
    films: Sequence[Meant],
    change: Change,
    words: Callable[[EntryChange, Film], Iterable[str]],
    *,
    as_array: bool = False,
) -> None:
    """Print what became of each film: in words, or as JSON, an object or (`as_array`) an array of objects."""

    def as_json() -> object:
        from watchlist.rendering.change_json import changed_json  # only for --json

        claims = {one.film_id: one.claims for one in change.user_films if one.claims}
        found = [changed_json(film, one, noted=claims.get(film.id, ())) for one, film in pairs]
        return found if as_array else found[0]

    pairs = [(one, meant.film) for one, meant in zip(change.entries, films, strict=True)]
    session.report((line for one, film in pairs for line in words(one, film)), as_json)


def must_agree(session: Session, doubt: str | None, *, yes: bool) -> None:
    """Ask whether to go on despite a doubt; raise `Refused` if not, or if nobody can be asked and --yes is missing."""
    if doubt is None or yes:
        return
    if not session.can_ask:
        raise Refused(doubt, kept=NOTHING_CHANGED, hint="If this is right, add --yes")
    if not confirm(f"{doubt}. Go on?"):
        raise stopped()

"""Changing the entry of the film that was meant, as one step; what is not likely to be right is asked first."""

from collections.abc import Callable
from typing import Annotated

import typer

from watchlist.cli.ask import confirm, stopped
from watchlist.cli.choose_film import Meant
from watchlist.cli.session import Session
from watchlist.domain.change import Change
from watchlist.domain.entry import Entry
from watchlist.domain.errors import NOTHING_CHANGED, Refused
from watchlist.storage.list_file import UserList

New = Annotated[
    bool, typer.Option("--new", help="If no film is called so, make it a film of your own; a year in brackets counts.")
]
Yes = Annotated[bool, typer.Option("--yes", help="Do it also if it does not look right; never says which film.")]


def change_entry(session: Session, meant: Meant, step: Callable[[Entry | None], Change], *, verb: str) -> Change:
    """Change one entry by a pure function of it; a new film of the user's own is saved with it."""

    def whole(entries: UserList) -> Change:
        change = step(entries.entry(meant.film.id))
        return change._replace(own=(*meant.own, *change.own))

    return session.change(whole, what=f'{verb} "{meant.film.title}"')


def must_agree(session: Session, doubt: str | None, *, yes: bool) -> None:
    """Ask whether to go on in spite of a doubt; raise `Refused` if not, and where nobody can be asked without --yes."""
    if doubt is None or yes:
        return
    if not session.can_ask:
        raise Refused(doubt, kept=NOTHING_CHANGED, hint="If it is right: add --yes")
    if not confirm(f"{doubt}. Go on?"):
        raise stopped()

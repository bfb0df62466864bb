"""Take a film off the list."""

from typing import Annotated

import typer

from watchlist.cli.ask import confirm, stopped
from watchlist.cli.change_entry import change_entry
from watchlist.cli.choose_film import film_to_change
from watchlist.cli.command import writes
from watchlist.cli.options import ListedTitle
from watchlist.cli.session import Session
from watchlist.domain.film import Film
from watchlist.rendering.change_words import gone_words, removed_words
from watchlist.rendering.console import report
from watchlist.rendering.wording import film_words
from watchlist.services import track
from watchlist.services.choose import Scope


@writes
def command(
    session: Session,
    title: ListedTitle,
    *,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask, even if a rating or a note goes with it.")] = False,
) -> None:
    """Take a film off your list."""
    meant = film_to_change(session, title, Scope.LIST_ONLY)
    if session.can_ask and not yes:
        _ask(session, meant.film)
    change = change_entry(session, meant, lambda entry: track.remove(entry, meant.film.title), verb="remove")
    report(*removed_words(change, meant.film))


def _ask(session: Session, film: Film) -> None:
    entry = session.entries.entry(film.id)
    gone = gone_words(entry) if entry else ""
    if gone and not confirm(f"{film_words(film)} goes with {gone}. Remove it?"):
        raise stopped()

"""Write a note on a film."""

from typing import Annotated

import typer

from watchlist.cli.change_entry import New, change_entry
from watchlist.cli.choose_film import Make, film_to_change, title_of
from watchlist.cli.command import writes
from watchlist.cli.options import OneTitle
from watchlist.cli.session import Session
from watchlist.rendering.change_words import changed_words
from watchlist.rendering.console import report
from watchlist.services import track


@writes
def command(
    session: Session,
    title: OneTitle,
    text: Annotated[
        list[str] | None, typer.Argument(metavar="[TEXT...]", help="Without any, the note is removed.")
    ] = None,
    *,
    new: New = False,
) -> None:
    """Write a note on a film."""
    meant = film_to_change(session, [title], make=Make.AT_ONCE if new else Make.OFFER)
    words = title_of(text) if text and "".join(text).strip() else None
    change = change_entry(
        session, meant, lambda entry: track.annotate(entry, meant.film, words, today=session.today), verb="note on"
    )
    report(changed_words(change, meant.film))

"""Write a note on a film."""

from typing import Annotated

import typer

from watchlist.cli.choose_film import find_film, title_of
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
) -> None:
    """Write a note on a film."""
    film = find_film(session, [title])
    words = title_of(text) if text and "".join(text).strip() else None
    change = session.change(
        lambda entries: track.annotate(entries.entry(film.id), film, words, today=session.today),
        what=f'note on "{film.title}"',
    )
    report(changed_words(change))

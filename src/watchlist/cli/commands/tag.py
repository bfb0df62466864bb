"""Put tags on a film, or take them off."""

from typing import Annotated

import typer

from watchlist.cli.choose_film import find_film, title_of
from watchlist.cli.command import writes
from watchlist.cli.completion import tags as known_tags
from watchlist.cli.options import OneTitle
from watchlist.cli.session import Session
from watchlist.rendering.change_words import changed_words
from watchlist.rendering.console import report
from watchlist.services import track


@writes
def command(
    session: Session,
    title: OneTitle,
    tags: Annotated[list[str], typer.Argument(metavar="TAG...", help="Words of your own.", autocompletion=known_tags)],
    remove: Annotated[bool, typer.Option("--remove", help="Take these tags off instead.")] = False,
) -> None:
    """Put tags on a film, or take them off."""
    film = find_film(session, [title])
    words = [title_of([one]) for one in tags]
    change = session.change(
        lambda entries: track.tag(entries.entry(film.id), film, words, remove=remove, today=session.today),
        what=f'tag "{film.title}"',
    )
    report(changed_words(change))

"""Put tags on a film, or take them off."""

from typing import Annotated

import typer

from watchlist.cli.change_entry import New, change_entry
from watchlist.cli.choose_film import Make, film_to_change, title_of
from watchlist.cli.command import writes
from watchlist.cli.completion import Offered
from watchlist.cli.options import OneTitle
from watchlist.cli.session import Session
from watchlist.rendering.change_words import changed_words
from watchlist.rendering.console import report
from watchlist.services import track
from watchlist.services.choose import Scope


@writes
def command(
    session: Session,
    title: OneTitle,
    tags: Annotated[list[str], typer.Argument(metavar="TAG...", help="Words of your own."), Offered.TAGS],
    remove: Annotated[bool, typer.Option("--remove", help="Take these tags off instead.")] = False,
    new: New = False,
) -> None:
    """Put tags on a film, or take them off."""
    make = Make.NEVER if remove else Make.AT_ONCE if new else Make.OFFER
    meant = film_to_change(session, [title], Scope.LIST_ONLY, make=make)
    words = [title_of([one]) for one in tags]
    change = change_entry(
        session,
        meant,
        lambda entry: track.tag(entry, meant.film, words, remove=remove, today=session.today),
        verb="tag",
    )
    report(changed_words(change, meant.film))

"""Add tags to films, or remove them."""

from typing import Annotated

import typer

from watchlist.cli.change_entry import New, change_entries, report_changes
from watchlist.cli.choose_film import Make, film_to_change, title_of
from watchlist.cli.command import writes
from watchlist.cli.completion import Offered
from watchlist.cli.options import OneTitle
from watchlist.cli.session import Session
from watchlist.cli.where import SureOfAll, Where, films_where
from watchlist.domain.errors import UsageMistake
from watchlist.rendering.change_words import changed_words
from watchlist.services import track
from watchlist.services.choose import Scope


@writes
def command(
    session: Session,
    title: OneTitle,
    tags: Annotated[list[str] | None, typer.Argument(metavar="TAG...", help="Your own labels."), Offered.TAGS] = None,
    *,
    where: Where = None,
    remove: Annotated[bool, typer.Option("--remove", help="Remove these tags instead.")] = False,
    new: New = False,
    yes: SureOfAll = False,
) -> None:
    """Add or remove a film's tags; with --where, those of all matching films."""
    words = [title_of([one]) for one in ([title, *(tags or ())] if where else tags or ())]
    if not words:
        raise UsageMistake("a title and a tag are needed", hint='For example: watchlist tag "Drawing Closer" tears')
    if where:
        named = ", ".join(words).replace("{", "").replace("}", "")
        films = films_where(
            session, where, f"Remove {named} from {{}}?" if remove else f"Tag {{}} with {named}?", yes=yes
        )
    else:
        make = Make.NEVER if remove else Make.AT_ONCE if new else Make.OFFER
        films = [film_to_change(session, [title], Scope.LIST_ONLY, make=make)]
    change = change_entries(
        session,
        films,
        lambda entry, film: track.tag(entry, film, words, remove=remove, today=session.today),
        verb="tag",
    )
    report_changes(session, films, change, changed_words, as_array=bool(where))

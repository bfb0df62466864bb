"""Stop waiting for films, and keep them on the list."""

from watchlist.cli.change_entry import change_entries, report_changes
from watchlist.cli.choose_film import film_to_change
from watchlist.cli.command import writes
from watchlist.cli.options import ListedTitle
from watchlist.cli.session import Session
from watchlist.cli.where import SureOfAll, Where, films_where, refuse_both
from watchlist.rendering.change_words import changed_words
from watchlist.services import track
from watchlist.services.choose import Scope


@writes
def command(session: Session, title: ListedTitle = None, *, where: Where = None, yes: SureOfAll = False) -> None:
    """Stop waiting for a film, but keep it on your list."""
    refuse_both(title, where)
    films = (
        films_where(session, where, "Drop {}?", yes=yes)
        if where
        else [film_to_change(session, title or [], Scope.LIST_ONLY)]
    )
    change = change_entries(session, films, lambda entry, film: track.drop(entry, film.title), verb="drop")
    report_changes(session, films, change, changed_words, as_array=bool(where))

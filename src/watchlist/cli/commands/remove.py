"""Remove films from the list."""

from watchlist.cli.ask import confirm, stopped
from watchlist.cli.change_entry import change_entries, report_changes
from watchlist.cli.choose_film import Meant, film_to_change
from watchlist.cli.command import writes
from watchlist.cli.options import ListedTitle
from watchlist.cli.session import Session
from watchlist.cli.where import SureOfAll, Where, films_where, refuse_both
from watchlist.rendering.change_words import gone_words, removed_words
from watchlist.rendering.wording import film_words
from watchlist.services import track
from watchlist.services.choose import Scope


@writes
def command(session: Session, title: ListedTitle = None, *, where: Where = None, yes: SureOfAll = False) -> None:
    """Remove a film from your list."""
    refuse_both(title, where)
    if where:
        films = films_where(session, where, "Remove {} from your list?", yes=yes)
    else:
        films = [film_to_change(session, title or [], Scope.LIST_ONLY)]
        if session.can_ask and not yes:
            _ask(session, films[0])
    change = change_entries(session, films, lambda entry, film: track.remove(entry, film.title), verb="remove")
    report_changes(session, films, change, removed_words, as_array=bool(where))


def _ask(session: Session, meant: Meant) -> None:
    entry = session.entries.entry(meant.film.id)
    gone = gone_words(entry) if entry else ""
    if gone and not confirm(f"Remove {film_words(meant.film)} with {gone}?"):
        raise stopped()

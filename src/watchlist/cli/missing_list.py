"""What to do if the list is missing: start it, ask, or refuse."""

from watchlist.cli.ask import confirm
from watchlist.storage.changes.missing_list import is_gone, refuse_gone
from watchlist.storage.paths import Paths


def may_begin(paths: Paths, *, ask: bool) -> bool:
    """Say whether the user, who is asked if possible, wants a list where they named one that is not there.

    Raises `InvalidFile` where they do not, and where a list is gone.
    """
    is_asked = ask and paths.is_named and not is_gone(paths)
    if is_asked and confirm(f"There is no list at {paths.list}. Start one there?"):
        return True
    refuse_gone(paths)
    return False

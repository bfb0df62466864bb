"""What to do if the list is missing: start it, ask, or refuse."""

from watchlist.cli.ask import confirm
from watchlist.storage.changes.missing_list import is_gone, refuse_gone
from watchlist.storage.paths import Paths


def may_begin(paths: Paths, *, ask: bool) -> bool:
    """Return whether the user wants to start the list that they named; with `ask`, they are asked.

    Raises `InvalidFile` if not, or if there was a list and it is gone. False for the default list, if it never existed.
    """
    is_asked = ask and paths.is_named and not is_gone(paths)
    if is_asked and confirm(f"There is no list at {paths.list}. Start one there?"):
        return True
    refuse_gone(paths)
    return False

"""A list file that is missing: lost (there are copies of it), mistyped, or not created yet."""

from watchlist.domain.errors import NOTHING_CHANGED, InvalidFile
from watchlist.storage import grounds
from watchlist.storage.changes import backups
from watchlist.storage.files import read_bytes, real_path
from watchlist.storage.list_file import count_entries
from watchlist.storage.paths import Paths


def is_gone(paths: Paths) -> bool:
    """Return whether the list is missing, and its newest copy has films on it."""
    return _films_kept(paths) > 0


def refuse_gone(paths: Paths) -> None:
    """Raise `InvalidFile` if the list is missing, and its newest copy has films or the user gave its path."""
    films = _films_kept(paths)
    program = f'watchlist --file "{paths.list}"' if paths.is_named else "watchlist"
    if films:
        many = "film" if films == 1 else "films"
        raise InvalidFile(
            f"your list at {paths.list} is gone",
            kept=f"Its last backup has {films} {many}. To bring it back: {program} restore 1",
            hint=f"To start a new list instead: {program} --create, and your command",
        )
    if paths.is_named and not grounds.exists(real_path(paths.list)):
        raise InvalidFile(
            f"there is no list at {paths.list}",
            kept=NOTHING_CHANGED,
            hint=f"To start one there: {program} --create, and your command",
        )


def _films_kept(paths: Paths) -> int:
    real = real_path(paths.list)
    if grounds.exists(real):
        return 0
    copies = backups.backups(backups.folder_for(paths.state, real))
    return count_entries(copies[0].path, read_bytes(copies[0].path) or b"") or 0 if copies else 0

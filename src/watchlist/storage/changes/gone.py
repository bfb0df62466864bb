"""A list that was there and is gone: told apart from one that never was, by the copies that were kept of it."""

from watchlist.domain.errors import InvalidFile
from watchlist.storage.changes import backups
from watchlist.storage.files import read_bytes, real_path
from watchlist.storage.list_file import count_entries
from watchlist.storage.paths import Paths


def refuse_gone(paths: Paths) -> None:
    """Raise `InvalidFile` if there is no list at its path, but a copy of one with films on it."""
    real = real_path(paths.list)
    if real.exists():
        return
    copies = backups.backups(backups.folder_for(paths.state, real))
    films = count_entries(copies[0].path, read_bytes(copies[0].path) or b"") if copies else 0
    if films:
        many = "film" if films == 1 else "films"
        raise InvalidFile(
            f"your list at {paths.list} is gone",
            kept=f"Its last copy has {films} {many}. To bring it back: watchlist restore 1",
            hint="To begin a new list instead: watchlist --create, and your command",
        )

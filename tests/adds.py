"""Adding entries without the command line: what the tests of saving do by the hundred."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from watchlist.domain.change import Change, EntryChange, UserFilm
from watchlist.domain.entry import Entry
from watchlist.storage.changes.store import Store
from watchlist.storage.files import Saved
from watchlist.storage.list_file import UserList
from watchlist.storage.paths import Paths

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


def paths_in(folder: Path, bundled: Path | None = None) -> Paths:
    """Return the paths of a program whose home is this folder; its bundled films may lie elsewhere."""
    return Paths(
        list=folder / "data" / "watchlist.toml",
        films=folder / "data" / "films.toml",
        bundled=bundled or folder / "bundled.toml",
        catalogues=folder / "catalogues",
        config=folder / "config.toml",
        state=folder / "state",
        cache=folder / "cache",
    )


def add(store: Store, film_id: str) -> Saved:
    """Add an entry."""
    entry = Entry(film_id, film_id, added=date(2026, 11, 20))
    step: Callable[[UserList], Change] = lambda _: Change((EntryChange(None, entry),))  # noqa: E731
    return store.change(step, what="add", now=NOW).committed.outcome


def add_own(store: Store, film_id: str) -> None:
    """Add an entry and a film of one's own as one step: two files."""
    entry = Entry(film_id, film_id, added=date(2026, 11, 20))
    change = Change((EntryChange(None, entry),), (UserFilm(film_id, film_id),))
    store.change(lambda _: change, what=f"add {film_id}", now=NOW)

from datetime import date
from pathlib import Path

from adds import NOW, add, paths_in
from bundled import FILMS_FILE
from watchlist.domain.change import EntryChange
from watchlist.domain.entry import Entry
from watchlist.services.upkeep.restore import Copies, Copy, copies, restoring
from watchlist.storage.changes.store import Store


def test_copies_say_what_bringing_them_back_does_and_a_damaged_one_is_said_to_be(tmp_path: Path) -> None:
    store = Store(paths_in(tmp_path)._replace(bundled=FILMS_FILE))
    assert copies(store) == Copies((), None)
    add(store, "a")
    size = store.paths.list.stat().st_size
    add(store, "b")
    made = NOW.replace(tzinfo=None)
    gone = EntryChange(Entry("b", "b", added=date(2026, 11, 20)), None)
    assert copies(store) == Copies((Copy(1, made, size, 1, (gone,)),), 2)
    assert restoring(store, store.backups()[0]) == (gone,)
    store.backups()[0].path.write_text("damaged")
    assert copies(store) == Copies((Copy(1, made, len("damaged"), None),), 2)

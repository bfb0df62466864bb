from pathlib import Path

from adds import NOW, add, paths_in
from bundled import FILMS_FILE
from watchlist.services.upkeep.restore import Copies, Copy, copies
from watchlist.storage.changes.store import Store


def test_copies_are_counted_and_a_damaged_one_is_said_to_be(tmp_path: Path) -> None:
    store = Store(paths_in(tmp_path)._replace(bundled=FILMS_FILE))
    assert copies(store) == Copies(())
    add(store, "a")
    size = store.paths.list.stat().st_size
    add(store, "b")
    made = NOW.replace(tzinfo=None)
    assert copies(store) == Copies((Copy(1, made, size, 1),))
    store.backups()[0].path.write_text("damaged")
    assert copies(store) == Copies((Copy(1, made, len("damaged"), None),))

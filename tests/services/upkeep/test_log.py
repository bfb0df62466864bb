from datetime import timedelta
from pathlib import Path

from adds import NOW, add, paths_in
from bundled import FILMS_FILE
from watchlist.services.upkeep.log import Log, LoggedStep, read_log
from watchlist.storage.changes.store import Store


def test_the_log_has_every_step_and_says_which_are_undone(tmp_path: Path) -> None:
    store = Store(paths_in(tmp_path)._replace(bundled=FILMS_FILE))
    assert read_log(store) == Log(())
    add(store, "a")
    store.undo(1, now=NOW + timedelta(seconds=1))
    assert read_log(store) == Log((LoggedStep(NOW, "add", undone=True),))

from datetime import date, timedelta
from pathlib import Path

from adds import NOW, add, paths_in
from bundled import FILMS_FILE
from watchlist.domain.change import EntryChange
from watchlist.domain.entry import Entry
from watchlist.services.upkeep.log import Log, LoggedStep, read_log
from watchlist.storage.changes.store import Store


def test_the_log_has_every_step_and_says_which_are_undone(tmp_path: Path) -> None:
    store = Store(paths_in(tmp_path)._replace(bundled=FILMS_FILE))
    assert read_log(store) == Log(())
    add(store, "a")
    store.undo(1, now=NOW + timedelta(seconds=1))
    added = EntryChange(None, Entry("a", "a", added=date(2026, 11, 20)))
    assert read_log(store) == Log((LoggedStep(NOW, "add", undone=True, changes=(added,)),))


def test_of_a_list_that_was_replaced_as_a_whole_the_log_knows_no_entries(tmp_path: Path) -> None:
    store = Store(paths_in(tmp_path)._replace(bundled=FILMS_FILE))
    store.replace_list("schema = 1\n", read=None, what="edit", now=NOW)
    assert read_log(store) == Log((LoggedStep(NOW, "edit", undone=False, changes=None),))

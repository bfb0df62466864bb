"""Each copy of the list is shown with what is in it and what bringing it back would change."""

from datetime import datetime
from typing import Any

from drawn import draw
from watchlist.domain.change import EntryChange
from watchlist.domain.entry import Entry
from watchlist.rendering.change_json import entry_changes_json
from watchlist.rendering.views import restore
from watchlist.services.upkeep.restore import Copies, Copy

MADE = datetime(2026, 11, 20, 9, 5, 7)  # noqa: DTZ001  the local time, as in the names of copies
BACK = (EntryChange(None, Entry("up", "Up")), EntryChange(Entry("heat", "Heat", rating=9), None))
COPIES = Copies((Copy(1, MADE, 99, 3, BACK), Copy(2, MADE, 98, 1), Copy(3, MADE, 9, None)), 4)


def test_a_line_says_what_is_in_a_copy_and_how_the_list_would_differ() -> None:
    assert list(restore.as_lines(COPIES)) == [
        "0\tnow\t4 films\tas it is",
        "1\t2026-11-20 09:05:07\t3 films\t+Up, -Heat (4½ stars)",
        "2\t2026-11-20 09:05:07\t1 film\tno differences",
        "3\t2026-11-20 09:05:07\tdamaged\t",
    ]
    assert list(restore.as_lines(Copies((), 4))) == []


def test_json_has_no_changes_of_a_copy_that_is_damaged() -> None:
    found: Any = restore.as_json(COPIES)
    assert found[0] == {
        "number": 1,
        "made": "2026-11-20T09:05:07",
        "size": 99,
        "entries": 3,
        "changes": entry_changes_json(BACK),
    }
    assert (found[2]["entries"], found[2]["changes"]) == (None, None)


def test_a_terminal_says_how_to_restore_one_or_that_there_is_none() -> None:
    assert draw(restore, COPIES, 80).splitlines()[-1] == "To restore one: watchlist restore NUMBER"
    assert draw(restore, Copies((), None), 80) == "There are no backups yet: one is made before each change.\n"

"""The log shows each step with when it was made, and one that was undone as undone."""

from datetime import datetime

from drawn import draw
from watchlist.domain.change import EntryChange
from watchlist.domain.entry import Entry
from watchlist.rendering.change_json import entry_changes_json
from watchlist.rendering.views import log
from watchlist.services.upkeep.log import Log, LoggedStep

AT = datetime(2026, 11, 20, 9, 5)  # noqa: DTZ001  the local time, as in the journal
CHANGES = (EntryChange(None, Entry("up", "Up")),)
DONE = LoggedStep(AT, "add Up", undone=False, changes=CHANGES)
UNDONE = DONE._replace(undone=True)
WHOLE = LoggedStep(AT.replace(day=1), "restore", undone=False, changes=None)


def test_a_step_is_one_line() -> None:
    assert list(log.as_lines(Log((UNDONE, WHOLE)))) == [
        "2026-11-20 09:05\tadd Up\tundone",
        "2026-11-01 09:05\trestore\t",
    ]
    assert draw(log, Log(()), 80) == "No changes yet.\n"


def test_what_was_undone_is_struck_through() -> None:
    drawn = draw(log, Log((UNDONE, DONE)), 80, colour=True).splitlines()
    assert ["\x1b[2;9madd Up" in line for line in drawn] == [True, False]


def test_json_has_the_entries_of_a_step_and_none_for_a_whole_list() -> None:
    assert log.as_json(Log((UNDONE, WHOLE))) == [
        {"at": "2026-11-20T09:05:00", "what": "add Up", "undone": True, "changes": entry_changes_json(CHANGES)},
        {"at": "2026-11-01T09:05:00", "what": "restore", "undone": False, "changes": None},
    ]


def test_a_step_that_was_turned_back_has_its_changes_the_other_way_round() -> None:
    back = (EntryChange(CHANGES[0].after, None),)
    assert log.turned_json(UNDONE, dry_run=False) == {
        "at": "2026-11-20T09:05:00",
        "what": "add Up",
        "done": True,
        "changes": entry_changes_json(back),
    }
    assert log.turned_json(DONE, dry_run=True)["changes"] == entry_changes_json(CHANGES)
    assert log.turned_json(WHOLE._replace(undone=True), dry_run=True) == {
        "at": "2026-11-01T09:05:00",
        "what": "restore",
        "done": False,
        "changes": None,
    }

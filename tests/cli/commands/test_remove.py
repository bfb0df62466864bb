"""Remove: one entry goes, the rest stays."""

from pathlib import Path

from program import Ran, Run


def test_removing_leaves_the_rest(run: Run, list_file: Path) -> None:
    run("add", "Alien 1979")
    before = list_file.read_text()
    run("add", "Heat 2", "--release", "2027")
    assert run("remove", "Heat 2") == Ran(0, "Removed Heat 2 from your list.\nTo undo: watchlist undo\n", "")
    assert list_file.read_text() == before

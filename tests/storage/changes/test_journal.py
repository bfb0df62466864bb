"""What the journal keeps: its reach, its privacy, what earlier versions wrote, lists of their own."""

import json
from pathlib import Path

import pytest

from adds import NOW, add, paths_in
from watchlist.storage.changes import journal
from watchlist.storage.changes.journal import Step, begin, blocks_between, end, proved_digest, read_history, trim
from watchlist.storage.changes.journal_file import journal_path, last_ended
from watchlist.storage.changes.store import Store
from watchlist.storage.index.indexed_entries import open_entries
from watchlist.storage.paths import Paths


def write_steps(path: Path, count: int, words: str) -> None:
    lines = []
    for number in range(1, count + 1):
        step = {**Step("2026-11-20T12:00:00", words, "", ())._asdict(), "number": number}
        lines += [json.dumps(step), json.dumps({"end": number, "made": True})]
    path.write_text("".join(f"{line}\n" for line in lines))


def test_a_long_journal_keeps_its_last_thousand_steps_privately(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    write_steps(path, 2000, "x" * 3000)
    path.chmod(0o644)
    trim(path)
    done = read_history(path, tmp_path / "none", "").done
    assert [step.number for step in done] == list(range(1001, 2001))
    assert (path.stat().st_mode & 0o777, last_ended(path)) == (0o600, 2000)
    assert list(tmp_path.glob("*.tmp")) == []


def test_huge_steps_go_earlier_but_never_the_last_hundred(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal, "_TRIMMED_FROM", 1000)
    monkeypatch.setattr(journal, "_LARGEST", 2000)
    write_steps(tmp_path / "journal.jsonl", 900, "x")
    trim(tmp_path / "journal.jsonl")
    assert len(read_history(tmp_path / "journal.jsonl", tmp_path / "none", "").done) == 100


def test_a_step_without_an_end_is_open_and_a_torn_line_no_step(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    begin(path, Step("t", "one", "", (), 1))
    end(path, 1, made=True)
    begin(path, Step("t", "two", "", (), 2))
    history = read_history(path, tmp_path / "none", "")
    assert ([step.what for step in history.done], history.open and history.open.what) == (["one"], "two")
    end(path, 2, made=False)
    path.write_bytes(path.read_bytes() + b'{"at": "t", "wh')
    history = read_history(path, tmp_path / "none", "")
    assert ([step.what for step in history.done], history.open, last_ended(path)) == (["one"], None, None)


@pytest.mark.parametrize("line", ["[1]", '"x"', "3", "[" * 60_000, '{"end": 1, "made": true}'])
def test_a_line_that_is_no_step_costs_nothing_but_itself(tmp_path: Path, line: str) -> None:
    store = Store(paths_in(tmp_path))
    add(store, "a")
    path = journal_path(store.paths.state, store.paths.list)
    path.write_text(f"{path.read_text()}{line}\n{line}\n")
    assert (proved_digest(path, "list"), blocks_between(path, "one", "other")) == (None, None)
    assert [entry.id for entry in open_entries(store.paths).everything()] == ["a"]
    add(store, "b")
    assert [entry.id for entry in open_entries(store.paths).everything()] == ["a", "b"]
    assert [step.what for step in store.history().done] == ["add", "add"]


def test_what_an_earlier_version_noted_for_this_list_can_be_undone_and_redone(tmp_path: Path) -> None:
    paths = paths_in(tmp_path)
    paths.list.parent.mkdir()
    paths.list.write_text("two\n")
    paths.state.mkdir()
    steps = [old_step(paths, "one", "", "one\n"), old_step(paths, "two", "one\n", "two\n")]
    others = old_step(paths._replace(list=tmp_path / "other.toml"), "other", "", "x")
    lines = [steps[0], others, steps[1], {"undone": "two"}, {"redone": "two"}]
    (paths.state / "journal.jsonl").write_text("".join(f"{json.dumps(line)}\n" for line in lines))
    store = Store(paths)
    assert [step.what for step in store.history().done] == ["one", "two"]
    store.undo(1, now=NOW)
    assert paths.list.read_text() == "one\n"
    assert [step.what for step in store.history().undone] == ["two"]
    store.undo(1, now=NOW)
    store.redo(2, now=NOW)
    assert paths.list.read_text() == "two\n"


def old_step(paths: Paths, at: str, before: str, after: str) -> dict[str, object]:
    from watchlist.storage.changes.difference import difference

    change = difference(str(paths.list), before, after, None, whole=True)._asdict()
    del change["whole"]
    return {"at": at, "what": at, "list": str(paths.list), "files": [change]}


def test_lists_have_journals_of_their_own(tmp_path: Path) -> None:
    one, other = Store(paths_in(tmp_path)), Store(paths_in(tmp_path)._replace(list=tmp_path / "b" / "watchlist.toml"))
    add(one, "a")
    add(other, "b")
    add(one, "c")
    assert [len(store.history().done) for store in (one, other)] == [2, 1]
    other.undo(1, now=NOW)
    assert [len(store.history().done) for store in (one, other)] == [2, 0]

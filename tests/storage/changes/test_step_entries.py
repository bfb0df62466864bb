"""The entries that a step changed, read from the journal alone."""

from pathlib import Path

from adds import NOW, add, paths_in
from watchlist.domain.change import Change, EntryChange, UserFilm
from watchlist.domain.entry import Entry
from watchlist.storage.changes.difference import FileChange, TableChange
from watchlist.storage.changes.journal import Step
from watchlist.storage.changes.step_entries import entry_changes
from watchlist.storage.changes.store import Store

A, B, C = (Entry(letter, letter.upper()) for letter in "abc")


def test_what_a_step_did_to_each_entry_is_what_the_command_did(tmp_path: Path) -> None:
    store = Store(paths_in(tmp_path))
    first = (EntryChange(None, A), EntryChange(None, B))
    store.change(lambda _: Change(first), what="add", now=NOW)
    second = (EntryChange(A, A._replace(rating=9)), EntryChange(B, None), EntryChange(None, C))
    store.change(lambda _: Change(second, user_films=(UserFilm("c", "Charlie"),)), what="rate", now=NOW)
    done = [entry_changes(step) for step in store.history().done]
    assert [done[0], sorted(done[1] or (), key=lambda one: one.entry.id)] == [first, list(second)]


def test_a_step_that_put_another_list_in_its_place_tells_no_entries(tmp_path: Path) -> None:
    store = Store(paths_in(tmp_path))
    add(store, "a")
    store.replace_list("schema = 1\n", read=store.paths.list.read_bytes(), what="edit", now=NOW)
    assert [entry_changes(step) is None for step in store.history().done] == [False, True]


def test_a_step_in_other_files_changed_no_entry() -> None:
    settings = FileChange("config", 0, "", "x", "", "", whole=True)
    assert entry_changes(Step("2026-11-20", "config", "/list.toml", (settings,))) == ()


def test_of_a_step_of_an_earlier_version_by_path_what_can_be_read_is_told() -> None:
    blocks = (
        TableChange("films", '"a"', 0, '[[films]]\nid = "a"\n', '[[films]]\nid = "a"\nrating = 8\n'),
        TableChange("films", '"b"', 1, "[[films]]\nid = ", '[[films]]\nid = "b"\n'),
        TableChange("films", '"c"', 2, "[[films]]\nrating = 99\n", None),
        TableChange("sources", '"v"', 0, None, '[[sources]]\nid = "v"\n'),
        TableChange("films", '"d"', 3, "[other]\n", None),
    )
    change = FileChange("/list.toml", 0, "", "", "", "", blocks, whole=False)
    a, b = Entry("a", "a"), Entry("b", "b")
    assert entry_changes(Step("2026-11-20", "rate", "/list.toml", (change,))) == (
        *(EntryChange(a, a._replace(rating=8)), EntryChange(None, b)),
    )

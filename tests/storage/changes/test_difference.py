"""What undo and redo may do to a file that was edited since: only what the step did, or nothing."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adds import NOW, add, paths_in
from watchlist.domain.change import Change, EntryChange
from watchlist.domain.errors import Refused
from watchlist.storage.changes.difference import ChangeState, change_state, difference, undo_or_redo
from watchlist.storage.changes.store import Store
from watchlist.storage.list_file import entry_table, list_document, read_list
from watchlist.storage.toml.edit import Edit, Remove, SetKeys, apply
from watchlist.storage.toml.read import Document

TEXT = """# my list
schema = 1

[[films]]
id = "a" # one
[other]
x = 1
[films.want]
region = "US"

# about b
[[films]]
id = "b"

[[films]]
id = "c"
note = "n"

[last]
y = 2
"""


def step(text: str, *edits: Edit) -> tuple[str, str]:
    """Make edits of a text; give the new one, and the text it came from."""
    return apply(Document(Path("list"), text, tomllib.loads(text)), list(edits)).text, text


def test_a_text_may_hold_characters_at_which_python_splits_lines() -> None:
    new, text = step('[[films]]\nid = "a\u2028b"\nnote = "x\x85y"\n', SetKeys("films", 0, {"rating": 4}))
    edited = apply(Document(Path("list"), text, tomllib.loads(text)), [SetKeys("films", 0, {"rating": 4})])
    change = difference("list", text, new, edited.touched, whole=False)
    assert [block.id for block in change.blocks] == ['"a\u2028b"']
    assert undo_or_redo(change, new, back=True, name="list") == text


@pytest.mark.parametrize("number", [1, 2])
def test_an_entry_that_was_removed_comes_back_beside_edits_by_hand(number: int) -> None:
    edited = apply(Document(Path("list"), TEXT, tomllib.loads(TEXT)), [Remove("films", number)])
    change = difference("list", TEXT, edited.text, edited.touched, whole=False)
    assert undo_or_redo(change, edited.text, back=True, name="list") == TEXT
    by_hand = edited.text.replace("# my list", "# my own list")
    turned = undo_or_redo(change, by_hand, back=True, name="list")
    assert tomllib.loads(turned)["films"] == tomllib.loads(TEXT)["films"]
    assert undo_or_redo(change, turned, back=False, name="list") == by_hand
    assert [change_state(change, text) for text in (TEXT, edited.text, by_hand, turned)] == [
        *(ChangeState.BEFORE, ChangeState.AFTER, ChangeState.AFTER, ChangeState.BEFORE)
    ]


def test_an_entry_in_parts_is_taken_back_as_a_whole_or_not_at_all() -> None:
    edited = apply(Document(Path("list"), TEXT, tomllib.loads(TEXT)), [SetKeys("films", 0, {"rating": 8})])
    change = difference("list", TEXT, edited.text, edited.touched, whole=False)
    assert undo_or_redo(change, edited.text, back=True, name="list") == TEXT
    with pytest.raises(Refused, match='"the list" was changed since then'):
        undo_or_redo(change, edited.text + "# by hand\n", back=True, name="the list")


def test_a_list_that_had_to_be_rewritten_is_never_emptied_by_undo(tmp_path: Path) -> None:
    store = Store(paths_in(tmp_path))
    store.paths.list.parent.mkdir()
    store.paths.list.write_text('schema = 1\nfilms = [{ id = "a" }, { id = "b" }]\n')
    assert add(store, "c").value == "saved"
    with store.paths.list.open("a") as file:
        file.write("# by hand\n")
    before = store.paths.list.read_bytes()
    with pytest.raises(Refused):
        store.undo(1, now=NOW)
    assert store.paths.list.read_bytes() == before


_LINES = ("[other{}]\nx = 1\n", "# comment\n", "\n", '[films.want]\nregion = "US"\n', '[films.ids]\nimdb = "tt1"\n')


@st.composite
def lists(draw: st.DrawFn) -> str:
    """Write a list with other tables, comments and parts of entries between its entries."""
    text = draw(st.sampled_from(["", "schema = 1\n", "\ufeff# mine\n"]))
    for number in range(draw(st.integers(1, 5))):
        text += f'[[films]]\nid = "f{number}"\n'
        for line in draw(st.lists(st.sampled_from(_LINES), max_size=3, unique=True)):
            text += line.format(number)
    return text if draw(st.booleans()) else text.replace("\n", "\r\n")


@settings(max_examples=300, deadline=None)
@given(text=lists(), which=st.integers(0, 4), what=st.sampled_from(["rate", "remove", "want"]), end=st.booleans())
def test_undo_changes_nothing_but_what_its_step_changed(text: str, which: int, what: str, end: bool) -> None:
    tables = tomllib.loads(text.removeprefix("\ufeff"))
    number = which % len(tables["films"])
    edits: dict[str, Edit] = {
        "rate": SetKeys("films", number, {"rating": 8}),
        "remove": Remove("films", number),
        "want": SetKeys("films", number, {"want": {"region": "GB", "channel": "tv"}}),
    }
    edited = apply(Document(Path("list"), text, tables), [edits[what]])
    change = difference("list", text, edited.text, edited.touched, whole=edited.touched is None)
    assert undo_or_redo(change, edited.text, back=True, name="") == text
    by_hand = edited.text + "# by hand\n" if end else "# by hand\n" + edited.text.removeprefix("\ufeff")
    try:
        turned = undo_or_redo(change, by_hand, back=True, name="")
    except Refused:
        assert change.whole
        return
    assert tomllib.loads(turned.removeprefix("\ufeff")) == tables
    assert "# by hand" in turned


def test_undo_and_redo_of_a_thousand_entries_beside_a_hand_edit_keep_their_order(tmp_path: Path) -> None:
    store = Store(paths_in(tmp_path))
    for film_id in ("first", "last"):
        add(store, film_id)
    users = read_list(list_document(store.paths.list))
    entries = [users.entries[0]._replace(id=f"n{number}") for number in range(1000)]
    store.change(lambda _: Change(tuple(EntryChange(None, entry) for entry in entries)), what="import", now=NOW)
    made = store.paths.list.read_text()
    store.paths.list.write_text("# by hand\n" + made)
    store.undo(1, now=NOW)
    assert [entry_table(entry)["id"] for entry in read_list(list_document(store.paths.list)).entries] == [
        "first",
        "last",
    ]
    store.redo(1, now=NOW)
    assert store.paths.list.read_text() == "# by hand\n" + made

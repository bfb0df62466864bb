"""An index is built once, rebuilt when its files change, and never taken away from those who read it."""

import gc
import os
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from watchlist.storage.index.index_note import valid_index
from watchlist.storage.index.sqlite_index import Index, Reopening, intact, open_index, packed


class Filler:
    """Fills an index with the text of a file, and counts how often."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.times = 0

    def __call__(self, connection: sqlite3.Connection) -> None:
        self.times += 1
        connection.execute("CREATE TABLE text (text TEXT)")
        connection.execute("INSERT INTO text VALUES (?)", (self.file.read_text(),))


@pytest.fixture
def fill(tmp_path: Path) -> Filler:
    file = tmp_path / "file"
    file.write_text("one")
    return Filler(file)


def opened(fill: Filler, *, trust: bool = True, update: Callable[[sqlite3.Connection], bool] | None = None) -> Index:
    return open_index(fill.file.parent / "indexes", "name", [fill.file], fill, trust=trust, update=update)


def text(index: Index) -> object:
    return index.query("SELECT text FROM text")[0][0]


def test_an_index_is_built_once(fill: Filler) -> None:
    assert [text(opened(fill)), text(opened(fill)), fill.times] == ["one", "one", 1]


@pytest.mark.skipif(os.name != "posix", reason="there are no modes")
@pytest.mark.parametrize("is_updated", [False, True])
def test_an_index_and_its_note_are_closed_to_others(fill: Filler, is_updated: bool) -> None:
    opened(fill)
    fill.file.write_text("two, and longer")
    opened(fill, update=lambda _: is_updated)
    assert {path.stat().st_mode & 0o777 for path in (fill.file.parent / "indexes").iterdir()} == {0o600}


def test_without_trust_it_is_rebuilt(fill: Filler) -> None:
    opened(fill)
    assert [text(opened(fill, trust=False)), fill.times] == ["one", 2]


def test_one_that_is_being_read_can_be_replaced(fill: Filler) -> None:
    old = opened(fill)
    fill.file.write_text("two, and longer")
    new = opened(fill)
    assert len(list((fill.file.parent / "indexes").glob("*.sqlite"))) == 1
    assert [text(old), text(new)] == ["one", "two, and longer"]


@pytest.mark.parametrize(("is_updated", "filled"), [(True, 1), (False, 2)])
def test_one_that_can_be_updated_is_not_rebuilt(fill: Filler, is_updated: bool, filled: int) -> None:
    def update(connection: sqlite3.Connection) -> bool:
        connection.execute("UPDATE text SET text = 'two, and longer'")
        return is_updated

    opened(fill)
    fill.file.write_text("two, and longer")
    assert [text(opened(fill, update=update)), fill.times] == ["two, and longer", filled]


def test_where_nothing_can_be_written_it_is_in_memory(fill: Filler) -> None:
    (fill.file.parent / "indexes").write_text("a file in its place")
    assert [text(opened(fill)), text(opened(fill)), fill.times] == ["one", "one", 2]


def test_a_file_that_goes_or_changes_makes_it_invalid(fill: Filler) -> None:
    cache = fill.file.parent / "indexes"
    opened(fill)
    assert valid_index(cache, "name", [fill.file]) is not None
    assert valid_index(cache, "name", []) is None
    assert valid_index(cache, "other", [fill.file]) is None
    fill.file.write_text("two")
    assert valid_index(cache, "name", [fill.file]) is None


def test_a_question_is_asked_again_after_damage() -> None:
    indexes = Reopening(lambda trust: "damaged" if trust else "rebuilt")

    def question(index: str) -> str:
        if index == "damaged":
            raise sqlite3.DatabaseError
        return index

    assert indexes.ask(question) == "rebuilt"


def test_a_stored_value_that_changed_is_noticed() -> None:
    body, checksum = packed({"title": "Amélie"})
    assert intact(body, checksum) == '{"title":"Amélie"}'
    with pytest.raises(ValueError, match="damaged"):
        intact(body.replace("Amélie", "Amelie"), checksum)


def test_an_index_that_nobody_holds_may_be_closed_in_another_thread(fill: Filler) -> None:
    held = [opened(fill)]
    thread = threading.Thread(target=held.clear)
    thread.start()
    thread.join()
    gc.collect()
    assert held == []

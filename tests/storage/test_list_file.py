"""The user's list: each entry is read by itself, and one is found in a valid text without reading the others."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings

from entries import LISTS
from exports import ids
from watchlist.domain.claim import Channel
from watchlist.domain.entry import Entry, Status, Viewing, Want
from watchlist.domain.errors import InvalidFile
from watchlist.storage.list_file import (
    KEYS,
    QuickList,
    count_entries,
    empty_list,
    entry_table,
    list_document,
    parse_list,
    read_list,
    refuse_newer,
)
from watchlist.storage.toml.edit import Append, Remove, SetKeys, write_table
from watchlist.storage.toml.read import Document, read_document

LIST = Path("list.toml")
WHOLE = Entry(
    "heat-2",
    "Heat 2",
    added=date(2026, 11, 20),
    status=Status.WATCHED,
    want=Want("JP", Channel.TV, "NHK"),
    rating=9,
    viewings=(date(2024, 7, 1),),
    tags=("a", "b"),
    note="good",
    ids=ids(imdb="tt1", tmdb="5"),
    undated_viewings=2,
    diary=(Viewing(date(2024, 7, 1), 9, rewatch=True, review="Good."),),
)


def document(text: str) -> Document:
    return read_document(LIST, text.encode())


def written(entries: Sequence[Entry]) -> str:
    return "\n".join(["schema = 1\n", *(write_table("films", entry_table(entry)) for entry in entries)])


def test_an_entry_is_a_table_of_the_keys_that_say_something_in_the_order_of_the_file() -> None:
    table = entry_table(WHOLE)
    assert table == {
        "id": "heat-2",
        "title": "Heat 2",
        "added": date(2026, 11, 20),
        "status": "watched",
        "want": {"region": "JP", "channel": "tv", "service": "NHK"},
        "rating": 9,
        "viewings": [date(2024, 7, 1)],
        "tags": ["a", "b"],
        "note": "good",
        "ids": {"imdb": "tt1", "tmdb": "5"},
        "undated_viewings": 2,
        "diary": [{"day": date(2024, 7, 1), "rating": 9, "rewatch": True, "review": "Good."}],
    }
    assert [key for key in KEYS if key in table] == list(table)
    assert (entry_table(Entry("a", "A")), entry_table(None)) == ({"id": "a", "title": "A", "status": "wanted"}, {})


@given(LISTS)
@settings(max_examples=40)
def test_a_list_is_read_as_it_was_written_whole_or_entry_by_entry(entries: list[Entry]) -> None:
    text = written(entries)
    whole = read_list(document(text))
    assert (whole.entries, whole.broken, count_entries(LIST, text.encode())) == (tuple(entries), (), len(entries))
    quick = QuickList(text, lambda: document(text))
    for number, entry in enumerate(entries):
        assert (quick.entry(entry.id), quick.number(entry.id), whole.number(entry.id)) == (entry, number, number)
    wanted = [*(entry.id for entry in reversed(entries)), "nobody-there"]
    assert quick.entries_of(wanted) == whole.entries_of(wanted) == tuple(reversed(entries))
    assert (quick.entry("nobody-there"), whole.entry("nobody-there")) == (None, None)


ODD = """[[films]]
id = "a"

[[films]]
title = "No id"

[[films]]
id = "b"
rating = 11
status = "seen"

[[films]]
id = "a"
title = "Again"

[[films]]
id = "c"
mine = 1
"""


def test_a_faulty_entry_hides_no_other_and_its_first_fault_is_named_with_its_place() -> None:
    users = read_list(document(ODD))
    assert users.entries == (Entry("a", "a"), Entry("c", "c"))
    assert users.broken == (
        'list.toml:4:1: "id" is missing',
        "list.toml:9:10: rating: must be a whole number from 1 to 10, not 11",
        'list.toml:13:6: the id "a" is used twice; the first entry counts',
    )
    quick = QuickList(ODD, lambda: document(ODD))
    assert [quick.entry(one) for one in "abc"] == [Entry("a", "a"), None, Entry("c", "c")]
    assert (quick.number("c"), users.number("c")) == (4, 4)


def test_the_places_of_edits_are_known_of_entries_that_were_looked_up() -> None:
    text = written([Entry(one, one) for one in "abc"])
    quick = QuickList(text, lambda: document(text))
    quick.entry("c")
    (place,) = quick.places([SetKeys("films", 2, {"rating": 8}), Append("films", {"id": "d"})]) or ()
    assert (place.number, text[place.start : place.stop]) == (2, write_table("films", entry_table(Entry("c", "c"))))
    assert quick.places([Remove("films", 2), Remove("films", 0)]) is None


def test_a_few_entries_are_found_one_by_one_and_many_are_read_together() -> None:
    text = written([Entry(f"f{number}", "F") for number in range(600)])
    reads: list[str] = []

    def read() -> Document:
        reads.append(text)
        return document(text)

    quick = QuickList(text, read)
    few, many = ([f"f{number}" for number in range(most)] for most in (5, 600))
    assert (len(quick.entries_of(few)), len(reads), len(quick.entries_of(many)), len(reads)) == (5, 0, 600, 1)


def test_films_that_are_no_tables_are_a_fault_of_the_file() -> None:
    with pytest.raises(InvalidFile, match=r"^list\.toml:2:9: films must be an array of tables: write \[\[films\]\]"):
        read_list(document("schema = 1\nfilms = 3\n"))
    assert [count_entries(LIST, data) for data in (b"films = 3", b"= x", b"\xff", b"")] == [None, None, None, 0]


def test_without_a_file_the_list_is_empty_and_a_damaged_one_says_what_helps(tmp_path: Path) -> None:
    path = tmp_path / "list.toml"
    assert list_document(path) == empty_list(path) == Document(path, "schema = 1\n", {"schema": 1})
    path.write_text("schema = = 1\n")
    ways: tuple[Callable[[], Document], ...] = (
        lambda: list_document(path),
        lambda: parse_list(path, path.read_bytes()),
    )
    for read in ways:
        with pytest.raises(InvalidFile) as raised:
            read()
        assert raised.value.lines == (
            f'{path}:1:10: invalid value: "schema = = 1"',
            "Nothing was changed.",
            "Correct it with watchlist edit, or bring back an earlier list with watchlist restore.",
        )


def test_a_list_of_a_newer_version_is_not_changed() -> None:
    for text in ("", "schema = 1\n"):
        refuse_newer(document(text))
    for version in ("2", '"x"'):
        with pytest.raises(InvalidFile) as raised:
            refuse_newer(document(f"schema = {version}\n"))
        assert raised.value.lines == (
            f"list.toml:1:10: written by a newer watchlist (schema {version.strip(chr(34))}, this one knows 1)",
            "Nothing was changed.",
            "Install the newer version to change this list.",
        )

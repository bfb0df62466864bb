"""What the next command could not read is refused before it is written."""

from pathlib import Path

import pytest
from hypothesis import given, settings

from entries import ENTRIES
from watchlist.domain.change import EntryChange
from watchlist.domain.entry import Entry
from watchlist.domain.errors import BadValue, InvalidFile
from watchlist.storage.changes.readable import refuse_unreadable, refuse_unreadable_text
from watchlist.storage.list_file import entry_table, read_list
from watchlist.storage.toml.edit import Edited, Piece, Touched, write_table
from watchlist.storage.toml.read import read_document

A = Entry("a", "Alpha")


def said(*changes: EntryChange) -> str:
    try:
        refuse_unreadable(changes)
    except BadValue as error:
        return str(error)
    return ""


def test_each_value_that_could_not_be_read_again_is_refused_under_the_title_it_belongs_to() -> None:
    entries = {
        A._replace(rating=11): '"Alpha": rating: must be a whole number from 1 to 10, not 11',
        A._replace(id="a b"): '"Alpha": id: must have no spaces, not "a b"',
        A._replace(title="  "): '"  ": title: must have a visible character',
        A._replace(note="x\ud800"): '"Alpha": note: is not valid UTF-8',
        A._replace(tags=("x", "y\ud800")): '"Alpha": tags: is not valid UTF-8',
        A._replace(title="T" * 99, rating=0, undated_viewings=-1): f'"{"T" * 60}": undated_viewings: must be a whole',
    }
    for entry, words in entries.items():
        assert said(EntryChange(A, entry)).startswith(words)


def test_what_is_taken_off_or_stays_as_it_is_may_be_anything() -> None:
    odd = A._replace(rating=11)
    assert said(EntryChange(odd, None), EntryChange(odd, odd)) == ""


@given(ENTRIES)
@settings(max_examples=40)
def test_an_entry_that_is_let_through_is_read_again_as_it_was(entry: Entry) -> None:
    refuse_unreadable([EntryChange(None, entry)])
    text = write_table("films", entry_table(entry))
    assert read_list(read_document(Path("list.toml"), text.encode())).entries == (entry,)


def test_a_text_that_no_reading_would_take_is_refused_even_if_each_value_is_right() -> None:
    path = Path("films.toml")
    with pytest.raises(BadValue, match=r"^films\.toml would be larger than 32 MiB$"):
        refuse_unreadable_text(path, Edited("#" * (32 * 1024 * 1024 + 1), ()))
    refuse_unreadable_text(path, Edited("not = parsed = again", ()))
    with pytest.raises(InvalidFile, match=r"^films\.toml:1:9: invalid value"):
        refuse_unreadable_text(path, Edited("twice = = 1\n", None))
    deep = f"note = {'[' * 500}{']' * 500}\n"
    with pytest.raises(InvalidFile, match=r"^films\.toml:1:1: nested more than \d+ levels deep"):
        refuse_unreadable_text(path, Edited(deep, (Touched(Piece("films", 0, 0, 9), "", deep),)))

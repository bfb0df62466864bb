"""What the next command could not read is refused before it is written."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings

from claims import claim
from entries import ENTRIES
from exports import ids
from watchlist.domain.change import Change, EntryChange, UserFilm, WholeFilms
from watchlist.domain.claim import Source
from watchlist.domain.entry import Entry
from watchlist.domain.errors import BadValue, InvalidFile
from watchlist.domain.film import Film
from watchlist.storage.changes.readable import refuse_unreadable, refuse_unreadable_text
from watchlist.storage.list_file import entry_table, read_list
from watchlist.storage.toml.edit import Edited, Piece, Touched, write_table
from watchlist.storage.toml.read import read_document

A = Entry("a", "Alpha")
SOURCE = Source("v", "Variety")


def said(change: Change) -> str:
    try:
        refuse_unreadable(change)
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
        assert said(Change((EntryChange(A, entry),))).startswith(words)
    films = {
        UserFilm("a", "Alpha", year=1066): '"Alpha": year: must be a whole number from 1870 to 2200, not 1066',
        UserFilm("a", ids=ids(imdb="t t")): '"a": imdb: must have no spaces, not "t t"',
        UserFilm("a", claims=(claim("2027")._replace(region="XX"),)): '"a": region: "XX" is not a region',
        UserFilm("a", claims=(claim("2027")._replace(source=SOURCE._replace(url="x")),)): '"Variety": url: ',
    }
    for film, words in films.items():
        assert said(Change(own=(film,))).startswith(words)
    wholes = {
        Film("a", "Alpha", runtime=0): '"Alpha": runtime: must be a whole number from 1 to 10000, not 0',
        Film("a", "", claims=(claim("2027")._replace(said="x\ud800"),)): '"a": claims: is not valid UTF-8',
    }
    for whole, words in wholes.items():
        assert said(Change(whole=WholeFilms(films=(whole,)))) == words


def test_what_is_taken_off_or_stays_as_it_is_may_be_anything() -> None:
    odd = A._replace(rating=11)
    assert said(Change((EntryChange(odd, None), EntryChange(odd, odd)))) == ""


def test_a_claim_names_its_source_among_those_that_come_with_it() -> None:
    one = claim("2027")._replace(source=SOURCE, seen=date(2026, 11, 20))
    assert said(Change(own=(UserFilm("a", claims=(one,)),), whole=WholeFilms((Film("b", "B", claims=(one,)),)))) == ""


@given(ENTRIES)
@settings(max_examples=40)
def test_an_entry_that_is_let_through_is_read_again_as_it_was(entry: Entry) -> None:
    refuse_unreadable(Change((EntryChange(None, entry),)))
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

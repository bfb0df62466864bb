"""Films come whole into the user's own file: what it says stays, what it lacks comes in, in the order it had."""

import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from claims import claim
from exports import ids
from watchlist.domain.change import Change, WholeFilms
from watchlist.domain.claim import Source
from watchlist.domain.film import Film
from watchlist.domain.people import Person
from watchlist.storage.changes.whole_films import edits_for_films, layout_of, whole_layout
from watchlist.storage.toml.edit import apply
from watchlist.storage.toml.read import read_document

VARIETY, DEADLINE = Source("variety", "Variety"), Source("deadline", "Deadline")


def changed(text: str, whole: WholeFilms) -> str:
    """Make the edits round by round, as the store does."""
    document = read_document(Path("films.toml"), text.encode())
    for edits in edits_for_films(document, Change(whole_films=whole)):
        if edits:
            edited = apply(document, edits)
            assert edited.touched is not None
            document = read_document(Path("films.toml"), edited.text.encode())
    return document.text


def test_into_an_empty_file_they_come_as_they_stood_where_they_come_from() -> None:
    films = (Film("a", "Alpha"), Film("b", "Bravo", claims=(claim("2027")._replace(source=DEADLINE),)))
    layout = (("films", 1), ("sources", 1), ("people", 1), ("films", 1), ("sources", 1))
    text = changed("schema = 1\n", WholeFilms(films, (Person("Ren Nagase"),), (VARIETY, DEADLINE), layout))
    assert [line for line in text.splitlines() if line.startswith(("[[", "id", "name"))] == [
        *("[[films]]", 'id = "a"', "[[sources]]", 'id = "variety"', "[[people]]", 'name = "Ren Nagase"'),
        *("[[films]]", 'id = "b"', "[[films.claims]]", "[[sources]]", 'id = "deadline"'),
    ]


MINE = """schema = 1

# mine
[[films]]
id = "a"
title = "My Alpha" # stays
genres = ["drama"]
ids = { imdb = "tt1" }

[[films.claims]]
region = "US"
channel = "theatrical"
date = "2027"
certainty = "announced"
source = "variety"
seen = 2026-11-20

[[sources]]
id = "variety"
publisher = "Variety"
"""


def test_a_film_that_is_there_gets_what_it_lacks_and_every_line_of_it_stays() -> None:
    old, new = (claim(day)._replace(source=source) for day, source in (("2027", VARIETY), ("2028", DEADLINE)))
    film = Film(
        "a", "Alpha", genres=("romance", "drama"), ids=ids(imdb="tt9", tmdb="5"), runtime=118, claims=(old, new)
    )
    whole = WholeFilms((film, Film("b", "Bravo")), (Person("Ren Nagase"),), (VARIETY, Source("unused", "Unused")))
    text = changed(MINE, whole)
    kept = [line for line in MINE.splitlines() if not line.startswith(("genres", "ids"))]
    lines = iter(text.splitlines())
    assert all(line in lines for line in kept)
    tables = tomllib.loads(text)
    a, b = tables["films"]
    assert {key: value for key, value in a.items() if key != "claims"} == {
        "id": "a",
        "title": "My Alpha",
        "genres": ["drama", "romance"],
        "ids": {"imdb": "tt1", "tmdb": "5"},
        "runtime": 118,
    }
    assert [(one["date"], one["source"]) for one in a["claims"]] == [
        *(("2027", "variety"), ("2028", "deadline")),
    ]
    assert b == {"id": "b", "title": "Bravo"}
    assert [one["id"] for one in tables["sources"]] == ["variety", "deadline"]
    assert tables["people"] == [{"name": "Ren Nagase"}]


def test_what_comes_a_second_time_changes_nothing() -> None:
    film = Film("a", "Alpha", genres=("romance",), runtime=118, claims=(claim("2028")._replace(source=DEADLINE),))
    once = changed(MINE, WholeFilms((film,), (Person("Ren Nagase"),)))
    assert changed(once, WholeFilms((film,), (Person("Ren Nagase", written=("Nagase Ren",)),))) == once


BLOCKS = {
    "films": '[[films]]\nid = "f{}"\n[[films.claims]]\nregion = "US"\n',
    "sources": '[[sources]]\nid = "s{}"\n',
    "people": '[[people]]\nname = "p{}"\n',
}


@given(st.lists(st.sampled_from(sorted(BLOCKS)), max_size=8), st.lists(st.sampled_from(sorted(BLOCKS)), max_size=3))
@settings(max_examples=50)
def test_a_layout_tells_the_order_of_the_tables_of_a_file_and_is_read_as_it_was_told(
    kinds: list[str], more: list[str]
) -> None:
    text = "schema = 1\n" + "".join(BLOCKS[kind].format(number) for number, kind in enumerate(kinds))
    tables: dict[str, list[Any]] = {kind: [{}] * (kinds + more).count(kind) for kind in BLOCKS}
    layout = whole_layout(text, tables)
    order = [kind for kind, number in layout_of(layout) for _ in range(number)]
    assert order == [*kinds, *sorted(more, key=("sources", "people", "films").index)]
    assert all(one[0] != other[0] for one, other in pairwise(layout))


def test_what_is_no_layout_is_none() -> None:
    for odd in (None, 3, "films", {"films": 1}, [3], [["films"]], [["films", "x"]], [["odd", 1]], [[["films"], 1]]):
        assert layout_of(odd) == ()
    assert layout_of([["odd", 1], ["films", 2], None, ["people", 1, 1]]) == (("films", 2),)

"""What is read quickly is read as a parser of all TOML reads it, or not at all."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bundled import FILMS_FILE
from watchlist.storage.toml.edit import write_table
from watchlist.storage.toml.plain import read_plain

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
SCALAR = TEXT | st.integers(0, 10**18) | st.dates()
KEY = st.from_regex(r"[A-Za-z0-9_-]{1,4}", fullmatch=True)
TABLE = st.dictionaries(
    KEY, SCALAR | st.lists(SCALAR, max_size=2) | st.dictionaries(KEY, SCALAR, max_size=2), max_size=4
)
LINES = [
    *(
        "",
        "# a comment",
        "a = 1",
        "a = 01",
        "b = -1",
        'a = "x"',
        'b = "x\\"y\\\\ \\u0041"',
        "c = 2026-02-30",
        "d = true",
    ),
    *("e = [1, 2]", "e = [1, 2,]", "f = { a = 1 }", "f = { a = 1, a = 2 }", "f = {}", 'g = """', "[[films]]"),
    *(
        "[[films.claims]]",
        "[films]",
        "[[films.claims.x]]",
        "films = [1]",
        " a = 1",
        "a=1",
        "h = 'x'",
        "[[f]]",
        "b = 2\r",
    ),
]


def parsed(text: str) -> object:
    try:
        return tomllib.loads(text)
    except ValueError:
        return "no TOML"


@given(st.lists(st.sampled_from(LINES), max_size=8))
def test_lines_are_read_as_a_parser_reads_them_or_left_to_it(lines: list[str]) -> None:
    text = "".join(f"{line}\n" for line in lines)
    assert read_plain(text) in (None, parsed(text))


@given(st.lists(TABLE, max_size=3), TABLE)
def test_what_we_write_is_read_as_a_parser_reads_it_or_left_to_it(
    films: list[dict[str, object]], claim: object
) -> None:
    text = "\n".join(write_table("films", {**film, "claims": [claim]}) for film in films)
    assert read_plain(text) in (None, tomllib.loads(text))


@pytest.mark.parametrize("note", ["plain", 'she said "no"', "two\nlines", "back\\slash", "桜"])
def test_a_film_as_we_write_it_is_read_quickly(note: str) -> None:
    film = {
        "id": "a",
        "year": 2027,
        "note": note,
        "ids": {"imdb": "tt1"},
        "tags": ["x", "y"],
        "claims": [{"date": "2027"}],
    }
    text = f"schema = 1\nseen = 2026-11-01\n\n{write_table('films', film)}"
    assert read_plain(text) == tomllib.loads(text)


def test_the_bundled_films_are_read_alike() -> None:
    text = FILMS_FILE.read_text(encoding="utf-8")
    assert read_plain(text) in (None, tomllib.loads(text))

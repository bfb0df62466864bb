"""A line that is still being typed is taken apart as the shells take it apart."""

import shlex

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchlist.cli.typed_line import TypedLine, read_line


@pytest.mark.parametrize(
    ("line", "words", "word", "quote", "kept"),
    [
        ("watchlist show ", ("watchlist", "show"), "", "", ""),
        ("watchlist show dra", ("watchlist", "show"), "dra", "", ""),
        ("watchlist show Drawing\\ Cl", ("watchlist", "show"), "Drawing Cl", "", ""),
        ("watchlist show 'Drawing Cl", ("watchlist", "show"), "Drawing Cl", "'", ""),
        ('watchlist show "It\'s \\"M', ("watchlist", "show"), "It's \"M", '"', ""),
        ("watchlist show it's", ("watchlist", "show"), "its", "'", "it"),
        ("watchlist show 'a b' c", ("watchlist", "show", "a b"), "c", "", ""),
        ("watchlist show ''", ("watchlist", "show"), "", "", ""),
        ("watchlist show '' ", ("watchlist", "show", ""), "", "", ""),
        ("watchlist show dune:\\ p", ("watchlist", "show"), "dune: p", "", "dune:"),
        ("watchlist show dune\\:\\ p", ("watchlist", "show"), "dune: p", "", ""),
        ("watchlist list --tag=te", ("watchlist", "list"), "--tag=te", "", "--tag="),
        ("watchlist list --tag='te", ("watchlist", "list"), "--tag=te", "'", "--tag="),
        ('watchlist show "a\\b', ("watchlist", "show"), "a\\b", '"', ""),
    ],
)
def test_a_line_has_words_and_one_at_the_cursor(
    line: str, words: tuple[str, ...], word: str, quote: str, kept: str
) -> None:
    assert read_line(line) == TypedLine(words, word, quote, kept)


def test_fish_escapes_quotation_marks_within_them() -> None:
    assert read_line("watchlist show 'it\\'s", fish=True) == TypedLine(("watchlist", "show"), "it's", "'", "")
    assert read_line("watchlist show 'it\\'s") == TypedLine(("watchlist", "show"), "it\\s", "", "")


@given(st.lists(st.text(st.characters(exclude_categories=["C", "Z"]) | st.sampled_from(" '\"\\$`!:="), max_size=9)))
def test_what_a_shell_would_read_is_what_is_read(words: list[str]) -> None:
    assert read_line(shlex.join(words) + " ").words == tuple(words)

"""What is handed to each shell: words that it takes for text, whatever is in them."""

import os
import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from watchlist.cli.offers.offer import Offer
from watchlist.cli.shells import Shell, answer, script
from watchlist.cli.typed_line import read_line

NOTHING = read_line("watchlist show ")


def for_bash(line: str, *words: str, listing: bool = False) -> list[str]:
    return answer(Shell.BASH, [Offer(word) for word in words], read_line(line), listing=listing)


@pytest.mark.parametrize(
    ("typed", "title", "put"),
    [
        ("dr", "Drawing Closer", "'Drawing Closer'"),
        ("he", "Heat", "Heat"),
        ("it", "It's a Gift", '"It\'s a Gift"'),
        ("it", "It's $5!", "'It'\\''s $5!'"),
        ("'it", "It's", "It'\\''s"),
        ("'x", "'x'", "''\\''x'\\'''"),
        ('"w', 'Wow! "$x"', 'Wow"\'!\'" \\"\\$x\\""'),
        ("dune:\\ p", "Dune: Part Two", "' Part Two'"),
        ("--tag=t", "--tag=two words", "'two words'"),
        ("'", "x\ny\tz", "x y z"),
    ],
)
def test_bash_gets_a_word_quoted_for_its_place(typed: str, title: str, put: str) -> None:
    assert for_bash(f"watchlist show {typed}", title) == [put]


def test_words_that_begin_alike_are_quoted_alike() -> None:
    assert for_bash("watchlist show du", "Dune", "Dune Messiah") == ["'Dune'", "'Dune Messiah'"]
    assert for_bash("watchlist show i", "It's", "Ice Age") == ['"It\'s"', '"Ice Age"']
    assert for_bash("watchlist show i", "It's", "Ice $") == ["'It'\\''s'", "'Ice $'"]


def test_readline_finds_no_common_beginning_that_would_take_typed_letters_away() -> None:
    assert for_bash("watchlist show cl", "Drawing Closer", "Dramatic Closer") == [
        "cl",
        "'Drawing Closer'",
        "'Dramatic Closer'",
    ]
    assert for_bash("watchlist show dr", "Drawing Closer", "Dramatic Closer")[0] == "'Drawing Closer'"
    assert for_bash("watchlist show cl", "Drawing Closer", "Dramatic Closer", listing=True) == [
        "'Drawing Closer'",
        "'Dramatic Closer'",
    ]


@pytest.mark.parametrize("shell", [Shell.ZSH, Shell.FISH])
def test_zsh_and_fish_get_words_as_they_are_with_what_they_mean(shell: Shell) -> None:
    offers = [Offer("It's $5", "its-5"), Offer("x\ny", "a\x1b]0;b\tc"), Offer("hidden\x1b", "no")]
    assert answer(shell, offers, NOTHING) == ["It's $5\tits-5", "x y\ta]0;b c"]


def read_by_bash(line: str) -> str:
    """Give the one word that bash reads in a line."""
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    command = ["bash", "--norc", "-c", f"printf '%s\\0' {line}"]
    (word,) = subprocess.run(command, capture_output=True, check=True, env=environment).stdout.split(b"\0")[:-1]
    return word.decode()


@settings(deadline=None)
@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=12), st.sampled_from(["", "'", '"']))
def test_bash_reads_every_title_as_it_is_written(title: str, quote: str) -> None:
    written = " ".join(title.split())
    if not (written and written.isprintable()):
        assert for_bash(f"watchlist show {quote}", title) == []
        return
    (put,) = for_bash(f"watchlist show {quote}", title)
    start = "" if put.startswith(quote) else quote
    end = "" if put.endswith(quote) else quote
    assert read_by_bash(f"{start}{put}{end}") == written


@pytest.mark.parametrize("shell", Shell)
def test_no_script_evaluates_what_is_offered(shell: Shell) -> None:
    assert "eval " not in script(shell)

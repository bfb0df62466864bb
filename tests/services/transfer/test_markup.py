"""Text in which somebody wrote HTML."""

import pytest
from hypothesis import given

from entries import WORDS
from watchlist.services.transfer.markup import as_markup, plain_text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<i>So</i> <b>good</b> &amp; long", "So good & long"),
        (
            'see <a href="https://example.org/a?b=1&amp;c=2" rel="nofollow">here</a>.',
            "see here (https://example.org/a?b=1&c=2).",
        ),
        ('<a href="https://example.org">https://example.org</a>', "https://example.org"),
        ("one<br>two<br />three", "one\ntwo\nthree"),
        ("<p>one</p><p>two</p><blockquote>three</blockquote>", "one\n\ntwo\n\nthree"),
        ("I <3 it, a < b > c, <heart> and A&B", "I <3 it, a < b > c, <heart> and A&B"),
        ("a lost </a> end and a <b", "a lost  end and a <b"),
        ("one\r\n\r\n\r\ntwo", "one\n\ntwo"),
    ],
)
def test_tags_go_and_everything_else_stays(markup: str, text: str) -> None:
    assert plain_text(markup) == text


@given(WORDS)
def test_a_text_comes_back_from_markup(text: str) -> None:
    assert plain_text(as_markup(text)) == text


@pytest.mark.parametrize("text", ["<i>not a tag</i>", "&amp;", "a &lt; b", "I <3 it"])
def test_what_looks_like_markup_comes_back(text: str) -> None:
    assert plain_text(as_markup(text)) == text

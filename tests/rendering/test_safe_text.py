import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchlist.rendering.safe_text import line, visible


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("Alien\x1b[2J\x1b[H", r"Alien\x1b[2J\x1b[H"),
        ("\x1b]52;c;Y3VybCBldmlsfHNo\x1b\\", r"\x1b]52;c;Y3VybCBldmlsfHNo\x1b" + "\\"),
        ("\x9b31mred", r"\x9b31mred"),
        ("Alien\n2031-01-01  Fake", r"Alien\x0a2031-01-01  Fake"),
        ("a\u2028b\x85c", r"a\u2028b\x85c"),
        ("\u202egnp.exe", r"\u202egnp.exe"),
        ("a\u2066b", r"a\u2066b"),
        ("\U000e0041", r"\U000e0041"),
        ("\udcff", r"\udcff"),
        ("tab\there\x7f", r"tab\x09here\x7f"),
    ],
)
def test_what_could_steer_a_terminal_is_spelled_out(hostile: str, shown: str) -> None:
    assert visible(hostile) == shown


@pytest.mark.parametrize("text", ["[REC]", "[/]", ":fire:", "余命一年", "می\u200cخواهم", "👩\u200d🚀", "e\u0301"])
def test_what_only_looks_odd_stays_as_it_is(text: str) -> None:
    assert visible(text) == text


@given(st.text(alphabet=st.characters()))
def test_nothing_that_steers_is_left(text: str) -> None:
    shown = visible(text)
    assert not any(ord(c) < 32 or 127 <= ord(c) < 160 or 0xD800 <= ord(c) < 0xE000 for c in shown)


def test_the_fields_of_a_line_are_apart_by_tabs_and_hold_none() -> None:
    assert line("a", "b\tc\nd", "") == "a\tb\\x09c\\x0ad\t"

"""JSON from outside: parsed with limits, its values checked for their types."""

from collections.abc import Callable, Mapping

import pytest

from watchlist.domain.errors import NOTHING_CHANGED, BadValue, InvalidFile
from watchlist.services.transfer.jsontext import as_text, list_in, object_in, read_json, text_in


def test_json_is_read() -> None:
    assert read_json("x", ' {"a": [1, null, "é😀"]}') == {"a": [1, None, "é😀"]}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"a": 1,\n "b" 2}', "x: line 2, column 6: Expecting ':' delimiter"),
        ("[NaN]", "x: NaN is not a number in JSON"),
        ("[-Infinity]", "x: -Infinity is not a number in JSON"),
        ('["\\ud83d"]', "x: contains half a character (a lone surrogate)"),
        ("[" * 100_000, "x: is nested too deeply"),
        ("", "x: line 1, column 1: Expecting value"),
    ],
)
def test_what_is_no_json_is_refused_with_the_place(text: str, said: str) -> None:
    with pytest.raises(InvalidFile) as refused:
        read_json("x", text)
    assert refused.value.lines == (said, NOTHING_CHANGED)


VALUES: Mapping[str, object] = {"object": {"a": 1}, "list": [1], "text": " a ", "blank": " ", "null": None, "number": 5}


def test_a_value_is_of_its_type_or_empty() -> None:
    assert [object_in(VALUES, key) for key in ("object", "null", "gone")] == [{"a": 1}, {}, {}]
    assert [list_in(VALUES, key) for key in ("list", "null", "gone")] == [[1], [], []]
    assert [text_in(VALUES, key) for key in ("text", "blank", "null", "gone")] == [" a ", None, None, None]
    assert as_text("a") == "a"


@pytest.mark.parametrize(
    ("read", "said"),
    [
        (lambda: object_in(VALUES, "list"), "list must be an object"),
        (lambda: list_in(VALUES, "object"), "object must be an array"),
        (lambda: text_in(VALUES, "number"), "5 is not text"),
        (lambda: as_text(" "), "' ' is not text"),
    ],
)
def test_a_value_of_another_type_is_named(read: Callable[[], object], said: str) -> None:
    with pytest.raises(BadValue) as refused:
        read()
    assert str(refused.value) == said

"""The body of an answer is unpacked with a limit and read as strict JSON, or the answer is no answer."""

import gzip
import json
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from watchlist.storage.web.body import read_json, unpacked, web_page
from watchlist.storage.web.fault import Fault

MIB = 1024 * 1024


def fault(read: Callable[..., object], *arguments: object, **named: object) -> tuple[str, bool]:
    """Return the cause of a fault, and whether to ask again."""
    with pytest.raises(Fault) as raised:
        read(*arguments, **named)
    return raised.value.cause, raised.value.again


def chunks(data: bytes, size: int) -> list[bytes]:
    return [data[start : start + size] for start in range(0, len(data), size)]


@given(st.binary(max_size=200), st.integers(1, 50), st.sampled_from(["", "identity", "gzip"]))
@settings(max_examples=50)
def test_a_body_is_joined_from_any_chunks_packed_or_not(data: bytes, size: int, encoding: str) -> None:
    sent = gzip.compress(data) if encoding == "gzip" else data
    assert unpacked(chunks(sent, size), encoding, limit=200) == data


def test_beyond_its_limit_a_body_is_not_read_however_little_of_it_was_sent() -> None:
    large = b"0" * (3 * MIB + 1)
    assert (
        unpacked([large], "", limit=len(large)) == unpacked([gzip.compress(large)], "gzip", limit=len(large)) == large
    )
    for sent, encoding in ((large, ""), (gzip.compress(large), "gzip")):
        assert fault(unpacked, [sent], encoding, limit=3 * MIB) == ("answered with more than 3 MiB", False)


def test_a_packed_body_ends_where_its_packing_ends() -> None:
    packed = gzip.compress(b"whole")
    cut_off, damaged = ("the answer was cut off", True), ("the answer is damaged", True)
    for sent, said in ((packed[:-1], cut_off), (packed + b"more", cut_off), (b"", cut_off), (b"not packed", damaged)):
        assert fault(unpacked, [sent], "gzip", limit=99) == said


def test_an_encoding_that_was_not_asked_for_is_named() -> None:
    assert fault(unpacked, [b"x"], "br" * 30, limit=99) == (
        f'answered in an encoding that was not requested: "{"br" * 20}"',
        False,
    )


def test_one_document_of_strict_json_is_read_and_nothing_else() -> None:
    value = {"title": "余命", "year": None, "ids": [1, 2.5, True]}
    assert read_json(json.dumps(value).encode()) == value
    no_data = ("the answer is not valid data", True)
    for body in (b"", b"{", b"{} {}", b"\xff", b'"\xff"', b"NaN", b"[Infinity]", b"[" * 100_000, b"9" * 5000):
        assert fault(read_json, body) == no_data


def test_a_page_for_people_is_known_as_such() -> None:
    said = ("answered with a web page, not data: is there a sign-in page in between?", False)
    assert fault(read_json, b" \n<!DOCTYPE html>") == said == (web_page().cause, web_page().again)

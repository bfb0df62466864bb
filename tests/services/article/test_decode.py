"""Bytes of an article become text: by their mark, else as declared, else as UTF-8 or as the Western Windows."""

import pytest

from watchlist.domain.errors import InvalidFile
from watchlist.services.article.decode import decode

WESTERN, JAPANESE = '<meta charset="iso-8859-1">', '<?xml version="1.0" encoding="Shift_JIS"?>'


@pytest.mark.parametrize(
    ("data", "charset", "text"),
    [
        ("Café".encode("utf-8-sig"), "iso-8859-1", "Café"),
        (b"\xff\xfe" + "Café".encode("utf-16-le"), None, "Café"),
        (b"\xfe\xff" + "Café".encode("utf-16-be"), None, "Café"),
        (f"{WESTERN}“Café”".encode("cp1252"), None, f"{WESTERN}“Café”"),
        (f"{JAPANESE}空①".encode("cp932"), None, f"{JAPANESE}空①"),
        (f"{WESTERN}空".encode("cp932"), "shift_jis", f"{WESTERN}空"),
        ("Café 空".encode(), None, "Café 空"),
        ("Café 空".encode(), "no-such-name", "Café 空"),
        ("Café 空".encode(), "rot13", "Café 空"),
        ("Café".encode(), "us-ascii", "Café"),
        ("“Café”".encode("cp1252"), None, "“Café”"),
        (b"one\x00\r\ntwo\rthree", None, "one\ntwo\nthree"),
    ],
)
def test_the_mark_counts_then_the_server_then_the_page_then_a_guess(
    data: bytes, charset: str | None, text: str
) -> None:
    assert decode(data, name="it", charset=charset) == text


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "it is empty"),
        (b"  \n ", "it is empty"),
        (b"%PDF-1.7 x", "it is a PDF document, not the text of an article"),
        (b"\x89PNG\r\n\x1a\n", "it is an image, not the text of an article"),
        (b"PK\x03\x04x", "it is an archive or an office document, not the text of an article"),
        (b"a\x00" * 600, "it is not text"),
    ],
)
def test_what_is_no_text_is_refused_with_what_it_is(data: bytes, said: str) -> None:
    with pytest.raises(InvalidFile) as refused:
        decode(data, name="it")
    hint = ["Save the page as HTML or as text."] if "article" in said else []
    assert refused.value.lines == (said, "Nothing was kept.", *hint)


def test_a_few_zeros_in_a_text_are_left_out() -> None:
    assert decode(b"abcd\x00" * 20, name="it") == "abcd" * 20

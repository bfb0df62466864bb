"""Decoding an article's bytes to text: by byte order mark, else by the declared encoding, else by a guess."""

import codecs
import re

from watchlist.domain.errors import InvalidFile

_BINARY = {
    b"%PDF": "a PDF document",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"GIF8": "an image",
    b"RIFF": "an image or a recording",
    b"PK\x03\x04": "an archive or an office document",
    b"\x1f\x8b": "a compressed file",
    b"\x00\x00\x00": "a video or an image",
    b"{\\rtf": "a word processor document",
    b"\xd0\xcf\x11\xe0": "an office document",
}
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_DECLARED_WITHIN = 4096
_READ_AS = {
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "utf-8",
    "ascii": "utf-8",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
}
"""Names of encodings that really mean a larger one, by the WHATWG Encoding Standard."""


def decode(data: bytes, *, name: str, charset: str | None = None) -> str:
    """Return the text of an article; `charset` is the encoding that the server stated, `name` is for error messages.

    Raises `InvalidFile` if the bytes are not text: if they are empty, a PDF, an image.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _clean(data[len(mark) :].decode(encoding, "replace"))
    if not data.strip():
        raise refused(name, "is empty")
    for start, what in _BINARY.items():
        if data.startswith(start):
            raise refused(name, f"is {what}, not the text of an article", hint="Save the page as HTML or as text.")
    if data[:_DECLARED_WITHIN].count(0) * 4 > len(data[:_DECLARED_WITHIN]):
        raise refused(name, "is not text")
    return _clean(_decoded(data, charset or _declared(data)))


def refused(name: str, words: str, *, hint: str = "") -> InvalidFile:
    """Return the error for something that cannot be read as an article."""
    return InvalidFile(f"{name} {words}", kept="Nothing was kept.", hint=hint)


def _declared(data: bytes) -> str | None:
    match = _DECLARED.search(data[:_DECLARED_WITHIN])
    return match[1].decode("ascii") if match else None


def _decoded(data: bytes, declared: str | None) -> str:
    for encoding in filter(None, (_known(declared), "utf-8")):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode(_known(declared) or "cp1252", "replace")


def _known(declared: str | None) -> str | None:
    """Return the encoding with a declared name; None if there is no such text encoding."""
    if declared is None:
        return None
    name = _READ_AS.get(declared.lower(), declared)
    try:
        return name if codecs.lookup(name)._is_text_encoding else None  # noqa: SLF001  nothing public tells
    except LookupError:
        return None


def _clean(text: str) -> str:
    return text.replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n")

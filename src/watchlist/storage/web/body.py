"""The body of an answer: unpacked up to a limit, and read as strict JSON."""

import json
import zlib
from collections.abc import Iterable, Iterator
from typing import NoReturn

from watchlist.domain.json_value import Json
from watchlist.storage.web.fault import Fault

_GZIP = 31
"""The `wbits` of zlib for a gzip stream with a window of any size."""
_STEP = 1 << 20
"""Bytes that are unpacked at a time."""


def unpacked(chunks: Iterable[bytes], encoding: str, *, limit: int) -> bytes:
    """Join the chunks of a body, plain or packed with gzip; raise `Fault` beyond `limit` unpacked bytes.

    Also raises `Fault` if a packed body is damaged, cut off, or followed by other bytes.
    """
    if encoding not in ("", "identity", "gzip"):
        raise Fault(f'answered in an encoding that was not requested: "{encoding[:40]}"')
    packing = zlib.decompressobj(_GZIP) if encoding == "gzip" else None
    whole: list[bytes] = []
    left = limit
    for plain in _decompressed(packing, chunks) if packing else chunks:
        left -= len(plain)
        if left < 0:
            raise Fault(f"answered with more than {limit // 1024 // 1024} MiB")
        whole.append(plain)
    if packing and (not packing.eof or packing.unused_data):
        raise Fault("the answer was cut off", again=True)
    return b"".join(whole)


def _decompressed(packing: "zlib._Decompress", chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Unpack chunks in small steps, since a small chunk can unpack to very much."""
    try:
        for chunk in chunks:
            yield packing.decompress(chunk, _STEP)
            while packing.unconsumed_tail:
                yield packing.decompress(packing.unconsumed_tail, _STEP)
    except zlib.error:
        raise Fault("the answer is damaged", again=True) from None


def read_json(body: bytes) -> Json:
    """Read a body as one JSON document; raise `Fault` for anything else, NaN and Infinity included."""
    try:
        value: Json = json.loads(body.decode(), parse_constant=_refuse)
    except (ValueError, RecursionError):
        if body.lstrip()[:1] == b"<":
            raise web_page() from None
        raise Fault("the answer is not valid data", again=True) from None
    return value


def web_page() -> Fault:
    """Return the fault for an answer that is a web page, such as a sign-in page or a proxy's error."""
    return Fault("answered with a web page, not data: is there a sign-in page in between?")


def _refuse(name: str) -> NoReturn:
    raise ValueError(name)

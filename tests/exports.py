"""Exports of other programs as small files of our own, and what is read from them."""

import json
from collections.abc import Sequence
from datetime import UTC, tzinfo

from watchlist.domain.film import ExternalId
from watchlist.services.transfer.detect import read_lists
from watchlist.services.transfer.imported_list import ImportedList
from watchlist.storage.outside.import_files import IncomingFile

LETTERBOXD_WATCHLIST = "Date,Name,Year,Letterboxd URI\r\n2025-02-08,Heat 2,,https://boxd.it/DErS\r\n"
LETTERBOXD_DIARY = (
    "Date,Name,Year,Letterboxd URI,Rating,Rewatch,Tags,Watched Date\n"
    '2024-07-02,Drawing Closer,2024,https://boxd.it/4P7hnr,4.5,Yes,"netflix, tears",2024-07-01\n'
)


def read(
    name: str, content: str | bytes | Sequence[object], *, archive: str | None = None, zone: tzinfo = UTC
) -> ImportedList:
    """Read one file; what is neither text nor bytes becomes JSON."""
    text = content if isinstance(content, str | bytes) else json.dumps(content)
    data = text.encode() if isinstance(text, str) else text
    (result,) = read_lists([IncomingFile(name, data, archive)], zone)
    return result


def ids(**ids: str) -> tuple[ExternalId, ...]:
    return tuple(ExternalId(site, key) for site, key in ids.items())

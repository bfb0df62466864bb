"""Reading files to import, each in the first format that recognises it."""

import re
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import date, tzinfo

from watchlist.domain.errors import InvalidFile
from watchlist.services.transfer import watchlist_json
from watchlist.services.transfer.format import IMPORT_FORMATS
from watchlist.services.transfer.import_file import ImportFile, RawFile
from watchlist.services.transfer.imported_list import ImportedList
from watchlist.services.transfer.row import BadRow, unreadable

_SERVICES = dict.fromkeys(one.NAME for one in IMPORT_FORMATS if one.NAME != watchlist_json.NAME)
_HINT = f"Supported are exports from {', '.join(_SERVICES)}, and our own CSV and JSON."
_NO_LIST = "is not a list in a known format"
_GUESSED = "read as Windows-1252: it is not UTF-8"


def read_lists(files: Iterable[RawFile], zone: tzinfo | None) -> tuple[ImportedList, ...]:
    """Read the lists in some files; files that cannot be read, or are not lists, are reported in the result.

    `zone` is the user's time zone; None means the machine's. Raises `InvalidFile` if there is no list at all.
    """
    raw = tuple(files)
    names = Counter(file.name for file in raw)
    read = [_read(file, zone, has_twin=names[file.name] > 1) for file in raw]
    lists = tuple(one for one in read if isinstance(one, ImportedList))
    faults = {file.name: one for file, one in zip(raw, read, strict=True) if isinstance(one, InvalidFile)}
    if not any(one.format for one in lists):
        error = next(iter(faults.values()), None) or unreadable(
            raw[0].archive or raw[0].name if raw else "nothing", _NO_LIST
        )
        error.hint = _HINT
        raise error
    unread = tuple(BadRow(0, one.fact.removeprefix(f"{name}: "), name) for name, one in faults.items())
    return (*lists, ImportedList("", bad=unread)) if unread else lists


def _read(raw: RawFile, zone: tzinfo | None, *, has_twin: bool) -> ImportedList | InvalidFile | None:
    """Read a file; return the error if it cannot be read, and None for an empty part of an export."""
    try:
        file = replace(ImportFile.of(raw, zone), has_twin=has_twin)
        found = next((one for one in IMPORT_FORMATS if one.recognises(file)), None)
        read = found.read(file) if found else _no_list(file)
    except InvalidFile as error:
        return error
    if read is None:
        return None
    remark = ", ".join(filter(None, (read.remark, _GUESSED if file.was_guessed else "")))
    return read._replace(remark=remark, exported=_day_in(raw.archive or "", raw.name, raw.folder)).of_file(file)


def _no_list(file: ImportFile) -> ImportedList:
    """Report a file in an archive that is not a list; raise `InvalidFile` if the user named the file itself."""
    if file.archive:
        return ImportedList("", remark=_NO_LIST)
    raise unreadable(file.name, _NO_LIST)


_DAY = re.compile(r"(?<!\d)(\d{4}-\d\d-\d\d)(?!\d)")


def _day_in(*names: str) -> date | None:
    """Return the first date in the names of an archive, a file or its folder: services put the export's day there."""
    for name in names:
        for found in _DAY.findall(name):
            with suppress(ValueError):
                return date.fromisoformat(found)
    return None

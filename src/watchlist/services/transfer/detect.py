"""Reading files to import: each by the first format that recognises it."""

import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import date, tzinfo

from watchlist.domain.errors import InvalidFile
from watchlist.services.transfer import watchlist_json
from watchlist.services.transfer.format import IMPORT_FORMATS
from watchlist.services.transfer.import_file import ImportFile, RawFile
from watchlist.services.transfer.row import ImportedList, unreadable

_SERVICES = dict.fromkeys(one.NAME for one in IMPORT_FORMATS if one.NAME != watchlist_json.NAME)
_HINT = f"Known are exports from {', '.join(_SERVICES)}, and our own CSV and JSON."


def read_lists(files: Iterable[RawFile], zone: tzinfo | None) -> tuple[ImportedList, ...]:
    """Read the lists in some files; in an archive, files that are not lists are passed over.

    `zone` is where the user is; None means the zone of the machine. Raises `InvalidFile`
    for a file that cannot be read, and where there is no list at all.
    """
    raw = tuple(files)
    try:
        found = [_read(ImportFile.of(file, zone)) for file in raw]
        lists = tuple(one for one in found if one is not None)
        if not lists:
            raise unreadable(raw[0].archive or raw[0].name if raw else "nothing", "is not a list in a known format")
    except InvalidFile as error:
        error.hint = _HINT
        raise
    return lists


def _read(file: ImportFile) -> ImportedList | None:
    if file.archive and not file.is_json and not file.name.endswith(".csv"):
        return None
    for one in IMPORT_FORMATS:
        if one.recognises(file):
            read = one.read(file)
            return read and read.of_file(file.name)._replace(exported=_day_in(file.archive or file.name))
    if file.archive:
        return None
    raise unreadable(file.name, "is not a list in a known format")


_DAY = re.compile(r"(?<!\d)(\d{4}-\d\d-\d\d)(?!\d)")


def _day_in(name: str) -> date | None:
    """Give the day in the name of a file, as services write it into the names of their exports."""
    found = _DAY.search(name)
    with suppress(ValueError):
        return date.fromisoformat(found[1]) if found else None
    return None

"""The rows that an import skipped, as they are in their files, to be corrected and imported again."""

import json
from collections.abc import Collection, Iterable, Mapping
from itertools import islice
from typing import NamedTuple

from watchlist.services.transfer.imported_list import ImportedList
from watchlist.services.transfer.table import raw_rows, records


class SkippedRows(NamedTuple):
    """The skipped rows of a file: a text that can be imported after correction."""

    file: str
    text: str


def skipped_rows(lists: Iterable[ImportedList], left_out: Iterable[tuple[str, int]]) -> tuple[SkippedRows, ...]:
    """Return the skipped rows of each file, below the file's header; `left_out` has their files and lines."""
    numbers: dict[str, set[int]] = {}
    for name, line in left_out:
        numbers.setdefault(name, set()).add(line)
    return tuple(
        SkippedRows(one.name, _text(one, numbers[one.name])) for one in lists if one.format and one.name in numbers
    )


def _text(read: ImportedList, numbers: Collection[int]) -> str:
    if read.file is None:
        return ""
    if read.file.is_json:
        return _json_text(read.file.json, numbers)
    head = islice((row.first for row in records(read.file.text) if not row.is_empty), read.head)
    rows = raw_rows(read.file.text, {*head, *numbers})
    return "".join(one if one.endswith("\n") else f"{one}\n" for one in rows)


def _json_text(data: object, numbers: Collection[int]) -> str:
    """Write the numbered items of an array or of the arrays in an object, or the entries of an export of ours."""
    if isinstance(data, Mapping) and "format" in data:
        entries = _picked(data.get("entries"), numbers)
        return json.dumps({"format": data["format"], "version": data.get("version"), "entries": entries}) + "\n"
    lists = data.values() if isinstance(data, Mapping) else [data]
    items = [item for one in lists if isinstance(one, list) for item in one]
    lines = ",\n".join(json.dumps(item, ensure_ascii=False) for item in _picked(items, numbers))
    return f"[\n{lines}\n]\n"


def _picked(items: object, numbers: Collection[int]) -> list[object]:
    listed = items if isinstance(items, list) else []
    return [item for number, item in enumerate(listed, 1) if number in numbers]

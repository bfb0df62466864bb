"""The user's list: `watchlist.toml`, a table for each entry, in their order."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from watchlist.domain.claim import Channel
from watchlist.domain.entry import Entry, Status, Want, entry_fields
from watchlist.domain.errors import NOTHING_CHANGED, InvalidFile
from watchlist.storage.files import read_bytes
from watchlist.storage.films.film_file import EXTERNAL_IDS
from watchlist.storage.toml import schema
from watchlist.storage.toml.read import Document, read_document
from watchlist.storage.toml.schema import Key, ListOf, Report, TableOf

SCHEMA = 1
"""The version of the file format that this program writes."""

ENTRY = TableOf(
    {
        "id": Key(schema.WORD, "the film's id", required=True),
        "title": Key(schema.TEXT, "for the reader; the id counts"),
        "added": Key(schema.DAY, "when it came on the list"),
        "status": Key(schema.choice(Status), "wanted, watched or dropped"),
        "want": Key(
            TableOf(
                {
                    "region": Key(schema.REGION, "the region to wait for"),
                    "channel": Key(schema.choice(Channel), "the channel to wait for"),
                    "service": Key(schema.TEXT, "the service to wait for"),
                },
                Want,
            ),
            "which release to wait for",
        ),
        "rating": Key(schema.number(1, 10), "half stars"),
        "viewings": Key(ListOf(schema.DAY), "the days on which it was watched"),
        "tags": Key(schema.TEXTS, "words of one's own"),
        "note": Key(schema.TEXT, "anything"),
        "ids": Key(EXTERNAL_IDS, "the film's ids on other sites"),
    },
    lambda **values: Entry(**{"title": values["id"], **values}),
)


class UserList(NamedTuple):
    """The entries that can be read, and what is wrong with the others, one line each."""

    entries: tuple[Entry, ...] = ()
    broken: tuple[str, ...] = ()
    numbers: Mapping[str, int] = MappingProxyType({})
    """Where in the file each entry's table is, by the film's id."""

    def entry(self, film_id: str) -> Entry | None:
        """Find a film's entry."""
        return next((entry for entry in self.entries if entry.id == film_id), None)


def empty_list(path: Path) -> Document:
    """Give the document that stands for a list that does not exist yet."""
    return Document(path, f"schema = {SCHEMA}\n", {"schema": SCHEMA})


def read_list(document: Document) -> UserList:
    """Read the entries; a broken one does not hide the others.

    Raises `InvalidFile` where `films` is no array of tables.
    """
    tables = document.tables.get("films", [])
    if not isinstance(tables, list):
        raise document.fault(("films",), "films must be an array of tables: write [[films]]")
    entries: dict[str, Entry] = {}
    numbers: dict[str, int] = {}
    broken = []
    for number, table in enumerate(tables):
        report = Report()
        entry = ENTRY.read(table, ("films", number), report)
        if entry is not None and entry.id in entries:
            report.fault(("films", number, "id"), f'the id "{entry.id}" is there twice; the first entry counts')
        elif entry is not None:
            entries[entry.id], numbers[entry.id] = entry, number
        broken += [str(document.fault(at, message)) for at, message in report.problems[:1]]
    return UserList(tuple(entries.values()), tuple(broken), numbers)


def list_document(path: Path) -> Document:
    """Read the list's file; one that is not there is empty. Raises `InvalidFile` with what to do about it."""
    return parse_list(path, read_bytes(path))


def parse_list(path: Path, data: bytes | None) -> Document:
    """Parse the bytes of a list; None for one that is not there."""
    if data is None:
        return empty_list(path)
    try:
        return read_document(path, data)
    except InvalidFile as error:
        error.hint = "Correct it with watchlist edit, or bring back an earlier list with watchlist restore."
        raise


def refuse_newer(document: Document) -> None:
    """Raise `InvalidFile` if a newer version of the program wrote the file: it may be read, not changed."""
    version = document.tables.get("schema", SCHEMA)
    if not isinstance(version, int) or version > SCHEMA:
        raise document.fault(
            ("schema",),
            f"written by a newer watchlist (schema {version}, this one knows {SCHEMA})",
            kept=NOTHING_CHANGED,
            hint="Install the newer version to change this list.",
        )


def entry_table(entry: Entry | None) -> Mapping[str, Any]:
    """Give an entry as a table of the file, only the keys that say something; empty for None."""
    if entry is None:
        return {}
    table = entry_fields(entry)
    table["want"] = {part: str(value) for part, value in (entry.want or Want())._asdict().items() if value}
    return {key: value for key, value in table.items() if value not in (None, [], {})}

"""The user's list: `watchlist.toml`, one table per entry, in order."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

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


def _entry(**values: object) -> Entry:
    make: Callable[..., Entry] = Entry
    return make(**{"title": values["id"], **values})


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
    _entry,
)


class UserList(NamedTuple):
    """The entries that can be read, and what is wrong with the others, one line each."""

    entries: tuple[Entry, ...] = ()
    broken: tuple[str, ...] = ()
    numbers: Mapping[str, int] = MappingProxyType({})
    """The position of each entry's table in the file, by the film's id."""

    def entry(self, film_id: str) -> Entry | None:
        """Find a film's entry."""
        return next((entry for entry in self.entries if entry.id == film_id), None)


def empty_list(path: Path) -> Document:
    """Return the document of a list that does not exist yet."""
    return Document(path, f"schema = {SCHEMA}\n", {"schema": SCHEMA})


def read_list(document: Document) -> UserList:
    """Read the entries; a faulty one does not hide the others.

    Raises `InvalidFile` if `films` is not an array of tables.
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
    """Read the file of the list; without one the list is empty. Raises `InvalidFile` with what to do about it."""
    return parse_list(path, read_bytes(path))


def parse_list(path: Path, data: bytes | None) -> Document:
    """Parse the bytes of a list; None means that there is no file."""
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


def entry_table(entry: Entry | None) -> Mapping[str, object]:
    """Return an entry as a table of the file, without empty keys; an empty table for None."""
    if entry is None:
        return {}
    table = entry_fields(entry)
    table["want"] = {part: str(value) for part, value in (entry.want or Want())._asdict().items() if value}
    return {key: value for key, value in table.items() if value not in (None, [], {})}

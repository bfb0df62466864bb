"""The user's list: `watchlist.toml`, one table per entry, in order."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from watchlist.domain.claim import Channel
from watchlist.domain.entry import Entry, Status, Viewing, Want, entry_fields
from watchlist.domain.errors import NOTHING_CHANGED, InvalidFile
from watchlist.storage.files import read_bytes
from watchlist.storage.films.external_ids import EXTERNAL_IDS
from watchlist.storage.toml import schema
from watchlist.storage.toml.edit import Append, Edit, Piece
from watchlist.storage.toml.find import find_tables
from watchlist.storage.toml.plain import parse
from watchlist.storage.toml.read import At, Document, read_document
from watchlist.storage.toml.schema import Key, ListOf, Report, TableOf

SCHEMA = 1
"""The version of the file format that this program writes."""

_FEW = 500
"""Up to this many entries are looked up one by one; for more, the whole list is read."""


def _entry(**values: object) -> Entry:
    make: Callable[..., Entry] = Entry
    return make(**{"title": values["id"], **values})


ENTRY = TableOf(
    {
        "id": Key(schema.WORD, "the film's id", required=True),
        "title": Key(schema.TEXT, "for people who read the file; the id identifies the film"),
        "added": Key(schema.DAY, "when it was added to the list"),
        "status": Key(schema.choice(Status), "wanted, watched, dropped, or kept for its tags"),
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
        "undated_viewings": Key(schema.number(0, 9999), "how often it was watched on an unknown day"),
        "tags": Key(schema.TEXTS, "the user's own labels"),
        "note": Key(schema.TEXT, "free text"),
        "ids": Key(EXTERNAL_IDS, "the film's ids on other sites"),
        "diary": Key(
            ListOf(
                TableOf(
                    {
                        "day": Key(schema.DAY, "when it was watched"),
                        "rating": Key(schema.number(1, 10), "half stars for this viewing"),
                        "rewatch": Key(schema.FLAG, "true if it was watched before"),
                        "review": Key(schema.TEXT, "the user's review"),
                    },
                    Viewing,
                )
            ),
            "notes on individual viewings",
        ),
    },
    _entry,
)


KEYS = Entry._fields
"""The keys of an entry, in order."""


class UserList:
    """The entries that can be read, and the faults of the others, one line each."""

    def __init__(self, read: Callable[[], Document]) -> None:
        """Take a function that reads the file; it is called at the first access."""
        self._read = read

    @cached_property
    def _everything(self) -> tuple[Mapping[str, Entry], tuple[str, ...], Mapping[str, int]]:
        return _read_entries(self._read())

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The entries, in order."""
        return tuple(self._everything[0].values())

    @property
    def broken(self) -> tuple[str, ...]:
        """The faults of the entries that cannot be read, one line each."""
        return self._everything[1]

    def number(self, film_id: str) -> int:
        """Return the number of an entry's table."""
        return self._everything[2][film_id]

    def entry(self, film_id: str) -> Entry | None:
        """Return a film's entry; None if it is not on the list."""
        return self._everything[0].get(film_id)

    def entries_of(self, ids: Sequence[str]) -> tuple[Entry, ...]:
        """Return the entries of some films; those not on the list are left out."""
        return tuple(entry for one in ids if (entry := self._everything[0].get(one)))


class QuickList(UserList):
    """A list whose text is known to be valid, so that an entry can be found without reading the others."""

    def __init__(self, text: str, read: Callable[[], Document]) -> None:
        super().__init__(read)
        self._text = text
        self._found: dict[str, Piece] = {}

    def number(self, film_id: str) -> int:
        """Return the number of an entry's table."""
        return self._found[film_id].number if film_id in self._found else super().number(film_id)

    def entries_of(self, ids: Sequence[str]) -> tuple[Entry, ...]:
        """Return the entries of some films: a few are looked up one by one, for many the whole list is read."""
        if len(ids) > _FEW:
            return super().entries_of(ids)
        return tuple(entry for one in ids if (entry := self.entry(one)))

    def places(self, edits: Sequence[Edit]) -> tuple[Piece, ...] | None:
        """Return the tables that some edits concern; None if not all of them were looked up one by one."""
        found = {piece.number: piece for piece in self._found.values()}
        numbers = [edit.number for edit in edits if not isinstance(edit, Append)]
        return tuple(found[one] for one in numbers) if {*numbers} <= {*found} else None

    def entry(self, film_id: str) -> Entry | None:
        """Return a film's entry, from the first readable table with its id; None if there is none."""
        for place in find_tables(self._text, "films", film_id):
            table = parse(self._text[place.start : place.stop])["films"][0]
            entry: Entry | None = ENTRY.read(table, ("films", place.number), Report())
            if entry is not None and entry.id == film_id:
                self._found[film_id] = place
                return entry
        return None


def empty_list(path: Path) -> Document:
    """Return the document of a list that does not exist yet."""
    return Document(path, f"schema = {SCHEMA}\n", {"schema": SCHEMA})


def read_list(document: Document) -> UserList:
    """Read the entries; one with a fault does not hide the others.

    Raises `InvalidFile` if `films` is not an array of tables.
    """
    users = UserList(lambda: document)
    _ = users.broken
    return users


def _read_entries(document: Document) -> tuple[Mapping[str, Entry], tuple[str, ...], Mapping[str, int]]:
    tables = document.tables.get("films", [])
    if not isinstance(tables, list):
        raise document.fault(("films",), "films must be an array of tables: write [[films]]")
    entries: dict[str, Entry] = {}
    numbers: dict[str, int] = {}
    broken: list[tuple[At, str]] = []
    for number, table in enumerate(tables):
        report = Report()
        entry = ENTRY.read(table, ("films", number), report)
        if entry is not None and entry.id in entries:
            report.fault(("films", number, "id"), f'the id "{entry.id}" is used twice; the first entry counts')
        elif entry is not None:
            entries[entry.id], numbers[entry.id] = entry, number
        broken += report.problems[:1]
    return entries, document.faults(broken), numbers


def count_entries(path: Path, data: bytes) -> int | None:
    """Count the entries in the bytes of a list; None if it is damaged."""
    try:
        return len(read_list(read_document(path, data)).entries)
    except InvalidFile:
        return None


def list_document(path: Path) -> Document:
    """Read the list file; a missing one is an empty list. Raises `InvalidFile`, with a hint, if it is damaged."""
    return parse_list(path, read_bytes(path))


def parse_list(path: Path, data: bytes | None) -> Document:
    """Parse the bytes of a list; None stands for a missing file."""
    if data is None:
        return empty_list(path)
    try:
        return read_document(path, data)
    except InvalidFile as error:
        error.hint = "Correct it with watchlist edit, or bring back an earlier list with watchlist restore."
        raise


def refuse_newer(document: Document) -> None:
    """Raise `InvalidFile` if a newer version of the program wrote the file: it may be read but not changed."""
    version = document.tables.get("schema", SCHEMA)
    if not isinstance(version, int) or version > SCHEMA:
        raise document.fault(
            ("schema",),
            f"written by a newer watchlist (schema {version}, this one knows {SCHEMA})",
            kept=NOTHING_CHANGED,
            hint="Install the newer version to change this list.",
        )


def entry_table(entry: Entry | None) -> Mapping[str, object]:
    """Return the table of an entry as the file holds it, without empty keys; an empty table for None."""
    if entry is None:
        return {}
    table = entry_fields(entry)
    table["want"] = {part: str(value) for part, value in (entry.want or Want())._asdict().items() if value}
    return {key: value for key, value in table.items() if value not in (None, [], {}, 0)}

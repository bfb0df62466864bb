"""A file to import, as the formats see it: its name, its text, and the text read as CSV or as JSON."""

from dataclasses import dataclass
from datetime import tzinfo
from functools import cached_property
from typing import Protocol

from watchlist.services.transfer.jsontext import read_json
from watchlist.services.transfer.table import NO_TABLE, Table, read_table


class RawFile(Protocol):
    """A file as storage hands it over."""

    @property
    def name(self) -> str:
        """Its name, with the folders of an archive."""

    @property
    def data(self) -> bytes:
        """Its bytes."""

    @property
    def archive(self) -> str | None:
        """The name of the archive that it lies in, if any."""


@dataclass(frozen=True)
class ImportFile:
    """A file as text. Its table and its JSON are read when a format first asks for them.

    `zone` is where the user is, for moments in UTC; None means the zone of the machine.
    """

    name: str
    text: str
    archive: str | None = None
    zone: tzinfo | None = None

    @classmethod
    def of(cls, raw: RawFile, zone: tzinfo | None) -> "ImportFile":
        """Decode a file: UTF-8, with or without a mark, else Windows-1252."""
        try:
            text = raw.data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = raw.data.decode("cp1252", errors="replace")
        return cls(raw.name, text, raw.archive, zone)

    @cached_property
    def is_json(self) -> bool:
        """True if it begins as a JSON object or array does."""
        return self.text.lstrip()[:1] in ("{", "[")

    @cached_property
    def table(self) -> Table:
        """The file as CSV, a table without columns if it is JSON; raises `InvalidFile` for an empty file."""
        return NO_TABLE if self.is_json else read_table(self.name, self.text)

    @cached_property
    def json(self) -> object:
        """The file as JSON, None if it is not; raises `InvalidFile` for broken JSON."""
        return read_json(self.name, self.text) if self.is_json else None

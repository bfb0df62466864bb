"""A file to import, as formats see it: its name, its text, and the text parsed as CSV or JSON."""

from dataclasses import dataclass
from datetime import tzinfo
from functools import cached_property
from typing import Protocol

from watchlist.domain.names import fold
from watchlist.services.transfer.jsontext import read_json
from watchlist.services.transfer.row import unreadable
from watchlist.services.transfer.table import NO_TABLE, Table, read_table


class RawFile(Protocol):
    """A file as storage provides it."""

    @property
    def name(self) -> str:
        """Its name, with the folders of an archive."""

    @property
    def data(self) -> bytes:
        """Its bytes."""

    @property
    def archive(self) -> str | None:
        """The name of the archive or folder that it was found in; None if the user named the file itself."""

    @property
    def folder(self) -> str:
        """The name of the folder of a file that the user named itself."""


@dataclass(frozen=True)
class ImportFile:
    """A file as text. Its table and its JSON are parsed when they are first asked for.

    `zone` is the user's time zone, for times in UTC; None means the machine's.
    """

    name: str
    text: str
    archive: str | None = None
    zone: tzinfo | None = None
    folder: str = ""
    was_guessed: bool = False
    """True if it was decoded as Windows-1252, which is a guess: any bytes are valid in it."""
    has_twin: bool = False
    """True if another file of the import has the same name."""

    @classmethod
    def of(cls, raw: RawFile, zone: tzinfo | None) -> "ImportFile":
        """Decode a file: UTF-8 or UTF-16, with or without a byte order mark, else Windows-1252.

        Raises `InvalidFile` if it has only NUL characters, as after a failed download.
        """
        if raw.data and not raw.data.strip(b"\x00"):
            raise unreadable(raw.name, "contains only NUL characters")
        text = _decoded(raw.data)
        is_guess = text is None
        whole = text if text is not None else raw.data.decode("cp1252", errors="replace")
        return cls(raw.name, whole, raw.archive, zone, raw.folder, is_guess)

    @cached_property
    def is_json(self) -> bool:
        """True if it begins like a JSON object or array."""
        return self.text.lstrip()[:1] in ("{", "[")

    @cached_property
    def table(self) -> Table:
        """The file as CSV, a table without columns if it is JSON; raises `InvalidFile` for an empty file."""
        return NO_TABLE if self.is_json else read_table(self.name, self.text)

    @cached_property
    def json(self) -> object:
        """The file as JSON, None if it is not; raises `InvalidFile` for broken JSON."""
        return read_json(self.name, self.text) if self.is_json else None

    @property
    def folders(self) -> tuple[str, ...]:
        """The names of the folders that it is in, as far as known, in lower case."""
        return tuple(part.casefold() for part in (self.folder, *self.name.split("/")[:-1]) if part)

    @property
    def stem(self) -> str:
        """Its name without folders and extension."""
        return self.name.rsplit("/", 1)[-1].rsplit(".", 1)[0]

    @property
    def shown_name(self) -> str:
        """Its name for messages, with its folder if that decides how it is read, or tells it from another file."""
        where = self.archive or self.folder
        is_needed = self.has_twin or where.casefold() in TELLING_FOLDERS
        return f"{where}/{self.name}" if where and is_needed else self.name

    def is_named(self, *words: str) -> bool:
        """Return whether its name has any of these folded words."""
        return not set(words).isdisjoint(fold(self.stem).split())


TELLING_FOLDERS = ("deleted", "orphaned", "likes", "lists")
"""Folders of exports whose names say what is in their files."""


def _decoded(data: bytes) -> str | None:
    """Decode UTF-8, or UTF-16 with a byte order mark or by its NULs; None for anything else."""
    try:
        if data.startswith((b"\xff\xfe", b"\xfe\xff")):
            return data.decode("utf-16")
        if encoding := _wide_encoding(data[:_SAMPLE]):
            return data.decode(encoding)
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None


def _wide_encoding(sample: bytes) -> str | None:
    """Recognise UTF-16 without a byte order mark: in Latin text, every second byte is NUL."""
    for encoding, place in (("utf-16-le", 1), ("utf-16-be", 0)):
        nuls, others = sample[place::2].count(0), sample[1 - place :: 2].count(0)
        if nuls > len(sample) // 4 and not others:
            return encoding
    return None


_SAMPLE = 4096

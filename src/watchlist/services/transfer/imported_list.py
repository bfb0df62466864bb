"""The content of one file to import: the rows of another program's list, or entries that this program exported."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from watchlist.domain.entry import Entry
from watchlist.services.transfer.import_file import ImportFile
from watchlist.services.transfer.row import BadRow, ImportedRow


class LostCell(NamedTuple):
    """A value that could not be read, and why; the rest of its line was read."""

    line: int
    words: str
    file: str = ""


class ImportedList(NamedTuple):
    """The content of one file: `rows` from another program, or `entries` that this program exported."""

    format: str
    part: str = ""
    """Which file of an export it is, such as "diary"; empty if there is only one kind."""
    rows: tuple[ImportedRow, ...] = ()
    entries: tuple[Entry, ...] = ()
    user_films: Mapping[str, object] = MappingProxyType({})
    """The user's own films, as tables of a film file."""
    bad: tuple[BadRow, ...] = ()
    other_items: int = 0
    """How many series, seasons, episodes and people were left out."""
    exported: date | None = None
    """The day of the export, if a file or folder name says it."""
    left_out: int = 0
    """How many rows were left out because their file is not about a list, such as deleted films."""
    remark: str = ""
    """What the user should know about how the file was read, such as "read as watched films, by its name"."""
    file: ImportFile | None = None
    lost_cells: tuple[LostCell, ...] = ()
    """The values of `entries` that could not be read; those of `rows` are in the rows."""
    head: int = 1
    """How many rows at the top of a table are not films."""

    @property
    def title(self) -> str:
        """The format and the part, for people."""
        return f"{self.format} {self.part}".rstrip()

    @property
    def name(self) -> str:
        """The name of its file."""
        return self.file.shown_name if self.file else ""

    @property
    def lost(self) -> tuple[LostCell, ...]:
        """All values that could not be read, in lines that otherwise were."""
        return (*self.lost_cells, *(LostCell(row.line, words, row.file) for row in self.rows for words in row.lost))

    def of_file(self, file: ImportFile) -> "ImportedList":
        """Return the list with its file, and with the file's name in each row, for messages."""
        name = file.shown_name
        return self._replace(
            rows=tuple(row._replace(file=name) for row in self.rows),
            bad=tuple(row._replace(file=name) for row in self.bad),
            lost_cells=tuple(cell._replace(file=name) for cell in self.lost_cells),
            file=file,
        )

"""What a transfer format is, and the tables of all formats.

A format is a module of this package. To add one that `watchlist import` reads:

1. Write `services/transfer/NAME.py` with what `ImportFormat` asks for; `tmdb.py` is a short one to start from.
   CSV is in `file.table` (a line has `line.cell("column")`), JSON in `file.json`; `parse.py` reads the
   values that other programs write, and `raise BadValue("why")` makes a line a bad row.
2. Add the module to `IMPORT_FORMATS`, and the first line of such a file to `tests/services/transfer/test_format.py`. If
   another format claims that file too, teach that one to refuse it: Letterboxd's, which reads most CSV files, has
   `_OTHERS` for that.
3. Name it in the help of `import` (`cli/table.py`, `cli/commands/import_.py`) and in README.md, and test it in
   `tests/services/transfer/test_NAME.py`.

For one that `watchlist export` writes, meet `ExportFormat` and add a line to `ExportName` and to `EXPORT_FORMATS`.
mypy checks that the modules in the tables have all that the protocols ask for.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Protocol

from watchlist.services.transfer import (
    html_page,
    ics,
    imdb,
    letterboxd,
    letterboxd_export,
    markdown,
    simkl,
    tmdb,
    trakt,
    watchlist_csv,
    watchlist_json,
)
from watchlist.services.transfer.export_request import ExportRequest, ExportResult
from watchlist.services.transfer.import_file import ImportFile
from watchlist.services.transfer.imported_list import ImportedList


class ImportFormat(Protocol):
    """A format that lists can be imported from."""

    NAME: str
    """Its name for people, such as "IMDb"."""

    def recognises(self, file: ImportFile, /) -> bool:
        """Return whether a file is in this format, by its content; by its name only if nothing else tells."""

    def read(self, file: ImportFile, /) -> ImportedList | None:
        """Read a file that `recognises` accepts; None if it is part of an export, but does not contain a list.

        A line that cannot be read becomes a `BadRow`; `InvalidFile` is for a file that cannot be read at all.
        """


class ExportFormat(Protocol):
    """A format that the user's list can be exported to."""

    def write(self, request: ExportRequest, /) -> ExportResult:
        """Write the entries and films of a request."""


IMPORT_FORMATS: Sequence[ImportFormat] = [
    letterboxd,
    watchlist_csv,
    watchlist_json,
    trakt,
    tmdb,
    simkl,
    imdb,
]
"""The formats that `import` reads; the first one that recognises a file is used."""


class ExportName(StrEnum):
    """A format that `export` writes, by its name on the command line."""

    ICS = "ics"
    LETTERBOXD = "letterboxd"
    IMDB = "imdb"
    CSV = "csv"
    JSON = "json"
    MARKDOWN = "markdown"
    HTML = "html"


EXPORT_FORMATS: Mapping[ExportName, ExportFormat] = {
    ExportName.ICS: ics,
    ExportName.LETTERBOXD: letterboxd_export,
    ExportName.IMDB: imdb,
    ExportName.CSV: watchlist_csv,
    ExportName.JSON: watchlist_json,
    ExportName.MARKDOWN: markdown,
    ExportName.HTML: html_page,
}

"""The tables of formats, and what the documents say about them."""

from pathlib import Path

import pytest

from program import Run
from watchlist.services.transfer.format import EXPORT_FORMATS, IMPORT_FORMATS, ExportName

README = Path(__file__).parents[3] / "README.md"
SERVICES = sorted({one.NAME for one in IMPORT_FORMATS} - {"watchlist"})


@pytest.mark.parametrize("name", SERVICES)
def test_each_format_that_import_reads_is_in_the_help_and_in_the_readme(run: Run, name: str) -> None:
    assert name in run("import", "--help").out
    assert name in README.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ExportName)
def test_each_format_that_export_writes_is_in_the_table_and_in_the_readme(name: ExportName) -> None:
    assert name in EXPORT_FORMATS
    assert f"`{name}`" in README.read_text(encoding="utf-8")

"""The tables of formats, and what the documents say about them."""

from pathlib import Path

import pytest

from exports import LETTERBOXD_WATCHLIST
from program import Run
from watchlist.services.transfer import imdb, letterboxd, simkl, tmdb, trakt, watchlist_csv, watchlist_json
from watchlist.services.transfer.format import EXPORT_FORMATS, IMPORT_FORMATS, ExportName, ImportFormat
from watchlist.services.transfer.import_file import ImportFile

README = Path(__file__).parents[3] / "README.md"
SERVICES = sorted({one.NAME for one in IMPORT_FORMATS} - {"watchlist"})

EXAMPLES: list[tuple[ImportFormat, str]] = [
    (letterboxd, LETTERBOXD_WATCHLIST),
    (watchlist_csv, ",".join(watchlist_csv.HEADER)),
    (watchlist_json, '{"format": "watchlist"}'),
    (trakt, '[{"listed_at": "2026-01-02T00:00:00.000Z", "type": "movie", "movie": {"title": "A", "year": 2026}}]'),
    (tmdb, "TMDb ID,IMDb ID,Type,Name,Release Date,Season Number,Episode Number,Rating,Your Rating,Date Rated"),
    (simkl, "SIMKL_ID,Title,Type,Year,Watchlist,LastEpWatched,WatchedDate,Rating,Memo,TVDB,TMDB,IMDB"),
    (imdb, "Position,Const,Created,Modified,Description,Title,URL,Title Type,IMDb Rating,Year,Your Rating,Date Rated"),
]


def test_each_format_has_an_example_here() -> None:
    assert [one for one, _ in EXAMPLES] == IMPORT_FORMATS


@pytest.mark.parametrize(("expected", "text"), EXAMPLES, ids=[one.NAME for one, _ in EXAMPLES])
def test_a_file_is_recognised_by_its_own_format_alone(expected: ImportFormat, text: str) -> None:
    file = ImportFile("films.csv", text)
    assert [one.NAME for one in IMPORT_FORMATS if one.recognises(file)] == [expected.NAME]


@pytest.mark.parametrize("name", SERVICES)
def test_each_format_that_import_reads_is_in_the_help_and_in_the_readme(run: Run, name: str) -> None:
    assert name in run("import", "--help").out
    assert name in README.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ExportName)
def test_each_format_that_export_writes_is_in_the_table_and_in_the_readme(name: ExportName) -> None:
    assert name in EXPORT_FORMATS
    assert f"`{name}`" in README.read_text(encoding="utf-8")

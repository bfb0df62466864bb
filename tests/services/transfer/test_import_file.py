"""A file to import: how it is decoded, and read as CSV or JSON."""

import pytest

from watchlist.services.transfer.import_file import ImportFile
from watchlist.storage.outside.import_files import IncomingFile


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_file_is_decoded_without_a_mark(encoding: str) -> None:
    assert ImportFile.of(IncomingFile("x.csv", "Amélie".encode(encoding)), None).text == "Amélie"


def test_json_is_no_table_and_a_table_is_no_json() -> None:
    json, table = ImportFile("x", '\n {"a": 1}'), ImportFile("x", "A,B\n1,2\n")
    assert (json.json, json.table.header) == ({"a": 1}, ())
    assert (table.json, table.table.header) == (None, ("a", "b"))

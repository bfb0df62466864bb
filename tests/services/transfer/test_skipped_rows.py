"""The rows that an import left out, as they stand in their files: they can be mended and imported again."""

import json

from watchlist.services.transfer.import_file import ImportFile
from watchlist.services.transfer.imported_list import ImportedList
from watchlist.services.transfer.skipped_rows import SkippedRows, skipped_rows


def listed(name: str, text: str, *, head: int = 1) -> ImportedList:
    return ImportedList("Letterboxd", file=ImportFile(name, text), head=head)


def test_rows_stand_below_the_head_of_their_file_in_its_order() -> None:
    text = '\nName,Year\nHeat,1995\n"A title\nof two lines",x\nJaws,1975\nAlien,y'
    assert skipped_rows([listed("a.csv", text)], [("a.csv", 7), ("a.csv", 4)]) == (
        SkippedRows("a.csv", 'Name,Year\n"A title\nof two lines",x\nAlien,y\n'),
    )


def test_a_head_of_several_rows_stays_whole() -> None:
    text = "Letterboxd list export v7\n\nDate,Name\n2024-01-01,My list\n\nPosition,Name\n1,Heat\n2,\n"
    (rest,) = skipped_rows([listed("list.csv", text, head=4)], [("list.csv", 8)])
    assert rest.text == "Letterboxd list export v7\nDate,Name\n2024-01-01,My list\nPosition,Name\n2,\n"


def test_files_without_such_rows_and_files_of_no_format_are_left_out() -> None:
    lists = [listed("a.csv", "Name\nHeat\n"), listed("b.csv", "Name\nHeat\n")._replace(format=""), ImportedList("X")]
    assert skipped_rows(lists, [("b.csv", 2), ("", 3)]) == (SkippedRows("", ""),)


def test_items_of_json_are_an_array_again() -> None:
    items = [{"title": "Heat"}, {"title": "Amélie"}, {"title": "Jaws"}]
    (rest,) = skipped_rows([listed("a.json", json.dumps(items))], [("a.json", 2), ("a.json", 3)])
    assert rest.text == '[\n{"title": "Amélie"},\n{"title": "Jaws"}\n]\n'
    parts = {"movies": items[:2], "count": 3, "more": items[2:]}
    (rest,) = skipped_rows([listed("a.json", json.dumps(parts))], [("a.json", 3)])
    assert json.loads(rest.text) == [{"title": "Jaws"}]


def test_entries_of_an_export_of_ours_are_an_export_again() -> None:
    whole = {"format": "watchlist", "version": 2, "entries": [{"id": "heat"}, {"id": "jaws"}], "films": {}}
    (rest,) = skipped_rows([listed("a.json", json.dumps(whole))], [("a.json", 2)])
    assert json.loads(rest.text) == {"format": "watchlist", "version": 2, "entries": [{"id": "jaws"}]}

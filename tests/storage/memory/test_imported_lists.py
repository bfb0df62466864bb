"""What a list elsewhere had in its latest export is remembered list by list."""

from datetime import date
from pathlib import Path

from watchlist.domain.last_export import LastExport
from watchlist.storage.memory.imported_lists import read_listed, write_listed

DAY = date(2026, 11, 18)


def test_the_films_of_each_list_are_remembered_until_it_is_imported_again(tmp_path: Path) -> None:
    path = tmp_path / "imported.json"
    write_listed(path, {"letterboxd": LastExport(("a", "b"), DAY), "trakt": LastExport(("c",))})
    write_listed(path, {"letterboxd": LastExport(("b",), DAY)})
    assert read_listed(path) == {"letterboxd": LastExport(("b",), DAY), "trakt": LastExport(("c",))}


def test_what_is_remembered_already_is_not_written_again(tmp_path: Path) -> None:
    path = tmp_path / "imported.json"
    write_listed(path, {})
    assert not path.exists()
    write_listed(path, {"trakt": LastExport(("c",), DAY)})
    before = path.stat()
    write_listed(path, {"trakt": LastExport(("c",), DAY)})
    assert path.stat() == before


def test_of_a_damaged_memory_the_lists_that_can_be_read_count(tmp_path: Path) -> None:
    path = tmp_path / "imported.json"
    for text, listed in (
        ("{", {}),
        ("[1]", {}),
        ('{"trakt": ["c", 5], "imdb": 3}', {"trakt": LastExport(("c", "5"))}),
        ('{"trakt": {"films": ["c"], "day": "soon"}, "imdb": {}}', {"trakt": LastExport(("c",))}),
    ):
        path.write_text(text)
        assert read_listed(path) == listed

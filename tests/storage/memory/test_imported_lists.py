"""What a list elsewhere had the last time it was imported is remembered list by list."""

from pathlib import Path

from watchlist.storage.memory.imported_lists import read_listed, write_listed


def test_the_films_of_each_list_are_remembered_until_it_is_imported_again(tmp_path: Path) -> None:
    path = tmp_path / "imported.json"
    write_listed(path, {"letterboxd": ["a", "b"], "trakt": ["c"]})
    write_listed(path, {"letterboxd": ["b"]})
    assert read_listed(path) == {"letterboxd": ("b",), "trakt": ("c",)}


def test_what_is_remembered_already_is_not_written_again(tmp_path: Path) -> None:
    path = tmp_path / "imported.json"
    write_listed(path, {})
    assert not path.exists()
    write_listed(path, {"trakt": ("c",)})
    before = path.stat()
    write_listed(path, {"trakt": ["c"]})
    assert path.stat() == before


def test_of_a_damaged_memory_the_lists_that_can_be_read_count(tmp_path: Path) -> None:
    path = tmp_path / "imported.json"
    for text, listed in (("{", {}), ("[1]", {}), ('{"trakt": ["c", 5], "imdb": 3}', {"trakt": ("c", "5")})):
        path.write_text(text)
        assert read_listed(path) == listed

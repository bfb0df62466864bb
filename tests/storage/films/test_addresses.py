"""Where a catalogue came from is noted beside the catalogues, one note for each of them."""

from pathlib import Path

from adds import paths_in
from watchlist.storage.films.addresses import forget_address, note_address, read_addresses


def test_each_catalogue_has_a_note_that_is_replaced_and_forgotten_by_its_name(tmp_path: Path) -> None:
    paths = paths_in(tmp_path)
    assert read_addresses(paths) == {}
    club = {"address": "https://club.example/films.toml", "etag": "x"}
    note_address(paths, "films.toml", {"address": "https://old.example/"})
    note_address(paths, "more.toml", {"address": "https://more.example/"})
    note_address(paths, "films.toml", club)
    assert read_addresses(paths) == {"films.toml": club, "more.toml": {"address": "https://more.example/"}}
    forget_address(paths, "more.toml")
    forget_address(paths, "from-a-file.toml")
    assert read_addresses(paths) == {"films.toml": club}


def test_notes_that_are_not_there_or_damaged_are_none_and_forgetting_writes_nothing(tmp_path: Path) -> None:
    paths = paths_in(tmp_path)
    forget_address(paths, "films.toml")
    assert not paths.catalogues.exists()
    paths.catalogues.mkdir()
    for text in ("{", "[1]", "null"):
        (paths.catalogues / "addresses.json").write_text(text)
        assert read_addresses(paths) == {}
    note_address(paths, "films.toml", {})
    assert read_addresses(paths) == {"films.toml": {}}

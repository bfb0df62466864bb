"""The film that was drawn last is remembered where it can be, and is safe to lose."""

from pathlib import Path

from watchlist.storage.memory.last_pick import last_pick, note_pick


def test_the_last_film_that_was_drawn_is_remembered(tmp_path: Path) -> None:
    path = tmp_path / "new" / "tonight.json"
    assert last_pick(path) is None
    for film_id in ("heat-1995", "alien-1979"):
        note_pick(path, film_id)
    assert last_pick(path) == "alien-1979"


def test_a_note_that_cannot_be_read_or_written_is_none(tmp_path: Path) -> None:
    path = tmp_path / "tonight.json"
    for text in ("", "{", "[1]", "{}", "3", "[" * 100_000):
        path.write_text(text)
        assert last_pick(path) is None
    note_pick(path / "inside", "heat-1995")
    assert last_pick(path / "inside") is None

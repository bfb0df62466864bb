"""Note: words on a film, written and taken away."""

from pathlib import Path

from program import Run, data


def test_a_note_is_written_and_without_a_text_removed(run: Run, list_file: Path) -> None:
    run("add", "Alien 1979")
    assert run("note", "alien-1979", "see it", "in the dark").code == 0
    assert [entry["note"] for entry in data(run("list", "--json"))] == ["see it in the dark"]
    run("note", "alien-1979")
    assert "note" not in list_file.read_text()

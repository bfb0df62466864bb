"""Where a list's journal is, and what its last line tells of its last step."""

from pathlib import Path

from watchlist.storage.changes.journal_file import journal_path, last_ended

BEGUN = '{"at": "2026-11-20T12:00:00", "what": "add", "number": %d}\n'
ENDED = '{"end": %d, "made": true}\n'


def test_every_place_has_a_journal_of_its_own_that_names_the_list(tmp_path: Path) -> None:
    places = ["/a/mine.toml", "/b/mine.toml", "/a/b.toml", "/b/a.toml", "/a/\udcff.toml"]
    found = [journal_path(tmp_path, Path(place)) for place in places]
    assert len(set(found)) == len(places)
    assert {(path.parent, path.suffix) for path in found} == {(tmp_path / "journals", ".jsonl")}
    assert [path.name.rpartition("-")[0] for path in found] == ["mine", "mine", "b", "a", "\udcff"]
    assert found[0] == journal_path(tmp_path, Path("/a/mine.toml"))


def test_the_last_line_tells_which_step_has_ended(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    told: dict[str, int | None] = {
        "": 0,
        BEGUN % 1 + ENDED % 1: 1,
        BEGUN % 1 + ENDED % 1 + BEGUN % 2 + '{"end": 2, "made": false}\n': 2,
        "x" * 9000 + "\n" + ENDED % 123456: 123456,
        ENDED % 1 + BEGUN % 2: None,
        ENDED % 1 + "y" * 9000 + "\n": None,
        BEGUN % 2 + (ENDED % 2)[:-1]: None,
        BEGUN % 2 + (ENDED % 2)[:-9]: None,
        '{"end": two, "made": true}\n': None,
        "\0" * 200: None,
    }
    for text, number in told.items():
        path.write_text(text)
        assert (text[-80:], last_ended(path)) == (text[-80:], number)


def test_without_a_journal_there_was_no_step_and_what_cannot_be_read_tells_nothing(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    assert [last_ended(tmp_path / name) for name in ("none", "folder")] == [0, None]

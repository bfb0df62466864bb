"""The day of the last look: the one before today, however often one looks today."""

from datetime import date
from pathlib import Path

from watchlist.storage.memory.last_look import last_look

FIRST, SECOND, THIRD = date(2026, 11, 18), date(2026, 11, 19), date(2026, 11, 25)


def test_every_look_of_a_day_has_the_same_last_look_before_it(tmp_path: Path) -> None:
    path = tmp_path / "new" / "last-look.json"
    looks = [(day, last_look(path, day)) for day in (FIRST, FIRST, SECOND, SECOND, THIRD, THIRD)]
    assert looks == [
        *((FIRST, None), (FIRST, None), (SECOND, FIRST), (SECOND, FIRST), (THIRD, SECOND), (THIRD, SECOND)),
    ]


def test_a_note_that_cannot_be_read_is_as_if_it_were_not_there_and_is_written_anew(tmp_path: Path) -> None:
    path = tmp_path / "last-look.json"
    for text in ("", "{", "[1]", "{}", '{"before": 1, "last": 2}', '{"before": null, "last": "soon"}', "[" * 100_000):
        path.write_text(text)
        assert (text[:20], last_look(path, SECOND)) == (text[:20], None)
        assert path.read_text() == '{"before": null, "last": "2026-11-19"}'


def test_where_nothing_can_be_written_every_look_is_the_first(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert [last_look(tmp_path / "file" / "last-look.json", day) for day in (FIRST, SECOND)] == [None, None]

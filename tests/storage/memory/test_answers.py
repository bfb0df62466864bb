"""Answers are kept for this user alone, few of them, and only whole ones are believed."""

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from watchlist.storage.grounds import Grounds
from watchlist.storage.memory import answers
from watchlist.storage.memory.answers import Piece, count_answers, find, keep

SAID = [(1, b"in 3 days\n"), (2, b"Assuming \xff\n")]


@pytest.fixture
def folder(home: Path) -> Path:
    return home / "cache" / "watchlist" / "answers"


def said(folder: Path, question: str) -> list[Piece] | None:
    found = find(str(folder), question)
    return None if found is None else [(stream, os.pread(file, length, start)) for stream, file, start, length in found]


def noted(path: Path | None = None) -> Grounds:
    grounds = Grounds()
    if path:
        grounds.note_file(str(path))
    return grounds


def file_of(folder: Path) -> Path:
    (file,) = folder.iterdir()
    return file


def test_an_answer_is_found_by_its_question_and_by_no_other(folder: Path) -> None:
    keep(str(folder), "list", noted(), SAID)
    assert (said(folder, "list"), said(folder, "upcoming")) == (SAID, None)


def test_questions_whose_files_have_one_name_are_told_apart(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answers, "_name", lambda _: "0123456789abcdef")
    keep(str(folder), "list", noted(), SAID)
    assert (said(folder, "list"), said(folder, "upcoming")) == (SAID, None)


def test_an_answer_without_a_word_is_one(folder: Path) -> None:
    keep(str(folder), "list", noted(), [])
    assert said(folder, "list") == []


def test_the_same_question_in_two_environments_has_two_answers(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for value, text in (("1", b"plain"), ("", b"coloured")):
        monkeypatch.setenv("NO_COLOR", value)
        grounds = Grounds()
        grounds.note("variable", "NO_COLOR")
        keep(str(folder), "list", grounds, [(1, text)])
    assert said(folder, "list") == [(1, b"coloured")]
    monkeypatch.setenv("NO_COLOR", "1")
    assert said(folder, "list") == [(1, b"plain")]


def test_what_was_printed_to_one_stream_in_a_row_comes_back_as_one_piece(folder: Path) -> None:
    keep(str(folder), "list", noted(), [(1, b"a" * 50_000), (1, b"b" * 50_000), (2, b"c"), (1, b"d")])
    assert said(folder, "list") == [(1, b"a" * 50_000 + b"b" * 50_000), (2, b"c"), (1, b"d")]


def test_the_file_of_an_answer_is_closed_when_all_was_read(folder: Path) -> None:
    keep(str(folder), "list", noted(), SAID)
    found = find(str(folder), "list")
    assert found is not None
    (_, file, *_), *_ = found
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(file)


def test_letters_that_are_none_come_through(folder: Path) -> None:
    keep(str(folder), "show \udcff", noted(Path("/no\udcff/where")), SAID)
    assert said(folder, "show \udcff") == SAID


def test_answers_and_their_folder_are_closed_to_others(folder: Path) -> None:
    keep(str(folder), "list", noted(), SAID)
    assert [stat.S_IMODE(path.stat().st_mode) for path in (folder, file_of(folder))] == [0o700, 0o600]


def test_the_oldest_go_when_there_are_many(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answers, "_MOST", 3)
    for number in range(5):
        keep(str(folder), f"question {number}", noted(), SAID)
        for file in folder.iterdir():  # one second older
            os.utime(file, ns=(0, file.stat().st_mtime_ns - 1_000_000_000))
    assert [said(folder, f"question {number}") for number in range(5)] == [None, None, SAID, SAID, SAID]
    assert count_answers(str(folder)) == 3


def test_the_oldest_go_when_they_are_large(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answers, "_MOST_BYTES", 3000)
    for number in range(3):
        keep(str(folder), f"question {number}", noted(), [(1, b"x" * 1000)])
        for file in folder.iterdir():
            os.utime(file, ns=(0, file.stat().st_mtime_ns - 1_000_000_000))
    assert count_answers(str(folder)) == 2


def test_what_is_no_file_does_not_keep_the_oldest_from_going(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answers, "_MOST", 3)
    (folder / "a folder").mkdir(parents=True)
    folder.chmod(0o700)
    (folder / "a link to nothing").symlink_to("nowhere")
    for number in range(5):
        keep(str(folder), f"question {number}", noted(), SAID)
    assert sum(path.is_file() for path in folder.iterdir()) == 3


def test_answers_from_the_future_are_the_oldest(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answers, "_MOST", 3)
    for number in range(5):
        keep(str(folder), f"question {number}", noted(), SAID)
        if number < 3:
            os.utime(max(folder.iterdir(), key=lambda file: file.stat().st_ctime_ns), (4e9, 4e9))
    assert [said(folder, f"question {number}") for number in (3, 4)] == [SAID, SAID]


def test_one_that_is_too_long_is_not_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answers, "LARGEST", 100)
    keep(str(folder), "list", noted(), [(1, b"x" * 1000)])
    assert count_answers(str(folder)) == 0


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-1])


def rot(file: Path) -> None:
    file.write_bytes(file.read_bytes().replace(b"3 days", b"4 days"))


def rubbish(file: Path) -> None:
    file.write_bytes(os.urandom(1000))


def numbers(file: Path) -> None:
    file.write_bytes(b"watchlist answer 1 " + b"9" * 5000 + b" -1\n\0\0")


def lines(file: Path) -> None:
    file.write_bytes(b"\n" * 1000)


def older(file: Path) -> None:
    file.write_bytes(file.read_bytes().replace(b"answer 1", b"answer 0"))


def huge(file: Path) -> None:
    os.truncate(file, 1 << 40)


def pipe(file: Path) -> None:
    file.unlink()
    os.mkfifo(file, 0o600)


def folder_in_its_place(file: Path) -> None:
    file.unlink()
    file.mkdir(0o700)


def link(file: Path) -> None:
    other = file.rename(file.parent.with_name("other"))
    file.symlink_to(other)


def open_to_others(file: Path) -> None:
    file.chmod(0o644)


def folder_open_to_others(file: Path) -> None:
    file.parent.chmod(0o770)


def folder_is_a_link(file: Path) -> None:
    file.parent.rename(file.parent.with_name("elsewhere"))
    file.parent.symlink_to(file.parent.with_name("elsewhere"))


WRONGS = (cut, rot, rubbish, numbers, lines, older, huge, pipe, folder_in_its_place, link, open_to_others)


@pytest.mark.parametrize("wrong", [*WRONGS, folder_open_to_others, folder_is_a_link])
def test_what_is_not_whole_and_ones_own_is_not_believed(folder: Path, wrong: Callable[[Path], None]) -> None:
    keep(str(folder), "list", noted(), SAID)
    wrong(file_of(folder))
    assert said(folder, "list") is None


def test_what_another_user_planted_is_not_believed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(str(folder), "list", noted(), SAID)
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    assert said(folder, "list") is None


def test_nothing_is_kept_in_a_folder_of_others(folder: Path) -> None:
    folder.mkdir(mode=0o777)
    folder.chmod(0o777)
    keep(str(folder), "list", noted(), SAID)
    assert list(folder.iterdir()) == []


def test_answers_that_others_can_read_are_not_counted(folder: Path) -> None:
    keep(str(folder), "list", noted(), SAID)
    assert count_answers(str(folder)) == 1
    folder.chmod(0o755)
    assert count_answers(str(folder)) == 0


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only the superuser can try")
def test_sudo_leaves_nothing_in_a_cache_that_its_user_cannot_delete(folder: Path) -> None:
    os.chown(folder.parent, 1234, 1234)
    keep(str(folder), "list", noted(), SAID)
    assert not folder.exists()


def test_where_nothing_can_be_kept_nothing_is(folder: Path) -> None:
    folder.write_text("a file is in the way")
    keep(str(folder), "list", noted(), SAID)
    assert (said(folder, "list"), count_answers(str(folder))) == (None, 0)


def test_what_a_killed_process_left_is_no_answer(folder: Path) -> None:
    folder.mkdir(mode=0o700)
    (folder / "12-abc.new").write_bytes(b"half")
    assert count_answers(str(folder)) == 0

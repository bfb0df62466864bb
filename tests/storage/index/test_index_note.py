"""An index counts while its note fits it and the files it was built from; what no version needs any more goes."""

import json
import os
import shutil
from pathlib import Path

import pytest

from watchlist.storage.index import index_note
from watchlist.storage.index.index_note import (
    FileState,
    Note,
    file_states,
    named,
    new_note,
    newest_module,
    outdated_index,
    superfluous,
    time_of,
    unique_name,
    valid_index,
    write_note,
)


class Noted:
    """An index of two files and its note."""

    def __init__(self, folder: Path) -> None:
        self.cache = folder / "indexes"
        self.cache.mkdir()
        self.files = [folder / "low", folder / "high"]
        for file in self.files:
            file.write_text("one")
        self.index = self.cache / f"{named('name')}-1.sqlite"
        self.index.write_bytes(b"an index")
        write_note(self.cache, "name", new_note(self.index, file_states(self.files), time_of(self.cache)))

    def valid(self) -> Path | None:
        return valid_index(self.cache, "name", self.files)

    def outdated(self) -> Path | None:
        return outdated_index(self.cache, "name", self.files)

    def note(self) -> Note:
        found: Note = json.loads((self.cache / f"{named('name')}.json").read_bytes())
        return found

    def write(self, note: Note) -> None:
        write_note(self.cache, "name", note)


@pytest.fixture
def noted(tmp_path: Path) -> Noted:
    return Noted(tmp_path)


def rewrite(path: Path) -> None:
    """Change a file and set its time back."""
    status = path.stat()
    path.write_text("two")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def test_it_is_valid_for_its_files_under_its_name(noted: Noted) -> None:
    assert (noted.valid(), noted.outdated()) == (noted.index, noted.index)
    assert valid_index(noted.cache, "other", noted.files) is None
    assert valid_index(noted.cache, "name", noted.files[:1]) is None


def test_after_the_last_file_changed_it_is_outdated_and_after_another_one_it_is_of_no_use(noted: Noted) -> None:
    rewrite(noted.files[1])
    assert (noted.valid(), noted.outdated()) == (None, noted.index)
    rewrite(noted.files[0])
    assert (noted.valid(), noted.outdated()) == (None, None)


def test_one_that_was_written_to_or_rotted_does_not_count(noted: Noted) -> None:
    status = noted.index.stat()
    noted.index.write_bytes(b"an indeX")
    assert (noted.valid(), noted.outdated()) == (None, None)
    os.utime(noted.index, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert (noted.valid(), noted.outdated()) == (None, None)


LATER = 1 << 62
"""A time at which every file has been as it is for long, in nanoseconds."""


def forged(note: Note, made: int, *, ctime: int | None = None) -> Note:
    """Return a note with another content of its first file, which only reading the file finds out."""
    path, state = next(iter(note["files"].items()))
    wrong: FileState = {**state, "digest": "of another content", "ctime": state["ctime"] if ctime is None else ctime}
    return {**note, "made": made, "files": {**note["files"], path: wrong}}


def test_files_whose_times_prove_that_they_are_unchanged_are_not_read(noted: Noted) -> None:
    noted.write(forged(noted.note(), LATER))
    assert (noted.valid(), noted.outdated()) == (noted.index, None)


@pytest.mark.parametrize("made", [0, 1])
def test_files_that_may_have_changed_as_they_were_read_are_read_again(noted: Noted, made: int) -> None:
    noted.write(forged(noted.note(), made))
    assert noted.valid() is None


def test_a_file_that_the_system_saw_changing_is_read_again(noted: Noted) -> None:
    noted.write(forged(noted.note(), LATER, ctime=3))
    assert noted.valid() is None


@pytest.mark.parametrize("latest", ["mtime", "ctime"])
def test_the_later_of_the_times_of_a_file_counts(noted: Noted, latest: str) -> None:
    seconds = noted.files[0].stat().st_ctime + (1000 if latest == "mtime" else -1000)
    os.utime(noted.files[0], (seconds, seconds))
    made = noted.files[0].stat().st_ctime_ns + (500 if latest == "mtime" else -500) * 10**9
    note = new_note(noted.index, file_states(noted.files), made)
    noted.write(forged(note, made))
    assert noted.valid() is None


def test_what_was_read_and_is_the_same_is_noted_so_that_it_is_not_read_again(noted: Noted) -> None:
    note = noted.note()
    for state in note["files"].values():
        state["ctime"] = 3
    noted.write({**note, "made": 1})
    assert noted.valid() == noted.index
    after = noted.note()
    assert after == {**note, "made": after["made"], "files": file_states(noted.files)}
    assert after["made"] >= noted.files[1].stat().st_ctime_ns


def test_times_that_prove_enough_are_not_noted_again(noted: Noted) -> None:
    noted.write({**noted.note(), "made": LATER})
    assert (noted.valid(), noted.note()["made"]) == (noted.index, LATER)


def test_a_file_that_is_another_one_with_the_same_content_is_another(noted: Noted) -> None:
    status = noted.files[0].stat()
    copy = noted.files[0].with_name("copy")
    copy.write_text("one")
    os.utime(copy, ns=(status.st_atime_ns, status.st_mtime_ns))
    copy.replace(noted.files[0])
    assert (noted.valid(), noted.outdated()) == (None, None)


def test_a_file_that_was_written_again_is_another_though_it_says_the_same(noted: Noted) -> None:
    os.utime(noted.files[0], (5, 5))
    assert (noted.valid(), noted.outdated()) == (None, None)


def test_an_index_that_was_written_again_does_not_count_though_it_is_the_same(noted: Noted) -> None:
    os.utime(noted.index, (5, 5))
    assert (noted.valid(), noted.outdated()) == (None, None)


def test_an_index_of_another_version_does_not_count(noted: Noted) -> None:
    noted.write({**noted.note(), "version": "9-of-another"})
    assert (noted.valid(), noted.outdated()) == (None, None)


def test_the_version_is_the_format_and_the_newest_module_that_decides_and_where_the_program_is(noted: Noted) -> None:
    package = Path(index_note.__file__).parents[2]
    folders = ("domain", "storage", "storage/films", "storage/index", "storage/toml")
    newest = max(path.stat().st_mtime_ns for folder in folders for path in (package / folder).glob("*.py"))
    assert noted.note()["version"] == f"{index_note.FORMAT}-{newest}-{package}"


@pytest.mark.parametrize("folder", ["domain", "storage", "storage/films", "storage/index", "storage/toml"])
def test_a_changed_module_makes_another_version_and_any_other_changed_file_does_not(
    tmp_path: Path, folder: str
) -> None:
    for one in ("domain", "storage", "storage/films", "storage/index", "storage/toml", "storage/web"):
        (tmp_path / one).mkdir(parents=True, exist_ok=True)
        changed_at(tmp_path / one / "module.py", 1000)
    for other in (f"{folder}/module.pyc", f"{folder}/films.toml", f"{folder}/module.py~", "storage/web/module.py"):
        changed_at(tmp_path / other, 2000)
    assert newest_module.__wrapped__(tmp_path) == 1000 * 10**9
    changed_at(tmp_path / folder / "module.py", 1001)
    assert newest_module.__wrapped__(tmp_path) == 1001 * 10**9


def changed_at(path: Path, seconds: int) -> None:
    """Make a file that was last changed at this time."""
    path.touch()
    os.utime(path, (seconds, seconds))


@pytest.mark.parametrize("place", [0, 100_000])
def test_rot_in_any_piece_of_an_index_is_noticed(noted: Noted, place: int) -> None:
    noted.index.write_bytes(b"x" * 150_000)
    noted.write(new_note(noted.index, file_states(noted.files), LATER))
    assert noted.valid() == noted.index
    rot(noted.index, place)
    assert noted.valid() is None


def test_a_large_index_is_not_read_whole(noted: Noted) -> None:
    noted.index.write_bytes(b"")
    os.truncate(noted.index, 2 * 1024 * 1024 + 1)
    note = new_note(noted.index, file_states(noted.files), LATER)
    noted.write(note)
    rot(noted.index, 0)
    assert (note["checksum"], noted.valid()) == (None, noted.index)


def rot(path: Path, place: int) -> None:
    """Change a byte of a file and set its time back."""
    status = path.stat()
    with path.open("r+b") as file:
        file.seek(place)
        file.write(b"!")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def test_a_note_that_cannot_be_read_is_none(noted: Noted) -> None:
    for text in ("", "{", "[1]", "{}", '{"index": 3}', "[" * 100_000):
        (noted.cache / f"{named('name')}.json").write_text(text)
        assert (text[:9], noted.valid(), noted.outdated()) == (text[:9], None, None)


def test_another_version_has_an_index_of_its_own(noted: Noted, monkeypatch: pytest.MonkeyPatch) -> None:
    mine = named("name")
    monkeypatch.setattr(index_note, "FORMAT", 99)
    assert (named("name") == mine, noted.valid()) == (False, None)


def test_older_indexes_go_and_of_other_versions_the_last_two_stay(noted: Noted) -> None:
    others = [f"name.{number:08x}" for number in range(4)]
    for age, stem in enumerate(others):
        for name in (f"{stem}.json", f"{stem}-1.sqlite"):
            (noted.cache / name).touch()
            os.utime(noted.cache / name, (1000 - age, 1000 - age))
    (noted.cache / "named-otherwise.sqlite").touch()
    (noted.cache / f"{named('name')}-3.note").touch()
    (noted.cache / "name.00000000-more.json").touch()
    (noted.cache / "eman.00000000.json").touch()
    os.utime(noted.cache / "eman.00000000.json", (1, 1))
    new = noted.cache / f"{named('name')}-2.sqlite"
    new.touch()
    gone = {path.name for path in superfluous(noted.cache, "name", new.name)}
    assert gone == {noted.index.name, *(f"{stem}{end}" for stem in others[2:] for end in (".json", "-1.sqlite"))}


def test_only_files_of_a_size_that_can_be_read_have_a_state(noted: Noted) -> None:
    assert file_states([*noted.files, noted.cache / "none"]).keys() == {str(file) for file in noted.files}
    with pytest.raises(OSError, match="is not a regular file"):
        file_states([noted.cache])
    os.truncate(noted.files[0], 2 * 1024 * 1024 * 1024)
    with pytest.raises(OSError, match="is too large"):
        file_states(noted.files)


def test_the_time_of_a_folder_leaves_nothing_behind_and_is_0_where_none_can_be_written(noted: Noted) -> None:
    before = set(noted.cache.iterdir())
    assert time_of(noted.cache) >= noted.index.stat().st_mtime_ns
    assert (set(noted.cache.iterdir()), unique_name() == unique_name()) == (before, False)
    assert [path.name for path in before if path.name.startswith("probe")] == []
    shutil.rmtree(noted.cache)
    assert time_of(noted.cache) == 0

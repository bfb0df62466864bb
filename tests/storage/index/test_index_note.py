"""An index counts while its note fits it and the files it was built from; what no version needs any more goes."""

import os
import shutil
from pathlib import Path

import pytest

from watchlist.storage.index import index_note
from watchlist.storage.index.index_note import (
    file_states,
    named,
    new_note,
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
    shutil.rmtree(noted.cache)
    assert time_of(noted.cache) == 0

"""The index of the list answers as the list itself does, and notices every change."""

import os
import shutil
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adds import paths_in
from watchlist.domain.claim import Channel
from watchlist.domain.entry import Entry, Status, Viewing, Want
from watchlist.domain.film import ExternalId
from watchlist.storage import list_file
from watchlist.storage.index.indexed_entries import open_entries
from watchlist.storage.list_file import entry_table, list_document, read_list
from watchlist.storage.paths import Paths
from watchlist.storage.toml.edit import write_table

WORDS = st.text(min_size=1, max_size=8).filter(lambda text: any(c.isprintable() and not c.isspace() for c in text))
DAYS = st.dates(date(2000, 1, 1), date(2030, 1, 1))
ENTRY = st.builds(
    Entry,
    id=st.from_regex(r"[a-z0-9-]{1,6}", fullmatch=True),
    title=WORDS,
    added=st.none() | DAYS,
    status=st.sampled_from(Status),
    want=st.none()
    | st.builds(Want, st.sampled_from([None, "JP"]), st.sampled_from([None, Channel.TV]), st.sampled_from(["N"])),
    rating=st.none() | st.integers(1, 10),
    viewings=st.lists(DAYS, unique=True, max_size=2).map(lambda days: tuple(sorted(days))),
    tags=st.lists(WORDS, unique=True, max_size=2).map(tuple),
    note=st.none() | WORDS,
    ids=st.sampled_from([(), (ExternalId("imdb", "tt1"),)]),
    undated_viewings=st.integers(0, 3),
    diary=st.sampled_from([(), (Viewing(), Viewing(date(2024, 1, 1), 7, rewatch=True, review="Good."))]),
)


def write(path: Path, entries: list[Entry]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    blocks = (write_table("films", entry_table(entry)) for entry in entries)
    path.write_text("\n".join(["schema = 1\n", *blocks]), encoding="utf-8")


@given(st.lists(ENTRY, max_size=8, unique_by=lambda entry: entry.id))
@settings(max_examples=60, deadline=None)
def test_answers_with_the_index_are_those_of_the_list(entries: list[Entry]) -> None:
    folder = Path(tempfile.mkdtemp())
    try:
        paths = paths_in(folder)
        write(paths.list, entries)
        for _ in ("built now", "built before"):
            index = open_entries(paths)
            assert index.everything() == read_list(list_document(paths.list)).entries == tuple(entries)
            assert index.of(entry.id for entry in entries[::-1]) == tuple(entries[::-1])
            assert index.counts() == {s: sum(one.status is s for one in entries) for s in Status}
            assert index.tags() == tuple(sorted({tag for one in entries for tag in one.tags}))
            for status in Status:
                assert index.with_status(status) == tuple(one for one in entries if one.status is status)
                assert index.standing_as(status) == tuple(
                    one for one in entries if one.status is status or (status == "watched" and one.is_wanted_again)
                )
    finally:
        shutil.rmtree(folder)


def test_titles_are_offered_by_their_beginning_by_a_later_word_and_in_other_scripts_by_any_part(
    tmp_path: Path,
) -> None:
    paths = paths_in(tmp_path)
    write(paths.list, [Entry("a", "The Medal"), Entry("b", "Edna, Edna"), Entry("c", "余命一年の僕"), Entry("d", "?!")])
    index = open_entries(paths)
    assert (index.with_word("ed", 9), index.with_word("medal", 9)) == ([("b", "Edna, Edna")], [("a", "The Medal")])
    assert index.with_word("一年", 9) == [("c", "余命一年の僕")]
    assert index.with_word("", 2) == [("d", "?!"), ("b", "Edna, Edna")]
    assert index.with_word("", 9) == [("d", "?!"), ("b", "Edna, Edna"), ("a", "The Medal"), ("c", "余命一年の僕")]


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    found = paths_in(tmp_path)
    write(found.list, [Entry("a", "Alpha")])
    return found


def rewrite(path: Path) -> None:
    path.write_text(path.read_text().replace("Alpha", "Bravo"))


def rewrite_within_one_tick(path: Path) -> None:
    status = path.stat()
    rewrite(path)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def replace(path: Path) -> None:
    other = path.with_suffix(".new")
    other.write_text(path.read_text().replace("Alpha", "Bravo"))
    other.replace(path)


@pytest.mark.parametrize("change", [rewrite, rewrite_within_one_tick, replace])
def test_a_change_of_the_list_is_noticed(paths: Paths, change: Callable[[Path], None]) -> None:
    assert [entry.title for entry in open_entries(paths).everything()] == ["Alpha"]
    change(paths.list)
    assert [entry.title for entry in open_entries(paths).everything()] == ["Bravo"]


def index_of(paths: Paths) -> Path:
    return next(paths.cache.glob("list-*.sqlite"))


def scribble(paths: Paths) -> None:
    data = bytearray(index_of(paths).read_bytes())
    data[3000:9000] = os.urandom(6000)
    index_of(paths).write_bytes(data)


def truncate(paths: Paths) -> None:
    index_of(paths).write_bytes(index_of(paths).read_bytes()[:-4096])


def lose(paths: Paths) -> None:
    shutil.rmtree(paths.cache)


@pytest.mark.parametrize("damage", [scribble, truncate, lose])
def test_a_damaged_index_of_the_list_never_shows_a_wrong_answer(paths: Paths, damage: Callable[[Paths], None]) -> None:
    open_entries(paths)
    damage(paths)
    assert open_entries(paths).everything() == (Entry("a", "Alpha"),)


def test_a_list_is_indexed_once(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    time.sleep(0.02)
    open_entries(paths)

    def forbidden(*_: object) -> None:
        raise AssertionError("the list was read")

    monkeypatch.setattr(list_file, "read_list", forbidden)
    assert open_entries(paths).everything() == (Entry("a", "Alpha"),)


def test_a_file_that_was_new_is_soon_trusted_by_its_time(paths: Paths) -> None:
    open_entries(paths)
    time.sleep(0.02)
    open_entries(paths)
    made = (paths.cache / f"{index_of(paths).name.rsplit('-', 2)[0]}.json").read_text()
    open_entries(paths)
    assert (paths.cache / f"{index_of(paths).name.rsplit('-', 2)[0]}.json").read_text() == made

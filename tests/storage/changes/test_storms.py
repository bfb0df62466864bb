"""Storms over one change in two files: processes killed at every call, power cuts, disks that are full.

Whatever happens, the next command finds both files changed or neither, a step of the journal
for just that, and undo takes back the last change that stands.
"""

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from adds import NOW, add, add_own, paths_in
from faults import (
    after_each_cut,
    full_after,
    killed_at,
    traced,
    without_recovery,
    without_sync,
    without_write_ahead,
)
from watchlist.domain.errors import WatchlistError
from watchlist.storage import files
from watchlist.storage.changes import transaction
from watchlist.storage.changes.store import Store
from watchlist.storage.changes.transaction import finish_half_made
from watchlist.storage.toml.read import read_document

pytestmark = pytest.mark.slow


def ids(path: Path) -> list[str]:
    data = path.read_bytes() if path.exists() else b""
    return [table["id"] for table in read_document(path, data).tables.get("films", [])]


def begun(folder: Path) -> Store:
    """A list with two acknowledged steps, the second in both files."""
    store = Store(paths_in(folder))
    add(store, "first")
    add_own(store, "second")
    return store


def faults_after(store: Store, *, acknowledged: bool) -> list[str]:
    """Look, as the next commands do, at what a storm has left of adding "third"; name what is wrong."""
    try:
        finish_half_made(store.paths, NOW)
        listed, own = ids(store.paths.list), ids(store.paths.films)
        found = []
        if (listed, own) not in (
            (["first", "second"], ["second"]),
            (["first", "second", "third"], ["second", "third"]),
        ):
            found.append(f"half made: {listed} {own}")
        if acknowledged and "third" not in listed:
            found.append("an acknowledged change is lost")
        last = "third" if "third" in listed else "second"
        done = [step.what for step in store.history().done]
        if done != ["add", "add second", "add third"][: len(listed)]:
            found.append(f"the history is {done}")
        found += [f"a torn copy: {copy.path}" for copy in store.backups() if store.entries_of(copy) is None]
        store.undo(1, now=NOW)
        if (ids(store.paths.list), ids(store.paths.films)) != (
            [one for one in listed if one != last],
            [one for one in own if one != last],
        ):
            found.append(f"undo left {ids(store.paths.list)} {ids(store.paths.films)}")
        add(store, "fourth")
        store.undo(1, now=NOW)
    except (WatchlistError, ValueError, OSError) as error:
        return [f"{type(error).__name__}: {error}"]
    return found


def storm_of_kills(folder: Path) -> list[str]:
    found: list[str] = []
    store = begun(folder / "home")
    shutil.copytree(folder / "home", folder / "before")
    number, killed = 0, True
    while killed:
        number += 1
        shutil.rmtree(folder / "home")
        shutil.copytree(folder / "before", folder / "home")
        killed = killed_at(number, lambda: add_own(store, "third"))
        found += [f"killed at call {number}: {one}" for one in faults_after(store, acknowledged=not killed)]
    assert number > 60
    return found


def test_a_kill_at_any_call_leaves_both_files_changed_or_neither_and_undo_right(tmp_path: Path) -> None:
    assert storm_of_kills(tmp_path) == []


def storm_of_cuts(folder: Path, monkeypatch: pytest.MonkeyPatch, seed: int) -> list[str]:
    store = begun(folder / "home")
    home = folder / "home"
    shutil.copytree(home, folder / "before")
    calls = traced(lambda: add_own(store, "third"), monkeypatch)
    found: list[str] = []
    chance = random.Random(seed)
    states = 0
    for what in after_each_cut(folder / "before", home, calls, chance):
        states += 1
        acknowledged = what.startswith(f"cut after {len(calls)} ")
        found += [f"{what}: {one}" for one in faults_after(store, acknowledged=acknowledged)]
    assert states > 60
    return found


@pytest.mark.parametrize("seed", range(3))
def test_a_power_cut_at_any_call_leaves_both_files_changed_or_neither_and_undo_right(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    assert storm_of_cuts(tmp_path, monkeypatch, seed) == []


def storm_of_full_disks(folder: Path) -> list[str]:
    found: list[str] = []
    store = begun(folder / "home")
    shutil.copytree(folder / "home", folder / "before")
    refused = 0
    for space in range(0, 6000, 67):
        shutil.rmtree(folder / "home")
        shutil.copytree(folder / "before", folder / "home")
        acknowledged = True
        with full_after(space):
            try:
                add_own(store, "third")
            except WatchlistError as error:
                acknowledged = False
                refused += 1
                if error.kept != "Nothing was changed.":
                    found.append(f"{space} bytes: {error.lines}")
        if not acknowledged and "third" in ids(store.paths.list) + ids(store.paths.films):
            found.append(f"{space} bytes: said that nothing was changed")
        found += [f"{space} bytes: {one}" for one in faults_after(store, acknowledged=acknowledged)]
    assert 10 < refused < 150
    return found


def test_a_disk_that_is_full_refuses_the_change_whole_and_with_space_again_all_goes_on(tmp_path: Path) -> None:
    assert storm_of_full_disks(tmp_path) == []


def test_control_a_disk_that_fills_up_between_two_renames_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(transaction, "stage", lambda *arguments: arguments)
    monkeypatch.setattr(transaction, "install", lambda real, staged, read: files.save(real, staged[1], read=read))
    monkeypatch.setattr(transaction, "discard", lambda _: None)
    assert storm_of_full_disks(tmp_path) != []


@pytest.mark.parametrize("control", [without_write_ahead, without_recovery])
def test_control_without_a_part_of_the_protocol_the_storm_of_kills_finds_faults(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, control: Callable[[pytest.MonkeyPatch], None]
) -> None:
    control(monkeypatch)
    assert storm_of_kills(tmp_path) != []


@pytest.mark.parametrize("control", [without_write_ahead, without_recovery, without_sync])
def test_control_without_a_part_of_the_protocol_the_storm_of_cuts_finds_faults(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, control: Callable[[pytest.MonkeyPatch], None]
) -> None:
    control(monkeypatch)
    assert storm_of_cuts(tmp_path, monkeypatch, 0) != []

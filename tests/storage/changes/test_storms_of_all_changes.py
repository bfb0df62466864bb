"""The same storms over every kind of change: after any fault the files are as before it or as after it, all of them.

A clean run says what before and after are: the files, the history, and what undo makes of
them. Seeds can be chosen: `WATCHLIST_STORM_SEED=7 pytest -m slow`.
"""

import os
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

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
from watchlist.domain.change import Change, EntryChange, UserFilm
from watchlist.domain.claim import Certainty, Channel, Claim, Source
from watchlist.domain.dates import Edtf
from watchlist.domain.errors import WatchlistError
from watchlist.storage.changes.own_film_files import take_back_claim
from watchlist.storage.changes.store import Store
from watchlist.storage.changes.transaction import finish_half_made
from watchlist.storage.paths import Paths
from watchlist.storage.settings_writer import write_setting

pytestmark = pytest.mark.slow

SEED = int(os.environ.get("WATCHLIST_STORM_SEED", "0"))
HERE = Path(__file__).parent


def claim(store: Store) -> None:
    word = Claim("US", Channel.THEATRICAL, None, Edtf.parse("2031"), Certainty.ANNOUNCED, Source("s", "S"), NOW.date())
    change = Change(user_films=(UserFilm("second", claims=(word,)),))
    store.change(lambda _: change, what="claim", now=NOW)


def remove(store: Store) -> None:
    store.change(lambda users: Change((EntryChange(users.entry("first"), None),)), what="remove", now=NOW)


def edit(store: Store) -> None:
    read = store.paths.list.read_bytes()
    store.replace_list(f"# mine\n{read.decode()}", read=read, what="edit", now=NOW)


def set_setting(store: Store) -> None:
    write_setting(store.paths, "regions", ("JP",), what="config", now=NOW)


WORKS: dict[str, Callable[[Store], object]] = {
    "an entry and a film of one's own": lambda store: add_own(store, "third"),
    "undo": lambda store: store.undo(1, now=NOW),
    "undo of two": lambda store: store.undo(2, now=NOW),
    "redo": lambda store: store.redo(1, now=NOW),
    "restore": lambda store: store.restore(store.backups()[0], what="restore", now=NOW),
    "edit": edit,
    "remove": remove,
    "a setting": set_setting,
    "a claim taken back": lambda store: take_back_claim(store.paths, "second", what=lambda _: "back", now=NOW),
    "a list that was moved": lambda store: add(store, "third"),
}


class World(NamedTuple):
    """What can be seen of a home: the files, the steps that stand, and the files that undo leaves."""

    files: tuple[bytes | None, ...]
    steps: tuple[str, ...]
    undone: tuple[bytes | None, ...]


def begun(home: Path, name: str) -> Store:
    store = Store(paths_in(home, HERE.parents[2] / "data" / "films.toml"))
    add(store, "first")
    add_own(store, "second")
    claim(store)
    if name == "redo":
        store.undo(1, now=NOW)
    if name == "a list that was moved":
        moved = store.paths.list.with_name("moved.toml")
        store.paths.list.rename(moved)
        store = Store(store.paths._replace(list=moved))
    return store


def files_of(paths: Paths) -> tuple[bytes | None, ...]:
    return tuple(path.read_bytes() if path.exists() else None for path in (paths.list, paths.films, paths.config))


def seen(store: Store) -> World:
    """Look as the next commands do: settle, read, undo once, and redo."""
    finish_half_made(store.paths, NOW)
    files = files_of(store.paths)
    steps = tuple(step.what for step in store.history().done)
    assert all(store.entries_of(copy) is not None for copy in store.backups()), "a torn copy"
    store.undo(1, now=NOW)
    undone = files_of(store.paths)
    store.redo(1, now=NOW)
    assert files_of(store.paths) == files, "redo after undo"
    return World(files, steps, undone)


class Storm(NamedTuple):
    """A change with the worlds before and after it."""

    store: Store
    work: Callable[[Store], object]
    home: Path
    before: World
    after: World

    @classmethod
    def over(cls, name: str, folder: Path) -> "Storm":
        home = folder / "home"
        store = begun(home, name)
        shutil.copytree(home, folder / "before")
        before = seen(store)
        cls.fresh(home)
        WORKS[name](store)
        after = seen(store)
        cls.fresh(home)
        return cls(store, WORKS[name], home, before, after)

    @staticmethod
    def fresh(home: Path) -> None:
        shutil.rmtree(home)
        shutil.copytree(home.with_name("before"), home)

    def faults(self, what: str, *, acknowledged: bool, refused: bool = False) -> Iterator[str]:
        """Name what is wrong with what a fault left."""
        try:
            world = seen(self.store)
            add(self.store, "another")
        except (WatchlistError, ValueError, OSError, AssertionError) as error:
            yield f"{what}: {type(error).__name__}: {error}"
            return
        if world not in (self.before, self.after):
            yield f"{what}: neither before nor after: {world.steps}"
        elif acknowledged and world != self.after:
            yield f"{what}: an acknowledged change is lost"
        elif refused and world != self.before:
            yield f"{what}: it was said that nothing was changed"


def kills(storm: Storm) -> list[str]:
    found: list[str] = []
    number, killed = 0, True
    while killed:
        number += 1
        Storm.fresh(storm.home)
        killed = killed_at(number, lambda: storm.work(storm.store))
        found += storm.faults(f"killed at call {number}", acknowledged=not killed)
    assert number > 30
    return found


def cuts(storm: Storm, patch: pytest.MonkeyPatch, seed: int) -> list[str]:
    calls = traced(lambda: storm.work(storm.store), patch)
    found: list[str] = []
    for what in after_each_cut(storm.home.with_name("before"), storm.home, calls, random.Random(seed)):
        found += storm.faults(what, acknowledged=what.startswith(f"cut after {len(calls)} "))
    return found


def full_disks(storm: Storm, seed: int) -> list[str]:
    found: list[str] = []
    chance = random.Random(seed)
    for space in sorted(chance.sample(range(6000), 60)):
        Storm.fresh(storm.home)
        refused = False
        with full_after(space):
            try:
                storm.work(storm.store)
            except WatchlistError as error:
                refused = True
                if error.kept != "Nothing was changed.":
                    found.append(f"{space} bytes: {error.lines}")
        found += storm.faults(f"{space} bytes", acknowledged=not refused, refused=refused)
    return found


@pytest.mark.parametrize("name", WORKS)
def test_a_kill_at_any_call_leaves_all_as_before_or_as_after(name: str, tmp_path: Path) -> None:
    assert kills(Storm.over(name, tmp_path)) == []


@pytest.mark.parametrize("name", WORKS)
def test_a_power_cut_at_any_call_leaves_all_as_before_or_as_after(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert cuts(Storm.over(name, tmp_path), monkeypatch, SEED) == []


@pytest.mark.parametrize("name", WORKS)
def test_a_full_disk_leaves_all_as_before_or_as_after(name: str, tmp_path: Path) -> None:
    assert full_disks(Storm.over(name, tmp_path), SEED) == []


@pytest.mark.parametrize("control", [without_write_ahead, without_recovery])
def test_control_the_kills_find_a_protocol_with_a_part_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, control: Callable[[pytest.MonkeyPatch], None]
) -> None:
    storm = Storm.over("undo of two", tmp_path)
    control(monkeypatch)
    assert kills(storm) != []


@pytest.mark.parametrize("control", [without_write_ahead, without_sync])
def test_control_the_cuts_find_a_protocol_with_a_part_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, control: Callable[[pytest.MonkeyPatch], None]
) -> None:
    storm = Storm.over("edit", tmp_path)
    control(monkeypatch)
    assert cuts(storm, monkeypatch, SEED) != []

"""The index of a list follows the steps of its journal, and answers as one that was built from the list anew."""

import random
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

from adds import NOW, paths_in
from watchlist.domain.change import Change, EntryChange
from watchlist.domain.entry import Entry, Status
from watchlist.domain.errors import Refused
from watchlist.domain.film import ExternalId
from watchlist.storage import list_file
from watchlist.storage.changes.store import Store
from watchlist.storage.index.indexed_entries import Entries, open_entries
from watchlist.storage.list_file import UserList
from watchlist.storage.paths import Paths


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store(paths_in(tmp_path))
    for number in range(5):
        put(store, film(number))
    open_entries(store.paths)
    return store


def film(number: int) -> Entry:
    return Entry(f"film-{number}", f"Film {number}", added=date(2026, 11, 20), tags=("a", f"t{number}"))


def put(store: Store, entry: Entry | None, film_id: str = "") -> None:
    """Put an entry in the place of the one with its id, or take one off."""

    def step(users: UserList) -> Change:
        return Change((EntryChange(users.entry(entry.id if entry else film_id), entry),))

    store.change(step, what="put", now=NOW)


def answers(paths: Paths) -> tuple[object, ...]:
    entries: Entries = open_entries(paths)
    return (
        entries.everything(),
        entries.counts(),
        entries.tags(),
        entries.broken,
        entries.with_word("film", 10),
        entries.with_status(Status.WATCHED),
        [entries.with_external_id(ExternalId("imdb", f"tt000000{number}")) for number in range(3)],
    )


def from_scratch(paths: Paths, folder: Path) -> tuple[object, ...]:
    return answers(paths._replace(cache=folder))


def test_after_a_few_steps_it_is_brought_up_to_date_without_reading_the_list(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the list was read whole")

    monkeypatch.setattr(list_file, "_read_entries", refuse)
    put(store, film(3)._replace(status=Status.WATCHED, tags=("a", "new"), ids=(ExternalId("imdb", "tt0000001"),)))
    put(store, None, "film-1")
    put(store, film(9))
    entries = open_entries(store.paths)
    assert [entry.id for entry in entries.everything()] == ["film-0", "film-2", "film-3", "film-4", "film-9"]
    assert entries.tags() == ("a", "new", "t0", "t2", "t4", "t9")
    assert {status: count for status, count in entries.counts().items() if count} == {
        Status.WANTED: 4,
        Status.WATCHED: 1,
    }
    assert [entry.id for entry in entries.with_external_id(ExternalId("imdb", "tt0000001"))] == ["film-3"]


@pytest.mark.parametrize("seed", range(3))
def test_any_steps_leave_it_as_one_that_was_built_anew(store: Store, tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    for number in range(12):
        for _ in range(chance.randrange(1, 4)):
            ids = [entry.id for entry in open_entries(store.paths).everything()]
            entry = film(chance.randrange(8))._replace(
                status=chance.choice(list(Status)),
                tags=tuple(chance.sample(["a", "b", 'c"d', "e"], chance.randrange(3))),
                ids=(ExternalId("imdb", f"tt000000{chance.randrange(3)}"),) if chance.random() < 0.5 else (),
            )
            match chance.choice(["put", "remove", "undo", "edit"]):
                case "put":
                    put(store, entry)
                case "remove" if len(ids) > 1:
                    put(store, None, chance.choice(ids))
                case "undo":
                    with suppress(Refused):
                        store.undo(1, now=NOW)
                case "edit":
                    store.paths.list.write_text(f"# {number}\n{store.paths.list.read_text()}")
        assert answers(store.paths) == from_scratch(store.paths, tmp_path / f"cache-{number}")


@pytest.mark.parametrize(
    "text",
    ["# by hand\n{}", "{}\n[[films]]\nid = 'by-hand'\n", "{}\n[[films]]\nid = 'broken'\nrating = 99\n"],
)
def test_a_list_that_was_edited_by_hand_is_read_anew(store: Store, tmp_path: Path, text: str) -> None:
    store.paths.list.write_text(text.format(store.paths.list.read_text()))
    put(store, film(3)._replace(note="changed"))
    assert answers(store.paths) == from_scratch(store.paths, tmp_path / "anew")


def test_a_journal_that_is_gone_or_torn_costs_only_time(store: Store, tmp_path: Path) -> None:
    put(store, film(3)._replace(note="changed"))
    for journal in store.paths.state.rglob("*.jsonl"):
        journal.write_bytes(journal.read_bytes()[:-30])
    assert answers(store.paths) == from_scratch(store.paths, tmp_path / "anew")

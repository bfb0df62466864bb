"""The index of the films answers as the files do, notices every change, and can always be rebuilt."""

import itertools
import multiprocessing
import os
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adds import paths_in
from bundled import FILMS_FILE, catalogue
from exports import ids as ids_of
from titles.films_in_memory import FilmsInMemory
from watchlist.domain.catalogue import Catalogue, merge
from watchlist.domain.entry import Entry
from watchlist.domain.errors import InvalidFile
from watchlist.domain.film import Film
from watchlist.domain.film_reference import parse_reference
from watchlist.domain.names import fold
from watchlist.services.choose import Ask, Scope, choose
from watchlist.services.find_film import How
from watchlist.services.near_films import near_films, nearest
from watchlist.services.preferences import ReleaseFilter
from watchlist.services.search import search
from watchlist.services.upcoming import upcoming
from watchlist.storage.films.film_file import load_bundled, load_own
from watchlist.storage.index import build as layer
from watchlist.storage.index import index_note
from watchlist.storage.index.indexed_entries import open_entries
from watchlist.storage.index.indexed_films import IndexedFilms, open_films
from watchlist.storage.list_file import entry_table
from watchlist.storage.paths import Paths
from watchlist.storage.toml.edit import write_table
from whole_shelf import WholeShelf

HEAD = 'schema = 1\nseen = "2026-11-20"\n'


def read_whole(paths: Paths) -> Catalogue:
    """Read every layer whole and merge them: what the indexes must answer alike."""
    bundled = load_bundled(paths.bundled)
    own = load_own(paths.films, bundled.sources)
    return merge(file.layer for file in (bundled, own) if file)


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    bundled = tmp_path / "bundled.toml"
    bundled.write_text(f'{HEAD}[[films]]\nid = "a"\ntitle = "Alpha"\n')
    return paths_in(tmp_path, bundled)


def titles(shelf: IndexedFilms) -> set[str]:
    return {film.title for film in shelf.films(("a", "b")).films.values()}


@contextmanager
def without_reading() -> Iterator[None]:
    """Fail if a film file is read: the index alone must answer."""

    def forbidden(*_: object) -> None:
        raise AssertionError("a film file was read")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(layer, "fill", forbidden)
        yield


def test_the_second_time_no_film_file_is_read(tmp_path: Path) -> None:
    open_films(paths_in(tmp_path, FILMS_FILE))
    with without_reading():
        shelf = open_films(paths_in(tmp_path, FILMS_FILE))
        found = shelf.films(catalogue().films)
        assert dict(found.films) == dict(catalogue().films)
        assert found.written_forms("Nene Otsuka") == catalogue().written_forms("Nene Otsuka")


def answers(shelf: IndexedFilms | WholeShelf, query: str, day: date, ids: list[str]) -> tuple[object, ...]:
    """Everything that a person can be told."""
    reference = parse_reference(query)
    choice = choose(reference, FilmsInMemory(), shelf, Scope.CATALOGUE)
    found = frozenset(choice.candidates) if isinstance(choice, Ask) else choice
    near = near_films(shelf, reference)
    whole = upcoming(shelf.to_come(day).films, (), today=day, release_filter=ReleaseFilter(), all_films=True)
    listed = upcoming(
        shelf.films(ids).films, [Entry(key, key) for key in ids], today=day, release_filter=ReleaseFilter()
    )
    return found, near, nearest(reference, choice, near), search(shelf, query), whole, listed


TITLES = "Heat, Heat 2, The Heat, Les Misérables, [REC], [/], 2001, 余命一年の僕, TANG タング"
MORE = "Alien, Alien 3, Aliens, A, It's, Ren Nagase, Nagase Ren, M, Drawing Closer, Closer"
NAMES = st.sampled_from([*TITLES.split(", "), *MORE.split(", ")])
CLAIM = st.builds(
    lambda when, certainty, reported: {
        "region": "US",
        "channel": "theatrical",
        **({"date": when} if when else {}),
        "certainty": certainty,
        "source": "unsourced",
        **({"reported": reported} if reported else {}),
    },
    st.sampled_from(["2024-06-27", "2025", "2026-12", "2027-21", "XXXX", "2020/2024", "2026-06/..", None]),
    st.sampled_from(["rumoured", "announced", "confirmed", "released", "cancelled"]),
    st.sampled_from(["2024-01-01", "2025-05", None]),
)
FILM = st.fixed_dictionaries(
    {"title": NAMES},
    optional={
        "year": st.integers(1990, 2027),
        "original_title": NAMES,
        "also_known_as": st.lists(NAMES, max_size=2),
        "directors": st.lists(NAMES, max_size=2),
        "based_on": st.fixed_dictionaries({"title": NAMES}),
        "cast": st.lists(st.fixed_dictionaries({"name": NAMES, "role": NAMES}), max_size=2),
        "claims": st.lists(CLAIM, max_size=3),
    },
)
QUERIES = st.one_of(NAMES, st.text(max_size=6), NAMES.map(lambda name: name[:4]), NAMES.map(lambda name: f"{name}x"))


@given(
    st.lists(FILM, max_size=8),
    st.lists(QUERIES, min_size=1, max_size=6),
    st.dates(date(2023, 1, 1), date(2028, 1, 1)),
    st.data(),
)
@settings(max_examples=60, deadline=None)
def test_answers_with_the_index_are_those_without_it(
    films: list[dict[str, object]], queries: list[str], day: date, data: st.DataObject
) -> None:
    folder = Path(tempfile.mkdtemp())
    try:
        blocks = [write_table("films", {"id": f"film-{n}", **film}) for n, film in enumerate(films)]
        person = write_table("people", {"name": "Ren Nagase", "written": ["永瀬廉", "Nagase"]})
        (folder / "bundled.toml").write_text("\n".join([HEAD, person, *blocks]), encoding="utf-8")
        paths = paths_in(folder)
        shelf, whole = open_films(paths), WholeShelf(read_whole(paths))
        ids = data.draw(st.lists(st.sampled_from([f"film-{n}" for n in range(10)]), unique=True))
        with without_reading():
            for query in queries:
                assert answers(shelf, query, day, ids) == answers(whole, query, day, ids)
    finally:
        shutil.rmtree(folder)


@pytest.mark.parametrize(
    "query", ["drawing closr", "nagase ren", "The Exorcist", "余生一年", "alien", "tt0078748", "a", "zzzz"]
)
def test_the_bundled_films_answer_alike(query: str, tmp_path: Path) -> None:
    shelf = open_films(paths_in(tmp_path, FILMS_FILE))
    day, ids = date(2026, 11, 20), ["alien-1979", "shrek-5-2027", "nobody"]
    assert answers(shelf, query, day, ids) == answers(WholeShelf(catalogue()), query, day, ids)


IDS = st.dictionaries(st.sampled_from(["imdb", "tmdb"]), st.sampled_from(["1", "2", "3"]), max_size=2)
NAMED = st.builds(lambda name, ids, others: (name, ids, others), st.sampled_from("abcd"), IDS, st.lists(st.just("old")))


def with_ids(records: list[tuple[str, dict[str, str], list[str]]], marks: Iterator[int]) -> str:
    """Write films with ids, each told apart by its note."""
    films = {name: (ids, others) for name, ids, others in records}
    tables = [
        {"id": name, "ids": ids, **({"other_ids": others} if others else {}), "note": str(next(marks))}
        for name, (ids, others) in films.items()
    ]
    return "\n".join([HEAD, *(write_table("films", table) for table in tables)])


@given(st.lists(NAMED, max_size=3), st.lists(NAMED, max_size=3), st.lists(NAMED, max_size=3))
@settings(max_examples=60, deadline=None)
def test_films_are_found_by_all_ids_of_the_list_and_of_every_file_as_if_all_were_read_whole(
    bundled: list[tuple[str, dict[str, str], list[str]]],
    own: list[tuple[str, dict[str, str], list[str]]],
    listed: list[tuple[str, dict[str, str], list[str]]],
) -> None:
    folder = Path(tempfile.mkdtemp())
    try:
        paths, marks = paths_in(folder), itertools.count()
        paths.films.parent.mkdir(parents=True)
        paths.bundled.write_text(with_ids(bundled, marks))
        paths.films.write_text(with_ids(own, marks))
        entries = {name: Entry(name, f"Film {name}", ids=ids_of(**ids)) for name, ids, _ in listed}
        blocks = (write_table("films", entry_table(entry)) for entry in entries.values())
        paths.list.write_text("\n".join(["schema = 1", *blocks]))
        files = [load_bundled(paths.bundled), load_own(paths.films, load_bundled(paths.bundled).sources)]
        layers = [file.layer._replace(may_repeat=bool(at)) for at, file in enumerate(files) if file]
        names = [Film(entry.id, entry.title, ids=entry.ids) for entry in entries.values()]
        whole = merge(layers, names).films
        shelf = open_films(paths, listed=lambda: open_entries(paths))
        for film_id in ("a", "b", "c", "d", "old"):
            assert shelf.films([film_id]).films.get(film_id) == whole.get(film_id)
            assert shelf.films("abcd").films.get(film_id) == whole.get(film_id)
        for key in ids_of(imdb="1") + ids_of(tmdb="2"):
            found = {film for film in whole.values() if key in film.ids}
            assert {film for film in shelf.with_external_id(key) if key in film.ids} == found
    finally:
        shutil.rmtree(folder)


def rewrite(path: Path) -> None:
    path.write_text(path.read_text().replace("Alpha", "Bravo"))


def replace(path: Path) -> None:
    other = path.with_suffix(".new")
    other.write_text(path.read_text().replace("Alpha", "Bravo"))
    status = path.stat()
    os.utime(other, ns=(status.st_atime_ns, status.st_mtime_ns))
    other.replace(path)


def rewrite_within_one_tick(path: Path) -> None:
    status = path.stat()
    path.write_text(path.read_text().replace("Alpha", "Bravo"))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


@pytest.mark.parametrize("change", [rewrite, replace, rewrite_within_one_tick])
def test_a_change_of_a_film_file_is_noticed(paths: Paths, change: Callable[[Path], None]) -> None:
    assert titles(open_films(paths)) == {"Alpha"}
    change(paths.bundled)
    assert titles(open_films(paths)) == {"Bravo"}


def test_own_films_that_come_and_go_are_noticed(paths: Paths) -> None:
    open_films(paths)
    paths.films.parent.mkdir()
    paths.films.write_text(f'{HEAD}[[films]]\nid = "b"\ntitle = "Mine"\n')
    assert titles(open_films(paths)) == {"Alpha", "Mine"}
    paths.films.unlink()
    assert titles(open_films(paths)) == {"Alpha"}


def test_another_version_builds_its_own_index_and_leaves_the_others(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_films(paths)
    theirs = {path: path.stat().st_ino for path in paths.cache.glob("bundled.*")}
    monkeypatch.setattr(index_note, "FORMAT", 99)
    open_films(paths)
    assert len(list(paths.cache.glob("bundled.*.json"))) == 2
    assert {path: path.stat().st_ino for path in theirs} == theirs
    monkeypatch.undo()
    with without_reading():
        assert titles(open_films(paths)) == {"Alpha"}


def test_of_versions_long_gone_the_indexes_go(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    for version in range(90, 95):
        monkeypatch.setattr(index_note, "FORMAT", version)
        open_films(paths)
    assert [len(list(paths.cache.glob(f"bundled.*.{kind}"))) for kind in ("json", "sqlite")] == [3, 3]


def test_the_bytecode_of_python_is_not_another_version(paths: Paths) -> None:
    open_films(paths)
    cache = Path(index_note.__file__).parent / "__pycache__"
    cache.mkdir(exist_ok=True)
    (cache / "probe").write_text("")
    (cache / "probe").unlink()
    with without_reading():
        assert titles(open_films(paths)) == {"Alpha"}


def index_of(paths: Paths) -> Path:
    return next(paths.cache.glob("*.sqlite"))


def truncate(paths: Paths) -> None:
    index_of(paths).write_bytes(index_of(paths).read_bytes()[:-4096])


def scribble(paths: Paths) -> None:
    data = bytearray(index_of(paths).read_bytes())
    data[5000:6000] = os.urandom(1000)
    index_of(paths).write_bytes(data)


def change_an_answer(paths: Paths) -> None:
    with sqlite3.connect(index_of(paths)) as connection:
        connection.execute("UPDATE film SET body = replace(body, 'Alpha', 'Wrong')")
    connection.close()


def lose_the_index(paths: Paths) -> None:
    index_of(paths).unlink()


def damage_the_note(paths: Paths) -> None:
    (paths.cache / "bundled.json").write_text('{"format": 1')


def lose_the_cache(paths: Paths) -> None:
    shutil.rmtree(paths.cache)


@pytest.mark.parametrize(
    "damage", [truncate, scribble, change_an_answer, lose_the_index, damage_the_note, lose_the_cache]
)
def test_a_damaged_index_never_shows_a_wrong_answer(paths: Paths, damage: Callable[[Paths], None]) -> None:
    open_films(paths)
    damage(paths)
    assert titles(open_films(paths)) == {"Alpha"}


def test_rot_that_leaves_no_trace_in_its_times_is_noticed(paths: Paths) -> None:
    open_films(paths)
    path = index_of(paths)
    status = path.stat()
    with path.open("r+b") as file:
        rotten = file.read().replace(b"alpha", b"wrong")
        file.seek(0)
        file.write(rotten)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert [(match.film.id, match.how) for match in search(open_films(paths), "alpha")] == [("a", How.TITLE)]


def test_an_index_that_goes_while_it_is_used_is_done_without(paths: Paths) -> None:
    open_films(paths)
    shelf = open_films(paths)
    lose_the_cache(paths)
    assert titles(shelf) == {"Alpha"}


def test_a_cache_that_cannot_be_written_is_done_without(paths: Paths) -> None:
    shutil.rmtree(paths.cache, ignore_errors=True)
    paths.cache.write_text("a file is in the way")
    assert titles(open_films(paths)) == {"Alpha"}


def compile_often(folder: Path, rounds: int, wrong: "multiprocessing.sharedctypes.Synchronized[int]") -> None:
    paths = paths_in(folder)
    for _ in range(rounds):
        (paths.cache / "bundled.json").unlink(missing_ok=True)
        if titles(open_films(paths)) != {"Alpha"}:
            wrong.value += 1


def test_two_processes_that_compile_at_once_both_answer_right(paths: Paths, tmp_path: Path) -> None:
    context = multiprocessing.get_context("fork")
    wrong = context.Value("i", 0)
    processes = [context.Process(target=compile_often, args=(tmp_path, 20, wrong)) for _ in range(2)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert (wrong.value, [process.exitcode for process in processes]) == (0, [0, 0])
    assert titles(open_films(paths)) == {"Alpha"}


def test_a_file_that_is_old_enough_is_trusted_by_its_time(paths: Paths) -> None:
    time.sleep(0.02)
    open_films(paths)
    with without_reading():
        assert titles(open_films(paths)) == {"Alpha"}


TABLES = ("film", "name", "key", "word", "days", "credit", "service", "piece", "source", "person", "frequency")


def dump(paths: Paths) -> dict[str, list[object]]:
    """Give all that the index of the bundled films holds."""
    index = sqlite3.connect(next(paths.cache.glob("bundled.*.sqlite")))
    try:
        tables = {table: sorted(index.execute(f"SELECT * FROM {table}").fetchall(), key=repr) for table in TABLES}
        return {**tables, "rows": index.execute("SELECT rowid, fold FROM name ORDER BY rowid").fetchall()}
    finally:
        index.close()


def write_films(path: Path, films: list[dict[str, object]]) -> None:
    blocks = [write_table("films", {"id": f"film-{n}", **film}) for n, film in enumerate(films)]
    path.write_text("\n".join([HEAD, *blocks]), encoding="utf-8")


@contextmanager
def without_filling() -> Iterator[None]:
    """Fail if an index is rebuilt: the old one must be updated."""

    def forbidden(*_: object) -> None:
        raise AssertionError("an index was rebuilt")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(layer, "fill", forbidden)
        yield


@given(
    st.lists(FILM, min_size=1, max_size=6),
    st.dictionaries(st.integers(0, 5), FILM),
    st.lists(FILM, max_size=2),
    QUERIES,
)
@settings(max_examples=60, deadline=None)
def test_an_index_that_is_brought_up_to_date_is_the_one_that_is_rebuilt(
    films: list[dict[str, object]], edits: dict[int, dict[str, object]], more: list[dict[str, object]], query: str
) -> None:
    folder = Path(tempfile.mkdtemp())
    try:
        bundled = folder / "bundled.toml"
        updated, rebuilt = paths_in(folder / "updated", bundled), paths_in(folder / "rebuilt", bundled)
        write_films(bundled, films)
        open_films(updated)
        write_films(bundled, [*(edits.get(n, film) for n, film in enumerate(films)), *more])
        with without_filling():
            shelf = open_films(updated)
        fresh = open_films(rebuilt)
        assert dump(updated) == dump(rebuilt)
        assert list(shelf.like(fold(query) or "x")) == list(fresh.like(fold(query) or "x"))
        ids = [f"film-{number}" for number in range(len(films) + len(more))]
        assert dict(shelf.films(ids).films) == dict(fresh.films(ids).films)
    finally:
        shutil.rmtree(folder)


@pytest.mark.parametrize(
    "text",
    [
        f'{HEAD}[[films]]\nid = "b"\ntitle = "Bravo"\n',
        HEAD,
        f'{HEAD}[[people]]\nname = "A B"\n[[films]]\nid = "a"\ntitle = "Alpha"\n[[films]]\nid = "b"\ntitle = "Bravo"\n',
        f'{HEAD}[[films]]\nid = "a"\ntitle = """\n[[films]]\nAlpha"""\n[[films]]\nid = "b"\ntitle = "Bravo"\n',
    ],
)
def test_films_that_go_and_heads_that_change_are_noticed(paths: Paths, text: str) -> None:
    with paths.bundled.open("a") as file:
        file.write('[[films]]\nid = "b"\ntitle = "Bravo"\n')
    open_films(paths)
    paths.bundled.write_text(text)
    assert dict(open_films(paths).films(("a", "b")).films) == dict(read_whole(paths).films)


def test_a_fault_that_comes_into_an_indexed_file_is_named(paths: Paths) -> None:
    open_films(paths)
    with paths.bundled.open("a") as file:
        file.write('[[films]]\nid = "b"\nyear = 3\n')
    with pytest.raises(InvalidFile, match="8:8: year: must be a whole number"):
        open_films(paths)

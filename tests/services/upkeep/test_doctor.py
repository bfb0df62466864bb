"""The doctor says of each file how it is, and what to do where it is not well."""

import os
from pathlib import Path

import pytest

from adds import NOW, add, paths_in
from bundled import FILMS_FILE
from watchlist.services.upkeep.doctor import Amount, Diagnosis, Finding, Level, diagnose
from watchlist.storage.changes.journal_file import journal_path
from watchlist.storage.changes.store import Store
from watchlist.storage.grounds import Grounds
from watchlist.storage.memory.answers import keep
from watchlist.storage.paths import Paths

TODAY = NOW.date()


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return paths_in(tmp_path)


def good(path: Path, words: str, number: int | None = None, noun: str = "") -> Finding:
    return Finding(Level.GOOD, str(path), words, amount=None if number is None else Amount(number, noun))


def test_of_a_list_in_use_everything_is_counted(paths: Paths) -> None:
    paths.bundled.write_text('schema = 1\nseen = "2026-01-01"\n[[films]]\nid = "a"\ntitle = "A"\n')
    paths.catalogues.mkdir()
    more = paths.catalogues / "0001-more.toml"
    more.write_text('schema = 1\nseen = "2026-01-01"\n[[films]]\nid = "b"\n[[films]]\nid = "c"\n')
    store = Store(paths)
    add(store, "a")
    add(store, "b")
    (copies,) = (paths.state / "backups").iterdir()
    assert diagnose(paths, TODAY).findings == (
        good(paths.bundled, "included in the program", 1, "film"),
        good(more, "that you added", 2, "film"),
        good(paths.films, "no films of your own yet"),
        good(paths.list, "on the list", 2, "film"),
        good(copies, f"kept, the newest from {NOW:%Y-%m-%d %H:%M}", 2, "earlier list"),
        good(journal_path(paths.state, paths.list), "that can be undone", 2, "step"),
        good(paths.cache, "the films are indexed"),
    )


def test_remembered_answers_are_counted(paths: Paths) -> None:
    (paths.cache / "answers").mkdir(parents=True, mode=0o700)
    for question in ("upcoming", "list"):
        keep(str(paths.cache / "answers"), question, Grounds(), [])
    expected = good(paths.cache / "answers", "repeated while nothing has changed", 2, "answer")
    assert diagnose(paths, TODAY).findings[-1] == expected


def test_bundled_films_that_are_missing_are_a_problem_with_a_remedy(paths: Paths) -> None:
    diagnosis = diagnose(paths, TODAY)
    assert diagnosis.exit_code == 5
    assert diagnosis.findings[0] == Finding(
        Level.PROBLEM,
        str(paths.bundled),
        f"{paths.bundled} is missing: it has the films that come with the program",
        "Install watchlist again.",
    )


def test_a_list_with_a_second_name_is_a_warning(paths: Paths) -> None:
    paths = paths._replace(bundled=FILMS_FILE)
    paths.list.parent.mkdir()
    paths.list.write_text("schema = 1\n")
    os.link(paths.list, paths.list.parent / "other name")
    (warning,) = (one for one in diagnose(paths, TODAY).findings if one.level is Level.WARNING)
    remedy = "After the next change they keep the old text: use a symbolic link instead."
    assert warning == Finding(Level.WARNING, str(paths.list), "it has other names (hard links)", remedy)


@pytest.mark.parametrize(
    ("levels", "code"),
    [([Level.GOOD], 0), ([Level.WARNING, Level.GOOD], 0), ([Level.WARNING, Level.PROBLEM], 5)],
)
def test_only_a_problem_has_an_exit_code(levels: list[Level], code: int) -> None:
    assert Diagnosis(tuple(Finding(level, "file", "words") for level in levels)).exit_code == code


def test_a_problem_of_the_disk_has_its_own_exit_code() -> None:
    assert Diagnosis((Finding(Level.PROBLEM, "file", "words", code=6),)).exit_code == 6

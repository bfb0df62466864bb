"""The same question again gets the same answer, and never an old one: what is printed without a cache."""

import builtins
import io
import os
import random
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from again_stories import (
    CHANGES,
    NOT_REMEMBERED,
    STORIES,
    Story,
    World,
    catalogue,
    offers,
    questions,
    settings_appear,
    settle,
    tag,
)
from forked import Printed, begun, forked
from terminal import on_terminal
from watchlist.cli.again import ASKED
from watchlist.storage import grounds
from watchlist.storage.grounds import LOOKS


@pytest.fixture
def world(home: Path) -> World:
    return World(home)


def told(world: World, story: Story, *, left_out: Sequence[str] = ()) -> tuple[Printed, Printed]:
    """Tell a story with facts left out: give what is printed at its end, and what should be."""
    story.before(world)
    settle()
    first = world.ask(story.question, left_out=left_out)
    assert world.ask(story.question, left_out=left_out, repeats=True) == first, "it was not remembered"
    story.change(world)
    settle()
    question = story.other or story.question
    expected = world.ask(question, cache=False)
    assert expected != first, "nothing changed"
    return world.ask(question, left_out=left_out), expected


@pytest.mark.parametrize("name", STORIES)
def test_a_change_is_noticed(world: World, name: str) -> None:
    printed, expected = told(world, STORIES[name])
    assert printed == expected


@pytest.mark.parametrize("name", STORIES)
def test_without_the_facts_that_notice_a_change_the_answer_would_be_old(world: World, name: str) -> None:
    printed, expected = told(world, STORIES[name], left_out=STORIES[name].facts)
    assert printed != expected


def live(world: World, seed: int, *, changes: int) -> None:
    """Change anything and ask anything, now and then two at once: no answer is another than without a cache."""
    chance = random.Random(seed)
    for _ in range(changes):
        change = chance.choice(CHANGES)
        change(world)
        if chance.random() < 0.8:
            settle()
        for question in chance.choices(tuple(questions()), k=3):
            expected = world.ask(question, cache=False)
            both = [begun(question, world.place()) for _ in range(chance.randint(1, 2))]
            assert {wait() for wait in both} == {expected}, (seed, change.__name__, question)
            assert world.ask(question) == expected, (seed, change.__name__, question)


def test_whatever_changes_no_answer_is_old(world: World) -> None:
    live(world, 1, changes=8)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2, 4))
def test_whatever_changes_for_long_no_answer_is_old(world: World, seed: int) -> None:
    live(world, seed, changes=25)


def test_every_fact_has_a_story() -> None:
    assert {fact for story in STORIES.values() for fact in story.facts} == {*ASKED, *LOOKS, "modules"}


ANOTHER_DAY = time.struct_time((2026, 12, 31, 12, 0, 0, 3, 365, 0, "UTC", 0))
ANOTHER_ZONE = time.struct_time((*time.localtime()[:9], "XXX", time.localtime().tm_gmtoff))
ANOTHER_OFFSET = time.struct_time((*time.localtime()[:9], time.localtime().tm_zone, 20_000))
OTHERS: Sequence[tuple[str, object, str, object]] = (
    ("arguments", sys, "argv", ["watchlist", "something", "else"]),
    *(("day", time, "localtime", lambda now=now: now) for now in (ANOTHER_DAY, ANOTHER_ZONE, ANOTHER_OFFSET)),
    *(("python", sys, name, ["another"]) for name in ("version", "executable", "path", "flags", "warnoptions")),
    *(
        ("letters", sys, f"__{name}__", io.TextIOWrapper(io.BytesIO(), encoding, errors))
        for name in ("stdin", "stdout", "stderr")
        for encoding, errors in (("latin-1", "strict"), ("utf-8", "xmlcharrefreplace"))
    ),
    ("letters", sys, "getfilesystemencoding", lambda: "latin-1"),
)
"""Parts of a question, each with something in Python that makes it another one."""


@pytest.mark.parametrize(("part", "owner", "name", "other"), OTHERS)
def test_it_is_another_question(
    monkeypatch: pytest.MonkeyPatch, part: str, owner: object, name: str, other: object
) -> None:
    question = repr(ASKED[part]())
    monkeypatch.setattr(owner, name, other)
    assert repr(ASKED[part]()) != question


def test_every_terminal_and_its_size_make_another_question(monkeypatch: pytest.MonkeyPatch) -> None:
    questions = []
    for terminal in (None, 0, 1, 2):
        for size in ((80, 24), (81, 24), (80, 25)):
            monkeypatch.setattr(os, "isatty", lambda stream, terminal=terminal: stream == terminal)
            monkeypatch.setattr(os, "get_terminal_size", lambda _, size=size: os.terminal_size(size))
            questions.append(repr(ASKED["terminal"]()))
    assert len(set(questions)) == 10


def kept(world: World) -> list[Path]:
    return sorted((world.home / "cache" / "watchlist" / "answers").glob("*"))


@pytest.mark.parametrize("words", [["--help"], ["upcoming", "--help"]])
def test_help_is_an_answer(world: World, words: list[str]) -> None:
    settle()
    first = world.ask(words)
    assert b"--as-of" in first.out
    assert world.ask(words, repeats=True) == first


def test_an_answer_brings_back_what_it_said_on_stderr_too(world: World) -> None:
    settle()
    first = world.ask(["show", "shrk 5"])
    assert b"Assuming" in first.err
    assert world.ask(["show", "shrk 5"], repeats=True) == first


def test_the_home_page_is_remembered_from_its_second_look_of_the_day_on(world: World) -> None:
    settle()
    first = world.ask([])
    assert (first.code, kept(world)) == (0, [])
    settle()
    assert world.ask([]) == first
    assert world.ask([], repeats=True) == first


@pytest.mark.parametrize(
    "words",
    [
        ["tag", "shrek 5", "seen"],
        ["show", "nobody knows this"],
        ["config"],
        ["export", "json"],
        ["log"],
        ["tonight", "--as-of", "2030-01-01"],  # another film each time
        ["--create", "--file", "~root/mine.toml", "list"],  # where that is follows from no file that is noted
    ],
)
def test_only_answers_without_an_error_that_files_decide_are_remembered(world: World, words: list[str]) -> None:
    settle()
    world.ask(words)
    assert kept(world) == []


def test_what_was_leafed_through_is_not_remembered(world: World) -> None:
    world.columns = 80
    settle()
    assert world.ask(["search", "--year", "1990s"]).code == 0
    assert kept(world) == []


def test_an_answer_that_took_until_the_next_day_is_not_remembered(world: World) -> None:
    days = iter([time.localtime(), ANOTHER_DAY])
    later = world.place()._replace(first=lambda: setattr(time, "localtime", lambda: next(days)))
    settle()
    assert forked(["list"], later).code == 0
    assert kept(world) == []


def test_an_answer_with_a_progress_bar_is_not_remembered(world: World) -> None:
    films = world.data / "films.toml"
    films.write_text(films.read_text() + "# long\n" * 300_000)
    world.columns = 80
    settle()
    first = world.ask(["list"])
    assert (b"films.toml" in first.out, kept(world)) == (True, [])
    second = world.ask(["list"])
    assert (b"films.toml" in second.out, len(kept(world))) == (False, 1)


def test_a_question_is_asked_again(home: Path) -> None:
    world = World(home)
    settle()
    os.environ.update(world.environment)
    for answer, day in (("1", "26 December 1973"), ("n", "no film is called"), ("1", "26 December 1973")):
        assert day in on_terminal(["show", "The Exorcist"], [("Which one? ", answer)]).text


def test_an_answer_that_rests_on_a_file_from_the_future_is_not_remembered(world: World) -> None:
    later = time.time() + 3600
    os.utime(world.list, (later, later))
    world.ask(["list"])
    assert kept(world) == []


def test_without_the_cache_nothing_is_remembered_or_repeated(world: World) -> None:
    settle()
    world.ask(["list"], cache=False)
    assert kept(world) == []
    world.ask(["list"])
    assert len(kept(world)) == 1
    world.environment["WATCHLIST_CACHE"] = "off"
    assert world.ask(["list"], repeats=True).code == NOT_REMEMBERED


def test_everything_that_a_question_looks_at_is_noted(world: World) -> None:
    for change in (tag, settings_appear, catalogue, offers):
        change(world)
    world.ask([])
    settle()
    more = (["stats"], ["timeline"], ["moved", "--since", "2020-01-01"], ["why", "shrek 5"], ["history", "shrek 5"])
    for question in (*questions(), *more):
        seen: set[str] = set()

        def first(seen: set[str] = seen) -> None:
            watch(world.home, seen)

        def last(seen: set[str] = seen) -> None:
            sys.stderr.write("".join(f"not noted: {path}\n" for path in sorted(not_noted(seen))))

        printed = forked(question, world.place()._replace(first=first, last=last))
        assert (printed.code, b"not noted" in printed.err) == (0, False), printed.err.decode()


def watch(home: Path, seen: set[str]) -> None:
    """See every file of the user's that this process looks at from here on."""

    def watched(real: Callable[..., object], *, reads: bool) -> Callable[..., object]:
        def look(path: object = ".", *more: object, **how: object) -> object:
            if isinstance(path, str | os.PathLike) and str(path).startswith(str(home)):
                is_late = reads and not_noted({str(path)})  # a change in between would be missed
                seen.add(f"{path}, before it was noted" if is_late else str(path))
            return real(path, *more, **how)

        return look

    for name in ("stat", "lstat", "access", "readlink"):
        setattr(os, name, watched(getattr(os, name), reads=False))
    for module, name in ((os, "open"), (os, "scandir"), (os, "listdir"), (io, "open")):
        setattr(module, name, watched(getattr(module, name), reads=True))
    builtins.open = io.open


def not_noted(seen: set[str]) -> set[str]:
    """Give the files that were looked at and are no ground of the answer; the cache is none, nor are folders above."""
    fields = list(grounds._now or ())  # noqa: SLF001
    named = (name for kind, name in zip(fields[::3], fields[1::3], strict=True) if kind in ("file", "link"))
    noted = {str(Path(name).absolute()) for name in named}  # Python 3.13 looks at what is named from here as absolute
    above = {str(folder) for name in noted for folder in Path(name).parents}
    return {path for path in seen - noted - above if "/cache/" not in path}


def test_a_look_that_is_not_noted_is_seen(world: World) -> None:
    def last() -> None:
        seen: set[str] = set()
        watch(world.home, seen)
        (world.data / "unheard-of.toml").exists()
        sys.stderr.write(f"not noted: {not_noted(seen)}")

    assert b"unheard-of" in forked(["list"], world.place()._replace(last=last)).err

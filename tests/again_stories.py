"""What can change between a question and the same question, and which of the noted facts notices it."""

import json
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.util import module_from_spec, spec_from_file_location
from itertools import count
from pathlib import Path
from typing import NamedTuple

import watchlist.cli.app
from forked import Place, Printed, forked
from watchlist.cli import again
from watchlist.cli.again import ASKED
from watchlist.storage.changes.backups import folder_for
from watchlist.storage.grounds import LOOKS

Words = Sequence[str]

LIST = """\
schema = 1
[[films]]
id = "shrek-5-2027"
title = "Shrek 5"
added = 2026-01-01
status = "wanted"
tags = ["ogre"]
[[films]]
id = "amelie-2028"
title = "Amélie, again"
added = 2026-01-01
status = "wanted"
"""
FILMS = """\
schema = 1
seen = 2026-01-01
[[films]]
id = "{id}-2028"
title = "{title}"
year = 2028
[[films.claims]]
region = "FR"
channel = "theatrical"
date = "2028-0{month}-01"
certainty = "announced"
source = "unsourced"
"""
NOT_REMEMBERED = 77
"""The exit code where a process that should repeat an answer makes one."""


class World:
    """A user's files, environment and terminal, which change."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self._numbers = count(1)
        self.environment = {**os.environ, "TERM": "xterm", "PAGER": "cat", "TZ": "UTC0"}
        self.columns: int | None = None
        self.encoding = "utf-8"
        self.folder = home / "here"
        self.python = sys.version
        self.program = home / "program.py"
        self.data = home / "data" / "watchlist"
        self.list = self.data / "watchlist.toml"
        for folder in (self.folder, home / "there", self.data, home / "config" / "watchlist"):
            folder.mkdir(parents=True)
        self.list.write_text(LIST)
        (self.data / "films.toml").write_text(FILMS.format(id="amelie", title="Amélie, again", month=3))
        (self.folder / "mine.toml").write_text(LIST.replace("ogre", "mine"))
        (self.home / "there" / "mine.toml").write_text(LIST.replace("ogre", "ours"))
        self.program.write_text(PROGRAM.format(1))

    def number(self) -> int:
        """Give another number each time."""
        return next(self._numbers)

    def ask(self, words: Words, *, cache: bool = True, left_out: Words = (), repeats: bool = False) -> Printed:
        """Ask a question; with facts left out of what is noted, or of a process that can only repeat an answer."""

        return forked(words, self.place(cache=cache, left_out=left_out, repeats=repeats))

    def place(self, *, cache: bool = True, left_out: Words = (), repeats: bool = False) -> Place:
        """Give the place where a process of the program runs."""

        def first() -> None:
            sys.version = self.python
            _load(self.program)
            for fact in left_out:
                leave_out(fact)
            if repeats:
                watchlist.cli.app.run = lambda arguments=None: NOT_REMEMBERED  # noqa: ARG005

        environment = self.environment if cache else {**self.environment, "WATCHLIST_CACHE": "off"}
        return Place(self.folder, environment, self.columns, self.encoding, first)


def leave_out(fact: str) -> None:
    if fact in ASKED:
        ASKED[fact] = str
    elif fact in LOOKS:
        LOOKS[fact] = lambda _: "none 0"
    else:
        again._modules = list  # noqa: SLF001


PROGRAM = """\
import sys
import watchlist.cli.session as session
shown = session.show
def show(*result, **how):
    sys.stdout.write(f"version {} of the program, {{sys.version[:4]}} of Python\\n")
    return shown(*result, **how)
session.show = show
"""
"""A part of the program that says which version it is."""


def _load(program: Path) -> None:
    spec = spec_from_file_location("part_of_the_program", program)
    assert spec is not None
    assert spec.loader is not None
    sys.modules[spec.name] = module_from_spec(spec)
    exec(program.read_text(), {})


def settle() -> None:
    """Let the clock of the files tick: what changed just now is not remembered."""
    time.sleep(0.015)


def edit(path: Path, old: str, new: str) -> None:
    """Edit a file by hand in its place, as an editor does that keeps its inode, and set its time back."""
    status = path.stat()
    with path.open("r+") as file:
        text = file.read().replace(old, new)
        file.seek(0)
        file.write(text)
        file.truncate()
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def tag(world: World) -> None:
    world.ask(["tag", "shrek-5-2027", f"tag{world.number()}"])


def edit_with_its_time_set_back(world: World) -> None:
    if world.list.exists():
        edit(world.list, *(("ogre", "swam") if "ogre" in world.list.read_text() else ("swam", "ogre")))


def replace_by_another_of_the_same_time(world: World) -> None:
    if world.list.is_file():
        other = world.list.with_suffix(".new")
        other.write_text(world.list.read_text().replace("ogre", "swam"))
        os.utime(other, ns=(0, world.list.stat().st_mtime_ns))
        other.replace(world.list)


def set_dates(world: World) -> None:
    world.ask(["config", "set", "dates", ("iso", "day")[world.number() % 2]])


def settings_appear(world: World) -> None:
    (world.home / "config" / "watchlist" / "config.toml").write_text('dates = "iso"\n')


def settings_go(world: World) -> None:
    (world.home / "config" / "watchlist" / "config.toml").unlink(missing_ok=True)


def films_go(world: World) -> None:
    (world.data / "films.toml").unlink(missing_ok=True)


def films_move(world: World) -> None:
    month = world.number() % 9 + 1
    (world.data / "films.toml").write_text(FILMS.format(id="amelie", title="Amélie, again", month=month))


def catalogue(world: World) -> None:
    file = world.home / "more.toml"
    file.write_text(FILMS.format(id="amelie", title="Amélie, again", month=1))
    added = any((world.data / "catalogues").glob("*more.toml"))
    world.ask(["catalogue", *(("remove", "more.toml") if added else ("add", str(file)))])


def another_day(world: World) -> None:
    world.environment["TZ"] = "AAA-14" if world.environment["TZ"] != "AAA-14" else "BBB12"


def another_zone(world: World) -> None:
    world.environment["TZ"] = "CCC1" if world.environment["TZ"] == "UTC0" else "UTC0"


def another_width(world: World) -> None:
    world.columns = 70 if world.columns == 100 else 100


def a_pipe(world: World) -> None:
    world.columns = None


def without_colour(world: World) -> None:
    world.environment["FORCE_COLOR"] = "1"
    world.environment["NO_COLOR"] = "" if world.environment.get("NO_COLOR") else "1"


def another_list(world: World) -> None:
    if not world.environment.pop("WATCHLIST_FILE", None):
        world.environment["WATCHLIST_FILE"] = str(world.folder / "mine.toml")


def another_folder(world: World) -> None:
    world.folder = world.home / ("there" if world.folder.name == "here" else "here")


def another_python(world: World) -> None:
    world.python = "9.99" if world.python != "9.99" else sys.version


def an_upgrade(world: World) -> None:
    world.program.write_text(PROGRAM.format(world.number() % 8 + 2))


def an_older_terminal(world: World) -> None:
    world.encoding = "ascii" if world.encoding == "utf-8" else "utf-8"


def undo(world: World) -> None:
    world.ask(["undo"])


def list_goes(world: World) -> None:
    world.list.unlink(missing_ok=True)


def list_comes_back(world: World) -> None:
    world.list.unlink(missing_ok=True)
    world.list.write_text(LIST)


def cache_goes(world: World) -> None:
    for path in (world.home / "cache" / "watchlist").glob("*.json"):
        path.unlink()


def everything_that_can_be_made_again_goes(world: World) -> None:
    shutil.rmtree(world.home / "cache" / "watchlist")


def answers_rot(world: World) -> None:
    for path in (world.home / "cache" / "watchlist" / "answers").glob("*"):
        path.write_bytes(path.read_bytes().replace(b"20", b"19"))


def history_goes(world: World) -> None:
    shutil.rmtree(world.home / "state" / "watchlist", ignore_errors=True)


def link_to_nothing(world: World) -> None:
    """A list that is gone is an error where a copy of it is left; a link to one that is not there yet is none."""
    tag(world)
    world.list.unlink(missing_ok=True)
    world.list.symlink_to(world.home / "nowhere.toml")


def _backup(world: World) -> Path:
    """Give the path of the newest copy of the list."""
    folder = folder_for(world.home / "state" / "watchlist", world.list)
    folder.mkdir(parents=True, exist_ok=True)
    return folder / "999999_2026-01-01T00-00-00-000000.toml"


def a_copy_appears(world: World) -> None:
    """A list that is gone is an error where a copy of it is left."""
    _backup(world).write_text(LIST)


def list_goes_and_its_copy_is_empty(world: World) -> None:
    list_goes(world)
    _backup(world).write_text("")


def films_appear(world: World) -> None:
    (world.data / "films.toml").write_text(FILMS.format(id="amelie", title="Amélie, again", month=4))


def offers(world: World) -> None:
    state = world.home / "state" / "watchlist"
    state.mkdir(parents=True, exist_ok=True)
    offer = {"region": "DE", "subscription": ["Netflix"], "free": [], "rent": [], "buy": [], "link": None}
    text = json.dumps({"shrek-5-2027": {"day": "2026-01-01", "offers": [offer]}})
    (state / "where-to-watch.json").write_text(text)


class Story(NamedTuple):
    """A question, a change, and the same question or another: the answer is another one."""

    facts: Words
    """What notices the change: without them the old answer would be given."""
    change: Callable[[World], None]
    question: Words
    before: Callable[[World], None] = lambda _: None
    other: Words | None = None
    """The question after the change, where it is another."""


def nothing(_: World) -> None: ...


STORIES: Mapping[str, Story] = {
    "the list is changed by a command": Story(["file"], tag, ["list"]),
    "the list is edited, and its time set back": Story(["file"], edit_with_its_time_set_back, ["list"]),
    "the list is replaced by one of the same time": Story(["file"], replace_by_another_of_the_same_time, ["list"]),
    "the list goes": Story(["file"], list_goes, ["list"]),
    "settings appear": Story(["file"], settings_appear, ["upcoming"]),
    "settings go": Story(["file"], settings_go, ["upcoming"], settings_appear),
    "own films go": Story(["file"], films_go, ["upcoming"]),
    "own films are edited": Story(["file"], films_move, ["upcoming"]),
    "a catalogue is added": Story(["file"], catalogue, ["upcoming"]),
    "a catalogue is removed": Story(["file"], catalogue, ["upcoming"], catalogue),
    "films in the data folder appear": Story(["file"], films_appear, ["--file", "mine.toml", "upcoming"], films_go),
    "a copy of a list that is gone appears": Story(["file"], a_copy_appears, ["list"], list_goes),
    "an empty copy is filled": Story(["file"], a_copy_appears, ["list"], list_goes_and_its_copy_is_empty),
    "where to watch is heard": Story(["file"], offers, ["show", "shrek-5-2027"]),
    "a link to nothing goes": Story(["link"], list_goes, ["list"], link_to_nothing),
    "colours are switched off": Story(["variable"], without_colour, ["upcoming"], without_colour),
    "the list is another one": Story(["variable"], another_list, ["list"]),
    "the folder is another one": Story(["file", "link"], another_folder, ["--file", "mine.toml", "list"]),
    "the question is another one": Story(["arguments"], nothing, ["list"], other=["upcoming"]),
    "an option is given": Story(["arguments"], nothing, ["upcoming"], other=["upcoming", "--as-of", "2027-01-01"]),
    "the terminal is wider": Story(["terminal"], another_width, ["upcoming"], another_width),
    "a pipe is read": Story(["terminal"], a_pipe, ["upcoming"], another_width),
    "the day is another one": Story(["day"], another_day, ["upcoming"], another_day),
    "the letters are others": Story(["letters"], an_older_terminal, ["list"]),
    "Python is upgraded": Story(["python"], another_python, ["list"]),
    "the program is upgraded": Story(["modules"], an_upgrade, ["list"]),
}


CHANGES = (
    *dict.fromkeys(story.change for story in STORIES.values()),
    set_dates,
    another_zone,
    undo,
    list_comes_back,
    cache_goes,
    everything_that_can_be_made_again_goes,
    answers_rot,
    history_goes,
)


def questions() -> Iterator[Words]:
    """Give what a shell asks over and over."""
    yield from ([], ["upcoming"], ["list"], ["show", "shrek 5"], ["show", "shrk 5"], ["calendar", "June", "2027"])
    yield from (["--file", "mine.toml", "list"], ["upcoming", "--limit", "1"], ["list", "--json"], ["search", "ogre"])

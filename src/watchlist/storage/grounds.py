"""What an answer rests on: the files and variables that were looked at, each with what was found there.

Whoever looks at a file that decides what is shown looks, or notes it, here; `storage.files` does for all that it reads.
An answer can then be given again while everything is as it was (`storage.memory.answers`). Nothing is noted before
`begin`. This module is loaded before all others, and imports next to nothing.
"""

import os
from collections.abc import Callable, Iterator

Where = str | os.PathLike[str]

_TICK = 10_000_000
"""Nanoseconds: the slowest clock by which a kernel stamps a file (100 Hz); most are quicker."""
_COARSE = 2_000_000_000
"""Nanoseconds: some file systems keep times in whole seconds, or in steps of two."""
_SECOND = 1_000_000_000


def _file(path: str) -> str:
    try:
        return identity(os.stat(path))
    except OSError as error:
        return f"none {error.errno}"


def identity(status: os.stat_result) -> str:
    """Tell a file as it is now from every other, and from itself after any change."""
    place = f"{status.st_dev} {status.st_ino} {status.st_mode} {status.st_uid}"
    return f"{place} {status.st_size} {status.st_mtime_ns} {status.st_ctime_ns}"


def settled(newest: int) -> int:
    """Return the time after which a change gives a file another time than its newest; nanoseconds of the epoch."""
    return newest + (_TICK if newest % _SECOND else _COARSE)


def _variable(name: str) -> str:
    value = os.environb.get(os.fsencode(name))
    return "none" if value is None else f"={os.fsdecode(value)}"


LOOKS: dict[str, Callable[[str], str]] = {
    "file": _file,
    "link": os.path.realpath,
    "variable": _variable,
}
"""How each kind of ground is looked at: takes its name, gives what is found there."""


class Grounds:
    """What was looked at since `begin`, as it was at the first look."""

    __slots__ = ("_found", "is_answer", "is_unique", "settled")

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], str] = {}
        self.is_answer = False
        """Whether a command has said that it only answers a question."""
        self.is_unique = False
        """Whether something happened that a repeated text would leave out."""
        self.settled = 0
        """When the newest file was so old that a further change would give it a new time; nanoseconds of the epoch."""

    def __iter__(self) -> Iterator[str]:
        """Return kind, name and finding of each ground, one after the other."""
        for (kind, name), found in self._found.items():
            yield from (kind, name, found)

    def note(self, kind: str, name: str) -> None:
        """Look at something, unless it was looked at before, and remember what is found."""
        if (kind, name) not in self._found:
            self._found[kind, name] = LOOKS[kind](name)

    def note_file(self, path: str) -> None:
        """Note a file or a folder, and how new it is."""
        if ("file", path) in self._found:
            return
        found = self._found["file", path] = LOOKS["file"](path)
        *is_there, modified, changed = found.rsplit(" ", 2)
        if is_there:
            self.settled = max(self.settled, settled(max(int(modified), int(changed))))


_now: Grounds | None = None


def begin() -> Grounds:
    """Note from here on what is looked at: files where they are opened, variables of the environment all."""
    global _now  # noqa: PLW0603  one process answers one question
    _now = Grounds()
    os.environ.__class__ = _NotedEnvironment  # the same object: some modules have it under a name of their own
    return _now


def note(*paths: Where) -> None:
    """Note files and folders that are about to be read; that they are missing is noted too."""
    if _now is not None:
        for path in paths:
            _now.note_file(os.fspath(path))


def exists(path: Where) -> bool:
    """Return whether there is a file or a folder."""
    note(path)
    return os.path.exists(path)


def real_place(path: Where) -> str:
    """Follow all symbolic links of a path."""
    if _now is not None:
        _now.note("link", os.fspath(path))
    return os.path.realpath(path)


def is_answer() -> None:
    """Say that what is printed answers a question, and may be printed again for the same question."""
    if _now is not None:
        _now.is_answer = True


def is_unique() -> None:
    """Say that this run did something besides printing: it wrote or asked, or rests on what nobody can note."""
    if _now is not None:
        _now.is_unique = True


class _NotedEnvironment(os._Environ[str]):  # noqa: SLF001  its public name is that of the one object
    """The variables of the environment; each that is read is noted."""

    def __getitem__(self, name: str) -> str:
        if _now is not None:
            _now.note("variable", name)
        return super().__getitem__(name)

    def __iter__(self) -> Iterator[str]:
        is_unique()
        return super().__iter__()

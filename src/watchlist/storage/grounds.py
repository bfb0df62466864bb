"""What an answer depends on: the files and variables that were looked at, each with what was found there.

Code that looks at a file which affects the output does so through this module, or notes the file here; `storage.files`
does that for all its reads. While all of it is unchanged, the answer can be repeated (`storage.memory.answers`).
Nothing is noted before `begin`. This module is loaded before all others, and imports next to nothing.
"""

import os
from collections.abc import Callable, Iterator

Where = str | os.PathLike[str]

_TICK = 10_000_000
"""Nanoseconds: the slowest clock that kernels use for file times (100 Hz); most are faster."""
_COARSE = 2_000_000_000
"""Nanoseconds: some file systems keep times in whole seconds, or in steps of two."""
_SECOND = 1_000_000_000


def _file(path: str) -> str:
    try:
        return identity(os.stat(path))
    except OSError as error:
        return f"none {error.errno}"
    except ValueError:  # no file has such a name
        return "none 0"


def identity(status: os.stat_result) -> str:
    """Return a text that identifies a file in its present state: it differs for other files, and after any change."""
    place = f"{status.st_dev} {status.st_ino} {status.st_mode} {status.st_uid}"
    return f"{place} {status.st_size} {status.st_mtime_ns} {status.st_ctime_ns}"


def settled(newest: int) -> int:
    """Return the time from which on a change gives a file a new time; both are nanoseconds since the epoch."""
    return newest + (_TICK if newest % _SECOND else _COARSE)


def _variable(name: str) -> str:
    value = os.environb.get(os.fsencode(name))
    return "none" if value is None else f"={os.fsdecode(value)}"


LOOKS: dict[str, Callable[[str], str]] = {
    "file": _file,
    "link": os.path.realpath,
    "variable": _variable,
}
"""How to look at each kind of ground: functions from its name to what is found there."""


class Grounds:
    """Everything that was looked at since `begin`, in its state at the first look."""

    __slots__ = ("_found", "is_answer", "is_unique", "settled")

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], str] = {}
        self.is_answer = False
        """True if the command has declared that it only answers a question (`is_answer`)."""
        self.is_unique = False
        """True if repeating the text would not be enough (`is_unique`)."""
        self.settled = 0
        """The time from which on a change gives even the newest file a new time; nanoseconds since the epoch."""

    def __iter__(self) -> Iterator[str]:
        """Yield kind, name and finding of each ground, one after the other."""
        for (kind, name), found in self._found.items():
            yield from (kind, name, found)

    def note(self, kind: str, name: str) -> None:
        """Look at something, unless it was looked at before, and note what is found."""
        if (kind, name) not in self._found:
            self._found[kind, name] = LOOKS[kind](name)

    def note_file(self, path: str) -> None:
        """Note a file or a folder, and its times."""
        if ("file", path) in self._found:
            return
        found = self._found["file", path] = LOOKS["file"](path)
        *is_there, modified, changed = found.rsplit(" ", 2)
        if is_there:
            self.settled = max(self.settled, settled(max(int(modified), int(changed))))


_now: Grounds | None = None


def begin() -> Grounds:
    """Start to note what is looked at: files by `note` and the like, environment variables always."""
    global _now  # noqa: PLW0603  one process answers one question
    _now = Grounds()
    os.environ.__class__ = _NotedEnvironment  # the same object, since some modules have their own name for it
    return _now


def note(*paths: Where) -> None:
    """Note files and folders that are about to be read, also missing ones."""
    if _now is not None:
        for path in paths:
            _now.note_file(os.fspath(path))


def exists(path: Where) -> bool:
    """Return whether a file or folder exists, and note it."""
    note(path)
    return os.path.exists(path)


def real_place(path: Where) -> str:
    """Return a path with all symbolic links followed, and note it."""
    if _now is not None:
        _now.note("link", os.fspath(path))
    return os.path.realpath(path)


def is_answer() -> None:
    """Declare that the output answers a question, and may be repeated for the same question."""
    if _now is not None:
        _now.is_answer = True


def is_unique() -> None:
    """Declare that the output must not be repeated: this run wrote or asked, or depends on what cannot be noted."""
    if _now is not None:
        _now.is_unique = True


class _NotedEnvironment(os._Environ[str]):  # noqa: SLF001  its public name is that of the one object
    """The environment variables; those that are read are noted."""

    def __getitem__(self, name: str) -> str:
        if _now is not None:
            _now.note("variable", name)
        return super().__getitem__(name)

    def __iter__(self) -> Iterator[str]:
        is_unique()
        return super().__iter__()

"""Faults for the tests of saving: a process killed at any call, and the disks that a power cut can leave."""

import errno
import multiprocessing
import os
import random
import shutil
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from watchlist.storage import files
from watchlist.storage.changes import journal, transaction

CALLS = ("open", "write", "fsync", "replace", "unlink", "mkdir", "close", "ftruncate", "fchmod", "pread", "read")


class _Counting:
    """Stands for `os` in the module that touches the disk: tells of each call before it is made."""

    def __init__(self, before: Callable[[str, tuple[Any, ...]], None]) -> None:
        self._before = before
        self.after: Callable[[str, tuple[Any, ...], Any], None] = lambda *_: None
        self.instead: dict[str, Any] = {}

    def __getattr__(self, name: str) -> Any:
        real = self.instead.get(name, getattr(os, name))
        if name not in CALLS:
            return real

        def call(*arguments: Any, **named: Any) -> Any:
            self._before(name, arguments)
            result = real(*arguments, **named)
            self.after(name, arguments, result)
            return result

        return call


def killed_at(number: int, work: Callable[[], object]) -> bool:
    """Do some work in a process that is killed in front of its nth call; say whether it came so far."""

    def child() -> None:
        count = 0

        def before(_: str, __: tuple[Any, ...]) -> None:
            nonlocal count
            count += 1
            if count == number:
                os.kill(os.getpid(), signal.SIGKILL)

        vars(files)["os"] = _Counting(before)
        work()
        os._exit(0)

    process = multiprocessing.get_context("fork").Process(target=child)
    process.start()
    process.join()
    return process.exitcode == -signal.SIGKILL


@contextmanager
def full_after(space: int) -> Iterator[None]:
    """Let a disk have room for so many bytes and no more; a write takes what still fits."""
    left = space

    def write(descriptor: int, data: Any) -> int:
        nonlocal left
        fits = min(len(data), left)
        if not fits:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        left -= fits
        return os.write(descriptor, bytes(data)[:fits])

    counting = _Counting(lambda *_: None)
    counting.instead["write"] = write
    vars(files)["os"] = counting
    try:
        yield
    finally:
        vars(files)["os"] = os


class Call(NamedTuple):
    """A call that changes the disk: what it does to which path."""

    kind: str
    """make, write, rename, unlink, mkdir, or sync."""
    path: str
    data: bytes = b""
    to: str = ""


def traced(work: Callable[[], object], monkeypatch: Any) -> list[Call]:
    """Do some work, and list its calls that change the disk, with what they say about it."""
    calls: list[Call] = []
    names: dict[int, str] = {}

    def after(name: str, arguments: tuple[Any, ...], result: Any) -> None:
        first = arguments[0]
        if name == "open":
            names[result] = str(first)
            if arguments[1] & os.O_CREAT:
                calls.append(Call("make", str(first)))
        elif name == "write":
            calls.append(Call("write", names[first], bytes(arguments[1][:result])))
        elif name == "fsync":
            calls.append(Call("sync", names[first]))
        elif name == "replace":
            calls.append(Call("rename", str(first), to=str(arguments[1])))
        elif name in ("unlink", "mkdir"):
            calls.append(Call(name, str(first)))

    counting = _Counting(lambda *_: None)
    counting.after = after
    with monkeypatch.context() as patch:
        patch.setattr(files, "os", counting)
        work()
    return calls


class _File:
    """A file: the bytes that programs see, and those that are on the disk."""

    def __init__(self, data: bytes = b"") -> None:
        self.data = self.durable = data


class Disk:
    """A disk that keeps what was synced, and of the rest what a cut happens to leave.

    Names that were not synced are kept from the oldest of their directory up to any; data
    that was not synced is kept up to any byte.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._names: dict[str, _File | None] = {str(folder): None}
        """What stands at each path: a file, or None for a directory."""
        for path in folder.rglob("*"):
            self._names[str(path)] = None if path.is_dir() else _File(path.read_bytes())
        self._durable = dict(self._names)
        self._unsynced: list[tuple[str, dict[str, Any]]] = []
        """Directories, and what became of names in them: a file, a directory, or `gone`."""

    def do(self, call: Call) -> None:
        """Make a call."""
        match call.kind:
            case "make" if call.path not in self._names:
                self._name(call.path, {call.path: _File()})
            case "mkdir":
                self._name(call.path, {call.path: None})
            case "write":
                file = self._names[call.path]
                assert file is not None
                file.data += call.data
            case "rename":
                self._name(call.path, {call.path: "gone", call.to: self._names[call.path]})
            case "unlink":
                self._name(call.path, {call.path: "gone"})
            case "sync":
                self._sync(call.path)

    def _name(self, path: str, changes: dict[str, Any]) -> None:
        self._unsynced.append((str(Path(path).parent), changes))
        _rename(self._names, changes)

    def _sync(self, path: str) -> None:
        file = self._names[path]
        if file is not None:
            file.durable = file.data
        for _, changes in [one for one in self._unsynced if one[0] == path]:
            _rename(self._durable, changes)
        self._unsynced = [one for one in self._unsynced if one[0] != path]

    def leave(self, chance: random.Random, share: float) -> None:
        """Write what a cut leaves to the folder: of what was not synced nothing (0), all (1), or a part."""
        names = dict(self._durable)
        stopped: set[str] = set()
        for directory, changes in self._unsynced:
            if directory not in stopped and chance.random() < share:
                _rename(names, changes)
            else:
                stopped.add(directory)
        shutil.rmtree(self._folder)
        for path, file in sorted(names.items()):
            if file is None and Path(path).parent.is_dir():
                Path(path).mkdir()
            elif file is not None and Path(path).parent.is_dir():
                rest = file.data[len(file.durable) :]
                kept = len(rest) if share == 1 else int(len(rest) * chance.random() * share)
                Path(path).write_bytes(file.durable + rest[:kept])


def _rename(names: dict[str, Any], changes: dict[str, Any]) -> None:
    for path, file in changes.items():
        if file == "gone":
            names.pop(path, None)
        else:
            names[path] = file


def after_each_cut(before: Path, folder: Path, calls: list[Call], chance: random.Random) -> Iterator[str]:
    """Put into `folder` what each power cut can leave of it, which was as in `before` when the calls began."""
    for cut in range(len(calls) + 1):
        for share in (0, 1, 0.5, 0.8):
            shutil.rmtree(folder, ignore_errors=True)
            shutil.copytree(before, folder)
            disk = Disk(folder)
            for call in calls[:cut]:
                disk.do(call)
            disk.leave(chance, share)
            yield f"cut after {cut} of {len(calls)} calls, {share} kept"


def without_write_ahead(patch: pytest.MonkeyPatch) -> None:
    """Write the step behind the files, as if the journal were a mere log."""
    begin, end = journal.begin, journal.end
    late: list[Any] = []
    patch.setattr(journal, "begin", lambda *arguments: late.append(arguments))

    def end_late(*arguments: Any, **named: Any) -> None:
        if late:
            begin(*late.pop())
        end(*arguments, **named)

    patch.setattr(journal, "end", end_late)


def without_recovery(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(transaction.Transaction, "settle", lambda _: None)


def without_sync(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(files, "_flush", lambda *_: None)

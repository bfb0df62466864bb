"""Answers of earlier runs, kept in the cache: one file each, used only while everything it depends on is unchanged.

A file holds the question, what was printed, and the grounds of the answer (`storage.grounds`). Whoever can write
there decides what the program prints, so only a folder and files that nobody but this user can access are used.
This module is loaded before all others, and imports next to nothing.
"""

import os
import stat
import zlib
from collections.abc import Iterable, Iterator, Sequence

from watchlist.storage.grounds import LOOKS, Grounds

Piece = tuple[int, bytes]
"""Where some bytes were printed (1 for stdout, 2 for stderr), and the bytes."""

Stretch = tuple[int, int, int, int]
"""Where some bytes were printed, the open file that has them, their offset in it, and how many they are."""

LARGEST = 32 * 1024 * 1024
"""Bytes; a longer answer is not kept."""
_MOST = 100
"""How many answers are kept."""
_MOST_BYTES = 64 * 1024 * 1024
"""Bytes of all answers together; the oldest are deleted first."""

_LONGEST_TITLE = 100
"""Bytes of the first line of a file, which has a checksum and the length of the head that follows."""
_AT_ONCE = 256 * 1024
"""Bytes that are checked at a time: they fit into a processor's cache."""

_UNFINISHED = ".new"
_FORMAT = b"watchlist answer 1"
_FOLDER_FLAGS = os.O_RDONLY | os.O_CLOEXEC | os.O_DIRECTORY | os.O_NOFOLLOW
_READ_FLAGS = os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK
_WRITE_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC | os.O_NOFOLLOW


def find(folder: str, question: str) -> Iterator[Stretch] | None:
    """Return what was printed for a question, if the same would be printed now; None if that is not certain.

    The file of an answer stays open until its last stretch has been taken.
    """
    try:
        inside = _opened(folder)
    except (OSError, ValueError):
        return None
    try:
        names = [name for name in os.listdir(inside) if name.startswith(_name(question))]
        return next(filter(None, (_answer(inside, name, question) for name in names)), None)
    except OSError:
        return None
    finally:
        os.close(inside)


def _answer(inside: int, name: str, question: str) -> Iterator[Stretch] | None:
    """Return the stretches of an answer, if the file has one to this question that still holds."""
    try:
        file = _open(inside, name)
    except (OSError, ValueError):
        return None
    try:
        start, runs = _believed(file, question)
    except (OSError, ValueError, KeyError):
        os.close(file)
        return None
    return _stretches(file, start, runs)


def keep(folder: str, question: str, grounds: Grounds, pieces: Sequence[Piece]) -> None:
    """Keep an answer, and delete the oldest ones; if the folder is not this user's alone, nothing is kept."""
    try:
        head = "\0".join((question, _runs(pieces), *grounds)).encode("utf-8", "surrogateescape")
        rest = b"".join((head, *(text for _, text in pieces)))
        data = b"%s %d %d\n%s" % (_FORMAT, zlib.crc32(rest), len(head), rest)
        if len(data) <= LARGEST:
            _write(folder, f"{_name(question)}-{_variant(grounds)}", data)
    except (OSError, ValueError):
        return


def count_answers(folder: str) -> int:
    """Count the answers that are kept; none if the folder is not this user's alone."""
    try:
        inside = _opened(folder)
    except (OSError, ValueError):
        return 0
    try:
        return sum(not name.endswith(_UNFINISHED) for name in os.listdir(inside))
    finally:
        os.close(inside)


def _name(question: str) -> str:
    """Return the first part of a question's file names: a hash, which may collide, as each file has its question."""
    asked = question.encode("utf-8", "surrogateescape")
    return f"{zlib.crc32(asked):08x}{zlib.adler32(asked):08x}"


def _variant(grounds: Grounds) -> str:
    """Return the last part of a file name: a question has one answer for each state of the environment variables."""
    variables = [f"{name}{found}" for kind, name, found in _threes(grounds) if kind == "variable"]
    return f"{zlib.crc32(repr(variables).encode('utf-8', 'surrogateescape')):08x}"


def _threes(fields: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    """Group the fields of each ground: kind, name and finding; raises `ValueError` if one is missing."""
    one = iter(fields)
    return zip(one, one, one, strict=True)


def _runs(pieces: Sequence[Piece]) -> str:
    """Describe how many bytes went to which stream, in order: `1:120 2:34`."""
    runs: list[list[int]] = []
    for stream, text in pieces:
        if runs and runs[-1][0] == stream:
            runs[-1][1] += len(text)
        else:
            runs.append([stream, len(text)])
    return " ".join(f"{stream}:{length}" for stream, length in runs)


def _believed(file: int, question: str) -> tuple[int, str]:
    """Return the offset of an answer in its file, and its runs; raise `ValueError` or `KeyError` if it is not valid."""
    title, _, _ = os.pread(file, _LONGEST_TITLE, 0).partition(b"\n")
    *name, checksum, length = title.rsplit(b" ", 2)
    if name != [_FORMAT] or not 0 <= int(length) <= LARGEST:
        raise ValueError(title)
    head = os.pread(file, int(length), len(title) + 1)
    asked, runs, *grounds = head.decode("utf-8", "surrogateescape").split("\0")
    stands = asked == question and all(LOOKS[kind](name) == found for kind, name, found in _threes(grounds))
    start = len(title) + 1 + len(head)
    if not stands or int(checksum) != _checksum(file, start, zlib.crc32(head)):
        raise ValueError(question)
    return start, runs


def _checksum(file: int, start: int, checksum: int) -> int:
    """Continue a checksum with the bytes of a file from `start` to its end."""
    while chunk := os.pread(file, _AT_ONCE, start):
        checksum, start = zlib.crc32(chunk, checksum), start + len(chunk)
    return checksum


def _stretches(file: int, start: int, runs: str) -> Iterator[Stretch]:
    """Return where the bytes of each run are, and close the file after the last one."""
    try:
        for run in runs.split():
            stream, _, length = run.partition(":")
            yield int(stream), file, start, int(length)
            start += int(length)
    finally:
        os.close(file)


def _open(inside: int, name: str) -> int:
    """Open the file of an answer; raises `OSError`, or `ValueError` if somebody else could have written it."""
    file = os.open(name, _READ_FLAGS, dir_fd=inside)
    status = os.fstat(file)
    if not stat.S_ISREG(status.st_mode) or not _is_private(status) or status.st_size > LARGEST:
        os.close(file)
        raise ValueError(name)
    return file


def _opened(folder: str) -> int:
    """Open the folder; raises `OSError`, or `ValueError` if it is not this user's alone."""
    opened = os.open(folder, _FOLDER_FLAGS)
    if not _is_private(os.fstat(opened)):
        os.close(opened)
        raise ValueError(folder)
    return opened


def _is_private(status: os.stat_result) -> bool:
    return status.st_uid == os.geteuid() and not status.st_mode & 0o077


def _write(folder: str, name: str, data: bytes) -> None:
    """Write a file, whole or not at all. It is not synced: a torn file fails its checksum.

    Under `sudo`, a user's cache gets no folder that the user could not delete.
    """
    if not os.path.isdir(folder):
        if os.stat(os.path.dirname(folder)).st_uid != os.geteuid():
            raise ValueError(folder)
        os.mkdir(folder, 0o700)
    inside = _opened(folder)
    new = f"{os.getpid()}-{os.urandom(4).hex()}{_UNFINISHED}"
    try:
        file = os.open(new, _WRITE_FLAGS, 0o600, dir_fd=inside)
        try:
            with os.fdopen(file, "wb") as whole:
                whole.write(data)
            os.rename(new, name, src_dir_fd=inside, dst_dir_fd=inside)
        except BaseException:
            os.unlink(new, dir_fd=inside)
            raise
        _forget_oldest(inside, os.stat(name, dir_fd=inside).st_mtime_ns)
    finally:
        os.close(inside)


def _forget_oldest(inside: int, now: int) -> None:
    """Delete the oldest files, unfinished ones of killed processes included, until the limits are met.

    Files from the future go first: the clock was set back, and all new ones would be older than those.
    """
    kept = sorted((age if age <= now else 0, size, name) for age, size, name in _files(inside))
    total, number = sum(size for _, size, _ in kept), len(kept)
    for _, size, name in kept:
        if number <= _MOST and total <= _MOST_BYTES:
            return
        try:
            os.unlink(name, dir_fd=inside)
        except FileNotFoundError:  # another process was quicker
            continue
        total, number = total - size, number - 1


def _files(inside: int) -> Iterator[tuple[int, int, str]]:
    """Yield time, size and name of each file in a folder; folders, links and the like are left alone."""
    with os.scandir(inside) as entries:
        for one in entries:
            try:
                status = one.stat(follow_symlinks=False)
            except FileNotFoundError:  # another process deleted it
                continue
            if stat.S_ISREG(status.st_mode):
                yield status.st_mtime_ns, status.st_size, one.name

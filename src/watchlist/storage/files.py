"""Reading and saving files in one way each, so that no failure leaves half a list.

A save holds a lock beside the real file (symbolic links are followed), writes a temporary
file in the same directory, syncs it to disk, checks that nobody changed the file in the
meantime, renames it into place, and syncs the directory. Readers take no lock and write
nothing: they see either the old file or the new one.
"""

import errno
import os
import signal
import stat
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from enum import Enum
from pathlib import Path

from watchlist.domain.errors import NOTHING_CHANGED, Busy, ChangedMeanwhile, DiskFailed, InvalidFile
from watchlist.storage import grounds

LARGEST_FILE = 32 * 1024 * 1024
"""Bytes; far more than any list kept by a person, and parsing that much would take a minute."""
LARGEST_READ = 256 * 1024 * 1024
"""Bytes; more is never read into memory, not even to replace the file."""
_PATIENCE = 10.0
"""Seconds to wait for another process that holds the lock."""


class Saved(Enum):
    """The outcome of a save: the three cases that the user must be able to tell apart."""

    UNCHANGED = "unchanged"
    SAVED = "saved"
    UNCONFIRMED = "unconfirmed"
    """The new file is in place, but syncing its directory failed."""


def real_path(path: Path) -> Path:
    """Follow symbolic links to the file that a save replaces; raise `DiskFailed` for a loop of links."""
    real = Path(grounds.real_place(path))
    if real.is_symlink():
        raise DiskFailed(f"{path}: a loop of symbolic links", kept=NOTHING_CHANGED)
    return real


def read_bytes(path: Path, *, limit: int | None = LARGEST_FILE) -> bytes | None:
    """Return the content of a regular file; None if it is missing.

    Raises `InvalidFile` if it is larger than `limit` bytes, and `DiskFailed` if it cannot be
    read or is a pipe, a device or a directory.
    """
    grounds.note(path)
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise disk_failed("read", path, error) from None
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise DiskFailed(f"{path} is not a regular file", kept=NOTHING_CHANGED)
        most = LARGEST_READ if limit is None else limit
        size, chunks = status.st_size, []
        while size <= most and (chunk := os.read(descriptor, 1 << 20)):
            chunks.append(chunk)
            size = max(size, sum(map(len, chunks)))  # files in /proc are longer than their stated size
        if size > most:
            raise InvalidFile(f"{path}: larger than {most // 1024 // 1024} MiB", kept=NOTHING_CHANGED)
        return b"".join(chunks)
    except OSError as error:
        raise disk_failed("read", path, error) from None
    finally:
        with suppress(OSError):
            os.close(descriptor)


def make_private(folder: Path) -> None:
    """Create a directory and its missing parents, private to this user, and sync them; raises `OSError`."""
    if not os.path.isdir(folder):
        make_private(folder.parent)
        with suppress(FileExistsError):
            os.mkdir(folder, 0o700)
            _give_to_owner(folder)
        sync_directory(folder.parent)


def count_names(real: Path) -> int:
    """Count the names (hard links) of a file; 0 if there is none."""
    try:
        return os.stat(real).st_nlink
    except OSError:
        return 0


@contextmanager
def locked(path: Path) -> Iterator[Path]:
    """Hold the lock of a file, and yield the real path to save to.

    Creates the directory if it is missing, and deletes temporary files left by a killed
    process. Raises `Busy` if another process does not release the lock within ten seconds.
    """
    grounds.is_unique()
    real = real_path(path)
    try:
        make_private(real.parent)
        lock = _open_or_make(_lock_path(real), os.O_RDWR | os.O_CLOEXEC | os.O_NOFOLLOW)
    except OSError as error:
        raise disk_failed("lock", path, error) from None
    try:
        _wait_for(lock, path)
        sweep(real.parent, f".{real.name}.")
        yield real
    finally:
        with suppress(OSError):
            os.close(lock)


def sweep(folder: Path, beginning: str) -> None:
    """Take away the temporaries that killed processes left, as far as that can be done; their names begin alike."""
    with suppress(OSError):
        for name in os.listdir(folder):
            if name.startswith(beginning) and name.endswith(".tmp"):
                with suppress(OSError):
                    os.unlink(folder / name)


def lock_holder(path: Path) -> str | None:
    """Return the id of the process that holds the lock of a file, "" if unknown, None if nobody holds it."""
    try:
        lock = os.open(_lock_path(real_path(path)), os.O_RDWR | os.O_CLOEXEC | os.O_NOFOLLOW)
    except (OSError, DiskFailed):
        return None
    try:
        return None if _try_lock(lock, path) else _written_in(lock)
    finally:
        os.close(lock)


def save(real: Path, data: bytes, *, read: bytes | None) -> Saved:
    """Replace the file at `real`, which must still hold the bytes that were `read`.

    Call this inside `locked`. Raises `Busy` if the file was changed in the meantime, and
    `DiskFailed` if it cannot be written; in both cases the old file is unchanged.
    """
    if data == read:
        return Saved.UNCHANGED
    with signals_held():
        return install(real, stage(real, data), read=read)


def stage(real: Path, data: bytes) -> Path:
    """Write the new content of a file to a temporary beside it, and sync that; raises `DiskFailed`."""
    grounds.is_unique()
    temporary = real.parent / f".{real.name}.{os.getpid()}.tmp"
    try:
        _write_beside(real, temporary, data)
    except OSError as error:
        discard(temporary)
        raise disk_failed("save", real, error) from None
    return temporary


def install(real: Path, temporary: Path, *, read: bytes | None) -> Saved:
    """Replace a file with a staged temporary; the file must still hold the bytes that were `read`.

    Raises the same errors as `save`.
    """
    try:
        if not _is_unchanged(real, read):
            raise ChangedMeanwhile(
                f"{real} was changed by another program just now",
                kept="Its change was kept, yours was not saved.",
                hint="Run the command again.",
            )
        os.replace(temporary, real)
    except OSError as error:
        raise disk_failed("save", real, error) from None
    finally:
        discard(temporary)
    return _confirm_directory(real.parent)


def discard(temporary: Path) -> None:
    """Delete a staged temporary, if it is still there."""
    with suppress(OSError):
        os.unlink(temporary)


def put_back(real: Path, read: bytes | None, *, saved: bytes) -> None:
    """Restore the bytes that a file had before `saved` replaced them, or delete the file if there was none.

    Raises the same errors as `save`.
    """
    if read is not None:
        save(real, read, read=saved)
        return
    try:
        os.unlink(real)
        sync_directory(real.parent)
    except OSError as error:
        raise disk_failed("remove", real, error) from None


def write_whole(path: Path, data: bytes, *, surely: bool = True) -> None:
    """Write one of the program's internal files, atomically; raises `OSError`.

    After a power cut it has all of the data, or, unless it is written `surely`, may be as it was before.
    """
    grounds.is_unique()
    make_private(path.parent)
    temporary = path.parent / f".{path.name}.{os.getpid()}.tmp"
    with suppress(FileNotFoundError):  # left by a killed process with the same id
        os.unlink(temporary)
    try:
        _write_beside(None, temporary, data)
        os.replace(temporary, path)
        if surely:
            sync_directory(path.parent)
    finally:
        with suppress(OSError):
            os.unlink(temporary)


def append_line(path: Path, line: str, *, sync: bool) -> None:
    """Append a line to one of the program's internal files, and with `sync` sync it to disk; raises `OSError`.

    A half-written last line is ended first, so that it does not spoil the new one.
    """
    grounds.is_unique()
    make_private(path.parent)
    is_new = not os.path.exists(path)
    descriptor = _open_or_make(path, os.O_RDWR | os.O_APPEND | os.O_CLOEXEC | os.O_NOFOLLOW)
    try:
        size = os.fstat(descriptor).st_size
        torn = size and os.pread(descriptor, 1, size - 1) != b"\n"
        _write_all(descriptor, f"{chr(10) if torn else ''}{line}\n".encode())
        if sync:
            _flush(os.fsync, descriptor)
    finally:
        os.close(descriptor)
    if sync and is_new:
        sync_directory(path.parent)


def disk_failed(verb: str, path: Path, error: OSError) -> DiskFailed:
    """Return the error for an operation that the operating system refused before anything was changed."""
    what, hint = _REFUSALS.get(error.errno or 0, ((error.strerror or str(error)).lower(), ""))
    return DiskFailed(f"cannot {verb} {path}: {what}", kept=NOTHING_CHANGED, hint=hint)


_REFUSALS = {
    errno.ENOSPC: ("no space left on the disk", "Free some space and run the command again."),
    errno.EDQUOT: ("the disk quota is used up", "Free some space and run the command again."),
    errno.EFBIG: ("the file would be larger than this process may write", ""),
    errno.EACCES: ("permission denied", "Check the owner and the mode of the file and its directory."),
    errno.EPERM: ("the system does not permit it", "Check whether the file is marked as immutable."),
    errno.EROFS: ("the disk is read-only", ""),
    errno.EIO: ("the disk reported an error", "Check the disk before you go on."),
    errno.EBUSY: ("it is a mount of its own", "Mount its directory instead of the file."),
    errno.ELOOP: ("a symbolic link is in the way", ""),
    errno.EISDIR: ("it is a directory", ""),
    errno.ENOTDIR: ("a part of its path is not a directory", ""),
    errno.EMFILE: ("too many open files", ""),
    errno.ENOLCK: ("this disk cannot lock files", "Keep the list on a local disk."),
}


def _lock_path(real: Path) -> Path:
    return real.parent / f".{real.name}.lock"


def _written_in(lock: int) -> str:
    """Return the process id that the holder of a lock wrote into it; "" if there is none."""
    holder = os.pread(lock, 20, 0).decode("ascii", "replace").strip() if hasattr(os, "pread") else ""
    return holder if holder.isdigit() else ""


def _wait_for(lock: int, path: Path) -> None:
    pause, deadline = 0.001, time.monotonic() + _PATIENCE
    while not _try_lock(lock, path):
        if time.monotonic() > deadline:
            holder = _written_in(lock)
            who = f" (process {holder})" if holder else ""
            raise Busy(f"another watchlist{who} is using {path}", kept=NOTHING_CHANGED, hint="Try again in a moment.")
        time.sleep(pause * (0.75 + os.urandom(1)[0] / 512))
        pause = min(pause * 2, 0.1)
    with suppress(OSError):
        os.ftruncate(lock, 0)
        os.write(lock, str(os.getpid()).encode())


if sys.platform == "win32":
    import msvcrt

    def _try_lock(lock: int, path: Path) -> bool:  # noqa: ARG001  as on POSIX
        try:
            msvcrt.locking(lock, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(lock: int, path: Path) -> bool:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError as error:
            raise disk_failed("lock", path, error) from None
        return True


def _write_beside(like: Path | None, temporary: Path, data: bytes) -> None:
    """Write a complete temporary file with the owner and mode of the file `like`, and sync it."""
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    try:
        _give_away(descriptor, temporary.parent)
        if like is not None:
            with suppress(FileNotFoundError):
                _keep_owner_and_mode(descriptor, os.stat(like))
        _write_all(descriptor, data)
        _flush(os.fsync, descriptor)
    finally:
        os.close(descriptor)


def _write_all(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _open_or_make(path: Path, flags: int) -> int:
    """Open one of the program's internal files, or create it, private to this user."""
    with suppress(FileNotFoundError):
        return os.open(path, flags)
    descriptor = os.open(path, flags | os.O_CREAT, 0o600)
    _give_away(descriptor, path.parent)
    return descriptor


def _give_to_owner(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        _give_away(descriptor, folder.parent)
    finally:
        os.close(descriptor)


def _give_away(descriptor: int, folder: Path) -> None:
    """Hand over a file made by root to the owner of its directory, so that `sudo` does not lock the user out."""
    if sys.platform == "win32" or os.geteuid() != 0:
        return
    owner = os.stat(folder)
    if owner.st_uid != 0:
        os.fchown(descriptor, owner.st_uid, owner.st_gid)


def _keep_owner_and_mode(descriptor: int, old: os.stat_result) -> None:
    """Give the new file the owner, group and mode of the old one, and never a wider mode."""
    mode = stat.S_IMODE(old.st_mode) & 0o777
    mine = os.fstat(descriptor)
    if (mine.st_uid, mine.st_gid) != (old.st_uid, old.st_gid):
        try:
            os.fchown(descriptor, old.st_uid, old.st_gid)
        except PermissionError:
            mode &= 0o700
    os.fchmod(descriptor, mode)


def _confirm_directory(directory: Path) -> Saved:
    """Sync a rename; the new file is in place even if this fails."""
    try:
        sync_directory(directory)
    except OSError:
        return Saved.UNCONFIRMED
    return Saved.SAVED


def sync_directory(directory: Path) -> None:
    """Sync the names in a directory to disk; raises `OSError`."""
    if sys.platform == "win32":
        return
    descriptor = os.open(directory, os.O_RDONLY | os.O_CLOEXEC)
    try:
        _flush(os.fsync, descriptor)
    finally:
        with suppress(OSError):
            os.close(descriptor)


def _flush(fsync: Callable[[int], None], descriptor: int) -> None:
    """Sync a file; a file system that does not support it is not an error (dpkg and borg do the same)."""
    try:
        fsync(descriptor)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise


def _is_unchanged(real: Path, read: bytes | None) -> bool:
    """Return whether a file still holds the bytes that were read."""
    return read_bytes(real, limit=None) == read


@contextmanager
def signals_held() -> Iterator[None]:
    """Delay the signals that end a process until the files are complete."""
    if sys.platform == "win32":
        yield
        return
    held = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM, signal.SIGHUP})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, held)

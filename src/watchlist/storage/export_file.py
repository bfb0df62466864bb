"""Files that go out: never over a file that is there unless that is wanted, and whole or not at all."""

from pathlib import Path

from watchlist.domain.errors import Refused
from watchlist.storage.files import read_bytes, real_path, save


def write_outgoing(path: Path, data: bytes, *, force: bool) -> None:
    """Write a file through a temporary beside it.

    Raises `Refused` if something is there and `force` is not given, `DiskFailed` where the
    system refuses, or where a directory or a device is in the way.
    """
    read = read_bytes(path, limit=None)
    if read is not None and not force:
        raise Refused(f"{path} is there already", kept="It was left as it is.", hint="To write over it, add --force.")
    save(real_path(path), data, read=read)

"""Writing exported files: whole or not at all, and over existing files only if the user wants that."""

from collections.abc import Sequence
from pathlib import Path

from watchlist.domain.errors import NOTHING_CHANGED, DiskFailed, Refused
from watchlist.storage.files import read_bytes, real_path, save


def write_export_files(path: Path, files: Sequence[tuple[bytes, str]], *, force: bool) -> tuple[Path, ...]:
    """Write files, given as bytes and a suffix for the name (`-2` makes `list-2.csv`); return their paths.

    Raises `Refused` if a file exists and `force` is not given, and `DiskFailed` if the disk
    fails, or if a directory or a device is in the way.
    """
    if not path.name:
        raise DiskFailed(f"{path} is not a regular file", kept=NOTHING_CHANGED)
    paths = [path.with_stem(f"{path.stem}{suffix}") for _, suffix in files]
    there = [read_bytes(one, limit=None) for one in paths]
    for one, read in zip(paths, there, strict=True):
        if read is not None and not force:
            raise Refused(f"{one} already exists", kept="It was left as it is.", hint="To overwrite it, add --force.")
    for one, read, (data, _) in zip(paths, there, files, strict=True):
        save(real_path(one), data, read=read)
    return tuple(paths)

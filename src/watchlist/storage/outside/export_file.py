"""Files to export: never over an existing file unless that is wanted, and whole or not at all."""

from collections.abc import Sequence
from pathlib import Path

from watchlist.domain.errors import Refused
from watchlist.storage.files import read_bytes, real_path, save


def write_export_files(path: Path, files: Sequence[bytes], *, force: bool) -> None:
    """Write one file at a path, or several: `list.csv`, `list-2.csv`, `list-3.csv`.

    Raises `Refused` if something is there and `force` is not given, `DiskFailed` where the
    system refuses, or where a directory or a device is in the way.
    """
    for number, data in enumerate(files, 1):
        _write(path if number == 1 else path.with_stem(f"{path.stem}-{number}"), data, force=force)


def _write(path: Path, data: bytes, *, force: bool) -> None:
    read = read_bytes(path, limit=None)
    if read is not None and not force:
        raise Refused(f"{path} already exists", kept="It was left as it is.", hint="To overwrite it, add --force.")
    save(real_path(path), data, read=read)

"""Reading files to import, up to a limit: a single file, or the CSV and JSON files in a ZIP or a folder."""

import io
import os
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from watchlist.domain.errors import NOTHING_CHANGED, InvalidFile
from watchlist.storage.files import read_bytes

LARGEST = 64 * 1024 * 1024
"""Bytes of a single file, or of all the files in a folder or an unpacked ZIP together."""
MOST_MEMBERS = 1000


class IncomingFile(NamedTuple):
    """A file to import: its name, its bytes, and the name of the archive or folder that it was read from, if any."""

    name: str
    data: bytes
    archive: str | None = None
    folder: str = ""
    """For a single file, the name of its folder: some exports put deleted films in a folder of their own."""


def read_import_files(path: Path) -> tuple[IncomingFile, ...]:
    """Read a file, or the CSV and JSON files in a ZIP or a folder; nothing is unpacked to disk.

    Raises `InvalidFile` if the file is missing, too large, damaged or encrypted, or a ZIP has two files of one name.
    """
    if path.is_dir():
        return tuple(_files_in(path))
    data = read_bytes(path, limit=LARGEST)
    if data is None:
        raise InvalidFile(f"{path}: there is no such file", kept=NOTHING_CHANGED)
    if not data.startswith(b"PK"):
        return (IncomingFile(path.name, data, folder=path.absolute().parent.name),)
    try:
        return tuple(_members(path, data))
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError) as error:
        raise _refused(path, f"is a damaged archive: {error}") from None
    except (RuntimeError, NotImplementedError) as error:
        raise _refused(path, f"is an archive that cannot be read: {error}") from None


def _members(path: Path, data: bytes) -> Iterator[IncomingFile]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        infos = [info for info in archive.infolist() if _may_be_list(info.filename)]
        if len(archive.infolist()) > MOST_MEMBERS:
            raise _refused(path, f"contains more than {MOST_MEMBERS} files")
        names = [info.filename for info in infos]
        for name in names:
            if names.count(name) > 1:
                raise _refused(path, f'contains "{name}" twice')
        left = LARGEST
        for info in infos:
            if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                raise _refused(path, "is an archive that cannot be read: pack it again as an ordinary ZIP")
            with archive.open(info) as member:
                content = member.read(left + 1)
            left -= len(content)
            if left < 0:
                raise _refused(path, f"unpacks to more than {LARGEST // 1024 // 1024} MiB")
            yield IncomingFile(info.filename, content, archive=path.name)


def _files_in(folder: Path) -> Iterator[IncomingFile]:
    """Read the files of an unpacked archive, without following links to other folders."""
    paths = sorted(path for path in _walk(folder) if _may_be_list(path.relative_to(folder).as_posix()))
    if len(paths) > MOST_MEMBERS:
        raise _refused(folder, f"contains more than {MOST_MEMBERS} files")
    left = LARGEST
    for path in paths:
        content = read_bytes(path, limit=LARGEST) or b""
        left -= len(content)
        if left < 0:
            raise _refused(folder, f"holds more than {LARGEST // 1024 // 1024} MiB")
        yield IncomingFile(path.relative_to(folder).as_posix(), content, archive=folder.name or str(folder))


def _walk(folder: Path) -> Iterator[Path]:
    for parent, _, names in os.walk(folder):
        yield from (Path(parent, name) for name in names)


def _may_be_list(name: str) -> bool:
    """Return whether a file may hold a list, by its name; macOS adds files to archives that do not."""
    parts = name.split("/")
    return name.lower().endswith((".csv", ".json")) and not any(
        part == "__MACOSX" or part.startswith("._") for part in parts
    )


def _refused(path: Path, words: str) -> InvalidFile:
    return InvalidFile(f"{path} {words}", kept=NOTHING_CHANGED)

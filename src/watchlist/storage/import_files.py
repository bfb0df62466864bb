"""Files that come in: a file, or a ZIP of which only the lists are read, never more than a cap allows."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from watchlist.domain.errors import InvalidFile
from watchlist.domain.incoming import Incoming
from watchlist.storage.files import read_bytes

LARGEST = 64 * 1024 * 1024
"""Bytes of one file, and of all files of a ZIP together when they are unpacked."""
MOST_MEMBERS = 1000


def read_incoming(path: Path) -> tuple[Incoming, ...]:
    """Read a file, or the CSV and JSON files in a ZIP, by name and in memory: nothing is unpacked to the disk.

    Raises `InvalidFile` for what is not there, too large, damaged, encrypted, or has one name twice.
    """
    data = read_bytes(path, limit=LARGEST)
    if data is None:
        raise InvalidFile(f"{path}: there is no such file", kept="Nothing was changed.")
    if not data.startswith(b"PK"):
        return (Incoming(path.name, data),)
    try:
        return tuple(_members(path, data))
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError) as error:
        raise _refused(path, f"is a damaged archive: {error}") from None
    except (RuntimeError, NotImplementedError) as error:
        raise _refused(path, f"is an archive that cannot be read: {error}") from None


def _members(path: Path, data: bytes) -> Iterator[Incoming]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        infos = [info for info in archive.infolist() if info.filename.lower().endswith((".csv", ".json"))]
        if len(archive.infolist()) > MOST_MEMBERS:
            raise _refused(path, f"has more than {MOST_MEMBERS} files in it")
        names = [info.filename for info in infos]
        for name in names:
            if names.count(name) > 1:
                raise _refused(path, f'has "{name}" in it twice')
        left = LARGEST
        for info in infos:
            with archive.open(info) as member:
                content = member.read(left + 1)
            left -= len(content)
            if left < 0:
                raise _refused(path, f"unpacks to more than {LARGEST // 1024 // 1024} MiB")
            yield Incoming(info.filename, content, archive=path.name)


def _refused(path: Path, words: str) -> InvalidFile:
    return InvalidFile(f"{path} {words}", kept="Nothing was changed.")

"""Files to import: a file, or a ZIP of which only CSV and JSON are read, never more than a limit allows."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from watchlist.domain.errors import NOTHING_CHANGED, InvalidFile
from watchlist.storage.files import read_bytes

LARGEST = 64 * 1024 * 1024
"""Bytes of one file, and of all files of a ZIP together when they are unpacked."""
MOST_MEMBERS = 1000


class IncomingFile(NamedTuple):
    """A file of somebody else's: its name, its bytes, and the name of the archive that it lay in, if any."""

    name: str
    data: bytes
    archive: str | None = None


def read_import_files(path: Path) -> tuple[IncomingFile, ...]:
    """Read a file, or the CSV and JSON files in a ZIP, by name and in memory: nothing is unpacked to the disk.

    Raises `InvalidFile` for a file that is missing, too large, damaged or encrypted, or has one name twice.
    """
    data = read_bytes(path, limit=LARGEST)
    if data is None:
        raise InvalidFile(f"{path}: there is no such file", kept=NOTHING_CHANGED)
    if not data.startswith(b"PK"):
        return (IncomingFile(path.name, data),)
    try:
        return tuple(_members(path, data))
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError) as error:
        raise _refused(path, f"is a damaged archive: {error}") from None
    except (RuntimeError, NotImplementedError) as error:
        raise _refused(path, f"is an archive that cannot be read: {error}") from None


def _members(path: Path, data: bytes) -> Iterator[IncomingFile]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        infos = [info for info in archive.infolist() if info.filename.lower().endswith((".csv", ".json"))]
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


def _refused(path: Path, words: str) -> InvalidFile:
    return InvalidFile(f"{path} {words}", kept=NOTHING_CHANGED)

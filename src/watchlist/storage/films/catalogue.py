"""The film files on the disk, each read whole: the bundled films, and the user's own."""

from pathlib import Path

from watchlist.domain.errors import InvalidFile
from watchlist.storage.files import read_bytes
from watchlist.storage.films.film_file import FilmFile, read_film_file
from watchlist.storage.toml.read import read_document


def load_bundled(path: Path) -> FilmFile:
    """Read the films that come with the program."""
    data = read_bytes(path, limit=None)
    if data is None:
        raise InvalidFile(f"{path} is missing: the program's own films are not there", hint="Install watchlist again.")
    return read_film_file(read_document(path, data, limit=None))


def load_own(path: Path, bundled: FilmFile) -> FilmFile | None:
    """Read the user's own films and claims; None where they have none."""
    data = read_bytes(path)
    return None if not data or not data.strip() else read_film_file(read_document(path, data), known=bundled.sources)

"""Film files that the program writes itself, with what `refresh` fetched: one piece per film and its sources.

The head never changes and films keep their places, so that an index only has to reread the
pieces that changed.
"""

from collections.abc import Iterable
from pathlib import Path

from watchlist.domain.claim import UNSOURCED
from watchlist.domain.film import Film
from watchlist.storage.files import Saved, read_bytes, save
from watchlist.storage.films.film_file import SCHEMA, read_film_file
from watchlist.storage.index.film_row import film_table
from watchlist.storage.toml.edit import write_table
from watchlist.storage.toml.read import read_document

_HEAD = f"""# Written by `watchlist refresh`. Claims of your own go into films.toml: watchlist claim
schema = {SCHEMA}
seen = "2026-01-01"
"""


class FetchedFile:
    """A fetched file: its films in order, read once and written once."""

    def __init__(self, path: Path) -> None:
        """Read the file, which may be missing; raise `InvalidFile` if it is damaged."""
        self._path = path
        self._read = read_bytes(path, limit=None)
        document = read_document(path, self._read, limit=None) if self._read else None
        films = read_film_file(document).layer.films if document else ()
        self._films = {film.id: film for film in films}
        self._texts: dict[Film, str] = {}

    def film(self, film_id: str) -> Film | None:
        """Return a film as the file has it; None if it is not there."""
        return self._films.get(film_id)

    @property
    def films(self) -> tuple[Film, ...]:
        """Every film, in the order of the file."""
        return tuple(self._films.values())

    def put(self, film: Film) -> None:
        """Replace a film, or add it at the end."""
        self._films[film.id] = film

    def drop(self, film_ids: Iterable[str]) -> None:
        """Remove films."""
        for film_id in film_ids:
            self._films.pop(film_id, None)

    def save(self, real: Path) -> Saved:
        """Write the file if anything changed; call this while holding the lock of `real`."""
        if not self._films and self._read is None:
            return Saved.UNCHANGED
        data = "".join((_HEAD, *(self._text(film) for film in self._films.values()))).encode()
        saved = save(real, data, read=self._read)
        self._read = data
        return saved

    def _text(self, film: Film) -> str:
        if film not in self._texts:
            self._texts[film] = film_text(film)
        return self._texts[film]


def film_text(film: Film) -> str:
    """Return the text of a film's piece: its table, and those of its sources."""
    table, sources = film_table(film)
    sources.pop(UNSOURCED.id, None)
    blocks = (write_table("films", table), *(write_table("sources", one) for one in sources.values()))
    return "".join(f"\n{block}" for block in blocks)

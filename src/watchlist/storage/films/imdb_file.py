"""IMDb's published table of titles, `title.basics.tsv.gz`, read as films.

It has no dates and no people, only title, original title, year, runtime, genres and id.
"""

import gzip
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

from watchlist.domain.errors import NOTHING_CHANGED, InvalidFile
from watchlist.domain.film import ExternalId, Film
from watchlist.storage.files import disk_failed

Advance = Callable[[int], None]
"""Called with the number of bytes read since the last call, to show progress."""

IMDB_TITLES = ".tsv.gz"
"""The suffix of files in IMDb's format."""

_HEADER = "tconst\ttitleType\tprimaryTitle\toriginalTitle\tisAdult\tstartYear\tendYear\truntimeMinutes\tgenres"
_COLUMNS = _HEADER.split("\t")
_FILMS = frozenset(("movie", "tvMovie", "short", "video"))
_NOTHING = "\\N"
_LONGEST_LINE = 64 * 1024
_LONGEST_NUMBER = 9
_YEARS = range(1870, 2201)
_MINUTES = range(1, 10_001)


def read_titles(path: Path, advance: Advance) -> Iterator[Film]:
    """Yield the films one by one, without series, episodes, games and adult films.

    A film's id is its IMDb id. Raises `InvalidFile` for a damaged archive or a different table.
    """
    read = 0
    try:
        with path.open("rb") as packed, gzip.open(packed, "rt", encoding="utf-8", newline="\n") as file:
            if file.readline(_LONGEST_LINE).rstrip("\n") != _HEADER:
                raise _refused(path, 1, f"not IMDb's table of titles: the columns must be {', '.join(_COLUMNS)}")
            number = 1
            while line := file.readline(_LONGEST_LINE):
                number += 1
                film = _film(line, path, number)
                if film is not None:
                    yield film
                if number % 1000 == 0:
                    advance(packed.tell() - read)
                    read = packed.tell()
    except (gzip.BadGzipFile, zlib.error, EOFError) as error:
        raise InvalidFile(f"{path} is a damaged archive: {error}", kept=NOTHING_CHANGED) from None
    except UnicodeDecodeError:
        raise InvalidFile(f"{path} is not UTF-8", kept=NOTHING_CHANGED) from None
    except OSError as error:
        raise disk_failed("read", path, error) from None


def _film(line: str, path: Path, number: int) -> Film | None:
    values = line.rstrip("\n").split("\t")
    if len(values) != len(_COLUMNS):
        raise _refused(path, number, f"{len(_COLUMNS)} columns are expected, not {len(values)}")
    tconst, kind, title, original, adult, year, _, minutes, genres = values
    if kind not in _FILMS or adult == "1" or not tconst.startswith("tt") or not title.strip():
        return None
    return Film(
        id=tconst,
        title=title,
        original_title=original if original not in (title, _NOTHING, "") else None,
        year=_number(year, _YEARS),
        runtime=_number(minutes, _MINUTES),
        genres=() if genres == _NOTHING else tuple(genres.lower().split(",")),
        ids=(ExternalId("imdb", tconst),),
    )


def _number(text: str, allowed: range) -> int | None:
    is_short = text.isascii() and text.isdigit() and len(text) <= _LONGEST_NUMBER
    return int(text) if is_short and int(text) in allowed else None


def _refused(path: Path, line: int, fact: str) -> InvalidFile:
    return InvalidFile(f"{path}:{line}: {fact}", kept=NOTHING_CHANGED, line=line)

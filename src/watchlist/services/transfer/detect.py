"""Recognising what comes in: by what is in a file, and by its name only where nothing else tells."""

from collections.abc import Sequence
from datetime import tzinfo
from typing import NamedTuple

from watchlist.domain.incoming import Incoming
from watchlist.services.transfer import imdb, letterboxd, tmdb, trakt
from watchlist.services.transfer import watchlist_format as own
from watchlist.services.transfer.jsontext import read_json
from watchlist.services.transfer.row import Parsed, unreadable
from watchlist.services.transfer.table import read_table, text_of
from watchlist.services.transfer.watchlist_format import OwnList


class Arrived(NamedTuple):
    """All that the files hold: rows of other programs, and entries of ours."""

    parsed: tuple[Parsed, ...]
    own: tuple[OwnList, ...]


def read_all(files: Sequence[Incoming], zone: tzinfo | None) -> Arrived:
    """Read every file; in an archive, files that are no list are passed over. Raises `InvalidFile`."""
    parsed: list[Parsed] = []
    lists: list[OwnList] = []
    for file in files:
        result = _read(file, zone)
        if isinstance(result, OwnList):
            lists.append(result)
        elif result is not None:
            parsed.append(_named(result, file.name))
    if not parsed and not lists:
        raise unreadable(files[0].archive or files[0].name if files else "nothing", "is no list that we know")
    return Arrived(tuple(parsed), tuple(lists))


def _read(file: Incoming, zone: tzinfo | None) -> Parsed | OwnList | None:
    text = text_of(file.data)
    if text.lstrip()[:1] in ("{", "["):
        return _read_json(file, text, zone)
    if file.archive and (letterboxd.left_out(file.name) or not file.name.endswith(".csv")):
        return Parsed("left out", left_out=max(0, text.count("\n") - 1)) if letterboxd.left_out(file.name) else None
    if letterboxd.is_list(text):
        return letterboxd.read_list(file.name, text)
    table = read_table(file.name, text)
    if own.is_csv(table):
        return own.read_csv(table)
    for is_one, read in (
        (letterboxd.is_export, letterboxd.read),
        (tmdb.is_tmdb, tmdb.read_tmdb),
        (tmdb.is_simkl, tmdb.read_simkl),
        (imdb.is_export, imdb.read),
    ):
        if is_one(table):
            return read(file.name, table)
    if file.archive:
        return None
    raise unreadable(file.name, "is no list that we know")


def _read_json(file: Incoming, text: str, zone: tzinfo | None) -> Parsed | OwnList | None:
    content = read_json(file.name, text)
    if own.is_json(content):
        return own.read_json(content)
    if trakt.is_export(content):
        return None if file.archive and trakt.left_out(file.name) else trakt.read(file.name, content, zone)
    if file.archive:
        return None
    raise unreadable(file.name, "is no list that we know")


def _named(parsed: Parsed, name: str) -> Parsed:
    """Write the name of the file into the rows, for messages."""
    return parsed._replace(
        rows=tuple(row._replace(file=name) for row in parsed.rows),
        bad=tuple(row._replace(file=name) for row in parsed.bad),
    )

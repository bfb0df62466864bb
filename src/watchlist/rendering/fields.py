"""The tab-separated fields that each command prints into a pipe: a contract for scripts.

Fields are only ever added before the last one, the id, or at the end where there is none.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple


class Fields(NamedTuple):
    """The fields of lines that begin with one of some words; without words, of all lines of a command."""

    words: tuple[str, ...]
    names: tuple[str, ...]


_UPCOMING = ("countdown", "date", "film", "where", "how sure", "sources", "how it moved", "other releases", "id")
_CLAIM = ("date", "wording", "how sure", "source", "when it was said", "note")
_HABITS = ("name", "releases", "how many moved", "how often", "typical days moved", "most days moved")


def _every(*names: str) -> tuple[Fields, ...]:
    return (Fields((), names),)


FIELDS: Mapping[str, tuple[Fields, ...]] = {
    "": (
        Fields(("next", "out", "out elsewhere", "overdue"), _UPCOMING),
        Fields(("moved",), ("by how much", "film", "change", "id")),
        Fields(("list",), ("counts",)),
    ),
    "upcoming": _every(*_UPCOMING),
    "list": _every("film", "status", "rating", "viewings", "tags", "added", "note", "date", "countdown", "id"),
    "search": _every("film", "directors", "date", "what matches", "id"),
    "show": (
        Fields(("film",), ("film", "id")),
        Fields(("release",), ("where", "date", "countdown", "how sure", "sources", "how it moved")),
        Fields(("claim",), _CLAIM),
        Fields(("dispute",), ("fact", "reading", "source", "error")),
        Fields(("about", "directed by", "your list", "your rating", "and other facts"), ("value",)),
    ),
    "why": (
        Fields(("release",), ("where", "date")),
        Fields(("claim",), ("how it was used", *_CLAIM, "known from")),
    ),
    "history": (
        Fields(("release",), ("where", "how it moved")),
        Fields(("move",), ("when it was said", "change", "source")),
    ),
    "moved": _every("when it was said", "film", "change", "where", "source", "id"),
    "calendar": _every("date", "film", "where", "how sure", "countdown", "id"),
    "timeline": _every("date", "countdown", "film", "where", "how sure", "id"),
    "stats": (
        Fields(("list", "viewings", "rated", "decade", "film year"), ("name", "number")),
        Fields(("waiting for", "slipping"), ("film", "how long", "id")),
        Fields(("all", "country", "and other groups"), _HABITS),
    ),
    "tonight": _every("film", "minutes", "genres", "where", "id"),
    "log": _every("when", "what was done", "undone"),
    "restore": _every("number", "when", "contents", "what restoring it would change"),
    "catalogue list": _every("name", "films", "size", "path"),
    "config": (
        Fields(("file",), ("path",)),
        *_every("name", "value", "origin", "allowed values", "what it does"),
    ),
    "doctor": _every("level", "what", "finding", "remedy"),
}
"""The fields by command; the home page has no name. Where lines have words, the first field is one of them."""


def fields_words(command: str) -> list[str]:
    """Word the fields of a command's lines, one text per kind of line; empty for a command without fields."""
    return [_words(one.words, one.names) for one in FIELDS.get(command, ())]


def _words(words: Iterable[str], names: Iterable[str]) -> str:
    named = ", ".join(names)
    return f"{', '.join(words)}: {named}" if words else named

"""The shape of tables in TOML files: what each key may hold; every fault is reported with its place.

One definition is used to read files, to check them, and to write the JSON Schema for editors.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Generic, NamedTuple, Protocol, TypeVar

from watchlist.domain.claim import UNSOURCED, Source, parse_address
from watchlist.domain.dates import Edtf
from watchlist.domain.errors import BadValue
from watchlist.domain.region import REGIONS, parse_region
from watchlist.storage.toml.read import At

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
Word = TypeVar("Word", bound=StrEnum)


class Problem(NamedTuple):
    """A faulty value: where it is, and what is wrong."""

    at: At
    message: str


class Report:
    """Collects the problems of one file while it is read, and holds what its tables have in common.

    `unknown` are keys that the schema does not have; `sources` are those that may be referred to, by id;
    `inherited` are values of the file that its tables take over.
    """

    def __init__(self, sources: Mapping[str, Source] | None = None) -> None:
        self.problems: list[Problem] = []
        self.unknown: list[Problem] = []
        self.sources: dict[str, Source] = {UNSOURCED.id: UNSOURCED, **(sources or {})}
        self.inherited: dict[str, object] = {}

    def fault(self, at: At, message: str) -> None:
        """Add a problem."""
        self.problems.append(Problem(at, message))


class ValueKind(Protocol[T_co]):
    """What a key may hold: reads a value of a parsed file, and describes itself to editors."""

    def read(self, value: object, at: At, report: Report) -> T_co | None:
        """Return the domain's value; if the value is faulty, report that and return None."""

    def json_schema(self) -> Mapping[str, object]:
        """Describe the values in JSON Schema, draft 2020-12."""


class Scalar(NamedTuple, Generic[T]):
    """A single value: `accept` turns it into the domain's value, or raises `BadValue`."""

    accept: Callable[[object], T]
    schema: Mapping[str, object]

    def read(self, value: object, at: At, report: Report) -> T | None:
        """Read one value."""
        try:
            return self.accept(value)
        except BadValue as error:
            report.fault(at, f"{_name(at)}: {error}")
            return None

    def json_schema(self) -> Mapping[str, object]:
        """Describe the value."""
        return self.schema


class ListOf(NamedTuple, Generic[T]):
    """An array of one kind; faulty elements are reported and left out."""

    kind: ValueKind[T]

    def read(self, value: object, at: At, report: Report) -> tuple[T, ...] | None:
        """Read an array into a tuple."""
        if not isinstance(value, list):
            report.fault(at, f"{_name(at)}: must be an array")
            return None
        read = (self.kind.read(one, (*at, number), report) for number, one in enumerate(value))
        return tuple(one for one in read if one is not None)

    def json_schema(self) -> Mapping[str, object]:
        """Describe the array."""
        return {"type": "array", "items": self.kind.json_schema()}


class Key(NamedTuple):
    """A key of a table: what it holds, whether it must be there, and what it means."""

    kind: ValueKind[object]
    meaning: str
    required: bool = False


class TableOf(NamedTuple, Generic[T]):
    """A table with known keys; `make` is called with their values."""

    keys: Mapping[str, Key]
    make: Callable[..., T]
    shorthand: Scalar[T] | None = None
    """A single value that may be written instead of a table."""
    inherits: tuple[str, ...] = ()
    """Keys for which a table without a value takes the file's (`Report.inherited`)."""

    def read(self, value: object, at: At, report: Report) -> T | None:
        """Read a table; None if it is not one, or if anything in it is missing or faulty."""
        if self.shorthand is not None and not isinstance(value, Mapping):
            return self.shorthand.read(value, at, report)
        if not isinstance(value, Mapping):
            report.fault(at, f"{_name(at)}: must be a table")
            return None
        before = len(report.problems)
        read: dict[str, object] = {}
        for key, one in value.items():
            known = self.keys.get(key)
            if known is None:
                report.unknown.append(Problem((*at, key), f'unknown key "{key}"'))
            else:
                read[key] = known.kind.read(one, (*at, key), report)
        for key, rule in self.keys.items():
            if rule.required and key not in value:
                report.fault(at, f'"{key}" is missing')
        if len(report.problems) > before:
            return None
        return self.make(**{**{name: report.inherited[name] for name in self.inherits}, **read})

    def json_schema(self) -> Mapping[str, object]:
        """Describe the table, every key with its meaning."""
        table: dict[str, object] = {
            "type": "object",
            "properties": {
                name: {"description": key.meaning, **key.kind.json_schema()} for name, key in self.keys.items()
            },
            "required": [name for name, key in self.keys.items() if key.required],
            "additionalProperties": False,
        }
        return {"anyOf": [self.shorthand.json_schema(), table]} if self.shorthand else table


class SourceId:
    """The id of a source in this file or a layer below; it is read into the source itself."""

    def read(self, value: object, at: At, report: Report) -> Source | None:
        """Look the source up."""
        if isinstance(value, str) and value in report.sources:
            return report.sources[value]
        report.fault(at, f"{_name(at)}: there is no source {_shown(value)} in this file")
        return None

    def json_schema(self) -> Mapping[str, object]:
        """Describe the id."""
        return WORD.json_schema()


def text(value: object) -> str:
    """Accept text with a visible character in it."""
    if not isinstance(value, str):
        raise BadValue(f"must be text, in quotes, not {_shown(value)}")
    if not (value[:1].isalnum() or any(c.isprintable() and not c.isspace() for c in value)):
        raise BadValue("must have a visible character")
    return value


def one_word(value: object) -> str:
    """Accept an id: text without spaces or control characters."""
    word = text(value)
    if len(word.split()) != 1 or not word.isprintable() or word != word.strip():
        raise BadValue(f"must have no spaces, not {_shown(value)}")
    return word


def day(value: object) -> date:
    """Accept a TOML date, or text in the form 2024-06-27."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    try:
        return date.fromisoformat(text(value))
    except ValueError:
        raise BadValue(f"must be a day such as 2024-06-27, not {_shown(value)}") from None


def edtf(value: object) -> Edtf:
    """Accept a date in EDTF notation, or a TOML date."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return Edtf.of(value)
    return Edtf.parse(text(value))


def region(value: object) -> str:
    """Accept an ISO 3166-1 alpha-2 code, or WW."""
    return parse_region(text(value))


def address(value: object) -> str:
    """Accept the address of a page."""
    return parse_address(text(value))


def whole_number(lowest: int, highest: int) -> Callable[[object], int]:
    """Return a function that accepts whole numbers within bounds, both included."""

    def accept(value: object) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not lowest <= value <= highest:
            raise BadValue(f"must be a whole number from {lowest} to {highest}, not {_shown(value)}")
        return value

    return accept


def choice(values: type[Word]) -> Scalar[Word]:
    """Return the kind of a value that must be a member of an enum."""

    def accept(value: object) -> Word:
        if isinstance(value, str) and value in tuple(values):
            return values(value)
        raise BadValue(f"must be one of {', '.join(values)}, not {_shown(value)}")

    return Scalar(accept, {"enum": [str(one) for one in values]})


def number(lowest: int, highest: int) -> Scalar[int]:
    """Return the kind of a whole number within bounds, both included."""
    return Scalar(whole_number(lowest, highest), {"type": "integer", "minimum": lowest, "maximum": highest})


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise BadValue(f"must be true or false, not {_shown(value)}")
    return value


TEXT = Scalar(text, {"type": "string", "minLength": 1})
WORD = Scalar(one_word, {"type": "string", "pattern": r"^\S+$"})
DAY = Scalar(day, {"type": "string", "format": "date"})
EDTF = Scalar(edtf, {"type": "string", "description": "a date in EDTF notation"})
REGION = Scalar(region, {"enum": sorted(REGIONS)})
ADDRESS = Scalar(address, {"type": "string", "format": "uri"})
FLAG = Scalar(_flag, {"type": "boolean"})
TEXTS = ListOf(TEXT)


def _name(at: At) -> str:
    """Name a place by its key; in an array, with its number too, counted from 1."""
    return f"{at[-2]} {at[-1] + 1}" if isinstance(at[-1], int) else at[-1]


def _shown(value: object) -> str:
    """Quote a faulty value, shortened if it is long; a number can be too long even to print."""
    if isinstance(value, int) and value.bit_length() > 200:
        return "a number of that length"
    shown = repr(value) if not isinstance(value, str) else f'"{value}"'
    return shown if len(shown) <= 60 else shown[:57] + "..."

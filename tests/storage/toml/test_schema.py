"""What a key may hold is read, refused with its place, and described to editors."""

from enum import StrEnum

import pytest

from watchlist.domain.claim import UNSOURCED
from watchlist.storage.toml import schema
from watchlist.storage.toml.schema import Key, ListOf, Problem, Report, Scalar, SourceId, TableOf, ValueKind


class Colour(StrEnum):
    """A closed set."""

    RED = "red"
    BLUE = "blue"


WALL = TableOf(
    {
        "colour": Key(schema.choice(Colour), "its colour", required=True),
        "height": Key(schema.number(1, 9), "metres"),
        "notes": Key(schema.TEXTS, "anything"),
        "day": Key(schema.DAY, "when it was built"),
    },
    dict,
    shorthand=Scalar(lambda value: {"colour": Colour(schema.text(value))}, {"type": "string"}),
    inherits=("day",),
)


def report() -> Report:
    made = Report()
    made.inherited["day"] = "today"
    return made


def test_a_table_is_read_with_what_it_inherits() -> None:
    read = WALL.read({"colour": "red", "notes": ["x", "y"]}, ("wall",), report())
    assert read == {"colour": Colour.RED, "notes": ("x", "y"), "day": "today"}


def test_a_single_value_may_stand_for_a_table() -> None:
    assert WALL.read("blue", ("wall",), report()) == {"colour": Colour.BLUE}


@pytest.mark.parametrize(
    ("kind", "value", "problem"),
    [
        (WALL, {"colour": "pink"}, Problem(("x", "colour"), 'colour: must be one of red, blue, not "pink"')),
        (WALL, {"colour": ["red"]}, Problem(("x", "colour"), "colour: must be one of red, blue, not ['red']")),
        (WALL, {"height": 2}, Problem(("x",), '"colour" is missing')),
        (
            WALL,
            {"colour": "red", "height": True},
            Problem(("x", "height"), "height: must be a whole number from 1 to 9, not True"),
        ),
        (ListOf(WALL), {}, Problem(("x",), "x: must be an array")),
        (schema.TEXTS, ["a", 1], Problem(("x", 1), "x 2: must be text, in quotes, not 1")),
        (schema.TEXT, " ", Problem(("x",), "x: must have a visible character")),
        (schema.WORD, "a b", Problem(("x",), 'x: must have no spaces, not "a b"')),
        (schema.DAY, "soon", Problem(("x",), 'x: must be a day such as 2024-06-27, not "soon"')),
        (schema.FLAG, "yes", Problem(("x",), 'x: must be true or false, not "yes"')),
        (SourceId(), "nobody", Problem(("x",), 'x: there is no source "nobody" in this file')),
    ],
)
def test_a_faulty_value_is_noted_with_its_place(kind: ValueKind[object], value: object, problem: Problem) -> None:
    noted = report()
    kind.read(value, ("x",), noted)
    assert noted.problems == [problem]


def test_an_unknown_key_is_noted_apart_and_hides_nothing() -> None:
    noted = report()
    assert WALL.read({"colour": "red", "smell": 1}, ("wall",), noted) == {"colour": Colour.RED, "day": "today"}
    assert (noted.problems, noted.unknown) == ([], [Problem(("wall", "smell"), 'unknown key "smell"')])


def test_a_source_is_looked_up() -> None:
    assert SourceId().read("unsourced", ("source",), report()) is UNSOURCED


def test_a_table_is_described_to_editors() -> None:
    described = TableOf({"colour": Key(schema.choice(Colour), "its colour", required=True)}, dict).json_schema()
    assert described == {
        "type": "object",
        "properties": {"colour": {"description": "its colour", "enum": ["red", "blue"]}},
        "required": ["colour"],
        "additionalProperties": False,
    }

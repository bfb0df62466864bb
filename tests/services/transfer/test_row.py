"""Rows of a list to import: how lines become rows, and what is said of those that do not."""

import pytest

from watchlist.domain.errors import NOTHING_CHANGED, BadValue
from watchlist.services.transfer.row import BadRow, Cells, Collected, ImportedRow, collect, unreadable


@pytest.mark.parametrize(
    ("said", "is_wanted"),
    [
        ({}, True),
        ({"watched": True}, False),
        ({"dropped": True}, False),
        ({"kept": True}, False),
        ({"watched": True, "again": True}, True),
    ],
)
def test_a_film_is_wanted_unless_its_row_says_something_else(said: dict[str, bool], *, is_wanted: bool) -> None:
    assert ImportedRow(2, "Heat", **said).is_wanted is is_wanted  # type: ignore[arg-type]


def test_lines_are_rows_or_bad_or_no_films() -> None:
    def read(number: int, line: str) -> str | None:
        if not line:
            raise BadValue(f"line {number} is empty")
        return line.upper() if line != "series" else None

    lines = enumerate(("heat", "", "series", "jaws"), 2)
    assert collect(lines, read) == Collected(("HEAT", "JAWS"), (BadRow(3, "line 3 is empty"),), 1)


def test_a_fault_that_is_no_value_is_not_taken_for_one() -> None:
    def read(number: int, line: str) -> str:
        raise KeyError(number, line)

    with pytest.raises(KeyError):
        collect([(1, "heat")], read)


def test_a_value_that_cannot_be_read_is_noted_and_the_rest_is_read() -> None:
    def refuse() -> int:
        raise BadValue('"x" is not a number')

    cells = Cells()
    assert ([cells.read(lambda: 5), cells.read(refuse)], cells.lost) == ([5, None], ['"x" is not a number'])


def test_the_error_for_a_file_says_that_nothing_was_changed() -> None:
    assert unreadable("x.csv", "is empty").lines == ("x.csv: is empty", NOTHING_CHANGED)

"""CSV: rows that do not fit, and cells that a spreadsheet would run."""

from hypothesis import given
from hypothesis import strategies as st

from entries import TEXTS
from exports import LETTERBOXD_WATCHLIST, read
from watchlist.services.transfer.row import BadRow
from watchlist.services.transfer.table import escape_formula, unescape_formula


def test_bad_rows_are_told_with_their_numbers_and_the_good_ones_are_there() -> None:
    text = (
        "Date,Name,Year,Letterboxd URI,Rating\n"
        "2024-01-01,Good,2024,https://boxd.it/a,4\n"
        "2024-01-01,Too many,2024,https://boxd.it/b,4,and,more\n"
        "2024-01-01,,2024,,4\n"
        "2024-01-01,Rated,2024,https://boxd.it/d,11\n"
        "2024-01-01,Nul\x00,2024,https://boxd.it/e,4\n"
    )
    parsed = read("ratings.csv", text)
    assert [(row.title, row.rating, row.lost) for row in parsed.rows] == [
        ("Good", 8, ()),
        ("Rated", None, ('"11" is not a rating of 1 to 5',)),
    ]
    assert [(bad.line, bad.words) for bad in parsed.bad] == [
        (3, "has 7 fields, the header has 5"),
        (6, "contains a NUL character"),
        (4, "has no title"),
    ]


def test_a_quote_that_never_ends_is_one_bad_row() -> None:
    parsed = read("watchlist.csv", LETTERBOXD_WATCHLIST + '2025-02-08,"Heat 3,,\n2025-02-08,Heat 4,,\n')
    assert [row.title for row in parsed.rows] == ["Heat 2", "Heat 4"]
    assert parsed.bad == (BadRow(3, "has a quote that does not end at the end of its cell", "watchlist.csv"),)


@given(TEXTS | st.sampled_from(["=1+1", "+1", "-30-", "@SUM(1)", "\t=1", "'=1", "''-x", "'plain"]))
def test_a_formula_is_defused_and_comes_back(text: str) -> None:
    defused = escape_formula(text)
    assert defused[:1] not in ("=", "+", "-", "@", "\t", "\r")
    assert unescape_formula(defused) == text

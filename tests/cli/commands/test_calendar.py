"""Calendar: a month of releases."""

import json

import pytest

from program import Run


def test_a_calendar_has_the_releases_of_the_list_in_their_days(run: Run) -> None:
    run("add", "Star Wars: Starfighter")
    run("add", "Dada: The Sourav Ganguly Story")
    shown = json.loads(run("calendar", "May 2027", "--as-of", "2026-11-20", "--json").out)
    assert shown["month"] == "2027-05"
    assert [(row["id"], row["date"]) for row in shown["days"]] == [("star-wars-starfighter-2027", "2027-05-28")]
    assert [(row["id"], row["date"]) for row in shown["vague"]] == [("dada-the-sourav-ganguly-story-2027", "2027-05")]


@pytest.mark.parametrize("month", ["2024-06", "June 2024", "june"])
def test_a_month_is_named_in_any_way(run: Run, month: str) -> None:
    run("add", "Drawing Closer")
    out = run("calendar", month, "--as-of", "2024-06-01").out
    assert out.startswith("Thursday 27 June 2024\tDrawing Closer (2024)\tNetflix, worldwide\tconfirmed\tin 26 days\t")


def test_a_calendar_without_a_month_is_of_this_one(run: Run) -> None:
    run("add", "Drawing Closer")
    assert "27 June 2024" in run("calendar", "--as-of", "2024-06-15").out


@pytest.mark.parametrize("month", ["2024", "spring 2024", "2024-06-01"])
def test_what_is_no_month_is_a_mistake(run: Run, month: str) -> None:
    ran = run("calendar", month)
    assert (ran.code, "is not a month" in ran.err) == (2, True)

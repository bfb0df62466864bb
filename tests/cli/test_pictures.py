"""Calendar, timeline, statistics, the home page and the page on the web, as commands."""

import json
from pathlib import Path

import pytest

from program import Run


def test_a_calendar_has_the_releases_of_the_list_in_their_days(run: Run) -> None:
    run("add", "Ice Age: Boiling Point")
    run("add", "Remain")
    shown = json.loads(run("calendar", "February 2027", "--as-of", "2026-11-20", "--json").out)
    assert shown["month"] == "2027-02"
    assert [(row["id"], row["date"]) for row in shown["days"]] == [("ice-age-boiling-point-2027", "2027-02-05")]
    assert [(row["id"], row["date"]) for row in shown["vague"]] == [("remain-2027", "2027-02")]


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


def test_a_timeline_has_what_comes_in_the_coming_year(run: Run) -> None:
    for title in ("Avengers: Doomsday", "Incredibles 3"):
        run("add", title)
    out = run("timeline", "--as-of", "2026-11-20").out
    assert out == (
        "18 December 2026\tin 28 days\tAvengers: Doomsday (2026)\tcinemas, US\tconfirmed\tavengers-doomsday-2026\n"
    )


def test_statistics_count_the_list(run: Run) -> None:
    run("watched", "Alien 1979", "--date", "2026-02-01", "--rating", "4.5")
    run("watched", "Alien 1979", "--date", "2026-03-01")
    run("add", "Shrek 5")
    own = json.loads(run("stats", "--as-of", "2026-11-20", "--json").out)["list"]
    assert own["entries"] == {"wanted": 1, "watched": 1, "dropped": 0}
    assert own["viewings_by_month"]["2026-02"] == own["viewings_by_month"]["2026-03"] == 1
    assert own["viewings_by_year"] == {"2026": 2}
    assert (own["ratings"]["9"], own["mean_rating"]) == (1, 9.0)
    assert own["moved"] == {"releases": 1, "shifts": 2, "days": 364}


def test_a_page_is_on_the_site_that_is_known_or_asked_for(run: Run) -> None:
    assert run("open", "alien 1979").out == "https://www.imdb.com/title/tt0078748/\n"
    assert run("open", "alien 1979", "--site", "imdb").out == "https://www.imdb.com/title/tt0078748/\n"
    ran = run("open", "alien 1979", "--site", "trakt")
    assert (ran.code, ran.err) == (1, 'watchlist: no page of "Alien" on trakt is known\n')


def test_an_id_cannot_lead_to_another_site(run: Run, films_file: Path) -> None:
    films_file.parent.mkdir(parents=True)
    films_file.write_text(
        'schema = 1\nseen = 2026-01-01\n[[films]]\nid = "x"\ntitle = "X"\nids = { imdb = "../@evil.example/?" }\n'
    )
    assert run("open", "x").out == "https://www.imdb.com/title/..%2F%40evil.example%2F%3F/\n"


def test_the_home_page_tells_what_came_out_and_moved_since_the_last_look(run: Run, home: Path) -> None:
    for title in ("The Hunger Games: Sunrise on the Reaping", "Shrek 5"):
        run("add", title)
    page = json.loads(run("--as-of", "2026-11-22", "--json").out)
    assert [row["id"] for row in page["out"]] == ["the-hunger-games-sunrise-on-the-reaping-2026"]
    assert [row["id"] for row in page["next"]] == ["shrek-5-2027"]
    assert not (home / "state" / "watchlist" / "last-look.json").exists()


def test_the_home_page_remembers_the_day_of_the_last_look(run: Run, home: Path) -> None:
    run("add", "Shrek 5")
    note = home / "state" / "watchlist" / "last-look.json"
    note.write_text('{"before": null, "last": "2026-10-01"}')
    assert json.loads(run("--json").out)["since"] == "2026-10-01"
    assert json.loads(run("--json").out)["since"] == "2026-10-01"
    note.write_text("damaged")
    assert run().code == 0

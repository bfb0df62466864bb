"""Upcoming: what comes out next, as a person and as a program reads it."""

import pytest

from program import UPCOMING_KEYS, Ran, Run, data


def test_the_main_job(run: Run) -> None:
    assert run("add", "Drawing Closer") == Ran(
        0, "Added Drawing Closer (2024): 27 June 2024, out 2 years ago, Netflix, worldwide.\n", ""
    )
    assert run("upcoming", "--as-of", "2024-06-01") == Ran(
        0,
        "in 26 days\t27 June 2024\tDrawing Closer (2024)\tNetflix, worldwide\tconfirmed\t4 sources agree\t\t\t"
        "drawing-closer-2024\n",
        "",
    )


@pytest.mark.parametrize(
    ("as_of", "date", "certainty", "days", "state"),
    [
        ("2024-04-10", "2024-06-27", "speculated", 78, "dated"),
        ("2024-04-25", "2024-06-27", "announced", 63, "dated"),
        ("2024-06-01", "2024-06-27", "confirmed", 26, "dated"),
        ("2024-06-27", "2024-06-27", "confirmed", 0, "due"),
        ("2024-07-09", "2024-06-27", "confirmed", -12, "out"),
        ("2026-11-20", "2024-06-27", "released", -876, "out"),
    ],
)
def test_one_film_through_the_years(run: Run, as_of: str, date: str, certainty: str, days: int, state: str) -> None:
    (release,) = data(run("show", "Drawing Closer", "--json", "--as-of", as_of))["releases"]
    assert (release["date"], release["certainty"], release["days"], release["state"]) == (date, certainty, days, state)


def test_before_the_first_word_nothing_is_known(run: Run) -> None:
    assert data(run("show", "Drawing Closer", "--json", "--as-of", "2024-04-01"))["releases"] == []
    ran = run("show", "Drawing Closer", "--as-of", "2024-04-01")
    assert "release\tnothing was known about a release on 1 April 2024\n" in ran.out


def test_a_season_agrees_with_a_day_and_a_renamed_film_is_one_film(run: Run) -> None:
    renamed = run("show", "Love Like the Falling Petals", "--as-of", "2021-11-01")
    assert renamed == run("show", "My Dearest, Like a Cherry Blossom", "--as-of", "2021-11-01")
    assert (
        "release\tNetflix, worldwide\tThursday 24 March 2022\tin 143 days\tconfirmed\t2 sources agree\t\n"
        in renamed.out
    )
    assert "claim\tspring 2022\t“Spring 2022”\tannounced\tWhat's on Netflix\t25 October 2021\t" in renamed.out


def test_the_json_of_upcoming_is_a_contract(run: Run) -> None:
    films = data(run("upcoming", "--all", "--as-of", "2026-11-20", "--json"))
    assert {tuple(film) for film in films} == {tuple(UPCOMING_KEYS)}
    assert films[0] == {
        "id": "the-hunger-games-sunrise-on-the-reaping-2026",
        "title": "The Hunger Games: Sunrise on the Reaping",
        "original_title": None,
        "year": 2026,
        "region": "US",
        "channel": "theatrical",
        "service": None,
        "date": "2026-11-20",
        "earliest": "2026-11-20",
        "latest": "2026-11-20",
        "precision": "day",
        "certainty": "confirmed",
        "days": 0,
        "days_latest": 0,
        "state": "due",
        "last_heard": "2025-12-31",
        "stale": False,
        "presumed": False,
        "out_elsewhere": None,
        "listed": False,
        "lacking": None,
    }


def test_upcoming_of_all_films_is_full_and_in_order(run: Run) -> None:
    films = data(run("upcoming", "--all", "--as-of", "2026-11-20", "--json"))
    assert len(films) >= 80
    dated = [film for film in films if film["state"] in ("dated", "due")]
    assert films[: len(dated)] == dated
    assert dated == sorted(dated, key=lambda film: film["latest"] or "open")
    assert [film["state"] for film in films[len(dated) :]] == sorted(film["state"] for film in films[len(dated) :])
    lines = {
        line.split("\t")[-1]: line.split("\t")
        for line in run("upcoming", "--all", "--as-of", "2026-11-20").out.splitlines()
    }
    assert lines["incredibles-3-2028"][5] == "4 sources agree"
    assert lines["shrek-5-2027"][6] == "moved 2 times, 364 days later"
    assert lines["coco-2"][1:7:5] == ["was 2029", "lost its date"]
    assert lines["the-adventures-of-cliff-booth-2026"][7] == "also 23 December 2026: Netflix, worldwide"
    assert lines["dada-the-sourav-ganguly-story-2027"][0] == "in 162–192 days"


def test_the_window_holds_just_what_can_fall_in_it(run: Run) -> None:
    films = data(run("upcoming", "--all", "--within", "90d", "--as-of", "2024-06-01", "--json"))
    assert [film["id"] for film in films] == ["drawing-closer-2024", "venom-the-last-dance-2024"]
    assert all(film["earliest"] <= "2024-08-30" and film["latest"] >= "2024-06-01" for film in films)


def test_a_festival_is_no_release_that_upcoming_counts_down_to(run: Run) -> None:
    asked = data(run("upcoming", "--all", "--channel", "premiere", "--as-of", "2026-08-20", "--json"))
    assert {film["channel"] for film in asked} == {"premiere"}
    unasked = data(run("upcoming", "--all", "--as-of", "2026-08-20", "--json"))
    assert "premiere" not in {film["channel"] for film in unasked}

"""The commands as a person or a program calls them, with what they print and the files they leave."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from program import Ran, Run

UPCOMING_KEYS = [
    *("id", "title", "original_title", "year", "region", "channel", "service", "date", "earliest", "latest"),
    *("precision", "certainty", "days", "days_latest", "state", "listed"),
]


def data(ran: Ran) -> Any:
    assert (ran.code, ran.err) == (0, "")
    return json.loads(ran.out)


def test_the_main_job(run: Run) -> None:
    assert run("add", "Drawing Closer") == Ran(0, 'Added "Drawing Closer" to your list.\n', "")
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
        "listed": False,
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
    assert lines["shrek-5-2027"][6] == "moved 2 times, +364 days"
    assert lines["coco-2"][1:7:5] == ["was 2029", "lost its date"]
    assert lines["the-adventures-of-cliff-booth-2026"][7] == "also 23 December 2026: Netflix, worldwide"
    assert lines["remain-2027"][0] == "in 73–100 days"


def test_the_json_of_show_is_a_contract(run: Run) -> None:
    run("add", "drawing-closer-2024")
    film = data(run("show", "drawing-closer-2024", "--json", "--as-of", "2024-04-25"))
    assert {key: film[key] for key in ("id", "title", "year", "runtime")} == {
        "id": "drawing-closer-2024",
        "title": "Drawing Closer",
        "year": 2024,
        "runtime": 118,
    }
    assert set(film["entry"]) == {"added", "status", "want", "rating", "viewings", "tags", "note"}
    (release,) = film["releases"]
    assert list(release) == [*UPCOMING_KEYS[4:-1], "agreement", "claims", "moves"]
    assert release["agreement"] == "agree"
    assert release["claims"][0] == {
        "date": "2024-06-27",
        "said": "June 27",
        "certainty": "announced",
        "reported": "2024-04-24",
        "source": {
            "id": "netflix-2024-04-24",
            "publisher": "Netflix",
            "published": "2024-04-24",
            "url": "https://www.pressparty.com/pg/newsdesk/Netflix/view/392006/",
        },
    }
    assert release["moves"] == [
        {"reported": "2024-04-02", "from": None, "to": "2024-06-27", "days": None, "kind": "speculated"},
        {"reported": "2024-04-24", "from": "2024-06-27", "to": "2024-06-27", "days": None, "kind": "certainty"},
    ]
    assert data(run("show", "alien-1979", "--json"))["entry"] is None


def test_the_window_holds_just_what_can_fall_in_it(run: Run) -> None:
    films = data(run("upcoming", "--all", "--within", "90d", "--as-of", "2024-06-01", "--json"))
    assert [film["id"] for film in films] == ["drawing-closer-2024", "venom-the-last-dance-2024"]
    assert all(film["earliest"] <= "2024-08-30" and film["latest"] >= "2024-06-01" for film in films)


def test_a_festival_is_no_release_that_upcoming_counts_down_to(run: Run) -> None:
    asked = data(run("upcoming", "--all", "--channel", "premiere", "--as-of", "2026-08-20", "--json"))
    assert {film["channel"] for film in asked} == {"premiere"}
    unasked = data(run("upcoming", "--all", "--as-of", "2026-08-20", "--json"))
    assert "premiere" not in {film["channel"] for film in unasked}


def test_upcoming_filters_by_service_and_region(run: Run) -> None:
    films = data(run("upcoming", "--all", "--service", "netflix", "--as-of", "2026-11-20", "--json"))
    assert {film["service"] for film in films} == {"Netflix"}
    films = data(run("upcoming", "--all", "--region", "jp", "--as-of", "2026-11-20", "--json"))
    assert {film["region"] for film in films} == {"JP", "WW"}


def test_a_misspelt_title_is_found_and_said(run: Run) -> None:
    ran = run("show", "drawing", "closr")
    assert ran.out.startswith("film\tDrawing Closer (2024)\tdrawing-closer-2024\n")
    assert ran.err == 'Took "drawing closr" for "Drawing Closer (2024)".\n'


def test_a_film_that_nobody_knows_becomes_the_users_own(run: Run, films_file: Path, list_file: Path) -> None:
    assert run("add", "Heat 2", "--release", "TBA") == Ran(
        0, 'Added "Heat 2" to your list.\nNoted: TBA, announced, no named source.\n', ""
    )
    (row,) = data(run("upcoming", "--json"))
    assert (row["id"], row["date"], row["state"], row["days"], row["listed"]) == (
        *("heat-2", "XXXX", "undated", None, True),
    )
    assert re.sub(r"\d{4}-\d\d-\d\d", "DAY", films_file.read_text()) == (
        'schema = 1\nseen = DAY\n\n[[films]]\nid = "heat-2"\ntitle = "Heat 2"\n\n[[films.claims]]\nregion = "WW"\n'
        'channel = "theatrical"\ndate = "XXXX"\nsaid = "TBA"\ncertainty = "announced"\nsource = "unsourced"\n'
        'reported = "DAY"\nseen = DAY\n'
    )
    assert re.sub(r"\d{4}-\d\d-\d\d", "DAY", list_file.read_text()) == (
        'schema = 1\n\n[[films]]\nid = "heat-2"\ntitle = "Heat 2"\nadded = DAY\nstatus = "wanted"\n'
    )


def test_what_one_has_heard_is_noted_beside_what_is_bundled(run: Run) -> None:
    ran = run(
        *("add", "Shrek 5", "--release", "spring 2028", "--source", "Variety", "--url", "https://variety.com/x"),
        *("--certainty", "rumoured", "--reported", "2026-11-01", "--region", "us"),
    )
    assert ran.out == (
        'Added "Shrek 5" to your list.\nNoted: spring 2028, rumoured, Variety, reported 1 November 2026.\n'
    )
    (release,) = data(run("show", "Shrek 5", "--json", "--as-of", "2026-12-01"))["releases"]
    assert (release["date"], release["agreement"]) == ("2027-06-30", "conflict")
    assert release["claims"][0]["source"]["publisher"] == "Variety"
    run("add", "Shrek 5", "--release", "spring 2028", "--source", "Deadline", "--reported", "2026-11-02")
    (release,) = data(run("show", "Shrek 5", "--json", "--as-of", "2026-12-01"))["releases"]
    assert (release["date"], release["moves"][-1]["kind"]) == ("2028-21", "slip")


def test_adding_what_is_listed_changes_nothing_and_says_so(run: Run, list_file: Path) -> None:
    run("add", "Drawing Closer")
    before = list_file.read_bytes()
    ran = run("add", "drawing-closer-2024")
    assert re.sub(r"\d+ \w+ \d{4}", "DAY", ran.out) == '"Drawing Closer" is on your list since DAY.\n'
    assert list_file.read_bytes() == before


def test_watching_adds_viewings_and_a_rating(run: Run, list_file: Path) -> None:
    run("add", "Drawing Closer")
    first = run("watched", "Drawing Closer", "--date", "1 July 2024", "--rating", "4.5")
    assert first.out == 'Watched "Drawing Closer" on 1 July 2024, 4½ of 5 stars.\n'
    again = run("watched", "Drawing Closer", "--date", "2024-07-09")
    assert again.out == 'Watched "Drawing Closer" on 9 July 2024, viewing number 2, 4½ of 5 stars.\n'
    same = run("watched", "Drawing Closer", "--date", "2024-07-09")
    assert same.out == '"Drawing Closer" was already noted as watched on 9 July 2024.\n'
    assert 'status = "watched"\nrating = 9\nviewings = [2024-07-01, 2024-07-09]\n' in list_file.read_text()
    assert data(run("upcoming", "--json")) == []


def test_removing_leaves_the_rest(run: Run, list_file: Path) -> None:
    run("add", "Alien 1979")
    before = list_file.read_text()
    run("add", "Heat 2", "--release", "2027")
    assert run("remove", "Heat 2") == Ran(0, 'Removed "Heat 2" from your list.\n', "")
    assert list_file.read_text() == before


def test_the_list_in_json_has_the_film_and_its_release(run: Run) -> None:
    run("add", "Drawing Closer")
    (entry,) = data(run("list", "--json", "--as-of", "2024-06-01"))
    assert (entry["id"], entry["status"], entry["film"]["title"], entry["release"]["days"]) == (
        *("drawing-closer-2024", "wanted", "Drawing Closer", 26),
    )


def test_search_says_what_fits(run: Run) -> None:
    (film,) = data(run("search", "akihito", "--json"))
    assert (film["id"], film["match"]) == ("drawing-closer-2024", {"kind": "person", "fits": "Akihito Hayasaka"})


def test_why_gives_a_verdict_on_each_claim(run: Run) -> None:
    (release,) = data(run("why", "Drawing Closer", "--json", "--as-of", "2024-04-10"))["releases"]
    assert release["claims"][0]["verdict"] == "gives the date"
    assert {claim["verdict"] for claim in release["claims"][2:]} == {"not known yet on this day"}


def test_the_first_page_says_how_to_start_and_the_next_what_is_next(run: Run) -> None:
    first = run()
    assert first.out.splitlines() == [
        'Add the first film:  watchlist add "Drawing Closer"',
        "See what is coming:  watchlist upcoming --all",
        "Find any film:       watchlist search nagase",
    ]
    run("add", "Drawing Closer")
    assert run("--as-of", "2024-06-01").out.splitlines()[0].startswith("next\tin 26 days\t27 June 2024\t")


def test_another_list_can_be_named_in_front_or_in_the_environment(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("--file", str(tmp_path / "other.toml"), "add", "Alien 1979")
    assert data(run("list", "--json")) == []
    monkeypatch.setenv("WATCHLIST_FILE", str(tmp_path / "other.toml"))
    assert [entry["id"] for entry in data(run("list", "--json"))] == ["alien-1979"]


def test_a_reader_makes_no_file(run: Run, home: Path) -> None:
    for command in (["list"], ["upcoming"], ["search", "alien"], ["show", "alien-1979"], []):
        assert run(*command).code == 0
    assert [path.name for path in home.iterdir()] == ["cache"]


def test_odd_titles_print_as_what_they_are(run: Run) -> None:
    for title in ("[REC]", "[/]", ":fire:", "Alien\x1b[2J"):
        assert run("add", title, "--release", "TBA").code == 0
    out = run("upcoming").out
    assert [line.split("\t")[2] for line in out.splitlines()] == ["[/]", r"Alien\x1b[2J", ":fire:", "[REC]"]
    assert "\x1b" not in out


def test_moved_lists_what_changed_and_can_keep_to_the_list(run: Run) -> None:
    moves = data(run("moved", "--since", "2026-06-01", "--as-of", "2026-11-20", "--json"))
    assert next(move for move in moves if move["kind"] == "slip") == {
        "id": "f-a-s-t-2027",
        "title": "F.A.S.T.",
        "original_title": None,
        "year": 2027,
        "region": "US",
        "channel": "theatrical",
        "service": None,
        "reported": "2026-08",
        "from": "2027-04-23",
        "to": "2027-05-14",
        "days": 21,
        "kind": "slip",
        "source": "deadline-2026-08",
    }
    assert data(run("moved", "--listed", "--json")) == []
    run("add", "Coco 2")
    assert [(move["id"], move["kind"]) for move in data(run("moved", "--listed", "--json"))] == [("coco-2", "undated")]


def test_stats_count_what_stands_behind_each_figure(run: Run) -> None:
    overall = data(run("stats", "--as-of", "2026-11-20", "--json"))["overall"]
    assert overall["releases"] >= 100
    assert 0 < overall["moved"] <= overall["shifts"]


def test_check_takes_ones_own_films_or_a_named_file(run: Run, tmp_path: Path) -> None:
    run("add", "Shrek 5", "--release", "2028", "--source", "Variety")
    assert run("check").out == "1 film, 1 claim, 1 source: all is well\n"
    bad = tmp_path / "bad.toml"
    bad.write_text("schema = 1\nseen = 2026-11-20\ncolour = 1\n")
    ran = run("check", str(bad))
    assert (ran.code, ran.out.splitlines()) == (
        5,
        [f'{bad}:3:10: unknown key "colour"', "0 films, 0 claims, 0 sources: 1 fault"],
    )


def test_help_lists_every_command(run: Run) -> None:
    from watchlist.cli.table import COMMANDS

    ran = run("--help")
    assert ran.code == 0
    assert all(f" {name} " in ran.out for name in COMMANDS)


def test_the_version_is_that_of_the_package(run: Run) -> None:
    assert re.fullmatch(r"watchlist \d+\.\d+\.\d+\n", run("--version").out)


def test_a_film_is_rated_noted_tagged_and_dropped(run: Run, list_file: Path) -> None:
    run("add", "Alien 1979")
    assert run("rate", "Alien 1979", "4.5").out.startswith('"Alien": wanted; 4½ of 5 stars; added on ')
    assert run("note", "alien-1979", "see it", "in the dark").code == 0
    assert run("tag", "alien-1979", "space", "horror").code == 0
    assert run("tag", "alien-1979", "space", "--remove").code == 0
    assert run("drop", "Alien 1979").out.startswith('"Alien": dropped; 4½ of 5 stars; tagged horror; added on ')
    (entry,) = data(run("list", "--json"))
    assert (entry["rating"], entry["note"], entry["tags"], entry["status"]) == (
        *(9, "see it in the dark", ["horror"], "dropped"),
    )
    run("rate", "Alien 1979", "none")
    run("note", "alien-1979")
    assert "rating" not in list_file.read_text()
    assert "note" not in list_file.read_text()
    run("undo", "7")
    assert [step["what"] for step in data(run("log", "--json")) if not step["undone"]] == ['add "Alien"']


def test_an_entry_waits_for_the_release_that_is_wanted(run: Run) -> None:
    assert run("want", "The Exorcist 2027", "--region", "us").out.startswith('"The Exorcist": wanted (US); added on ')
    (row,) = data(run("upcoming", "--json", "--as-of", "2026-11-20"))
    assert (row["region"], row["date"]) == ("US", "2027-03-12")
    run("want", "The Exorcist 2027")
    (row,) = data(run("upcoming", "--json", "--as-of", "2026-11-20"))
    assert (row["region"], row["date"]) == ("DE", "2027-03-11")
    run("want", "The Adventures of Cliff Booth", "--service", "Netflix")
    rows = data(run("upcoming", "--json", "--as-of", "2026-11-20"))
    assert [row["service"] for row in rows] == ["Netflix", None]


@pytest.mark.parametrize(
    ("command", "code", "words"),
    [
        (("rate", "Alien 1979", "4"), 1, '"Alien" is not on your list'),
        (("rate", "Alien 1979", "six"), 2, '"six" is not a rating'),
        (("rate", "4"), 2, "a title and stars are needed"),
        (("drop", "Alien 1979"), 1, '"Alien" is not on your list'),
        (("tag", "alien-1979", "x", "--remove"), 1, '"Alien" is not on your list'),
        (("tag", "alien-1979", " "), 2, "a title needs a visible character"),
    ],
)
def test_what_cannot_be_done_to_an_entry_is_said(run: Run, command: tuple[str, ...], code: int, words: str) -> None:
    ran = run(*command)
    assert (ran.code, words in ran.err) == (code, True)


def test_a_claim_says_what_it_changes_and_can_be_taken_back(run: Run, films_file: Path) -> None:
    noted = run(
        "claim", "Shrek 5", "spring 2028", "--source", "Variety", "--certainty", "rumoured", "--reported", "2026-11-01"
    )
    assert noted.out == (
        "Noted: spring 2028, rumoured, Variety, cinemas, US.\n"
        "Shrek 5: 30 June 2027, announced, 3 sources agree → 30 June 2027, announced, sources differ: spring 2028.\n"
    )
    firm = run("claim", "Shrek 5", "25", "June", "2028", "--source", "Deadline")
    assert firm.out.splitlines()[1] == (
        "Shrek 5: 30 June 2027, announced, sources differ: spring 2028 → 25 June 2028, announced, 1 source."
    )
    back = run("claim", "Shrek 5", "--remove")
    assert back.out.splitlines()[0] == "Taken back: 25 June 2028, announced, Deadline, cinemas, US."
    assert "2028-06-25" not in films_file.read_text()
    assert run("claim", "Shrek 5", "--remove").code == 0
    ran = run("claim", "Shrek 5", "--remove")
    assert (ran.code, ran.err) == (1, 'watchlist: there is no claim of yours on "Shrek 5"\n')
    assert run("undo", "2").code == 0
    assert "2028-06-25" in films_file.read_text()
    assert run("claim", "Shrek 5").code == 2


def test_history_tells_each_move(run: Run) -> None:
    lines = run("history", "Shrek 5", "--as-of", "2026-11-20").out.splitlines()
    assert lines == [
        "release\tcinemas, US\tmoved 2 times, +364 days",
        "move\tby 10 January 2025\tannounced: 1 July 2026\tNewsnuzzle",
        "move\t11 January 2025\tslipped to 23 December 2026 (+175 days)\tNewsBytes",
        "move\t30 July 2025 or later, by 12 August 2025\tslipped to 30 June 2027 (+189 days)\tNewsnuzzle",
    ]
    (release,) = data(run("history", "Shrek 5", "--json", "--as-of", "2026-11-20"))["releases"]
    assert [move["days"] for move in release["moves"]] == [None, 175, 189]

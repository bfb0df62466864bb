"""Add: a film comes on the list, with what was heard about it."""

import re
from pathlib import Path

from program import Ran, Run, data


def test_a_film_that_nobody_knows_becomes_the_users_own(run: Run, films_file: Path, list_file: Path) -> None:
    assert run("add", "Heat 2", "--release", "TBA") == Ran(
        0,
        "Added Heat 2: no date yet, cinemas, worldwide.\n"
        "It is a film of your own. To add details: watchlist film edit heat-2\n"
        "Noted: TBA, rumoured, no named source.\n"
        "To name the source and the certainty: --source NAME, --certainty announced\n",
        "",
    )
    (row,) = data(run("upcoming", "--json"))
    assert (row["id"], row["date"], row["state"], row["days"], row["listed"]) == (
        *("heat-2", "XXXX", "undated", None, True),
    )
    assert re.sub(r"\d{4}-\d\d-\d\d", "DAY", films_file.read_text()) == (
        'schema = 1\nseen = DAY\n\n[[films]]\nid = "heat-2"\ntitle = "Heat 2"\n\n[[films.claims]]\nregion = "WW"\n'
        'channel = "theatrical"\ndate = "XXXX"\nsaid = "TBA"\ncertainty = "rumoured"\nsource = "unsourced"\n'
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
    assert re.sub(r"in \d+ days", "in DAYS", ran.out) == (
        "Added Shrek 5 (2027): 30 June 2027, in DAYS, cinemas, US.\n"
        "Noted: spring 2028, rumoured, Variety, reported 1 November 2026.\n"
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
    assert (
        re.sub(r"\d+ \w+ \d{4}", "DAY", ran.out)
        == "Drawing Closer (2024) is on your list since DAY: DAY, out 2 years ago, Netflix, worldwide.\n"
    )
    assert list_file.read_bytes() == before

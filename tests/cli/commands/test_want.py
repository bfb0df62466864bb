"""Want: an entry waits for one release."""

from pathlib import Path

import pytest

from program import Run, data


def test_an_entry_waits_for_the_release_that_is_wanted(run: Run) -> None:
    assert run("want", "The Exorcist 2027", "--region", "de").out.startswith(
        "The Exorcist (2027): wanted (DE); added on "
    )
    (row,) = data(run("upcoming", "--json", "--as-of", "2026-11-20"))
    assert (row["region"], row["date"]) == ("DE", "2027-03-11")
    run("want", "The Exorcist 2027")
    (row,) = data(run("upcoming", "--json", "--as-of", "2026-11-20"))
    assert (row["region"], row["date"]) == ("US", "2027-03-12")
    run("want", "The Adventures of Cliff Booth", "--service", "Netflix")
    rows = data(run("upcoming", "--json", "--as-of", "2026-11-20"))
    assert [row["service"] for row in rows] == ["Netflix", None]


@pytest.mark.parametrize("command", ["want", "drop"])
@pytest.mark.parametrize("viewing", [["--date", "2024-07-01"], ["--no-date"]])
def test_another_plan_for_a_film_keeps_what_was_seen(run: Run, command: str, viewing: list[str]) -> None:
    run("watched", "Alien 1979", "--rating", "4.5", *viewing)
    (seen,) = data(run("list", "--json"))
    changed = data(run(command, "alien-1979", "--json"))
    kept = {key: value for key, value in changed["after"].items() if key != "status"}
    assert kept == {key: value for key, value in changed["before"].items() if key != "status"}
    assert changed["before"]["viewings"] == seen["viewings"]
    assert run("list").out.split("\t")[3] == (" ".join(seen["viewings"]) or "?")


def test_a_film_that_was_only_ever_marked_as_watched_stays_seen_when_it_is_wanted_again(
    run: Run, list_file: Path
) -> None:
    list_file.parent.mkdir(parents=True)
    list_file.write_text('[[films]]\nid = "alien-1979"\nstatus = "watched"\n')
    run("want", "alien-1979")
    assert data(run("list", "--json"))[0]["undated_viewings"] == 1

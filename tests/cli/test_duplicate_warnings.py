"""Entries that turn out to be one film are named, with the command that joins them; of many, the first three."""

import json
from pathlib import Path

import pytest

from nightfall import LISTED_TWICE
from program import Run
from watchlist.cli.duplicate_warnings import warn_of_duplicates
from watchlist.domain.entry import Entry
from watchlist.domain.film import Film


def test_the_first_three_are_named_and_the_others_counted(capsys: pytest.CaptureFixture[str]) -> None:
    pairs = [(Entry(f"a{n}", f"Film {n}"), Entry(f"b{n}", f"The Film {n}")) for n in range(5)]
    entries = [entry for pair in pairs for entry in pair]
    films = {entry.id: Film(f"a{entry.id[1:]}", entry.title) for entry in entries}
    warn_of_duplicates(films, entries[:2])
    one = "Film 0 and The Film 0 on your list are the same film. To join them: watchlist film join a0 b0\n"
    assert capsys.readouterr() == ("", one)
    warn_of_duplicates(films, entries)
    said = capsys.readouterr().err.splitlines()
    assert (len(said), said[2][:10], said[3]) == (4, "Film 2 and", "2 more: watchlist doctor")


def test_different_films_are_nothing_to_say(capsys: pytest.CaptureFixture[str]) -> None:
    entries = [Entry("a", "Film"), Entry("b", "Film"), Entry("gone", "Gone")]
    warn_of_duplicates({"a": Film("a", "Film"), "b": Film("b", "Film")}, entries)
    assert capsys.readouterr() == ("", "")


@pytest.mark.usefixtures("twice")
def test_a_list_with_two_entries_of_one_film_says_so_and_stays_as_it_is(run: Run, list_file: Path) -> None:
    command = "watchlist film join nightfall night-fall"
    listed = run("list", "--json")
    assert [one["id"] for one in json.loads(listed.out)] == ["nightfall", "heat-1995", "night-fall"]
    assert listed.err == f"Nightfall and Night Fall on your list are the same film. To join them: {command}\n"
    assert command in " ".join(run("doctor").out.split())
    assert list_file.read_text() == LISTED_TWICE


@pytest.mark.parametrize("command", [(), ("upcoming",)])
def test_what_comes_next_says_which_films_are_on_the_list_twice(run: Run, command: tuple[str, ...]) -> None:
    for title in ("Nightfall", "Night Fall"):
        run("add", "--new", title, "--release", "2097-03-05")
        run("film", "edit", title.casefold().replace(" ", "-"), "--id", "tmdb:777777")
    ran = run(*command)
    assert ran.err.endswith("same film. To join them: watchlist film join nightfall night-fall\n")

"""Entries that turn out to be one film are named, with the command that joins them; of many, the first three."""

import pytest

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

"""Entries that turn out to be one film are said, with what joins them; of many, the first."""

import pytest

from watchlist.cli.say_doubles import say_doubles
from watchlist.domain.entry import Entry
from watchlist.domain.film import Film


def test_the_first_three_are_named_and_the_others_counted(capsys: pytest.CaptureFixture[str]) -> None:
    pairs = [(Entry(f"a{n}", f"Film {n}"), Entry(f"b{n}", f"The Film {n}")) for n in range(5)]
    entries = [entry for pair in pairs for entry in pair]
    films = {entry.id: Film(f"a{entry.id[1:]}", entry.title) for entry in entries}
    say_doubles(films, entries[:2])
    one = "Film 0 and The Film 0 on your list are the same film. To join them: watchlist film join a0 b0\n"
    assert capsys.readouterr() == ("", one)
    say_doubles(films, entries)
    said = capsys.readouterr().err.splitlines()
    assert (len(said), said[2][:10], said[3]) == (4, "Film 2 and", "2 more: watchlist doctor")


def test_different_films_are_nothing_to_say(capsys: pytest.CaptureFixture[str]) -> None:
    entries = [Entry("a", "Film"), Entry("b", "Film"), Entry("gone", "Gone")]
    say_doubles({"a": Film("a", "Film"), "b": Film("b", "Film")}, entries)
    assert capsys.readouterr() == ("", "")

"""The entries of several films change as one step; what is not likely is asked about first."""

import io
from pathlib import Path

import pytest
import typer

from program import Run
from watchlist.cli.change_entry import change_entries, must_agree, report_changes
from watchlist.cli.choose_film import Meant
from watchlist.cli.session import GlobalOptions, Session
from watchlist.domain.change import Change, EntryChange, UserFilm
from watchlist.domain.entry import Entry
from watchlist.domain.errors import NOTHING_CHANGED, Refused
from watchlist.domain.film import Film

UP, HEAT = Film("up-2009", "Up", year=2009), Film("heat-2", "Heat 2")
FILMS = (Meant(HEAT, (UserFilm("heat-2", "Heat 2"),)), Meant(UP))


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def session(*, as_json: bool = False) -> Session:
    context = typer.Context(typer.main.get_command(typer.Typer(callback=lambda: None)))
    context.obj = GlobalOptions(as_json=as_json)
    return Session(context)


def added(entry: Entry | None, film: Film) -> Change:
    return Change((EntryChange(entry, Entry(film.id, film.title)),))


def test_films_change_in_their_order_as_one_step_with_those_that_are_new(
    run: Run, list_file: Path, films_file: Path
) -> None:
    change = change_entries(session(), FILMS, added, verb="add")
    assert [one.entry.id for one in change.entries] == ["heat-2", "up-2009"]
    assert (list_file.read_text().count("[[films]]"), 'id = "heat-2"' in films_file.read_text()) == (2, True)
    assert run("undo").out == "Undone: add 2 films: Heat 2, Up.\n"
    assert (list_file.read_text().count("[[films]]"), films_file.read_text().count("[[films]]")) == (0, 0)


def test_what_became_of_each_film_is_reported_in_words_or_in_json(capsys: pytest.CaptureFixture[str]) -> None:
    change = Change(tuple(EntryChange(None, Entry(one.film.id, one.film.title)) for one in FILMS))

    def reported(number: int, *, as_json: bool = False, as_array: bool = False) -> str:
        part = Change(change.entries[:number])
        report_changes(
            session(as_json=as_json), FILMS[:number], part, lambda _, film: [f"Added {film.title}."], as_array=as_array
        )
        return capsys.readouterr().out

    assert reported(2) == "Added Heat 2.\nAdded Up.\n"
    assert reported(1, as_json=True).startswith('{\n  "id": "heat-2"')
    assert reported(1, as_json=True, as_array=True).startswith('[\n{"id": "heat-2"')


def test_a_doubt_is_refused_where_nobody_can_be_asked_without_a_yes() -> None:
    must_agree(session(), None, yes=False)
    must_agree(session(), "it is not out", yes=True)
    with pytest.raises(Refused, match="it is not out") as refused:
        must_agree(session(), "it is not out", yes=False)
    assert (refused.value.kept, refused.value.hint) == (NOTHING_CHANGED, "If this is right, add --yes")


def test_on_a_terminal_a_doubt_is_a_question(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr", Terminal())
    monkeypatch.setattr("sys.stdin", Terminal("y\nn\n"))
    must_agree(session(), "it is not out", yes=False)
    with pytest.raises(Refused, match="stopped at the question"):
        must_agree(session(), "it is not out", yes=False)


def test_what_is_not_likely_changes_nothing_in_a_script(run: Run, list_file: Path) -> None:
    run("add", "shrek-2001")
    before = list_file.read_bytes()
    for doubtful in (
        ("watched", "Alien", "--date", "1978-01-01"),
        ("watched", "Alien", "--date", "2099-01-01"),
        ("watched", "Shrek 5"),
        ("rate", "shrek", "5"),
    ):
        ran = run(*doubtful)
        assert (ran.code, ran.err.splitlines()[1:]) == (1, ["Nothing was changed.", "If this is right, add --yes"])
    assert list_file.read_bytes() == before
    assert run("rate", "shrek", "5", "--yes").out.startswith("Shrek (2001): wanted; 5 of 5 stars; ")

"""The help: one screen that names every command, and under a command's own help its examples, fields and marks."""

import pytest

from program import Run
from terminal import on_terminal
from watchlist.cli.help_page import examples, help_page
from watchlist.cli.table import COMMANDS, DAILY, MARKED


def test_the_help_fits_on_a_terminal_and_names_every_command_once(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    lines = help_page("A watchlist for films.").splitlines()
    assert (len(lines) < 24, max(map(len, lines)) < 80) == (True, True)
    daily = [f"  {usage:16}  {words}" for usage, words in DAILY.values()]
    at = lines.index(daily[0])
    assert lines[at : at + len(daily)] == daily
    others = [name for line in lines[at + len(daily) + 1 : -4] for name in line[27:].split()]
    assert sorted(others) == sorted(COMMANDS.keys() - DAILY.keys())
    assert run("--help").out.splitlines() == run("-h").out.splitlines()


def test_without_colour_nothing_is_bold_and_with_it_the_names_of_commands_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in help_page("About.")
    monkeypatch.delenv("NO_COLOR")
    assert "\x1b[1madd TITLE\x1b[0m" in help_page("About.")


@pytest.mark.slow
def test_the_help_fits_on_a_real_terminal() -> None:
    seen = on_terminal(["--help"])
    assert (seen.code, seen.text.count("\n") < 24, "  add TITLE " in seen.text) == (0, True, True)


@pytest.mark.parametrize("typed", [("--help", "--all"), ("--all", "--help"), ("-h", "--all")])
def test_the_whole_help_explains_every_command_option_and_mark(typed: tuple[str, ...], run: Run) -> None:
    out = run(*typed).out
    words = " ".join(out.replace("│", " ").split())
    assert all(command.help.split(":")[0][:40] in words for command in COMMANDS.values())
    assert "--install-completion" in out
    assert "Marks:" in out


def test_below_the_help_of_a_command_stand_examples_fields_and_marks_where_it_has_them() -> None:
    assert examples("edit") == "[dim]For example:[/dim]\n\nwatchlist edit"
    upcoming = examples("upcoming").split("\n\n")
    assert upcoming[1:5] == [*COMMANDS["upcoming"].examples, "[dim]In a pipe, separated by tabs:[/dim]"]
    assert upcoming[-1].startswith("Marks: ")
    assert {name for name in COMMANDS if "Marks: " in examples(name)} == MARKED


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself_and_shows_its_examples(name: str, run: Run) -> None:
    ran = run(name, "--help")
    assert ran.code == 0
    assert " ".join(COMMANDS[name].examples[0].split()[:3]) in " ".join(ran.out.split())

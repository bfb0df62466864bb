"""Help: it lists every command without importing any, its examples run, and the man page is made from the same."""

import ast
import importlib.util
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from program import Run
from watchlist.cli.app import build
from watchlist.cli.table import COMMANDS, SHORT_FORMS, command_of

ROOT = Path(__file__).parents[2]
INTERACTIVE = ("edit",)
"""Commands whose examples open a program: their own tests run them."""
ONLINE = ("refresh", "lookup")
"""Commands whose examples would ask the real sites: their own tests run them against a server on this machine."""


@pytest.mark.parametrize("name", [name for name in COMMANDS if name not in {"config", "catalogue"}])
def test_the_line_of_a_command_is_that_of_its_docstring(name: str) -> None:
    assert build(name).help.splitlines()[0] == COMMANDS[name].help


def test_every_command_has_examples() -> None:
    assert all(command.examples for command in COMMANDS.values())


@pytest.mark.parametrize(
    "example",
    [one for name, command in COMMANDS.items() if name not in (*INTERACTIVE, *ONLINE) for one in command.examples],
)
def test_an_example_runs(example: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for title in ("Drawing Closer", "Shrek 5", "Alien 1979"):
        run("add", title)
    run("tag", "Drawing Closer", "tears")
    run("watched", "drawing closer")
    run("claim", "Shrek 5", "2029")
    run("add", "Untitled Shrek film", "--new")
    (tmp_path / "films.csv").write_bytes(run("export", "csv").out.encode())
    (tmp_path / "article.html").write_text("<html><p><i>Shrek 5</i> opens in theaters on June 30, 2027.</p></html>")
    if example.startswith("watchlist redo"):
        run("undo")
    program, *arguments = shlex.split(example)
    ran = run(*arguments)
    assert (program, ran.code, ran.err.startswith("watchlist: ")) == ("watchlist", 0, False)


def test_help_of_all_imports_no_command() -> None:
    code = (
        "import sys\nfrom watchlist.cli.app import run\nrun(['--help'])\n"
        "own = sorted(name for name in sys.modules if name.startswith('watchlist.'))\n"
        "print(own, file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    imported = set(ast.literal_eval(ran.stderr))
    assert not [name for name in imported if name.startswith("watchlist.cli.commands.")]
    assert set(COMMANDS) <= set(ran.stdout.split())


def test_all_means_nothing_without_a_command_or_help(run: Run) -> None:
    assert (run("--all").code, "after the name of a command" in run("--all").err) == (2, True)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("list", "--stauts", "x"), "No such option: --stauts. Did you mean --status?"),
        (("rate", "--yse"), "No such option: --yse. Did you mean --yes?"),
        (("upcoming", "--foo"), "No such option: --foo"),
        (("show", "-x"), "No such option: -x"),
        (("export",), "Missing argument 'FORMAT'. Choose from: ics, letterboxd, imdb, csv, json, markdown, html"),
    ],
)
def test_a_mistake_is_one_line_and_suggests_only_what_is_near(typed: tuple[str, ...], said: str, run: Run) -> None:
    assert run(*typed).err.splitlines() == [f"watchlist: {said}", f"See: watchlist {typed[0]} --help"]


@pytest.mark.parametrize(
    ("typed", "command"),
    [("up", "upcoming"), ("sh", "show"), ("ls", "list"), ("rm", "remove"), ("seen", "watched"), ("next", "upcoming")],
)
def test_a_command_is_meant_by_a_short_form_or_the_beginning_of_its_name(typed: str, command: str) -> None:
    assert command_of(typed) == command


@pytest.mark.parametrize("typed", ["rem", "remov", "rest", "restor"])
def test_no_beginning_reaches_a_command_that_destroys_something(typed: str, run: Run, list_file: Path) -> None:
    run("add", "Shrek 5")
    kept = list_file.read_text()
    ran = run(typed, "shrek-5-2027")
    assert (ran.code, "which must be typed in full" in ran.err, list_file.read_text()) == (2, True, kept)


@pytest.mark.parametrize("typed", ["re", "h", "w", "un", "c"])
def test_a_beginning_is_one_command_or_a_question_and_never_a_guess(typed: str, run: Run) -> None:
    meant = [name for name in COMMANDS if name.startswith(typed)]
    if len(meant) == 1:
        assert command_of(typed) == meant[0]
    else:
        ran = run(typed)
        assert (ran.code, all(name in ran.err for name in meant)) == (2, True)


def test_a_short_form_hides_no_command() -> None:
    assert not SHORT_FORMS.keys() & COMMANDS.keys()
    assert set(SHORT_FORMS.values()) <= COMMANDS.keys()


def test_an_unknown_command_or_option_names_the_nearest(run: Run) -> None:
    assert "Did you mean 'upcoming'?" in run("upcmoing").err
    assert "--within" in run("upcoming", "--withn", "3d").err


def test_the_man_page_is_fresh_and_troff_reads_it() -> None:
    page = load("manpage")
    assert page.page() == (ROOT / "docs" / "watchlist.1").read_text(encoding="utf-8")
    for name in COMMANDS:
        assert f'"watchlist {name}' in page.page()


def test_completion_knows_the_shape_of_every_command() -> None:
    page = load("manpage")
    assert page.shapes() == page.SHAPES.read_text(encoding="utf-8"), "run python docs/manpage.py"


def load(name: str) -> Any:
    sys.path.insert(0, str(ROOT / "docs"))
    spec = importlib.util.spec_from_file_location(name, ROOT / "docs" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module

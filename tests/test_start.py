"""A start imports what the command needs and nothing else: each module more is time that everybody pays."""

import json
import os
import shlex
import subprocess
import sys
import time

import pytest

from program import Run
from watchlist.cli.table import COMMANDS

COSTLY = {
    "rich": "drawing, only on a terminal",
    "dateutil": "reading dates in words",
    "icalendar": "export ics",
    "pydantic": "a Typer release that is too new",
    "platformdirs": "another platform",
    "configparser": "platformdirs",
    "dataclasses": "values are named tuples: seven times as quick to define",
    "tempfile": "a platformdirs release that is too new",
    "tomllib": "reading TOML: the index answers",
    "tomli_w": "writing TOML",
    "logging": "nothing logs",
    "asyncio": "nothing waits",
    "importlib.metadata": "--version",
    "email": "calendars, metadata",
    "hashlib": "building the index of films, web pages and calendars",
    "csv": "import and export",
    "zipfile": "import",
    "webbrowser": "open",
    "pydoc": "the pager",
    "watchlist.storage.toml.schema": "checking films: done when they were compiled",
    "watchlist.storage.toml.read": "reading TOML: the index answers",
    "watchlist.storage.changes.store": "changing files",
    "watchlist.storage.toml.edit": "changing files",
    "watchlist.storage.changes.journal": "changing files",
    "watchlist.services.find_film": "finding films by their titles",
    "watchlist.services.search": "the search",
    "watchlist.services.phrase": "reading dates in words",
    "socket": "no command but refresh, lookup, catalogue and read speaks to a network",
    "ssl": "refresh, lookup, catalogue and read",
    "urllib3": "refresh, lookup, catalogue and read",
    "truststore": "refresh, lookup, catalogue and read",
    "watchlist.storage.web.network": "refresh, lookup, catalogue and read",
}
"""Modules that no reading command loads where it writes to a pipe, and what they are for."""

READING = (["upcoming"], ["list"], ["upcoming", "--json"], ["show", "shrek-5-2027"])


def imported(*arguments: str) -> set[str]:
    """Run a command in a process of its own; give the modules that it loaded."""
    code = (
        "import json, sys\nfrom watchlist.cli.app import run\nrun(sys.argv[1:])\n"
        "sys.stderr.write(json.dumps(sorted(sys.modules)))"
    )
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    ran = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True, env=environment
    )
    return set(json.loads(ran.stderr.splitlines()[-1]))


@pytest.fixture
def compiled_list(run: Run) -> None:
    run("add", "Shrek 5")
    time.sleep(0.02)
    run("list")


@pytest.mark.usefixtures("compiled_list")
@pytest.mark.parametrize("arguments", READING, ids=" ".join)
def test_a_reading_command_imports_only_what_it_needs(arguments: list[str]) -> None:
    allowed = {"watchlist.services.find_film"} if arguments[0] == "show" else set()
    assert {name: COSTLY[name] for name in COSTLY.keys() & imported(*arguments) - allowed} == {}


@pytest.mark.usefixtures("compiled_list")
def test_the_start_of_upcoming_loads_these_of_our_modules_and_no_other() -> None:
    own = {name.removeprefix("watchlist.") for name in imported("upcoming") if name.startswith("watchlist.")}
    packages = {"cli", "domain", "rendering", "rendering.views", "services", "cli.commands"}
    assert sorted(own - packages - {"storage", "storage.changes", "storage.index"}) == [
        "cli.app",
        "cli.clock",
        "cli.command",
        "cli.commands.upcoming",
        "cli.completion",
        "cli.duplicate_warnings",
        "cli.options",
        "cli.release_filter",
        "cli.session",
        "cli.table",
        "domain.catalogue",
        "domain.claim",
        "domain.countdown",
        "domain.dates",
        "domain.entry",
        "domain.errors",
        "domain.film",
        "domain.identity",
        "domain.moves",
        "domain.names",
        "domain.people",
        "domain.region",
        "domain.release",
        "domain.resolution",
        "domain.tastes",
        "rendering.age_words",
        "rendering.console",
        "rendering.credit",
        "rendering.film_json",
        "rendering.safe_text",
        "rendering.style",
        "rendering.views.upcoming",
        "rendering.wording",
        "services.duplicates",
        "services.preferences",
        "services.upcoming",
        "storage.changes.journal_file",
        "storage.checksum",
        "storage.folders",
        "storage.grounds",
        "storage.index.film_reader",
        "storage.index.film_row",
        "storage.index.film_tables",
        "storage.index.index_note",
        "storage.index.indexed_entries",
        "storage.index.indexed_films",
        "storage.index.key_table",
        "storage.index.sqlite_index",
        "storage.index.unreleased",
        "storage.paths",
    ]


FOR_LARGER_CHANGES = {
    "hashlib": "two milliseconds of loading: files have a quicker checksum",
    "tomllib": "what is not written as the program writes it",
    "tomli_w": "values that TOML has to escape",
    "watchlist.domain.settings": "the settings: there are none",
    "shlex": "what to type for an unclear title",
    "watchlist.rendering.change_json": "--json",
    "watchlist.services.filters": "--where",
    "watchlist.storage.outside.input_lines": "titles on standard input",
    "watchlist.storage.films.film_file": "films of one's own",
    "watchlist.storage.changes.own_film_files": "films of one's own",
}
"""Modules that a change of one entry does not load, and what they are for."""


@pytest.mark.parametrize(
    "arguments", [["rate", "Shrek 5", "4", "--yes"], ["watched", "Shrek 5", "--yes"], ["add", "Coco 2"]]
)
@pytest.mark.usefixtures("compiled_list")
def test_a_change_of_an_entry_imports_only_what_it_needs(arguments: list[str]) -> None:
    assert {name: FOR_LARGER_CHANGES[name] for name in FOR_LARGER_CHANGES.keys() & imported(*arguments)} == {}


ONLINE = ("refresh", "lookup")
"""The commands that speak to a network; `catalogue add` and `read` do with an address."""


@pytest.mark.usefixtures("compiled_list")
@pytest.mark.parametrize(
    "example", [one.examples[0] for name, one in COMMANDS.items() if name not in (*ONLINE, "edit", "import")]
)
def test_no_other_command_imports_the_client_of_the_web(example: str) -> None:
    names = {"urllib3", "truststore", "watchlist.storage.web.network", "watchlist.storage.web.client"}
    assert names & imported(*shlex.split(example)[1:]) == set()


@pytest.mark.usefixtures("compiled_list")
def test_the_commands_that_speak_to_a_network_import_it() -> None:
    assert "watchlist.storage.web.network" in imported("refresh")

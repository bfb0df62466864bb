"""What is offered at TAB, at every place of a command line; `test_completion.py` asks the real shells."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from program import Run
from watchlist.cli.shells import FILES_WANTED
from watchlist.cli.tab import respond

Offered = Callable[[str], list[str]]


LIST = """
schema = 1
[[films]]
id = "drawing-closer-2024"
title = "Drawing Closer"
tags = ["two words", "tears"]
[[films]]
id = "shrek-5-2027"
title = "Shrek 5"
[[films]]
id = "heat"
title = "Heat"
"""
OWN = """
schema = 1
seen = "2026-11-20"
[[films]]
id = "heat"
title = "Heat"
"""


@pytest.fixture
def offered(list_file: Path, films_file: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> Offered:
    list_file.parent.mkdir(parents=True)
    list_file.write_text(LIST)
    films_file.write_text(OWN)

    def ask(line: str) -> list[str]:
        code = respond({"_WATCHLIST_COMPLETE": "complete_zsh", "COMP_LINE": f"watchlist {line}"})
        out, err = capfdbinary.readouterr()
        assert err == b""
        return ["FILES"] if code == FILES_WANTED else [one.partition("\t")[0] for one in out.decode().splitlines()]

    return ask


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("upc", ["upcoming"]),
        ("UPC", ["upcoming"]),
        ("rm", ["rm"]),
        ("show draw", ["Drawing Closer"]),
        ("show CLOS", ["Drawing Closer"]),
        ("show 'drawing c", ["Drawing Closer"]),
        ("show drawing c", ["Closer"]),
        ("show drawing-clo", ["Drawing Closer"]),
        ("show shrek-5-2", ["shrek-5-2027"]),
        ("show 余命", ["余命一年の僕が、余命半年の君と出会った話。"]),
        ("show starfig", ["Star Wars: Starfighter"]),
        ("drop starfig", []),
        ("drop 余命", ["余命一年の僕が、余命半年の君と出会った話。"]),
        ("add starfig", ["Star Wars: Starfighter"]),
        ("add heat", ["Heat"]),
        ("rate shrek 5 4", ["4.5", "4"]),
        ("rate shr", ["Shrek 5"]),
        ("s", ["show", "search", "stats"]),
        ("sh shr", ["Shrek 5"]),
        ("ls --tag te", ["tears"]),
        ("list --tag=te", ["--tag=tears"]),
        ("list --sort r", ["rating", "release"]),
        ("tag Heat t", ["tears", "two words"]),
        ("upcoming --wi", ["--within"]),
        ("upcoming --within 3", ["30d"]),
        ("upcoming --service netf", ["Netflix"]),
        ("upcoming --region j", ["JE", "JM", "JO", "JP"]),
        ("upcoming --channel ", ["premiere", "limited", "cinemas", "streaming", "disc", "tv"]),
        ("watched Heat --date y", ["yesterday"]),
        ("watched Heat --rating 4", ["4.5", "4"]),
        ("list --year 19", ["1990s", "1980s", "1970s", "1960s", "1950s", "1940s", "1930s", "1920s", "1910s"]),
        ("config ", ["set", "unset"]),
        ("config set da", ["dates"]),
        ("config set dates ", ["day", "month", "iso"]),
        ("config set channels ci", ["cinemas"]),
        ("config unset tm", ["tmdb-key"]),
        ("undo ", ["1", "2", "3", "5", "10", "20", "50"]),
        ("export m", ["markdown"]),
        ("import ", ["FILES"]),
        ("import some/fi", ["FILES"]),
        ("export csv --output ", ["FILES"]),
        ("--file ", ["FILES"]),
        ("show --file ", ["FILES"]),
        ("check ", ["FILES"]),
        ("catalogue add ", ["FILES"]),
        ("catalogue ", ["add", "list", "remove"]),
        ("note Heat some", []),
        ("show -- dra", ["Drawing Closer"]),
        ("re", ["refresh", "read", "remove", "redo", "restore"]),
        ("re Heat", []),
        ("nothing Heat", []),
        ("list --nothing Heat", []),
        ("show --fi", ["--file"]),
        ("list Heat", []),
    ],
)
def test_what_fits_the_place_is_offered(line: str, words: list[str], offered: Offered) -> None:
    assert offered(line) == words


def test_months_are_offered_in_figures_and_by_their_names(offered: Offered) -> None:
    figures = offered("calendar ")
    assert (len(figures), figures == sorted(figures)) == (12, True)
    assert [month.partition(" ")[0] for month in offered("calendar dec")] == ["December"]


def test_a_command_line_in_the_settings_is_offered_and_goes_on(offered: Offered, run: Run) -> None:
    run("config", "set", "aliases.mine", "list --tag")
    assert offered("mi") == ["mine"]
    assert offered("mine te") == ["tears"]
    assert offered("config unset al") == ["aliases.mine"]


def test_the_list_that_is_named_is_the_one_that_is_asked(offered: Offered, tmp_path: Path) -> None:
    other = tmp_path / "other.toml"
    other.write_text('schema = 1\n[[films]]\nid = "up-2009"\ntitle = "Up"\n')
    assert offered(f"--file {other} drop ") == ["Up"]
    assert offered(f"drop --file={other} u") == ["Up"]


def test_a_damaged_file_offers_nothing_and_says_nothing(offered: Offered, list_file: Path) -> None:
    list_file.write_text("[[[")
    assert offered("drop d") == []


def test_the_words_of_a_script_of_typers_are_read(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    asked = {"_WATCHLIST_COMPLETE": "complete_bash", "COMP_WORDS": "watchlist\nupco", "COMP_CWORD": "1"}
    assert (respond(asked), capfdbinary.readouterr().out) == (0, b"upcoming\n")


def test_completion_loads_neither_typer_nor_a_command(run: Run, list_file: Path) -> None:
    run("add", "Drawing Closer")
    os.utime(list_file, (1_600_000_000, 1_600_000_000))
    run("list")
    code = (
        "import sys\nfrom watchlist.cli.tab import respond\n"
        "respond({'_WATCHLIST_COMPLETE': 'complete_bash', 'COMP_LINE': 'watchlist show dra'})\n"
        "print([name for name in sys.modules if name in {'typer', 'rich', 'dateutil', 'tomllib'}"
        " or name.startswith('watchlist.cli.commands.')])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "[]"

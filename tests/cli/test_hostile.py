"""Hostile values through every command that writes: it is refused, or what it wrote can be read."""

import json
import random
import shutil
from pathlib import Path
from typing import Any

import pytest

from program import Run

HOSTILE = (
    *(
        "\u200b",
        "\u2060\ufeff",
        " ",
        "",
        "\n",
        "\r=1+1",
        "\x00",
        "\x1b[2J",
        "\x85",
        "\u2028",
        "bad\udcff",
        "\U0010ffff",
    ),
    *('"', "'", "\\", '"""', "'''", "#", "=", "]]", "[[films]]", "a = 1\nb", "x" * 501, "[" * 150, "a." * 150 + "a"),
    *("= " + "9" * 5000, "-1", "1e9999", "nan", "0001-01-01", "$(id)", "`id`", "%s", "{}", "é" * 300, "🎬"),
)
LIST = 'schema = 1\n\n[[films]]\nid = "alien-1979"\ntitle = "Alien"\n'
COMMANDS: tuple[tuple[str, ...], ...] = (
    ("want", "Alien 1979", "--service", "X"),
    ("want", "Alien 1979", "--region", "X"),
    ("note", "Alien 1979", "--", "X"),
    ("tag", "Alien 1979", "--", "X"),
    ("tag", "--remove", "Alien 1979", "--", "X"),
    ("rate", "Alien 1979", "--", "X"),
    ("watched", "Alien 1979", "--date", "X"),
    ("add", "--release", "2031", "--", "X"),
    ("add", "Some Film", "--release", "X"),
    ("add", "Some Film", "--release", "2031", "--service", "X"),
    ("add", "Some Film", "--release", "2031", "--source", "X"),
    ("add", "Some Film", "--release", "2031", "--url", "https://X"),
    ("add", "Some Film", "--release", "2031", "--reported", "X"),
    ("claim", "Shrek 5", "2031", "--service", "X", "--region", "US", "--source", "Y"),
    ("claim", "Shrek 5", "2031", "--source", "X"),
    ("claim", "Shrek 5", "X"),
    ("claim", "Shrek 5", "2031", "--region", "X"),
    ("config", "set", "services", "X"),
    ("config", "set", "regions", "X"),
)


def all_is_readable(run: Run) -> str:
    """Run commands that read every file; give what one says that cannot."""
    for command in (
        ["list"],
        ["upcoming"],
        ["show", "shrek-5-2027"],
        ["export", "json"],
        ["log"],
        ["restore"],
    ):
        ran = run(*command)
        if ran.code:
            return f"{command}: {ran.code} {ran.err}"
    ran = run("export", "csv")
    assert "\r" not in ran.out or '"' in ran.out
    return ""


@pytest.mark.slow
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: " ".join(command[:4]))
def test_a_hostile_value_is_refused_or_can_be_read_again(command: tuple[str, ...], run: Run, list_file: Path) -> None:
    list_file.parent.mkdir(parents=True)
    list_file.write_text(LIST)
    for hostile in HOSTILE:
        ran = run(*(part.replace("X", hostile) for part in command))
        assert ran.code in (0, 1, 2, 3, 4), (hostile, ran.err)
        assert all_is_readable(run) == "", (command, hostile)
        list_file.read_bytes().decode()


KEYS = ("title", "year", "ids", "rating", "viewings", "tags", "note", "added", "want", "status", "id")
VALUES: tuple[Any, ...] = (
    *(-1, 0, 1, 1500, 99999, 1e400, True, None, "", "\u200b", "\x1b\x00", "a\rb", [], [1], {}, {"region": "\x01"}),
    *(
        {"tmdb": "\x1b[2J"},
        {"imdb": ["x"]},
        {"tmdb": -5},
        "2024-13-01",
        ["0001-01-01"],
        ["x"],
        {"service": 5},
        "watched",
    ),
    *("Alien", "$(id)", {"channel": "nowhere"}, "wanted", ["\u200b"], 7, "0001-01-01", {"service": "\u200b"}),
)


def begin_anew(home: Path) -> None:
    """Forget the list and its history: without the history, the list would be missed."""
    for folder in ("data", "state"):
        shutil.rmtree(home / folder / "watchlist", ignore_errors=True)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2))
def test_a_hostile_import_is_refused_or_can_be_read_again_and_is_a_fixed_point(
    seed: int, run: Run, home: Path, list_file: Path
) -> None:
    chance = random.Random(seed)
    for number in range(40):
        begin_anew(home)
        path = home / f"{number}.json"
        entry = {"id": "alien-1979", "title": "Alien"} | {
            key: chance.choice(VALUES) for key in chance.sample(KEYS, chance.randrange(1, 5))
        }
        film = {"id": "mine", "title": "Mine"} | {key: chance.choice(VALUES) for key in chance.sample(KEYS[:3], 1)}
        own = {"films": [film]} if chance.random() < 0.5 else {}
        path.write_text(json.dumps({"format": "watchlist", "version": 1, "entries": [entry], "own_films": own}))
        ran = run("import", "--partial", str(path))
        assert all_is_readable(run) == "", path.read_text()
        if ran.code == 0:
            before = list_file.read_bytes() if list_file.exists() else b""
            run("import", "--partial", str(path))
            assert (list_file.read_bytes() if list_file.exists() else b"") == before, path.read_text()


ROWS = (
    "-1",
    "0",
    "1",
    "1500",
    "99999",
    "\u200b",
    "\x1b",
    "\x01",
    "a\rb",
    "=1+1",
    "tt0000001",
    "5",
    "0001-01-01",
    "Alien",
)


@pytest.mark.slow
@pytest.mark.parametrize("header", ["Date,Name,Year,Letterboxd URI,Rating", "Const,Your Rating,Title,Year,Title Type"])
def test_a_hostile_table_is_refused_or_can_be_read_again_and_is_a_fixed_point(
    header: str, run: Run, home: Path, list_file: Path
) -> None:
    chance = random.Random(header)
    for number in range(40):
        begin_anew(home)
        path = home / f"{number}.csv"
        cells = [chance.choice(ROWS).replace("\r", "\x0b") for _ in header.split(",")]
        path.write_text(f"{header}\n{','.join(cells)}\n")
        ran = run("import", "--partial", str(path))
        assert all_is_readable(run) == "", path.read_text()
        if ran.code == 0:
            before = list_file.read_bytes() if list_file.exists() else b""
            run("import", "--partial", str(path))
            assert (list_file.read_bytes() if list_file.exists() else b"") == before, path.read_text()

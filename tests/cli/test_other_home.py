"""A list goes out of one home and into another: what comes back out of that is the same to the byte."""

import json
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from program import Run, data, run_piped

CATALOGUE = """schema = 1
seen = 2026-01-01

[[sources]]
id = "variety"
publisher = "Variety"
title = "A headline"
author = "Somebody"
published = "2025-12"
url = "https://example.org/a"
note = "found in print"

[[people]]
name = "Ren Nagase"
family = "Nagase"
written = ["永瀬廉"]

[[films]]
id = "added-film-2031"
title = "Added Film"
original_title = "加えた映画"
also_known_as = ["Kuwaeta Eiga", { title = "Der Film", language = "de" }]
year = 2031
directors = ["Ren Nagase"]
cast = [{ name = "Ren Nagase", role = "Himself" }]
series = [{ name = "Films", place = 2 }]
filming = { start = "2026-01", place = "Tokyo", source = "variety" }
ids = { imdb = "tt9900101", tmdb = 990101 }

[[films.disputes]]
field = "runtime"
readings = [{ value = "100", source = "variety" }, { value = "101", source = "unsourced", wrong = true }]

[[films.claims]]
region = "JP"
channel = "theatrical"
date = "2031-06-27"
said = "June 27"
certainty = "announced"
source = "variety"
note = "a note"

[[films.claims]]
region = "JP"
channel = "theatrical"
date = "2031-06-28"
certainty = "rumoured"
source = "variety"
error = "a misprint"

[[films]]
id = "shrek-5-2027"
title = "Shrek 5"
runtime = 95

[[films.claims]]
region = "FR"
channel = "theatrical"
date = "2031-07-01"
certainty = "announced"
source = "variety"
"""


@pytest.fixture
def other_home(home: Path, compiled: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], Path]:
    """Give the way to move to a home with nothing in it."""

    def move() -> Path:
        new = Path(tempfile.mkdtemp(dir=home))
        shutil.copytree(compiled, new / "cache" / "watchlist", copy_function=os.link)
        for name in ("DATA", "CONFIG", "STATE", "CACHE"):
            monkeypatch.setenv(f"XDG_{name}_HOME", str(new / name.lower()))
        return new / "data" / "watchlist"

    return move


def fill(run: Run, home: Path) -> None:
    (home / "more.toml").write_text(CATALOGUE)
    assert run("catalogue", "add", str(home / "more.toml")).code == 0
    run("add", "Added Film")
    run("add", "Shrek 5")
    run("add", "Heat 2", "--new", "--release", "spring 2029", "--source", "Variety", "--certainty", "rumoured")
    run("claim", "Shrek 5", "2031-08-01", "--source", "Variety", "--reported", "2025-12-01")
    run("watched", "Alien 1979", "--date", "2024-01-01", "--rating", "4.5")
    run("watched", "Alien 1979", "--date", "2025-01-01", "--rating", "3")
    run("tag", "Alien 1979", "with, comma", "plain")
    run("note", "Heat 2", "=1+1")


def answers(run: Run) -> list[str]:
    commands = (("list",), ("upcoming",), *(("show", one) for one in ("added-film-2031", "shrek-5-2027", "heat-2")))
    return [run(*command, "--json").out for command in commands]


@pytest.mark.parametrize("form", ["json", "csv"])
def test_a_fresh_home_has_the_same_list_with_the_films_and_claims_of_catalogues_too(
    run: Run, home: Path, list_file: Path, other_home: Callable[[], Path], form: str
) -> None:
    fill(run, home)
    export, before, listed = run("export", form).out, answers(run), list_file.read_bytes()
    new = other_home()
    (home / f"export.{form}").write_text(export)
    assert run("import", str(home / f"export.{form}")).code == 0
    assert answers(run) == before
    assert (new / "watchlist.toml").read_bytes() == listed
    assert run("export", form).out == export
    films = (new / "films.toml").read_bytes()
    assert run("import", str(home / f"export.{form}")).out.splitlines()[-1].endswith("0 new, 0 changed, 4 unchanged.")
    assert (new / "films.toml").read_bytes() == films
    newer = other_home()
    run("import", str(home / f"export.{form}"))
    assert [(newer / one).read_bytes() for one in ("watchlist.toml", "films.toml")] == [listed, films]


def test_without_catalogues_a_fresh_home_has_both_files_byte_for_byte(
    run: Run, home: Path, list_file: Path, films_file: Path, other_home: Callable[[], Path]
) -> None:
    for number, source in enumerate(("Variety", "Deadline", "Variety")):
        run("add", f"Own {number}", "--new", "--release", f"203{number}", "--source", source)
    run("claim", "Own 0", "2034-02-03", "--source", "Collider")
    run("film", "edit", "Own 1", "--director", "Ren Nagase", "--original-title", "自分")
    run("watched", "Alien 1979", "--date", "2024-01-01")
    (home / "export.json").write_text(run("export", "json").out)
    before = [path.read_bytes() for path in (list_file, films_file)]
    new = other_home()
    run("import", str(home / "export.json"))
    assert [(new / path.name).read_bytes() for path in (list_file, films_file)] == before


@pytest.mark.parametrize(
    "layout", ["null", "3", "[3]", '[["films"]]', '[["films", "x"]]', '[["films", 9], ["odd", 1]]']
)
def test_a_layout_that_is_odd_loses_no_film(run: Run, home: Path, layout: str) -> None:
    films = '[{"id": "a", "title": "A"}, {"id": "b", "title": "B"}]'
    entries = '[{"id": "a"}, {"id": "b"}]'
    own = f'{{"films": {films}, "layout": {layout}}}'
    text = f'{{"format": "watchlist", "version": 2, "entries": {entries}, "own_films": {own}}}'
    (home / "export.json").write_text(text)
    assert run("import", str(home / "export.json")).code == 0
    assert [entry["film"]["title"] for entry in data(run("list", "--json"))] == ["A", "B"]


def test_undo_takes_the_films_back_that_came_along(run: Run, home: Path, other_home: Callable[[], Path]) -> None:
    fill(run, home)
    (home / "export.json").write_text(run("export", "json").out)
    new = other_home()
    run("add", "Heat 3", "--new", "--release", "2031", "--source", "Variety")
    before = [(new / name).read_bytes() for name in ("watchlist.toml", "films.toml")]
    run("import", str(home / "export.json"))
    assert [(new / name).read_bytes() for name in ("watchlist.toml", "films.toml")] != before
    assert run("undo").code == 0
    assert [(new / name).read_bytes() for name in ("watchlist.toml", "films.toml")] == before


def test_films_of_ones_own_that_are_not_on_the_list_are_in_json_and_csv_says_that_they_are_not(run: Run) -> None:
    run("add", "Heat 2", "--new", "--release", "2029")
    run("remove", "Heat 2")
    assert [film["title"] for film in json.loads(run("export", "json").out)["own_films"]["films"]] == ["Heat 2"]
    assert run("export", "csv").err == "Left out: 1 film of your own that is not on the list.\n"


COMMANDS = st.sampled_from(
    [
        ("add", "Added Film"),
        ("add", "Shrek 5"),
        ("add", "Own One", "--new", "--release", "spring 2031", "--source", "A", "--certainty", "rumoured"),
        ("add", "Own Two", "--new"),
        ("claim", "Own One", "2031-02-03", "--source", "B", "--region", "JP"),
        ("claim", "Shrek 5", "2031-02-03", "--source", "Variety"),
        ("claim", "Added Film", "TBA"),
        ("watched", "Alien 1979", "--date", "2024-01-01", "--rating", "4.5"),
        ("watched", "Alien 1979", "--date", "2025-01-01"),
        ("watched", "Own Two", "--date", "unknown"),
        ("want", "Alien 1979"),
        ("want", "Own One", "--region", "JP"),
        ("tag", "Own Two", "a, b", "c"),
        ("note", "Shrek 5", "two\nlines"),
        ("drop", "Own One"),
        ("remove", "Own Two"),
        ("film", "edit", "Own One", "--director", "Ren Nagase", "--original-title", "自分"),
        ("catalogue", "add", "more.toml"),
        ("catalogue", "remove", "more"),
    ]
)


@pytest.fixture
def at(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(home)
    (home / "more.toml").write_text(CATALOGUE)
    return home


@given(st.lists(COMMANDS, max_size=10))
@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_json_goes_out_and_in_whatever_the_list_and_the_layers_are(
    at: Path, other_home: Callable[[], Path], commands: list[tuple[str, ...]]
) -> None:
    first = other_home()
    run_piped("catalogue", "add", "more.toml")
    for command in commands:
        run_piped("--no-input", *command)
    export, before = run_piped("export", "json").out, data(run_piped("list", "--json"))
    listed = (first / "watchlist.toml").read_bytes() if (first / "watchlist.toml").exists() else b""
    (at / "export.json").write_text(export)
    homes = []
    for _ in range(2):
        homes.append(other_home())
        run_piped("import", "export.json")
        assert run_piped("export", "json").out == export
        assert data(run_piped("list", "--json")) == before
    files = [(one / name) for name in ("watchlist.toml", "films.toml") for one in homes]
    texts = [path.read_bytes() if path.exists() else b"" for path in files]
    assert texts[0] == texts[1] == listed
    assert texts[2] == texts[3]

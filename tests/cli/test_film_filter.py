"""`list` and `search` show the films that every filter admits."""

from pathlib import Path

import pytest

from program import Run, data

DRAWING, ALIEN, AMADEUS = "drawing-closer-2024", "alien-1979", "amadeus-1984"
SHREK, CASINO = "shrek-5-2027", "casino-1995"
LIST = f"""schema = 1
[[films]]
id = "{DRAWING}"
title = "Drawing Closer"
tags = ["tears", "Japan"]
[[films]]
id = "{ALIEN}"
title = "Alien"
status = "watched"
rating = 9
viewings = [2026-02-01]
[[films]]
id = "{AMADEUS}"
title = "Amadeus"
[[films]]
id = "{SHREK}"
title = "Shrek 5"
status = "dropped"
[[films]]
id = "{CASINO}"
title = "Casino"
status = "watched"
rating = 6
viewings = [2026-01-01]
"""


@pytest.fixture(autouse=True)
def filled(list_file: Path) -> None:
    list_file.parent.mkdir(parents=True)
    list_file.write_text(LIST)


def ids(run: Run, *arguments: str) -> list[str]:
    return [film["id"] for film in data(run(*arguments, "--json"))]


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ([], [DRAWING, ALIEN, AMADEUS, SHREK, CASINO]),
        (["--status", "watched"], [ALIEN, CASINO]),
        (["--tag", "japan"], [DRAWING]),
        (["--service", "netflix"], [DRAWING]),
        (["--director", "forman"], [AMADEUS]),
        (["--director", "scott ridley"], [ALIEN]),
        (["--cast", "nagase ren"], [DRAWING]),
        (["--cast", "Sigourney"], [ALIEN]),
        (["--year", "1979"], [ALIEN]),
        (["--year", "1980-1999"], [AMADEUS, CASINO]),
        (["--year", "1990s"], [CASINO]),
        (["--rating", "4"], [ALIEN]),
        (["--status", "watched", "--year", "1990s"], [CASINO]),
        (["--genre", "sci-fi"], [ALIEN]),
        (["--country", "jp"], [DRAWING]),
        (["--runtime", "118"], [DRAWING, ALIEN]),
        (["--runtime", "118-"], [DRAWING]),
    ],
)
def test_the_list_shows_what_is_asked_for(run: Run, asked: list[str], shown: list[str]) -> None:
    assert ids(run, "list", *asked) == shown


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        (["alien", "--year", "1970s"], [ALIEN]),
        (["--director", "ridley scott", "--year", "1979"], [ALIEN]),
        (["--rating", "4.5"], [ALIEN]),
        (["--tag", "tears"], [DRAWING]),
        (["casino", "--status", "watched"], [CASINO]),
    ],
)
def test_a_search_takes_the_same_filters(run: Run, asked: list[str], shown: list[str]) -> None:
    assert ids(run, "search", *asked) == shown


def test_a_year_that_is_none_is_named(run: Run) -> None:
    ran = run("list", "--year", "soon")
    assert (ran.code, '"soon" is not a year: write 2024, 2020-2024 or 2020s' in ran.err) == (2, True)

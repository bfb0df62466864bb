"""`list` and `search` show the part that is asked for, in the order that is asked for."""

import json

import pytest

from program import Run


@pytest.fixture(autouse=True)
def filled(run: Run) -> None:
    for title in ("Drawing Closer", "Alien 1979", "Amadeus", "Shrek 5", "Casino 1995"):
        run("add", title)
    run("watched", "Alien 1979", "--date", "2026-02-01", "--rating", "4.5")
    run("watched", "Casino 1995", "--date", "2026-01-01", "--rating", "3")
    run("tag", "Drawing Closer", "tears", "Japan")
    run("drop", "Shrek 5")


def ids(run: Run, *arguments: str) -> list[str]:
    return [entry["id"] for entry in json.loads(run(*arguments, "--json").out)]


DRAWING, ALIEN, AMADEUS = "drawing-closer-2024", "alien-1979", "amadeus-1984"


DRAWING, ALIEN, AMADEUS = "drawing-closer-2024", "alien-1979", "amadeus-1984"


DRAWING, ALIEN, AMADEUS = "drawing-closer-2024", "alien-1979", "amadeus-1984"


SHREK, CASINO = "shrek-5-2027", "casino-1995"


SHREK, CASINO = "shrek-5-2027", "casino-1995"


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
        (["--sort", "title"], [ALIEN, AMADEUS, CASINO, DRAWING, SHREK]),
        (["--sort", "title", "--reverse", "--limit", "2"], [SHREK, DRAWING]),
        (["--sort", "year"], [SHREK, DRAWING, CASINO, AMADEUS, ALIEN]),
        (["--sort", "rating"], [ALIEN, CASINO, DRAWING, AMADEUS, SHREK]),
        (["--sort", "watched"], [ALIEN, CASINO, DRAWING, AMADEUS, SHREK]),
        (["--sort", "release", "--status", "wanted"], [AMADEUS, DRAWING]),
        (["--limit", "1"], [DRAWING]),
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


def test_a_search_for_nothing_is_a_mistake(run: Run) -> None:
    assert run("search").code == 2


def test_a_year_that_is_none_is_named(run: Run) -> None:
    ran = run("list", "--year", "soon")
    assert (ran.code, '"soon" is not a year: write 2024, 2020-2024 or 2020s' in ran.err) == (2, True)

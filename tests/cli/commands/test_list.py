"""`list` shows the list in the order that is asked for, and as much of it."""

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
SHREK, CASINO = "shrek-5-2027", "casino-1995"


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ([], [DRAWING, ALIEN, AMADEUS, SHREK, CASINO]),
        (["--sort", "title"], [ALIEN, AMADEUS, CASINO, DRAWING, SHREK]),
        (["--sort", "title", "--reverse", "--limit", "2"], [SHREK, DRAWING]),
        (["--sort", "year"], [SHREK, DRAWING, CASINO, AMADEUS, ALIEN]),
        (["--sort", "rating"], [ALIEN, CASINO, DRAWING, AMADEUS, SHREK]),
        (["--sort", "watched"], [ALIEN, CASINO, DRAWING, AMADEUS, SHREK]),
        (["--sort", "release", "--status", "wanted"], [AMADEUS, DRAWING]),
        (["--limit", "1"], [DRAWING]),
    ],
)
def test_the_list_is_in_the_order_that_is_asked_for(run: Run, asked: list[str], shown: list[str]) -> None:
    assert ids(run, "list", *asked) == shown


def test_a_search_for_nothing_is_a_mistake(run: Run) -> None:
    assert run("search").code == 2

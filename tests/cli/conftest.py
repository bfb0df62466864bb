"""What the tests of commands share: an article, an export, and a list that has one film twice."""

import json
from pathlib import Path

import pytest

from nightfall import LISTED_TWICE, NIGHTFALL, TRAKT, film_file, us_claim
from program import Run

_THREE_DATES = """<html lang="en-US"><head><title>Three dates | The Daily Reel</title>
<meta property="og:site_name" content="The Daily Reel"><meta name="author" content="Ann Cole">
<meta property="article:published_time" content="2026-11-20"></head><body><h1>Three dates</h1>
<p><i>Shrek 5</i> has been pushed to September 22, 2027.</p>
<p><i>Copper Sky</i> opens in U.S. theaters on December 11.</p>
<p><i>Copper Sky</i> is expected on Netflix in the spring.</p>
<p>A reboot of it is set for May 7, 2028.</p></body></html>"""


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "three-dates.html"
    path.write_text(_THREE_DATES)
    return str(path)


@pytest.fixture
def trakt(home: Path) -> Path:
    path = home / "watchlist-export.json"
    path.write_text(json.dumps(TRAKT))
    return path


@pytest.fixture
def twice(run: Run, home: Path, list_file: Path) -> None:
    list_file.parent.mkdir(parents=True, exist_ok=True)
    list_file.write_text(LISTED_TWICE)
    film = {**NIGHTFALL, "ids": {"tmdb": 777777, "imdb": "tt7777777"}, "claims": [us_claim("2097-03-05")]}
    assert run("catalogue", "add", str(film_file(home / "more.toml", film))).code == 0

"""Nightfall, a film that an export, a catalogue and a list each know under an id of their own."""

from collections.abc import Mapping
from pathlib import Path

from watchlist.storage.toml.edit import write_table

HEAD = 'schema = 1\nseen = "2026-11-01"\n'
NIGHTFALL = {"id": "the-nightfall", "title": "The Nightfall", "year": 2097, "ids": {"tmdb": 777777}}
TRAKT = [
    {
        "listed_at": "2026-10-01T10:00:00.000Z",
        "type": "movie",
        "movie": {"title": "Nightfall", "year": 2097, "ids": {"trakt": 9, "slug": "nightfall-2097", "tmdb": 777777}},
    }
]
LISTED_TWICE = """schema = 1

[[films]]
id = "nightfall"
title = "Nightfall"
added = 2026-10-01
tags = ["soon"]
ids = { tmdb = "777777" }

[[films]]
id = "heat-1995"
title = "Heat"
added = 2026-10-02

[[films]]
id = "night-fall"
title = "Night Fall"
added = 2026-09-01
status = "watched"
rating = 7
viewings = [2026-09-03]
note = "at the festival"
ids = { imdb = "tt7777777" }
"""


def film_file(path: Path, *films: Mapping[str, object]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join([HEAD, *(write_table("films", film) for film in films)]), encoding="utf-8")
    return path


def us_claim(when: str) -> dict[str, object]:
    return {
        "region": "US",
        "channel": "theatrical",
        "date": when,
        "certainty": "announced",
        "source": "unsourced",
        "reported": "2026-10-10",
    }

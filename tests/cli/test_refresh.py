"""A refresh asks politely, keeps what was said, tells what moved, and loses nothing whatever the sites do."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from program import Run
from watchlist.storage.web.client import Manners
from web_server import Server, running
from wikidata_items import US, entity, statement, time

TODAY = date.today()  # noqa: DTZ011  the program reads the clock too
SOON, LATER = "2031-12-18", "2032-05-01"

FILMS = """
schema = 1
seen = "2025-01-01"
[[sources]]
id = "variety"
publisher = "Variety"
published = "2025-01-05"
[[films]]
id = "klara"
title = "Klara and the Sun"
ids = { tmdb = 555 }
[[films.claims]]
region = "US"
channel = "theatrical"
date = "2031-12-18"
certainty = "announced"
source = "variety"
[[films]]
id = "heat-2"
title = "Heat 2"
year = 2031
"""


def klara(*dates: dict[str, Any], revision: int = 1, **more: Any) -> dict[str, Any]:
    return entity(
        "Q7",
        "Klara and the Sun",
        *dates,
        revision=revision,
        edited="2025-10-01",
        **{"P4947": "555", "P57": "Q100", **more},
    )


def on(when: str, *references: dict[str, Any]) -> dict[str, Any]:
    return statement(time(when), *references, P291=US)


def world(*films: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"entities": {"Q100": entity("Q100", "Taika Waititi"), **{one["id"]: one for one in films}}, **more}


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> Iterator[Server]:
    """Run the sites on this machine, and let two films of a catalogue of their own be on the list."""
    with running(tmp_path / "server") as server:
        for site in ("wikidata", "wikipedia", "tmdb"):
            monkeypatch.setenv(f"WATCHLIST_{site.upper()}_URL", f"{server.address}/{site}")
        monkeypatch.setattr(Manners, "pause", 0.0, raising=True)
        (tmp_path / "more.toml").write_text(FILMS)
        run("config", "set", "contact", "ann@example.org")
        run("catalogue", "add", str(tmp_path / "more.toml"))
        run("add", "klara")
        yield server


@pytest.fixture
def fetched(home: Path) -> Path:
    return home / "data" / "watchlist" / "fetched.toml"


def said(run: Run, film: str, *options: str) -> list[str]:
    shown = json.loads(run("show", film, "--json", *options).out)
    return [
        f"{release['region']} {claim['date']} {claim['certainty']} {claim['reported']} {claim['source']['publisher']}"
        for release in shown["releases"]
        for claim in release["claims"]
    ]


def refreshed(run: Run, *arguments: str) -> dict[str, Any]:
    ran = run("refresh", "--json", *arguments)
    assert ran.code == 0, ran
    result: dict[str, Any] = json.loads(ran.out)
    return result


def test_a_new_date_is_a_new_claim_and_one_move(run: Run, server: Server) -> None:
    server.play(world(klara(on(LATER))))
    ran = run("refresh")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(
        "Klara and the Sun\tslipped to 1 May 2032 (+135 days), was 18 December 2031\tUS cinemas\tWikidata, "
    )
    assert said(run, "klara") == [
        f"US 2032-05-01 announced 2025-01-06/{TODAY} Wikidata",
        "US 2031-12-18 announced 2025-01-05 Variety",
    ]
    print(server.requests)

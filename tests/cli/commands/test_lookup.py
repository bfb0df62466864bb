"""A film that nobody here knows is found, shown, and added on a yes; its date may have a history."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from program import Run
from terminal import on_terminal
from watchlist.storage.web.client import Manners
from web_server import Server, running
from wikidata_items import US, entity, statement, time

TODAY = date.today()  # noqa: DTZ011  the program reads the clock too


def film(item: str, title: str, when: str, **more: Any) -> dict[str, Any]:
    return entity(item, title, statement(time(when), P291=US), edited="2025-10-01", **more)


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> Iterator[Server]:
    with running(tmp_path / "server") as server:
        for site in ("wikidata", "wikipedia", "tmdb"):
            monkeypatch.setenv(f"WATCHLIST_{site.upper()}_URL", f"{server.address}/{site}")
        monkeypatch.setattr(Manners, "pause", 0.0)
        run("config", "set", "contact", "ann@example.org")
        klara = film("Q7", "Klara and the Sun", "2031-12-18", P57="Q100", P345="tt7654321", article="Klara")
        play(server, klara)
        yield server


def play(server: Server, *films: dict[str, Any], **more: Any) -> None:
    people = {"Q100": entity("Q100", "Taika Waititi")}
    server.play({"entities": {**people, **{one["id"]: one for one in films}}, **more})


def test_a_film_is_found_shown_and_added(run: Run, server: Server) -> None:
    ran = run("lookup", "Klara and the Sun")
    assert ran.code == 0
    assert "release\tcinemas, US\tThursday 18 December 2031" in ran.out
    assert "directed by\tTaika Waititi" in ran.out
    assert ran.err == "To add it: watchlist lookup Q7 --add\n"
    assert run("list").out == ""
    ran = run("lookup", "Q7", "--add")
    assert (ran.code, ran.err) == (0, "")
    assert "\nAdded Klara and the Sun (2031): 18 December 2031, in " in ran.out
    (coming,) = json.loads(run("upcoming", "--json").out)
    assert (coming["id"], coming["title"], coming["year"], coming["date"]) == (
        "klara-and-the-sun-2031",
        "Klara and the Sun",
        2031,
        "2031-12-18",
    )
    server.forget()
    assert run("refresh", "--force").out == "Nothing new about 1 film.\n"
    assert server.requests[0].query["ids"] == "Q7"


def test_a_second_lookup_of_the_same_film_makes_no_second_film(run: Run, server: Server) -> None:
    del server
    run("lookup", "Q7", "--add")
    ran = run("lookup", "klara and the sun", "--add")
    assert "\nKlara and the Sun (2031) is on your list since " in ran.out
    assert len(json.loads(run("list", "--json").out)) == 1
    assert [one["id"] for one in json.loads(run("search", "klara", "--json").out)] == ["klara-and-the-sun-2031"]


def test_a_film_of_the_list_is_shown_and_not_asked_about(run: Run, server: Server) -> None:
    del server
    run("lookup", "Q7", "--add")
    ran = run("lookup", "Q7")
    assert (ran.code, ran.err) == (0, "")
    seen = on_terminal(["lookup", "Q7"], [])
    assert (seen.code, "to your list?" in seen.text, "claims: --all" in seen.text) == (0, False, False)


def test_a_known_film_with_the_same_title_is_another_film(run: Run, server: Server) -> None:
    assert run("show", "alien-1979").code == 0
    play(server, film("Q8", "Alien", "2031"))
    run("lookup", "alien", "--add")
    assert [one["id"] for one in json.loads(run("list", "--json").out)] == ["alien-2031"]


def test_a_known_film_that_is_named_by_its_id_is_meant(run: Run, server: Server) -> None:
    run("add", "Klara and the Moon", "--release", "TBA")
    play(server, film("Q8", "Klara and the Moon", "2031"))
    run("lookup", "klara-and-the-moon", "--add")
    assert [one["id"] for one in json.loads(run("list", "--json").out)] == ["klara-and-the-moon"]
    assert json.loads(run("show", "klara-and-the-moon", "--json").out)["ids"] == {"wikidata": "Q8"}


def test_several_films_are_a_question(run: Run, server: Server) -> None:
    play(
        server, film("Q7", "Klara", "2031", P57="Q100"), film("Q8", "Klara", "1970"), entity("Q9", "Klara", P31="Q571")
    )
    ran = run("lookup", "Klara")
    assert ran.code == 4
    assert ran.err.splitlines() == [
        'watchlist: "Klara" could be 2 films:',
        "  watchlist lookup Q7  # Klara (2031), Taika Waititi",
        "  watchlist lookup Q8  # Klara (1970)",
    ]


def test_on_a_terminal_it_asks_which_and_whether(server: Server) -> None:
    play(server, film("Q7", "Klara", "2031"), film("Q8", "Klara", "1970"))
    seen = on_terminal(["lookup", "Klara"], [("Which one?", "2"), ("to your list?", "y")])
    assert seen.code == 0
    assert "Added Klara (1970): " in seen.text


def test_a_film_that_is_nowhere_is_no_such_film(run: Run, server: Server) -> None:
    del server
    ran = run("lookup", "Nobody Made $HOME")
    assert ran.code == 3
    assert ran.err.splitlines() == [
        'watchlist: Wikidata has no film called "Nobody Made $HOME"',
        "To add it: watchlist add 'Nobody Made $HOME' --new",
    ]


@pytest.mark.parametrize("item", ["Q5", "Q99999"])
def test_the_item_of_a_person_is_no_film(run: Run, server: Server, item: str) -> None:
    play(server, entity("Q5", "Some Person", P31="Q5"))
    assert run("lookup", item).code == 3


def test_without_a_network_nothing_is_found(run: Run, server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    del server
    monkeypatch.setenv("WATCHLIST_WIKIDATA_URL", "http://127.0.0.1:9/x")
    ran = run("lookup", "Klara")
    assert (ran.code, ran.err) == (8, "watchlist: no network\nNothing was changed.\n")


def past(*values: tuple[str, str]) -> dict[str, Any]:
    """Make an article of a thousand revisions; each value stands from the day that is given with it."""
    revisions = []
    first = date.fromisoformat(values[0][0])
    for number in range(1000):
        day = (first + timedelta(days=number)).isoformat()
        field = next(value for since, value in reversed(values) if since <= day)
        content = f"{{{{Infobox film\n| released = {field}\n}}}}"
        revisions.append({"revid": 5000 + number, "timestamp": f"{day}T12:00:00Z", "content": content})
    return {**revisions[-1], "item": "Q7", "past": revisions}


@pytest.mark.parametrize("is_known", [False, True])
def test_the_history_of_a_date_is_found_between_revisions(run: Run, server: Server, is_known: bool) -> None:
    citation = "<ref>{{cite web|work=Variety|url=https://variety.com/a|date=2024-07-01}}</ref>"
    article = past(
        ("2023-02-01", "{{Film date|2030|12|20|United States}}"),
        ("2024-07-03", f"{{{{Film date|2031|6|6|United States|ref1={citation}}}}}"),
        ("2025-03-09", "{{Film date|2031|12|18|United States}}"),
    )
    play(server, film("Q7", "Klara", "2031-12-18", article="Klara"), pages={"Klara": article})
    if is_known:
        run("lookup", "Q7", "--add")
    server.forget()
    assert run("lookup", "Q7", "--history", "--add").code == 0
    shown = json.loads(run("show", "klara-2031", "--json").out)["releases"][0]
    assert [(one["kind"], one["reported"][:10], one["to"], one["days"]) for one in shown["moves"]] == [
        ("announced", "2023-02-01", "2030-12-20", None),
        ("slip", "2024-07-01", "2031-06-06", 168),
        ("slip", "2025-03-09", "2031-12-18", 195),
    ]
    calls = [request for request in server.requests if request.path == "/wikipedia"]
    assert len(calls) < 10
    assert run("lookup", "Q7", "--history", "--add").code == 0
    assert json.loads(run("show", "klara-2031", "--json").out)["releases"][0]["moves"] == shown["moves"]

"""A refresh asks politely, keeps what was said, tells what moved, and loses nothing whatever the sites do."""

import json
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import pytest

from program import Run
from watchlist.rendering.wording import day_words
from watchlist.storage.files import locked
from watchlist.storage.web.client import Manners
from web_server import Server, running
from wikidata_items import US, entity, reference, statement, time

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
        server.play(world())
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
    film, change, place, source, film_id = ran.out.rstrip("\n").split("\t")
    assert (film, change, place, film_id) == (
        "Klara and the Sun",
        "slipped to 1 May 2032 (+135 days), was 18 December 2031",
        "cinemas, US",
        "klara",
    )
    assert source.startswith("Wikidata, between 6 January 2025 and ")
    assert said(run, "klara") == [
        f"US 2032-05-01 announced 2025-01-06/{TODAY} Wikidata",
        "US 2031-12-18 announced 2025-01-05 Variety",
    ]
    assert run("refresh").out == "Nothing new: the sites were asked less than an hour ago.\n"


def test_every_command_knows_what_was_fetched(run: Run, server: Server) -> None:
    server.play(world(klara(on(LATER))))
    run("refresh")
    (coming,) = json.loads(run("upcoming", "--json").out)
    assert (coming["id"], coming["date"]) == ("klara", LATER)
    assert [one["kind"] for one in json.loads(run("moved", "--listed", "--json").out)] == ["slip"]
    assert "Taika Waititi" in run("show", "klara").out
    assert [one["id"] for one in json.loads(run("search", "waititi", "--json").out)] == ["klara"]
    assert "fetched.toml" in run("catalogue", "list").out
    assert run("doctor").code == 0
    assert run("check", str(Path(json.loads(run("catalogue", "list", "--json").out)[2]["path"]))).code == 0
    assert run("history", "klara", "--as-of", "2025-06-01").out.count("2032") == 0


def test_the_users_own_word_is_never_touched(run: Run, server: Server, films_file: Path) -> None:
    run("claim", "klara", "2033", "--source", "Me", "--region", "US")
    own = films_file.read_bytes()
    server.play(world(klara(on(LATER))))
    run("refresh")
    assert films_file.read_bytes() == own
    assert len(said(run, "klara")) == 3


def test_what_was_fetched_fills_gaps_and_replaces_no_fact(run: Run, server: Server) -> None:
    server.play(world(klara(on(LATER), P345="tt7"), entity("Q100", "Somebody Else")))
    film = klara(P57="Q100")
    film["labels"]["en"]["value"] = "Klara"
    server.play(world(film))
    run("refresh")
    shown = json.loads(run("show", "klara", "--json").out)
    assert (shown["title"], shown["directors"]) == ("Klara and the Sun", ["Taika Waititi"])


@pytest.mark.usefixtures("server")
def test_only_films_that_are_not_long_out_are_asked_for(run: Run) -> None:
    run("add", "alien 1979")
    run("add", "heat-2")
    assert {one["id"] for one in refreshed(run)["films"]} == {"klara", "heat-2"}
    assert len(refreshed(run, "--all", "--force")["films"]) == 3
    assert [one["id"] for one in json.loads(run("refresh", "--json", "--force", "heat-2").out)["films"]] == ["heat-2"]


def test_films_that_are_not_found_are_named_with_what_to_type(run: Run, server: Server) -> None:
    run("add", "heat-2")
    server.play(world(klara(on(SOON)), entity("Q9", "Heat 2"), entity("Q10", "Heat 2")))
    ran = run("refresh")
    assert (ran.code, ran.out) == (0, "Nothing new about 1 film.\n")
    assert ran.err == "Heat 2 (2031): it is unclear which film this is (Q9, Q10). Type: watchlist lookup heat-2\n"
    assert run("refresh", "heat-2", "--force").code == 4
    server.play(world())
    assert run("refresh", "heat-2", "--force").code == 3


def test_without_a_network_it_ends_at_once_and_nothing_is_lost(
    run: Run, server: Server, fetched: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.play(world(klara(on(LATER))))
    run("refresh")
    before = fetched.read_bytes()
    for site in ("WIKIDATA", "WIKIPEDIA"):
        monkeypatch.setenv(f"WATCHLIST_{site}_URL", "http://127.0.0.1:9/x")
    started = monotonic()
    ran = run("refresh", "--force")
    assert monotonic() - started < 2
    assert (ran.code, ran.out) == (8, "")
    assert ran.err == f"watchlist: no network\nYour data is from {day_words(TODAY)}.\n"
    assert fetched.read_bytes() == before


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ("web-page", "Wikidata: answered with a web page, not data: is there a sign-in page in between?"),
        ("403", "Wikidata: refused us (403): is the contact right? See: watchlist config set contact"),
        ("retry-long", "Wikidata: asks us to come back in 24 hours"),
    ],
)
def test_a_site_that_refuses_is_told_in_a_line(
    run: Run, server: Server, monkeypatch: pytest.MonkeyPatch, fault: str, said: str
) -> None:
    monkeypatch.setenv("WATCHLIST_WIKIDATA_URL", f"{server.address}/{fault}")
    ran = run("refresh")
    assert (ran.code, ran.out) == (8, "")
    assert ran.err == f"watchlist: {said}\nNothing was changed.\n"


def test_a_bug_report_becomes_a_test(run: Run, server: Server, tmp_path: Path, home: Path) -> None:
    server.play(world(klara(on(LATER)), tmdb={}))
    first = refreshed(run, "--trace", str(tmp_path / "said.jsonl"))
    for left in (home / "data" / "watchlist" / "fetched.toml", home / "state" / "watchlist" / "refresh.json"):
        left.unlink()
    server.forget()
    again = refreshed(run, "--replay", str(tmp_path / "said.jsonl"))
    assert (again["news"], again["films"], server.requests) == (first["news"], first["films"], [])


def test_a_recording_without_a_site_is_not_searched_for_it(
    run: Run, server: Server, tmp_path: Path, home: Path, fetched: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.play(world(klara(on(LATER))))
    run("refresh", "--trace", str(tmp_path / "said.jsonl"))
    fetched.unlink()
    (home / "state" / "watchlist" / "refresh.json").unlink()
    monkeypatch.setenv("WATCHLIST_TMDB_KEY", "0" * 32)
    ran = run("refresh", "--replay", str(tmp_path / "said.jsonl"))
    assert (ran.code, ran.err) == (0, "")


def test_what_a_page_said_is_told_with_the_record_that_cites_it(run: Run, server: Server) -> None:
    cites = reference("https://deadline.com/klara", str(TODAY - timedelta(days=1)), "Q900", "Klara moves")
    server.play(world(klara(statement(time(LATER), cites, P291=US)), entity("Q900", "Deadline")))
    assert "Deadline, via Wikidata, " in run("refresh").out
    assert "Deadline, via Wikidata\t" in run("show", "klara").out


@pytest.mark.usefixtures("server")
def test_a_damaged_fetched_file_is_named_and_left(run: Run, fetched: Path) -> None:
    fetched.write_text("schema = 1\nnonsense\n")
    ran = run("refresh")
    assert (ran.code, fetched.read_text()) == (5, "schema = 1\nnonsense\n")
    assert "fetched.toml:2" in ran.err
    ran = run("doctor")
    assert (ran.code != 0, "Delete it, and type: watchlist refresh" in ran.out) == (True, True)


@pytest.mark.usefixtures("server")
def test_a_key_is_kept_where_nobody_else_can_read_it(run: Run, home: Path) -> None:
    key = "0123456789abcdef0123456789abcdef"
    ran = run("config", "set", "tmdb-key", key)
    file = home / "config" / "watchlist" / "tmdb-key"
    assert (ran.code, key in ran.err + ran.out, file.read_text(), file.stat().st_mode & 0o777) == (
        0,
        False,
        f"{key}\n",
        0o600,
    )
    file.chmod(0o644)
    ran = run("refresh")
    assert ran.code == 5
    assert ran.err.splitlines() == [
        f"watchlist: {file} can be read by others",
        "The key in it was not used.",
        f"Type: chmod 600 {file}",
    ]
    assert run("config", "set", "tmdb-key", "two words").code == 2
    run("config", "unset", "tmdb-key")
    assert not file.exists()


@pytest.mark.parametrize("contact", ["ann", "ann@", "a b@example.org", "ann@example.org)", "ünn@example.org"])
def test_a_contact_must_reach_somebody(run: Run, contact: str) -> None:
    ran = run("config", "set", "contact", contact)
    assert (ran.code, ran.err.splitlines()[0]) == (
        2,
        f'watchlist: "{contact}" is not a contact address: write an e-mail address, or the address of a page',
    )


def tmdb_movie(**more: Any) -> dict[str, Any]:
    return {
        "id": 555,
        "title": "Klara and the Sun",
        "belongs_to_collection": {"id": 1, "name": "Klara Collection"},
        "release_dates": {"results": []},
        "watch/providers": {
            "results": {
                "GB": {
                    "link": "https://www.themoviedb.org/movie/555/watch?locale=GB",
                    "flatrate": [{"provider_name": "Netflix"}, {"provider_name": "MUBI"}],
                    "rent": [{"provider_name": "Apple TV"}],
                },
                "FR": {"flatrate": [{"provider_name": "Canal+"}]},
            }
        },
        **more,
    }


def test_where_to_watch_is_shown_with_the_credit_that_is_asked_for(run: Run, server: Server) -> None:
    run("config", "set", "regions", "GB", "IE")
    run("config", "set", "tmdb-key", "0" * 32)
    server.play(world(klara(on(SOON)), tmdb={"movie/555": tmdb_movie()}))
    assert run("refresh").code == 0
    lines = dict(line.split("\t", 1) for line in run("show", "klara").out.splitlines())
    assert (lines["to watch in GB"], lines["series"]) == (
        f"Netflix, MUBI; to rent on Apple TV (JustWatch, via TMDB, {day_words(TODAY)})",
        "Klara",
    )
    assert lines["credit"].startswith("This product uses TMDB and the TMDB APIs but is not endorsed")
    assert not [name for name in lines if name in ("to watch in FR", "to watch in IE")]
    assert "to watch" not in run("show", "klara", "--as-of", "2025-06-01").out
    assert json.loads(run("show", "klara", "--json").out)["offers"]["regions"][0]["rent"] == ["Apple TV"]


def test_a_series_is_searched(run: Run, server: Server) -> None:
    film = klara(on(SOON), P179="Q200")
    server.play(world(film, entity("Q200", "Robots of Tomorrow")))
    run("refresh")
    assert [one["id"] for one in json.loads(run("search", "robots of tomorrow", "--json").out)] == ["klara"]


def test_a_wrong_key_is_told_and_the_other_sites_are_heard(
    run: Run, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("config", "set", "tmdb-key", "0" * 32)
    monkeypatch.setenv("WATCHLIST_TMDB_URL", f"{server.address}/401?")
    server.play(world(klara(on(LATER))))
    ran = run("refresh")
    assert (ran.code, ran.out.count("slipped")) == (0, 1)
    assert ran.err == "TMDB: refused us (401): is the key right?\n2 of 3 sites answered.\n"
    assert "0" * 32 not in ran.out + ran.err


def coming(number: int, when: str, place: str = "United States", title: str = "") -> tuple[dict[str, Any], Any]:
    """Make a film to come: its item, and its article."""
    item, title = f"Q{300 + number}", title or f"Coming {number}"
    content = f"{{{{Infobox film\n| released = {{{{Film date|{when.replace('-', '|')}|{place}}}}}\n}}}}"
    page = {"revid": 1, "timestamp": "2025-10-01T00:00:00Z", "item": item, "content": content}
    return entity(item, title, article=f"{title} ({number})", edited="2025-10-01"), page


def discover(server: Server, *films: tuple[dict[str, Any], Any], **more: Any) -> None:
    pages = {item["sitelinks"]["enwiki"]["title"]: page for item, page in films}
    server.play(world(*(item for item, _ in films), pages=pages, upcoming=list(pages), **more))


def in_days(days: int) -> str:
    return str(TODAY + timedelta(days=days))


def test_the_films_to_come_are_found(run: Run, server: Server) -> None:
    run("config", "set", "regions", "US")
    discover(
        server,
        coming(1, in_days(100)),
        coming(2, in_days(100), "France"),
        coming(3, in_days(700)),
        coming(4, in_days(200), "Toronto"),
        coming(5, in_days(300), "worldwide"),
        coming(6, in_days(300), title="Coming 1"),
    )
    ran = run("refresh", "--upcoming")
    assert (ran.code, ran.err) == (0, "")
    assert [line.split("\t")[0] for line in ran.out.splitlines()] == ["Coming 5", "Coming 1", "Coming 1"]
    rows = json.loads(run("upcoming", "--all", "--json").out)
    assert {"coming-1", "coming-1-no2", "coming-5"} <= {row["id"] for row in rows}
    assert not {"coming-2", "coming-3", "coming-4"} & {row["id"] for row in rows}
    server.forget()
    assert run("refresh", "--upcoming").out == "Nothing to ask about.\n"
    asked = {title for request in server.requests for title in request.query.get("titles", "").split("|") if title}
    assert asked == {"Coming 2 (2)", "Coming 3 (3)", "Coming 4 (4)"}


def test_a_search_for_films_to_come_goes_on_where_it_stopped(
    run: Run, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    discover(server, *(coming(number, in_days(100)) for number in range(60)))
    monkeypatch.setattr(Manners, "calls", 3)
    ran = run("refresh", "--upcoming")
    assert (ran.code, len(ran.out.splitlines()), ran.err) == (0, 50, "10 articles left: run the command again.\n")
    assert len(run("refresh", "--upcoming").out.splitlines()) == 10


def test_upcoming_takes_no_title(run: Run) -> None:
    assert run("refresh", "--upcoming", "klara").code == 2


def test_another_refresh_at_once_waits_its_turn_and_then_says_so(
    run: Run, server: Server, fetched: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("watchlist.storage.files._PATIENCE", 0.2)
    server.play(world(klara(on(LATER))))
    with locked(fetched):
        assert run("refresh").code == 7
    assert server.requests == []
    assert run("refresh").code == 0


def test_a_refresh_that_is_killed_leaves_whole_files_and_the_next_goes_on(
    run: Run, server: Server, fetched: Path, home: Path
) -> None:
    films = [entity(f"Q{1000 + n}", f"Film {n}", on(SOON), edited="2025-10-01") for n in range(60)]
    listed = [f'[[films]]\nid = "film-{n}"\ntitle = "Film {n}"\nstatus = "wanted"\n' for n in range(60)]
    listed = [f'{one}ids = {{ wikidata = "Q{1000 + n}" }}\n' for n, one in enumerate(listed)]
    (home / "data" / "watchlist" / "watchlist.toml").write_text("schema = 1\n" + "".join(listed))
    server.play(world(*films))
    command = [sys.executable, "-m", "watchlist", "refresh"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        deadline = monotonic() + 20
        while not fetched.exists() and monotonic() < deadline:
            sleep(0.02)
        process.kill()
    assert len(tomllib.loads(fetched.read_text())["films"]) == 50
    refreshed(run, "--force")
    films = tomllib.loads(fetched.read_text())["films"]
    assert [len(film["claims"]) for film in films] == [1] * 60


def test_what_is_remembered_may_be_lost(run: Run, server: Server, fetched: Path, home: Path) -> None:
    server.play(world(klara(on(LATER), article="Klara"), pages={"Klara": coming(7, LATER)[1] | {"item": "Q7"}}))
    run("refresh")
    before = fetched.read_bytes()
    (home / "state" / "watchlist" / "refresh.json").unlink()
    assert run("refresh").out == "Nothing new about 1 film.\n"
    assert fetched.read_bytes() == before


ODD = {
    "an id that was not asked for": {"entities": {"Q9999": klara(on(LATER)), "Q7": klara(on(LATER), revision=2)}},
    "an entity under another's id": {"entities": {"Q7": klara(on("2035"), revision=2) | {"id": "Q8"}}},
    "fewer than asked for": {"entities": {}},
    "a list for a map": {"entities": []},
    "nothing": {},
}


@pytest.mark.parametrize("odd", ODD)
def test_an_odd_answer_costs_nothing(run: Run, server: Server, odd: str) -> None:
    server.play(world(klara(on(SOON))))
    run("refresh")
    before = said(run, "klara")
    server.play({"as_is": ODD[odd]})
    run("refresh", "--force")
    is_heard = odd == "an id that was not asked for"
    assert len(said(run, "klara")) == len(before) + is_heard


@pytest.mark.skipif(sys.platform != "linux", reason="a limit on the size of files stands for a full disk")
def test_a_full_disk_leaves_what_was_there(run: Run, server: Server, fetched: Path) -> None:
    server.play(world(klara(on(SOON))))
    run("refresh")
    before = fetched.read_bytes()
    server.play(world(klara(on(LATER), revision=2)))
    limited = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({len(before)}, {len(before)})); "
    code = f"{limited}import sys; from watchlist.cli.app import run; sys.exit(run(['refresh', '--force']))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ran.returncode == 6, ran.stderr
    assert ran.stderr.startswith(f"watchlist: cannot save {fetched}: ")
    assert fetched.read_bytes() == before
    assert len(refreshed(run, "--force")["news"]) == 1

"""A club publishes its film file: it is laid over the bundled films, brought up to date, and never trusted."""

from pathlib import Path

import pytest

from program import Run
from web_server import Server

HEAD = 'schema = 1\nseen = "2026-01-01"\n[[sources]]\nid = "club"\npublisher = "Our Club"\npublished = "2026-01-01"\n'
FILM = '[[films]]\nid = "mine-2031"\ntitle = "Mine"\nyear = 2031\n'


def claim(when: str) -> str:
    return (
        f'[[films.claims]]\nregion = "US"\nchannel = "theatrical"\ndate = "{when}"\ncertainty = "announced"\n'
        'source = "club"\n'
    )


def publish(server: Server, text: str) -> None:
    server.play({"files": {"club/films.toml": text}})


def kept(home: Path) -> Path:
    (file,) = (home / "data" / "watchlist" / "catalogues").glob("*-films.toml")
    return file


def test_a_catalogue_is_added_and_brought_up_to_date(run: Run, server: Server, home: Path) -> None:
    publish(server, HEAD + FILM + claim("2031-05-01"))
    ran = run("catalogue", "add", f"{server.address}/club/films.toml")
    assert (ran.code, ran.out) == (0, "Added films.toml: 1 film.\n")
    assert "1 May 2031" in run("show", "mine-2031").out
    run("refresh")
    assert [request.headers.get("if-none-match", "") != "" for request in server.requests] == [False, True]
    publish(server, HEAD + FILM + claim("2031-05-01") + claim("2031-07-01"))
    ran = run("refresh")
    assert "Updated films.toml." in ran.err
    assert "1 July 2031" in run("show", "mine-2031").out
    assert kept(home).read_text().count("[[films.claims]]") == 2
    run("catalogue", "remove", "films.toml")
    server.forget()
    run("refresh")
    assert server.requests == []


def test_a_faulty_file_is_named_and_what_was_there_stays(run: Run, server: Server, home: Path) -> None:
    publish(server, HEAD + FILM)
    run("catalogue", "add", f"{server.address}/club/films.toml")
    before = kept(home).read_bytes()
    publish(server, HEAD + FILM + claim("the day after tomorrow"))
    ran = run("refresh")
    assert f"films.toml: {server.address}/club/films.toml:14:8: date: " in ran.err
    assert "your copy of it is unchanged." in ran.err
    assert kept(home).read_bytes() == before


def test_a_faulty_file_is_not_added(run: Run, server: Server, home: Path) -> None:
    publish(server, "nonsense")
    ran = run("catalogue", "add", f"{server.address}/club/films.toml")
    assert ran.code == 5
    assert ran.err.startswith(f"watchlist: {server.address}/club/films.toml:1:")
    assert list((home / "data" / "watchlist" / "catalogues").glob("[0-9]*")) == []


def test_a_file_that_is_not_there_any_more_is_told(run: Run, server: Server) -> None:
    publish(server, HEAD + FILM)
    run("catalogue", "add", f"{server.address}/club/films.toml")
    server.play({})
    assert "films.toml: answered with the error 404; your copy of it is unchanged." in run("refresh").err
    ran = run("catalogue", "add", f"{server.address}/club/other.toml")
    assert (ran.code, ran.err.splitlines()[1]) == (8, "Nothing was changed.")


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("http://localhost/films.toml", "is not an address that starts with https://"),
        ("file:///etc/films.toml", "is not an address that starts with https://"),
        ("https://ann:secret@localhost/films.toml", "addresses with a user name or password are not fetched"),
        ("https://localhost/films.zip", "its name must end in .toml"),
        ("https://localhost/..%2f..%2f.toml", "its name must end in .toml"),
        ("https://[/films.toml", "is not an address"),
        ("https://localhost/\x1bfilms.toml", "is not an address that starts with https://"),
    ],
)
def test_only_a_safe_address_is_asked(run: Run, address: str, said: str) -> None:
    ran = run("catalogue", "add", address)
    assert ran.code == 2
    assert said in ran.err


@pytest.mark.parametrize("fault", ["redirect-away", "web-page", "gzip-bomb"])
def test_whatever_the_server_does_nothing_is_added(run: Run, server: Server, fault: str) -> None:
    publish(server, "")
    ran = run("catalogue", "add", f"{server.address}/{fault}/films.toml")
    assert ran.code == 8

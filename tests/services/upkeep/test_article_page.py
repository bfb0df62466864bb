"""A page that the user names is fetched with one request, and read as a file is."""

import json

import pytest

from program import Run
from web_server import Server

ARTICLE = (
    '<html lang="en-US"><meta property="og:site_name" content="The Daily Reel">'
    '<meta property="article:published_time" content="2026-05-05"><body><h1>Dates</h1>'
    "<p><i>Caf\xe9 Noir</i> opens in theaters on June 12.</p></body></html>"
)
HTML = "text/html; charset=iso-8859-1"


def publish(server: Server, body: str = ARTICLE, status: int = 200, **headers: str) -> str:
    headers = {"Content_Type": HTML, **headers}
    server.play({"articles": {"2026/dates": {"status": status, "body": body, "headers": headers}}})
    return f"{server.address}/2026/dates"


def test_a_page_is_fetched_once_and_read_in_the_encoding_that_its_server_names(run: Run, server: Server) -> None:
    address = publish(server)
    ran = run("read", f"{address}#comments", "--json")
    (claim,) = json.loads(ran.out)["claims"]
    assert (claim["film"]["title"], claim["date"]) == ("Caf\xe9 Noir", "2026-06-12")
    assert json.loads(ran.out)["source"]["url"] == f"{address}#comments"
    (request,) = server.requests
    assert request.path == "/2026/dates"
    assert request.headers["user-agent"].startswith("watchlist/")


def test_what_a_page_says_is_kept_with_its_address(run: Run, server: Server) -> None:
    address = publish(server)
    assert run("read", address, "--yes").code == 0
    (release,) = json.loads(run("show", "caf\xe9 noir", "--json").out)["releases"]
    assert release["claims"][0]["source"]["url"] == address


TO_SAVE = "Nothing was kept.\nOr save the page in a browser, and give its file."
ELSEWHERE = "https://elsewhere.example/dates"
TO_READ = f"Nothing was kept.\nTo read that page: watchlist read {ELSEWHERE}"


@pytest.mark.parametrize(
    ("status", "headers", "message"),
    [
        (404, {}, f"answered with the error 404\n{TO_SAVE}"),
        (301, {"Location": ELSEWHERE}, f"wants to send us to elsewhere.example, which is not followed\n{TO_READ}"),
        (302, {"Location": "file:///etc/x"}, f"wants to send us to another page, which is not followed\n{TO_SAVE}"),
    ],
)
def test_a_page_that_is_not_there_is_told(
    run: Run, server: Server, status: int, headers: dict[str, str], message: str
) -> None:
    address = publish(server, status=status, **headers)
    ran = run("read", address, "--yes")
    assert (ran.code, ran.out, ran.err) == (8, "", f"watchlist: {address} {message}\n")


def test_a_page_that_is_no_article_is_refused_as_a_file_is(run: Run, server: Server) -> None:
    address = publish(server, "%PDF-1.7 ...", Content_Type="application/pdf")
    ran = run("read", address)
    assert (ran.code, ran.err.splitlines()[0]) == (
        5,
        f"watchlist: {address} is a PDF document, not the text of an article",
    )


def test_a_page_that_is_too_large_is_refused(run: Run, server: Server) -> None:
    ran = run("read", publish(server, "<p>" + "a" * 6_000_000))
    assert (ran.code, "answered with more than 5 MiB" in ran.err) == (8, True)


@pytest.mark.parametrize(
    "address",
    [
        "http://reel.example/",
        "https://ann:secret@reel.example/",
        "ftp://reel.example/",
        "https://",
        "https://[/",
        "file:///etc/passwd",
    ],
)
def test_only_plain_https_addresses_are_asked(run: Run, address: str) -> None:
    ran = run("read", address)
    assert (ran.code, ran.out, "secret" in ran.err) == (2, "", False)


def test_without_a_network_nothing_is_read(run: Run) -> None:
    ran = run("read", "https://localhost:9/dates")
    assert (ran.code, ran.err.splitlines()[0]) == (8, "watchlist: no network")

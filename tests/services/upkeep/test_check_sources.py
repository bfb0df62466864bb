"""Sources: each kind of fault is found in a made file, and a right file is left alone."""

from pathlib import Path

import pytest

from checked_films import FILM, claim, source, warnings


@pytest.mark.parametrize(
    ("publisher", "is_outlet"),
    [
        ("Variety", True),
        ("/Film", True),
        ("What's on Netflix", True),
        ("The News", True),
        ("The Daily Feed", True),
        ("callaars/film-calendar", False),
        ("vega-datasets movies.json", False),
        ("https://example.org", False),
        ("Headlines in a stored list", False),
        ("A stored list of headlines", False),
        ("upcoming-movies-backend", False),
        ("GitHub", False),
        ("www.variety.com", False),
        ("Google News", False),
        ("the internet", False),
        ("unknown", False),
    ],
)
def test_a_source_that_no_reader_would_name_so_is_found(tmp_path: Path, publisher: str, is_outlet: bool) -> None:
    found = warnings(tmp_path, source(publisher), FILM + claim())
    assert found == ([] if is_outlet else [f'"{publisher}": give the outlet by the name that readers know'])


@pytest.mark.parametrize(
    ("address", "is_page"),
    [
        ("https://example.org/films/a", True),
        ("https://example.org/?p=12", True),
        ("https://github.com/owner/name/blob/1234/films.json", True),
        ("https://example.org/2026/01/05/a-film", True),
        ("https://example.org/p/?id=5&utm_source=x", True),
        ("https://example.org", False),
        ("https://example.org/", False),
        ("https://example.org/index.html", False),
        ("https://example.org/?utm_source=x", False),
        ("https://example.org/en/movies/", False),
        ("https://www.google.com/search?q=a+film", False),
        ("https://x.com/variety", False),
        ("https://x.com/variety/status/1234", True),
        ("https://github.com/owner/name/tree/main", False),
        ("https://github.com/owner/name/blob/main/README.md", False),
        ("https://github.com/owner/name", False),
        ("https://www.github.com/owner/name/", False),
    ],
)
def test_a_front_page_is_found(tmp_path: Path, address: str, is_page: bool) -> None:
    found = warnings(
        tmp_path, source(more=f'url = "{address}"'), FILM + claim(more='reported = "2026"\nseen = "2027-01-01"')
    )
    assert found == ([] if is_page else ["the address is a front page: give that of the page that says it"])


def test_two_sources_of_one_page_are_found(tmp_path: Path) -> None:
    page = 'published = "2026-05-01"\nurl = "https://example.org/a"'
    two = (source(more=page), source("Deadline", key="d", more=page), FILM + claim() + claim(said_by="d"))
    assert warnings(tmp_path, *two) == ['"v" has the same address: make them one source']


def test_one_piece_as_two_sources_is_found(tmp_path: Path) -> None:
    piece = 'published = "2026-05-01"\ntitle = "A Film Moves"'
    claims = FILM + claim() + claim(said_by="d")
    assert warnings(tmp_path, source(more=piece), source(key="d", more=piece), claims) == [
        '"v" is the same article: make them one source'
    ]
    assert warnings(tmp_path, source(more=piece), source("Deadline", key="d", more=piece), claims) == []


def test_one_page_under_two_addresses_is_found(tmp_path: Path) -> None:
    pages = ("https://www.example.org/a/", "http://example.org/a?utm_source=x#top", "https://example.org/b")
    tables = [
        source(key=f"v{number}", more=f'published = "2026-05-01"\nurl = "{page}"') for number, page in enumerate(pages)
    ]
    claims = FILM + "".join(claim(str(2027 + number), said_by=f"v{number}") for number in range(3))
    assert warnings(tmp_path, *tables, claims) == ['"v0" has the same address: make them one source']


@pytest.mark.parametrize(
    ("other", "is_same"), [("variety", True), ("The Variety", True), ("Variety.com", True), ("Variety India", False)]
)
def test_one_outlet_under_two_names_is_found(tmp_path: Path, other: str, is_same: bool) -> None:
    two = (source(), source(other, key="d"), FILM + claim() + claim(said_by="d"))
    assert warnings(tmp_path, *two) == ([f'"{other}" is "Variety" elsewhere: give it one name'] if is_same else [])

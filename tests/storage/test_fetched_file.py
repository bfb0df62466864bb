"""A fetched file is an ordinary film file, whose index is updated film by film."""

from pathlib import Path

import pytest

from adds import paths_in
from bundled import catalogue
from claims import claim
from watchlist.domain.claim import Claim, Source
from watchlist.domain.film import AlsoKnownAs, ExternalId, Film, Series
from watchlist.services.upkeep.check import check_film_file
from watchlist.storage.fetched_file import FetchedFile, film_text
from watchlist.storage.files import Saved
from watchlist.storage.index import build
from watchlist.storage.index.indexed_films import open_films
from watchlist.storage.paths import Paths

FILM = Film(
    "drawing-closer-2024",
    'Odd "title" \\ [/]\u202e',
    also_known_as=(AlsoKnownAs("余命"),),
    runtime=5,
    series=(Series("A series", 2), Series("Another")),
    ids=(ExternalId("wikidata", "Q7"),),
)


def said(when: str, by: str) -> Claim:
    source = Source(f"{by}-1", by, "A “title” = [x]", url="https://example.org/x")
    return claim(when, reported="2026-01-01")._replace(source=source)


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    paths = paths_in(tmp_path, Path(__file__).parents[2] / "data" / "films.toml")
    paths.fetched.parent.mkdir(parents=True, exist_ok=True)
    return paths


def write(paths: Paths, *films: Film) -> Saved:
    file = FetchedFile(paths.fetched)
    for film in films:
        file.put(film)
    return file.save(paths.fetched)


def test_what_is_written_is_what_is_read(paths: Paths) -> None:
    film = FILM._replace(claims=(said("2027", "a"), said("2028", "b")))
    assert write(paths, film) is Saved.SAVED
    assert FetchedFile(paths.fetched).films == (film,)
    assert write(paths, film) is Saved.UNCHANGED
    assert check_film_file(paths.fetched, known=None).faults == ()


def test_nothing_fetched_is_no_file(paths: Paths) -> None:
    assert write(paths) is Saved.UNCHANGED
    assert not paths.fetched.exists()


def test_every_bundled_film_can_be_written_and_read_again(paths: Paths) -> None:
    films = tuple(catalogue().films.values())
    write(paths, *films)
    assert FetchedFile(paths.fetched).films == films


def test_a_film_stays_where_it_is_and_can_be_dropped(paths: Paths) -> None:
    write(paths, FILM, Film("b", "B"))
    write(paths, FILM._replace(runtime=6))
    assert [film.id for film in FetchedFile(paths.fetched).films] == [FILM.id, "b"]
    file = FetchedFile(paths.fetched)
    file.drop(["b", "unknown"])
    file.save(paths.fetched)
    assert [film.id for film in FetchedFile(paths.fetched).films] == [FILM.id]


def test_the_index_is_updated_by_the_films_that_changed_with_sources_of_their_own(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(paths, FILM._replace(claims=(said("2027", "a"),)), Film("b", "B"))
    open_films(paths)

    def forbidden(*_: object) -> None:
        raise AssertionError("an index was rebuilt")

    monkeypatch.setattr(build, "fill", forbidden)
    write(paths, FILM._replace(claims=(said("2027", "a"), said("2028", "new"))))
    found = open_films(paths).films([FILM.id]).films[FILM.id]
    assert found.claims[-2:] == (said("2027", "a"), said("2028", "new"))


def test_facts_fill_gaps_and_replace_nothing(paths: Paths) -> None:
    known = catalogue().films[FILM.id]
    write(paths, FILM)
    found = open_films(paths).films([FILM.id]).films[FILM.id]
    assert (found.title, found.runtime, found.series) == (known.title, known.runtime, FILM.series)
    assert found.claims == known.claims


def test_a_piece_is_a_film_and_its_sources() -> None:
    headers = [line for line in film_text(FILM._replace(claims=(said("2027", "a"),))).splitlines() if line[:2] == "[["]
    assert headers == [
        "[[films]]",
        "[[films.also_known_as]]",
        "[[films.series]]",
        "[[films.series]]",
        "[[films.claims]]",
        "[[sources]]",
    ]

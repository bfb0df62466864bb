import pytest

from watchlist.domain.film import ExternalId
from watchlist.domain.film_reference import Dated, parse_reference
from watchlist.domain.title import parse_title

MATRIX_ON = {
    "imdb": ExternalId("imdb", "tt0133093"),
    "tmdb": ExternalId("tmdb", "603"),
    "wikidata": ExternalId("wikidata", "Q83495"),
    "letterboxd": ExternalId("letterboxd", "the-matrix"),
    "trakt": ExternalId("trakt", "the-matrix-1999"),
}


@pytest.mark.parametrize(
    ("typed", "site"),
    [
        ("tt0133093", "imdb"),
        ("TT0133093", "imdb"),
        ("imdb:tt0133093", "imdb"),
        ("IMDb: tt0133093", "imdb"),
        ("https://www.imdb.com/title/tt0133093/", "imdb"),
        ("https://m.imdb.com/title/tt0133093/?ref_=nv_sr_srsg_0", "imdb"),
        ("https://www.imdb.com/de/title/tt0133093/reference#cast", "imdb"),
        ("<http://imdb.com/title/tt0133093>", "imdb"),
        ("imdb.com/title/tt0133093", "imdb"),
        ("tmdb:603", "tmdb"),
        ("https://www.themoviedb.org/movie/603-the-matrix?language=de-DE", "tmdb"),
        ("themoviedb.org/movie/603/cast", "tmdb"),
        ("wikidata:Q83495", "wikidata"),
        ("wikidata:q83495", "wikidata"),
        ("https://www.wikidata.org/wiki/Q83495", "wikidata"),
        ("http://www.wikidata.org/entity/Q83495", "wikidata"),
        ("https://m.wikidata.org/wiki/Special:EntityData/Q83495.json", "wikidata"),
        ("letterboxd:the-matrix", "letterboxd"),
        ("https://letterboxd.com/film/the-matrix/", "letterboxd"),
        ("https://letterboxd.com/somebody/film/the-matrix/1/", "letterboxd"),
        ("https://trakt.tv/movies/the-matrix-1999", "trakt"),
        ("https://app.trakt.tv/movies/the-matrix-1999?tab=x", "trakt"),
    ],
)
def test_an_id_or_a_link_names_a_film_on_another_site(typed: str, site: str) -> None:
    assert parse_reference(typed).external == MATRIX_ON[site]


@pytest.mark.parametrize(
    "typed",
    [
        "https://www.imdb.com/name/nm0000206/",
        "https://www.themoviedb.org/tv/1399",
        "https://example.org/title/tt0133093",
        "https://imdb.com.example.org/title/tt0133093",
        "https://[broken/title/tt0133093",
        "https://trakt.tv/shows/the-matrix",
    ],
)
def test_another_address_is_a_link_and_no_film(typed: str) -> None:
    reference = parse_reference(typed)
    assert (reference.is_link, reference.external, reference.film_id) == (True, None, None)


@pytest.mark.parametrize("typed", ["1917", "603", "0", "12 Angry Men", "Mission: Impossible", "Face/Off", "M", "!!!"])
def test_all_else_is_a_title_also_a_bare_number(typed: str) -> None:
    reference = parse_reference(f" {typed} ")
    assert reference == (typed, parse_title(typed), None, None, None, False, False)


@pytest.mark.parametrize(
    ("typed", "title", "year", "bracketed"),
    [
        ("Scarface (1932)", "Scarface", 1932, True),
        ("Scarface [1932]", "Scarface", 1932, True),
        ("Scarface 1932", "Scarface", 1932, False),
        ("Scarface, 1932", "Scarface", 1932, False),
        ("1984 (1956)", "1984", 1956, True),
    ],
)
def test_a_year_behind_a_title_may_be_its_year_or_part_of_it(
    typed: str, title: str, year: int, bracketed: bool
) -> None:
    reference = parse_reference(typed)
    assert reference.title == parse_title(typed)
    assert reference.dated == Dated(title, parse_title(title), year, bracketed)


@pytest.mark.parametrize("typed", ["Cyborg 2087x", "Blade 99", "Infinity 9999", "(2012)"])
def test_other_numbers_are_no_years(typed: str) -> None:
    assert parse_reference(typed).dated is None


def test_a_slug_may_be_an_id_and_a_named_one_is() -> None:
    assert parse_reference("up-2009")[3:] == ("up-2009", None, False, False)
    assert parse_reference("id:up")[3:] == ("up", None, False, True)

"""Which film is meant: an equal id says so, else one single film with the title and its year or a director."""

from typing import Any

import pytest

from watchlist.domain.film import AlsoKnownAs, ExternalId, Film
from watchlist.services.live.identity import Hit, contradicts, item_hit, movie_hits, shares_id, the_one
from watchlist.services.live.wikidata import Thing, read_item
from wikidata_items import entity, statement, time

KLARA = Film("klara", "Klara", year=2026, directors=("Taika Waititi",))


def test_an_item_is_described_by_its_titles_years_and_directors() -> None:
    dates = [statement(time(one)) for one in ("2027-03", "2028")]
    film = entity("Q7", "Klara", *dates, P1476="Klara to ohisama", P57=["Q100", "Q101", "Q102"])
    film["aliases"] = {"en": [{"language": "en", "value": "The Sun"}]}
    item = read_item(film)
    assert item is not None
    hit = item_hit(item, {"Q100": Thing("Taika Waititi"), "Q101": Thing()})
    assert hit == Hit("Q7", ("Klara", "The Sun", "Klara to ohisama"), (2027, 2028), ("Taika Waititi",))


def test_the_answer_of_a_search_is_read() -> None:
    results: Any = [
        {"id": 1, "title": "Klara", "original_title": "Kurara", "release_date": "2027-01-01"},
        {"id": 2, "title": "Klara", "release_date": ""},
        {"id": "x", "title": "Klara"},
        {"id": 0, "title": "Klara"},
        None,
    ]
    assert movie_hits({"results": results}) == [Hit("1", ("Klara", "Kurara"), (2027,)), Hit("2", ("Klara",), ())]
    assert movie_hits(None) == []


@pytest.mark.parametrize(
    ("hits", "fits"),
    [
        ([Hit("1", ("KLARA!",), (2027,))], "1"),
        ([Hit("1", ("Klara",), (2025, 1990))], "1"),
        ([Hit("1", ("Klara",), (2028,))], None),
        ([Hit("1", ("Klara",), (), ("taika waititi",))], "1"),
        ([Hit("1", ("Klara",), (), ("Ann Cole",))], None),
        ([Hit("1", ("Klara 2",), (2026,))], None),
        ([Hit("1", ("Klara",), (2026,)), Hit("2", ("Klara",), ())], "1"),
        ([Hit("1", ("Klara",), (2026,)), Hit("2", ("Klara",), (2027,))], None),
        ([], None),
    ],
)
def test_one_film_with_the_title_and_the_year_or_a_director_is_meant(hits: list[Hit], fits: str | None) -> None:
    found = the_one(KLARA, hits)
    assert (found and found.key) == fits


def test_any_title_fits_but_no_title_fits_none() -> None:
    also = KLARA._replace(also_known_as=(AlsoKnownAs("The Sun"),))
    hit = Hit("1", ("The Sun",), (2026,))
    assert (the_one(also, [hit]), the_one(KLARA, [hit])) == (hit, None)
    assert the_one(KLARA._replace(title="!"), [Hit("1", ("?",), (2026,))]) is None
    assert the_one(KLARA._replace(year=None, directors=()), [Hit("1", ("Klara",), (2026,))]) is None


def test_ids_on_other_sites_agree_or_contradict() -> None:
    film = KLARA._replace(ids=(ExternalId("imdb", "tt1"), ExternalId("tmdb", "5")))
    ids: list[dict[str, str]] = [
        {"imdb": "tt1"},
        {"imdb": "tt2"},
        {"imdb": "tt1", "tmdb": "6"},
        {"letterboxd": "x"},
        {},
    ]
    assert [shares_id(film, one) for one in ids] == [True, False, True, False, False]
    assert [contradicts(film, one) for one in ids] == [False, True, True, False, False]

"""What an item of Wikidata says of a film beside its dates; what cannot be named is left out."""

from typing import Any

import pytest

from watchlist.domain.film import AlsoKnownAs, ExternalId, Film
from watchlist.services.live.wikidata import Thing, read_item
from watchlist.services.live.wikidata_facts import names_of, read_facts
from wikidata_items import entity, item_snak, snak, statement, text_snak, time


def facts(film: dict[str, Any], named: dict[str, Thing] | None = None) -> Film:
    item = read_item(film)
    assert item is not None
    return read_facts(item, named or {}, "klara")


def test_the_facts_of_an_item() -> None:
    film = entity(
        "Q7",
        "Klara and the Sun",
        P57="Q100",
        P161=["Q101", "Q102"],
        P364="Q1860",
        P136="Q130232",
        P495=["Q30", "Q145"],
        P345="tt1234567",
        P4947="555",
    )
    film["claims"]["P161"][0]["qualifiers"] = {"P453": [item_snak("Q103")]}
    minutes = {"amount": "+118", "unit": "http://www.wikidata.org/entity/Q7727"}
    film["claims"]["P2047"] = [statement(snak({"type": "quantity", "value": minutes}))]
    film["claims"]["P179"] = [statement(item_snak("Q104"), P1545=text_snak("2"))]
    film["aliases"] = {"en": [{"language": "en", "value": "Klara"}]}
    film["descriptions"] = {"en": {"language": "en", "value": "2027 American film"}}
    item = read_item(film)
    assert item is not None
    assert names_of(item) == {"Q100", "Q101", "Q102", "Q103", "Q104", "Q1860", "Q130232"}
    named = {
        "Q100": Thing("Taika Waititi"),
        "Q101": Thing("Jenna Ortega"),
        "Q103": Thing("Klara"),
        "Q104": Thing("Klara films"),
        "Q1860": Thing("English", language="en"),
        "Q130232": Thing("drama film"),
    }
    facts = read_facts(item, named, "klara-and-the-sun")
    assert (facts.id, facts.title, [one.title for one in facts.also_known_as]) == (
        "klara-and-the-sun",
        "Klara and the Sun",
        ["Klara"],
    )
    assert (facts.directors, facts.cast) == (("Taika Waititi",), (("Jenna Ortega", "Klara", ()),))
    assert (facts.countries, facts.languages, facts.genres, facts.runtime) == (("US", "GB"), ("en",), ("drama",), 118)
    assert facts.synopsis == "2027 American film (Wikidata)"
    assert facts.series == (("Klara films", 2),)
    assert facts.ids == (("wikidata", "Q7"), ("imdb", "tt1234567"), ("tmdb", "555"))


def test_what_cannot_be_named_is_left_out() -> None:
    film = entity("Q7", "Klara", P57="Q100", P161="Q101", P364="Q1860", P136="Q130232", P495="Q999", P179="Q104")
    assert facts(film) == Film("klara", "Klara", ids=(ExternalId("wikidata", "Q7"),))


def test_the_year_is_that_of_the_first_date_and_the_original_title_is_another_one() -> None:
    dates = [statement(time(one)) for one in ("2028", "2027-03-12")]
    film = entity("Q7", "Klara", *dates, P1476=["Klara", "Klara to ohisama"])
    film["aliases"] = {"en": [{"language": "en", "value": "Klara"}, {"language": "en", "value": "The Sun"}]}
    found = facts(film)
    assert (found.year, found.original_title) == (2027, "Klara to ohisama")
    assert found.also_known_as == (AlsoKnownAs("The Sun"),)


@pytest.mark.parametrize(
    ("amount", "unit", "minutes"),
    [
        ("+118", "Q7727", 118),
        ("118", "Q7727", 118),
        ("+2", "Q25235", None),
        ("+118.5", "Q7727", None),
        ("+0", "Q7727", None),
        ("+10000", "Q7727", None),
    ],
)
def test_a_runtime_is_in_whole_minutes(amount: str, unit: str, minutes: int | None) -> None:
    film = entity("Q7", "Klara")
    value = {"amount": amount, "unit": f"http://www.wikidata.org/entity/{unit}"}
    film["claims"]["P2047"] = [statement(snak({"type": "quantity", "value": value}))]
    assert facts(film).runtime == minutes


@pytest.mark.parametrize(("ordinal", "place"), [("2", 2), ("1000", 1000), ("1001", None), ("0", None), ("II", None)])
def test_a_place_in_a_series_is_a_number(ordinal: str, place: int | None) -> None:
    film = entity("Q7", "Klara")
    film["claims"]["P179"] = [statement(item_snak("Q104"), P1545=text_snak(ordinal))]
    assert facts(film, {"Q104": Thing("Klara films")}).series == (("Klara films", place),)

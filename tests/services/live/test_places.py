"""Where an infobox says that a film came out: countries, festivals, cities, and ways to watch."""

import pytest

from watchlist.domain.claim import Channel
from watchlist.services.live.places import Place, read_places, service_of

CINEMAS, DIGITAL, PREMIERE = Channel.THEATRICAL, Channel.DIGITAL, Channel.PREMIERE


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("Japan", [Place("JP", CINEMAS)]),
        ("Bosnia and Herzegovina", [Place("BA", CINEMAS)]),
        ("Japan, France", [Place("JP", CINEMAS), Place("FR", CINEMAS)]),
        ("United Kingdom & Ireland / UK", [Place("GB", CINEMAS), Place("IE", CINEMAS)]),
        ("North America", [Place("US", CINEMAS), Place("CA", CINEMAS)]),
        ("Japan and North America", [Place("JP", CINEMAS), Place("US", CINEMAS), Place("CA", CINEMAS)]),
        ("worldwide", [Place("WW", CINEMAS)]),
        ("West Germany", []),
        ("Disney  Plus", [Place("WW", DIGITAL, "Disney+")]),
        ("Japan DVD release", [Place("JP", Channel.PHYSICAL)]),
        ("VOD", [Place("WW", DIGITAL)]),
        ("United States TV", [Place("US", Channel.TV)]),
        ("limited", [Place("WW", Channel.LIMITED)]),
        ("Berlinale", [Place("DE", PREMIERE)]),
        ("Film Forum, New York City", [Place("US", PREMIERE)]),
        ("TIFF and Japan", [Place("CA", PREMIERE), Place("JP", CINEMAS)]),
        ("MUBI", [Place("WW", PREMIERE)]),
        ("somewhere", [Place("WW", PREMIERE)]),
        ("", []),
    ],
)
def test_the_place_of_a_date(words: str, places: list[Place]) -> None:
    assert list(read_places(words)) == places


def test_a_service_that_also_has_cinemas_is_none() -> None:
    names = ("NETFLIX", "Apple Original Films", "Max", "MUBI", "Amazon MGM Studios", "Variety")
    assert [service_of(one) for one in names] == ["Netflix", "Apple TV", "HBO Max", None, None, None]

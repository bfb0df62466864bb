"""Where an infobox says that a film came out: countries, festivals, cities, and ways to watch."""

import pytest

from watchlist.domain.claim import Channel
from watchlist.services.live.places import ReleasePlace, read_places, service_of

CINEMAS, DIGITAL, PREMIERE = Channel.THEATRICAL, Channel.DIGITAL, Channel.PREMIERE


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("Japan", [ReleasePlace("JP", CINEMAS)]),
        ("Bosnia and Herzegovina", [ReleasePlace("BA", CINEMAS)]),
        ("Japan, France", [ReleasePlace("JP", CINEMAS), ReleasePlace("FR", CINEMAS)]),
        ("United Kingdom & Ireland / UK", [ReleasePlace("GB", CINEMAS), ReleasePlace("IE", CINEMAS)]),
        ("North America", [ReleasePlace("US", CINEMAS), ReleasePlace("CA", CINEMAS)]),
        (
            "Japan and North America",
            [ReleasePlace("JP", CINEMAS), ReleasePlace("US", CINEMAS), ReleasePlace("CA", CINEMAS)],
        ),
        ("worldwide", [ReleasePlace("WW", CINEMAS)]),
        ("West Germany", []),
        ("Disney  Plus", [ReleasePlace("WW", DIGITAL, "Disney+")]),
        ("Japan DVD release", [ReleasePlace("JP", Channel.PHYSICAL)]),
        ("VOD", [ReleasePlace("WW", DIGITAL)]),
        ("United States TV", [ReleasePlace("US", Channel.TV)]),
        ("limited", [ReleasePlace("WW", Channel.LIMITED)]),
        ("Berlinale", [ReleasePlace("DE", PREMIERE)]),
        ("Film Forum, New York City", [ReleasePlace("US", PREMIERE)]),
        ("TIFF and Japan", [ReleasePlace("CA", PREMIERE), ReleasePlace("JP", CINEMAS)]),
        ("MUBI", [ReleasePlace("WW", PREMIERE)]),
        ("somewhere", [ReleasePlace("WW", PREMIERE)]),
        ("", []),
    ],
)
def test_the_place_of_a_date(words: str, places: list[ReleasePlace]) -> None:
    assert list(read_places(words)) == places


def test_a_service_that_also_has_cinemas_is_none() -> None:
    names = ("NETFLIX", "Apple Original Films", "Max", "MUBI", "Amazon MGM Studios", "Variety")
    assert [service_of(one) for one in names] == ["Netflix", "Apple TV", "HBO Max", None, None, None]

"""Of several places that are named, the one that counts for a date."""

import pytest

from watchlist.domain.claim import Channel
from watchlist.services.article.nearest_place import joined_places, nearest_regions, nearest_way
from watchlist.services.article.places import Place, find_places

LIMITED, CINEMAS, DIGITAL, DISC = Channel.LIMITED, Channel.THEATRICAL, Channel.DIGITAL, Channel.PHYSICAL


def places(text: str) -> list[Place]:
    return list(find_places(text))


def test_before_a_date_the_last_country_stands_nearest_and_behind_it_the_first() -> None:
    before, behind = places("in France, or in Japan"), places("in Spain, or in Italy")
    assert nearest_regions(before, behind) == ("JP",)
    assert nearest_regions([], behind) == ("ES",)
    assert nearest_regions(places("at the Cannes festival"), []) == ()


@pytest.mark.parametrize(
    ("text", "channel", "service"),
    [
        ("on Netflix", DIGITAL, "Netflix"),
        ("on disc, then on Netflix", DISC, None),
        ("streaming on Netflix", DIGITAL, "Netflix"),
        ("on digital, that is on Apple TV and Prime Video", DIGITAL, None),
        ("on Apple TV and Prime Video", DIGITAL, "Apple TV+"),
        ("on digital, on Netflix and in many months and many countries on Hulu", DIGITAL, "Netflix"),
        ("in theaters, in a limited release", LIMITED, None),
        ("nationwide after a limited release", CINEMAS, None),
        ("in theaters, then on Netflix", CINEMAS, None),
        ("its world premiere at Sundance", Channel.PREMIERE, "Sundance Film Festival"),
    ],
)
def test_a_service_or_a_limited_run_says_more_than_a_channel(text: str, channel: Channel, service: str | None) -> None:
    way = nearest_way(places(text))
    assert way is not None
    assert (way.channel, way.service) == (channel, service)


def test_a_country_alone_is_no_way() -> None:
    assert nearest_way(places("in France")) is None


def test_one_place_has_the_first_country_and_the_way_that_counts() -> None:
    found = joined_places(places("in France and on disc, streaming in Japan on Netflix"))
    assert found == Place(0, 0, ("FR",), DISC, None)
    assert (joined_places(places("in France")), joined_places([])) == (Place(0, 0, ("FR",)), None)

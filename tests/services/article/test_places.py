"""Countries, festivals, services and channels, as a text names them."""

import pytest

from watchlist.domain.claim import Channel
from watchlist.services.article.places import NAMES, find_places

PREMIERE, LIMITED, CINEMAS, DIGITAL = Channel.PREMIERE, Channel.LIMITED, Channel.THEATRICAL, Channel.DIGITAL
Found = tuple[str, tuple[str, ...], Channel | None, str | None]


def places(text: str) -> list[Found]:
    return [(text[one.start : one.end], one.regions, one.channel, one.service) for one in find_places(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("in the U.S. and Canada", [("U.S. and Canada", ("US", "CA"), None, None)]),
        ("in Taiwan, Japan and the UK", [("Taiwan, Japan and the UK", ("TW", "JP", "GB"), None, None)]),
        ("in Taiwan before Japan", [("Taiwan", ("TW",), None, None), ("Japan", ("JP",), None, None)]),
        ("a French actor", []),
        ("French audiences", [("French audiences", ("FR",), None, None)]),
        ("The Japanese get it in June", [("The Japanese", ("JP",), None, None)]),
        ("British cinemas", [("British cinemas", ("GB",), None, None), ("cinemas", (), CINEMAS, None)]),
        ("a UK premiere", [("UK premiere", ("GB",), None, None), ("UK premiere", (), PREMIERE, None)]),
        ("at Toronto", [("Toronto", ("CA",), PREMIERE, "Toronto International Film Festival")]),
        (
            "the Venice International Film Festival",
            [("Venice International Film Festival", ("IT",), PREMIERE, "Venice Film Festival")],
        ),
        ("on Amazon Prime Video", [("Amazon Prime Video", (), DIGITAL, "Prime Video")]),
        ("on Disney+", [("Disney+", (), DIGITAL, "Disney+")]),
        ("on Nebula+", [("Nebula+", (), DIGITAL, "Nebula+")]),
        ("Netflix Studios", []),
        ("on Channel 4", [("Channel 4", (), Channel.TV, "Channel 4")]),
        ("on Blu-ray", [("Blu-ray", (), Channel.PHYSICAL, None)]),
        ("a 4K restoration", []),
        ("in select theaters", [("select theaters", (), LIMITED, None)]),
        ("to rent or buy", [("to rent", (), DIGITAL, None)]),
        ("skips theaters", []),
        ("without a theatrical release", []),
        ("unstreamed discotheques", []),
    ],
)
def test_a_text_names_places(text: str, found: list[Found]) -> None:
    assert places(text) == found


def test_words_for_cinemas_everywhere_are_wide() -> None:
    texts = ("goes wide", "expands", "everywhere", "in cinemas", "in select theaters")
    assert [one.is_wide for text in texts for one in find_places(text)] == [True, True, True, False, False]


def test_names_of_places_and_services_are_known_in_lower_case() -> None:
    assert {"netflix", "france", "cannes", "channel 4", "disney+"} <= NAMES
    assert {"copper sky", "cannes film festival"} & NAMES == set()

"""Lines such as "Where to watch: Netflix", and what they say about where and how."""

import pytest

from watchlist.domain.claim import Channel
from watchlist.services.article.fields import place_of_fields
from watchlist.services.article.places import Place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Where to watch: Netflix", Place(0, 0, (), Channel.DIGITAL, "Netflix")),
        ("Release date: June 12\n• OTT platform – Hulu", Place(0, 0, (), Channel.DIGITAL, "Hulu")),
        ("Available on: Blu-ray in Germany", Place(0, 0, ("DE",), Channel.PHYSICAL)),
        ("In cinemas: UK\nStreaming on: Shudder", Place(0, 0, ("GB",), Channel.DIGITAL, "Shudder")),
        ("Where to watch: ask your uncle", None),
        ("Director: Netflix", None),
        ("Netflix will say where to watch: soon", None),
    ],
)
def test_a_field_says_where_and_how(text: str, place: Place | None) -> None:
    assert place_of_fields(text) == place

"""Where and how a film comes on a date: its own words, then those of the sentence, then what was said before."""

import pytest

from articles import CONTEXT, dated_words
from watchlist.domain.claim import Channel
from watchlist.services.article.article_claim import Context
from watchlist.services.article.dated_words import SentenceState
from watchlist.services.article.place_of_date import place_of
from watchlist.services.article.places import Place

CINEMAS, DIGITAL, DISC, PREMIERE = Channel.THEATRICAL, Channel.DIGITAL, Channel.PHYSICAL, Channel.PREMIERE
FESTIVAL = Place(0, 0, ("US",), PREMIERE, "Tribeca Festival")


def places(marked: str, context: Context = CONTEXT) -> list[tuple[tuple[str, ...], Channel | None, str | None]]:
    """Give the place of each date of a sentence, after the one before it."""
    found, before = [], SentenceState()
    for words in dated_words(marked, context):
        place = place_of(words, before)
        found.append((place.regions, place.channel, place.service) if place else ((), None, None))
        before = SentenceState(place=place, at=words.part.date.end)
    return found


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        ("It opens on June 12.", [((), None, None)]),
        ("It opens in French cinemas on June 12.", [(("FR",), CINEMAS, None)]),
        ("It opens on June 12 in France.", [(("FR",), None, None)]),
        ("In Japan, it opens on June 12 in cinemas.", [(("JP",), CINEMAS, None)]),
        ("It comes on May 5, only on Netflix.", [((), DIGITAL, "Netflix")]),
        ("It comes to cinemas on May 5, not to Netflix.", [((), CINEMAS, None)]),
        (
            "It opens in French cinemas on June 12, and on July 3 in Japan.",
            [(("FR",), CINEMAS, None), (("JP",), CINEMAS, None)],
        ),
        (
            "It opens in cinemas on June 12 before a debut on Hulu on July 3.",
            [((), CINEMAS, None), ((), DIGITAL, "Hulu")],
        ),
        ("After Netflix, it will be there on June 12.", [((), DIGITAL, "Netflix")]),
        ("*Copper Sky* (June 12, on disc)", [((), DISC, None)]),
        (
            "It has its premiere at Sundance on May 12, and opens on June 5.",
            [(("US",), PREMIERE, "Sundance Film Festival"), ((), None, None)],
        ),
        (
            "It has its world premiere at Sundance on May 12, and again on June 5.",
            [(("US",), PREMIERE, "Sundance Film Festival"), (("US",), PREMIERE, "Sundance Film Festival")],
        ),
    ],
)
def test_the_nearest_words_say_where_and_how(
    marked: str, found: list[tuple[tuple[str, ...], Channel | None, str | None]]
) -> None:
    assert places(marked) == found


def test_what_holds_for_the_article_fills_what_the_sentence_leaves_open() -> None:
    british = CONTEXT._replace(place=Place(0, 0, ("GB",), DISC))
    on_hulu = CONTEXT._replace(place=Place(0, 0, (), DIGITAL, "Hulu"))
    assert places("It comes on June 12.", british) == [(("GB",), DISC, None)]
    assert places("It comes on June 12 in France.", british) == [(("FR",), DISC, None)]
    assert places("It comes to cinemas on June 12.", british) == [(("GB",), CINEMAS, None)]
    assert places("It comes on June 12.", on_hulu) == [((), DIGITAL, "Hulu")]
    assert places("*Copper Sky* (June 12)", british) == [(("GB",), DISC, None)]


def test_at_a_festival_what_is_shown_is_shown_there() -> None:
    at_tribeca = CONTEXT._replace(festival=FESTIVAL)
    assert places("It premieres on June 12.", at_tribeca) == [(("US",), PREMIERE, "Tribeca Festival")]
    assert places("It has its world premiere on June 12.", at_tribeca) == [(("US",), PREMIERE, "Tribeca Festival")]
    assert places("It opens on June 12.", at_tribeca) == [((), None, None)]

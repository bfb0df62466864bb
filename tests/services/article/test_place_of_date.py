"""Where and how a film comes on a date: its own words, then those of the sentence, then what was said before."""

import re

import pytest

from articles import CONTEXT, dated_words
from watchlist.domain.claim import Channel
from watchlist.services.article.article_claim import Context
from watchlist.services.article.clauses import Part
from watchlist.services.article.date_finding import DateMention, Form
from watchlist.services.article.dated_words import DatedWords, SentenceState
from watchlist.services.article.page import Kind
from watchlist.services.article.place_of_date import place_of
from watchlist.services.article.places import Place
from watchlist.services.article.titles import FilmMention, FilmName

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


WORDS: dict[str, Place] = {
    "France": Place(0, 0, ("FR",)),
    "Japan": Place(0, 0, ("JP",)),
    "cinemas": Place(0, 0, (), CINEMAS),
    "disc": Place(0, 0, (), DISC),
    "digital": Place(0, 0, (), DIGITAL),
    "Hulu": Place(0, 0, (), DIGITAL, "Hulu"),
    "Netflix": Place(0, 0, (), DIGITAL, "Netflix"),
    "Netflix-JP": Place(0, 0, ("JP",), DIGITAL, "Netflix"),
    "Cannes": Place(0, 0, ("FR",), PREMIERE, "Cannes"),
    "festival": Place(0, 0, (), PREMIERE),
    "Venice": Place(0, 0, ("IT",), PREMIERE),
    "HBO": Place(0, 0, (), None, "HBO"),
}
"""Words that are places, for sentences whose parts are marked: "before | the date's own DATE words | behind"."""


def place(
    marked: str, before: Place | None = None, *, alone: bool = True, context: Context = CONTEXT
) -> tuple[tuple[str, ...], Channel | None, str | None]:
    """Give the place of the date of a sentence whose parts are marked, and whose places are the `WORDS` in it."""
    left, right = (match.start() for match in re.finditer(r"\|", marked))
    start = marked.index("DATE")
    part = Part(DateMention(start, start + 4, Form.DAY, {}), (left, start), (start + 4, right))
    named = [
        one._replace(start=match.start(), end=match.end())
        for word, one in WORDS.items()
        for match in re.finditer(rf"(?<![\w-]){word}(?![\w-])", marked)
    ]
    film = marked.find("*")
    films = (FilmMention(film, film + 1, FilmName("Copper Sky")),) if film >= 0 else ()
    words = DatedWords(marked, part, films, (), tuple(sorted(named)), context, Kind.PARAGRAPH, alone=alone)
    found = place_of(words, SentenceState(place=before))
    return (found.regions, found.channel, found.service) if found else ((), None, None)


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        ("France | opens in Japan DATE | ", ("JP",)),
        (" | opens in Japan and France DATE | ", ("FR",)),
        (" | opens DATE in Japan and France | ", ("JP",)),
        (" | opens in France DATE or Japan | ", ("FR",)),
        ("In Japan, then France | opens DATE | ", ("FR",)),
        (" | opens DATE | and in Japan", ()),
    ],
)
def test_the_regions_are_those_of_the_dates_own_words_or_else_of_the_words_before_them(
    marked: str, found: tuple[str, ...]
) -> None:
    assert place(marked) == (found, None, None)


def test_the_regions_before_them_come_after_those_of_the_last_date() -> None:
    japan = Place(0, 0, ("JP",), CINEMAS)
    assert place("In France | opens DATE | ", japan) == (("JP",), CINEMAS, None)
    assert place("In France | opens DATE | ", Place(0, 0, (), CINEMAS)) == (("FR",), CINEMAS, None)
    assert place("In France | opens DATE | ", Place(0, 0, ("JP",), PREMIERE)) == (("FR",), None, None)
    assert place(" | and France DATE | ", japan) == (("FR",), CINEMAS, None)


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        (" | in cinemas DATE on disc | ", CINEMAS),
        (" | on disc, in cinemas DATE | ", CINEMAS),
        (" | comes DATE on disc and in cinemas | ", DISC),
        ("On disc, in cinemas | comes DATE | ", CINEMAS),
        (" | comes DATE | on disc, in cinemas", DISC),
        ("In cinemas | comes DATE | on disc", CINEMAS),
    ],
)
def test_the_channel_is_the_nearest_before_the_date_or_else_the_nearest_behind_it(marked: str, found: Channel) -> None:
    assert place(marked) == ((), found, None)


def test_what_comes_behind_the_words_of_a_date_counts_for_the_only_date_of_a_sentence() -> None:
    assert place(" | comes DATE | on disc", alone=False) == ((), None, None)
    assert place("In France | comes DATE | on disc") == (("FR",), None, None)


FAR = "and has been said for a very long time, with many words, to come out"


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        (" | in cinemas DATE on Hulu | ", (CINEMAS, None)),
        (" | on Netflix DATE on Hulu | ", (DIGITAL, "Netflix")),
        (" | on HBO DATE on Hulu | ", (None, "HBO")),
        (f" | in cinemas {FAR} DATE on Hulu | ", (DIGITAL, "Hulu")),
        (f" | in cinemas {FAR} DATE on disc | ", (CINEMAS, None)),
        (f" | on disc, in cinemas {FAR} DATE in France | ", (CINEMAS, None)),
    ],
)
def test_a_service_behind_a_date_counts_before_a_channel_that_is_far_from_it(
    marked: str, found: tuple[Channel | None, str | None]
) -> None:
    assert place(marked)[1:] == found


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        ("On Netflix | and there on DATE | ", ((), "Netflix")),
        (" | Hulu, Netflix, and there on DATE | ", ((), "Netflix")),
        ("On Netflix | with Hulu, and there on DATE | ", ((), "Hulu")),
        ("On Netflix-JP | and there on DATE | ", (("JP",), "Netflix")),
        ("On Netflix-JP | in France, and there on DATE | ", (("FR",), "Netflix")),
        ("On Netflix | in cinemas and there on DATE | ", ((), "Netflix")),
    ],
)
def test_there_is_where_the_last_service_was_named(marked: str, found: tuple[tuple[str, ...], str]) -> None:
    assert place(marked) == (found[0], DIGITAL, found[1])


def test_there_is_also_a_festival_and_its_region() -> None:
    assert place("At Cannes | and there on DATE | ") == (("FR",), PREMIERE, "Cannes")


def test_there_is_nowhere_if_no_service_was_named() -> None:
    assert place("In cinemas | and there on DATE | ") == ((), CINEMAS, None)


HULU = CONTEXT._replace(place=Place(0, 0, ("US",), DIGITAL, "Hulu"))
BRITISH_DISC = CONTEXT._replace(place=Place(0, 0, ("GB",), DISC))


def test_the_service_of_an_article_counts_before_the_last_date_where_a_sentence_has_several() -> None:
    in_cinemas = Place(0, 0, ("JP",), CINEMAS)
    assert place(" | and DATE | ", in_cinemas, alone=False, context=HULU) == (("JP",), DIGITAL, "Hulu")
    assert place(" | and DATE | ", in_cinemas, alone=True, context=HULU) == (("JP",), CINEMAS, None)
    assert place(" | and DATE | ", in_cinemas, alone=False, context=BRITISH_DISC) == (("JP",), CINEMAS, None)
    assert place(" | on disc DATE | ", in_cinemas, alone=False, context=HULU) == (("JP",), DISC, None)


def test_in_brackets_only_the_words_beside_the_date_count_or_else_the_article() -> None:
    assert place(" | *(DATE, on disc) | ", Place(0, 0, ("JP",), CINEMAS)) == ((), DISC, None)
    assert place(" | *(DATE) | ", Place(0, 0, ("JP",), CINEMAS), context=BRITISH_DISC) == (("GB",), DISC, None)
    assert place(" | *(DATE) | ", Place(0, 0, ("JP",), CINEMAS)) == ((), None, None)
    assert place(" | France, on Hulu *(Japan, on disc DATE) | ") == (("JP",), DISC, None)
    assert place(" | on disc, in France, Japan *(DATE) | ") == (("FR",), None, None)


@pytest.mark.parametrize(
    ("marked", "before", "found"),
    [
        (" | and opens DATE | ", WORDS["Cannes"], ((), None, None)),
        (" | and DATE in theaters | ", WORDS["Cannes"], ((), None, None)),
        (" | and DATE, as far as one knows by now, opens | ", WORDS["Cannes"], (("FR",), PREMIERE, "Cannes")),
        (" | and again DATE | ", WORDS["Cannes"], (("FR",), PREMIERE, "Cannes")),
        (" | and opens DATE | ", WORDS["cinemas"], ((), CINEMAS, None)),
        (" | and opens at the festival DATE | ", WORDS["Cannes"], ((), PREMIERE, None)),
    ],
)
def test_what_opens_after_a_premiere_is_no_premiere(
    marked: str, before: Place, found: tuple[tuple[str, ...], Channel | None, str | None]
) -> None:
    assert place(marked, before) == found


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        (" | premieres DATE | ", (("US",), PREMIERE, "Tribeca Festival")),
        (" | screens DATE | ", (("US",), PREMIERE, "Tribeca Festival")),
        (" | is screened DATE | ", (("US",), PREMIERE, "Tribeca Festival")),
        (" | has a premiere DATE | ", (("US",), PREMIERE, "Tribeca Festival")),
        (" | opens DATE | ", ((), None, None)),
        (" | premieres on Hulu DATE | ", ((), DIGITAL, "Hulu")),
        (" | at the festival DATE | ", (("US",), PREMIERE, "Tribeca Festival")),
        (" | at Cannes DATE | ", (("FR",), PREMIERE, "Cannes")),
        (" | at Venice DATE | ", (("IT",), PREMIERE, None)),
        (" | in Japan, at the festival DATE | ", (("US",), PREMIERE, "Tribeca Festival")),
    ],
)
def test_what_is_shown_is_shown_at_the_festival_of_the_article_unless_another_place_is_named(
    marked: str, found: tuple[tuple[str, ...], Channel | None, str | None]
) -> None:
    assert place(marked, context=CONTEXT._replace(festival=FESTIVAL)) == found


def test_a_festival_without_a_region_is_where_the_date_is() -> None:
    assert place(" | in Japan, at the festival DATE | ") == (("JP",), PREMIERE, None)


def test_the_article_says_what_the_sentence_leaves_open() -> None:
    assert place(" | comes DATE | ", context=HULU) == (("US",), DIGITAL, "Hulu")
    assert place(" | in cinemas DATE | ", context=HULU) == (("US",), CINEMAS, None)
    assert place(" | in France DATE | ", context=HULU) == (("FR",), DIGITAL, "Hulu")
    assert place(" | comes DATE | ") == ((), None, None)

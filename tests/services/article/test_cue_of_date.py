"""What the words around a date make of it: those that stand nearest decide."""

import pytest

from articles import CONTEXT, dated_words
from watchlist.services.article.article_claim import Context
from watchlist.services.article.cue_of_date import cue_of
from watchlist.services.article.cues import Cue
from watchlist.services.article.dated_words import SentenceState
from watchlist.services.article.page import Kind
from watchlist.services.article.places import Place
from watchlist.services.article.titles import FilmName


def cues(marked: str, context: Context = CONTEXT, kind: Kind = Kind.PARAGRAPH) -> list[Cue | None]:
    """Weigh each date of a sentence after the one before it."""
    found, before = [], SentenceState()
    for words in dated_words(marked, context, kind):
        cue = cue_of(words, before)
        found.append(cue)
        before = SentenceState(cue=cue, at=words.part.date.end)
    return found


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        ("*Copper Sky* opens on June 12.", [Cue.RELEASE]),
        ("*Copper Sky* opened on April 3.", [Cue.RELEASED]),
        ("*Copper Sky* will be released on June 12.", [Cue.RELEASE]),
        ("Published: June 12", [Cue.OTHER]),
        ("Release date: June 12", [Cue.EITHER]),
        ("The day of *Copper Sky* was June 12.", [Cue.GIVEN_UP]),
        ("*Copper Sky* has a June 12 debut.", [Cue.RELEASE]),
        ("The trailer has a June 12 debut.", [Cue.OTHER]),
        ("*Copper Sky* moves from June 12 to July 3.", [Cue.GIVEN_UP, Cue.RELEASE]),
        ("*Copper Sky* shifts from limited on June 12 to wide on July 3.", [Cue.GIVEN_UP, Cue.RELEASE]),
        ("*Copper Sky* vacated June 12 for July 3.", [Cue.GIVEN_UP, Cue.RELEASE]),
        ("*Copper Sky* was moved to July 3.", [Cue.RELEASE]),
        ("*Copper Sky* was originally slated for June 12.", [Cue.GIVEN_UP]),
        ("*Copper Sky*, originally slated for June 12, now opens July 3.", [Cue.GIVEN_UP, Cue.RELEASE]),
        ("*Copper Sky* has no release date.", [Cue.RELEASE]),
        ("The trailer of *Copper Sky* has no date.", [Cue.OTHER]),
        ("Sony said on Monday that *Copper Sky* opens on June 12.", [Cue.REPORT, Cue.RELEASE]),
        ("Sony announced *Copper Sky* for June 12.", [Cue.RELEASE]),
        ("The trailer of *Copper Sky* arrives on June 12.", [Cue.OTHER]),
        ("Filming on *Copper Sky* is set for June 12.", [Cue.OTHER]),
        ("It is sold to France (Le Pacte, June 12, 2026).", [Cue.RELEASE]),
        ("*Copper Sky* opens on June 12 and July 3.", [Cue.RELEASE, Cue.RELEASE]),
        ("On June 12, Reel releases *Copper Sky*.", [Cue.RELEASE]),
        ("June 12: *Copper Sky*", [Cue.RELEASE]),
        ("It has *Copper Sky* in June 2026.", [Cue.RELEASE]),
        ("*Copper Sky* trots along on June 12.", [Cue.RELEASE]),
        ("It is on Netflix from June 12.", [Cue.RELEASE]),
        ("*Copper Sky* (June 12)", [Cue.RELEASE]),
        ("Ann walks about on June 12.", [None]),
    ],
)
def test_the_words_that_stand_nearest_decide(marked: str, found: list[Cue | None]) -> None:
    assert cues(marked) == found


def test_an_item_of_a_list_needs_no_verb() -> None:
    assert cues("*Copper Sky* with all its cousins, June 12", kind=Kind.ITEM) == [Cue.RELEASE]
    assert cues("*Copper Sky* with all its cousins, June 12") == [None]
    long = "*Copper Sky* with all its cousins and aunts and uncles who walk with it for a mile, June 12"
    assert cues(long, kind=Kind.ITEM) == [None]


def test_under_a_heading_with_a_film_its_fields_and_answers_need_no_verb() -> None:
    section = CONTEXT._replace(film=FilmName("Copper Sky"), is_list=True)
    assert (cues("In Japan: June 12", section), cues("In Japan: June 12")) == ([Cue.RELEASE], [None])
    asked = CONTEXT._replace(asked_place=Place(0, 0, ("JP",)))
    assert (cues("From June 12, 2026, they say.", asked), cues("Ann, from June 12, 2026.", asked)) == (
        [Cue.RELEASE],
        [None],
    )

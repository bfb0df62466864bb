"""Which film a date is of, out of those that a sentence and its section name."""

import pytest

from articles import CONTEXT, dated_words
from watchlist.services.article.article_claim import Context
from watchlist.services.article.dated_words import SentenceState
from watchlist.services.article.film_of_date import films_of
from watchlist.services.article.titles import FilmName

SKY = FilmName("Copper Sky")
SECTION = CONTEXT._replace(film=FilmName("Low Water 2"), is_list=True)


def films(marked: str, context: Context = CONTEXT) -> list[tuple[str | None, ...]]:
    """Give the films of each date of a sentence, after the one before it."""
    found, before = [], SentenceState()
    for words in dated_words(marked, context):
        named = films_of(words, before)
        found.append(tuple(one and one.title for one in named))
        before = SentenceState(film=named[0], at=words.part.date.end)
    return found


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        ("*Copper Sky* opens on June 12.", [("Copper Sky",)]),
        ("*Copper Sky* and *Tin Moon* open on June 12.", [("Tin Moon", "Copper Sky")]),
        (
            "Next are *Copper Sky*, *Tin Moon* and *Low Water*, all on June 12.",
            [("Copper Sky", "Tin Moon", "Low Water")],
        ),
        ("*Copper Sky* opens a week ahead of *Tin Moon* on June 12.", [("Copper Sky",)]),
        ("June 12 brings *Copper Sky* and *Tin Moon*.", [("Copper Sky", "Tin Moon")]),
        ("*Copper Sky* (June 12), *Tin Moon* (June 19)", [("Copper Sky",), ("Tin Moon",)]),
        ("*Copper Sky* (out Monday) and, from Friday, *Tin Moon*.", [("Copper Sky",), ("Tin Moon",)]),
        ("*Copper Sky* opens on June 12, and on July 3 in Japan.", [("Copper Sky",), ("Copper Sky",)]),
        ("A sequel to *Copper Sky* is due on June 12.", [(None,)]),
        ("*Copper Sky* is big; another sequel is due on June 12.", [("Copper Sky",)]),
        ("Ann Cole Wood goes on June 12 with *Copper Sky*.", [(None,)]),
        ("It opens on June 12, says Ann of *Copper Sky*.", [("Copper Sky",)]),
        ("It opens on June 12.", [(None,)]),
    ],
)
def test_the_film_of_a_date_is_the_one_that_the_words_tie_to_it(
    marked: str, found: list[tuple[str | None, ...]]
) -> None:
    assert films(marked) == found


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        ("It opens on June 12.", [("Low Water 2",)]),
        ("Reel Films will have June 12, 2026.", [("Low Water 2",)]),
        ("Reel Films had April 3, 2025.", [(None,)]),
        ("The first film opened on April 3, 2024.", [("Low Water",)]),
        ("*Copper Sky* opens on June 12.", [("Copper Sky",)]),
    ],
)
def test_in_a_section_its_film_is_meant_where_no_other_is_named(
    marked: str, found: list[tuple[str | None, ...]]
) -> None:
    assert films(marked, SECTION) == found

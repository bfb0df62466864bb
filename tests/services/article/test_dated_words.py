"""A date with the words that belong to it, and what they show of it."""

import pytest

from articles import CONTEXT, dated_words
from watchlist.services.article.dated_words import DatedWords
from watchlist.services.article.years import Reference


def only(marked: str) -> DatedWords:
    (words,) = dated_words(marked)
    return words


def test_each_date_has_the_words_before_and_behind_it() -> None:
    first, second = dated_words("*Copper Sky* opens on June 12 in Japan, and on July 3 here.")
    assert [(one.left(), one.right()) for one in (first, second)] == [
        ("Copper Sky opens on ", " in Japan"),
        (", and on ", " here."),
    ]
    assert (first.has_verb(), second.has_verb(), first.alone) == (True, False, False)


def test_words_in_the_title_of_a_film_are_no_words_of_the_sentence() -> None:
    words = only("*The Release in Japan* arrives on June 12 in France.")
    assert [words.text[one.start : one.end] for one in words.cues] == ["arrives"]
    assert [one.regions for one in words.places] == [("FR",)]


@pytest.mark.parametrize(
    ("marked", "in_brackets"),
    [
        ("*Copper Sky* (June 12)", True),
        ("*Copper Sky*, on MUBI (out on June 12)", True),
        ("*Copper Sky* (Reel) is out on June 12", False),
        ("*Copper Sky* is (says Ann) June 12", False),
        ("It is (June 12)", False),
    ],
)
def test_a_date_in_brackets_right_behind_a_film(marked: str, *, in_brackets: bool) -> None:
    assert only(marked).in_brackets() is in_brackets


@pytest.mark.parametrize(
    ("marked", "of_a_country"),
    [
        ("It is sold to France (Le Pacte, June 12)", True),
        ("It is sold to France (June 12)", True),
        ("It is sold to France (Le Pacte, who is it, June 12)", False),
        ("It is sold to Netflix (June 12)", False),
    ],
)
def test_a_date_in_brackets_right_behind_a_country(marked: str, *, of_a_country: bool) -> None:
    assert only(marked).in_brackets_of_a_country() is of_a_country


@pytest.mark.parametrize(
    ("marked", "to_come"),
    [("on June 12, 2026", True), ("on May 5, 2026", False), ("in 2027", True), ("in 2026", False), ("TBA", False)],
)
def test_a_date_is_to_come_if_it_begins_behind_the_day_of_the_article(marked: str, *, to_come: bool) -> None:
    assert only(marked).is_to_come() is to_come
    (words,) = dated_words(marked, CONTEXT._replace(reference=Reference(None)))
    assert not words.is_to_come()

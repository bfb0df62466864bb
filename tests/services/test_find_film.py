"""How well words match a film: by its id or titles, in any written form, or misspelt."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from watchlist.domain.catalogue import Catalogue
from watchlist.domain.film import AlsoKnownAs, Film
from watchlist.services.find_film import How, Match, begin_words, match_order, near_misses, title_match
from whole_shelf import WholeShelf

FILM = Film(
    "drawing-closer-2024",
    "Drawing Closer",
    original_title="余命一年の僕",
    also_known_as=(AlsoKnownAs("Until the End, Closer"),),
    year=2024,
    other_ids=("closer",),
)


@pytest.mark.parametrize(
    ("words", "how", "fits"),
    [
        (" drawing-closer-2024", How.ID, " drawing-closer-2024"),
        ("closer", How.ID, "closer"),
        ("drawing CLOSER!", How.TITLE, "Drawing Closer"),
        ("Drawing Closer 2024", How.TITLE, "Drawing Closer 2024"),
        ("closer drawing", How.OTHER_ORDER, "Drawing Closer"),
        ("draw", How.PREFIX, "Drawing Closer"),
        ("until end", How.WORDS, "Until the End, Closer"),
        ("the end", How.WORDS, "Until the End, Closer"),
        ("余命一年の僕", How.TITLE, "余命一年の僕"),
        ("一年", How.WORDS, "余命一年の僕"),
    ],
)
def test_words_match_by_the_best_form_of_a_title(words: str, how: How, fits: str) -> None:
    assert title_match(FILM, words) == Match(FILM, how, fits)


@pytest.mark.parametrize("words", ["", "!", "en", "e", "closer still", "rawing", "年x"])
def test_words_that_fit_no_title_do_not_match(words: str) -> None:
    assert title_match(FILM, words) is None


def test_a_short_word_must_be_whole_and_a_longer_one_may_begin_another() -> None:
    words = ["the", "end", "of", "it"]
    wanted: tuple[list[str], ...] = (["en"], ["of"], ["end", "it"], ["the", "ends"], ["ent"], [])
    assert [begin_words(one, words) for one in wanted] == [False, True, True, False, False, True]


def test_misspelt_words_find_the_closest_titles_first() -> None:
    films = {one.id: one for one in (FILM, Film("b", "Drawing Closed"), Film("c", "Heat"))}
    shelf = WholeShelf(Catalogue(films))
    found = near_misses(shelf, "drawing closr")
    assert [(one.film.id, one.how, one.fits, one.likeness > 0.85) for one in found] == [
        ("drawing-closer-2024", How.NEAR_MISS, "Drawing Closer", True),
        ("b", How.NEAR_MISS, "Drawing Closed", True),
    ]
    assert found[0].likeness > found[1].likeness
    assert (near_misses(shelf, "!"), near_misses(shelf, "zzzzzz")) == ([], [])


def test_matches_come_in_the_order_of_kind_likeness_title_and_year() -> None:
    matches = [
        Match(Film("a", "Zoo"), How.TITLE, ""),
        Match(Film("b", "Ant"), How.PREFIX, ""),
        Match(Film("c", "Bee"), How.PREFIX, ""),
        Match(Film("d", "bee", year=1990), How.PREFIX, ""),
        Match(Film("e", "Bee", year=1995), How.PREFIX, ""),
        Match(Film("f", "Ant"), How.NEAR_MISS, "", 0.9),
        Match(Film("g", "Ant"), How.NEAR_MISS, "", 0.8),
    ]
    assert sorted((*matches[3:], *matches[:3]), key=match_order) == matches


@settings(max_examples=40)
@given(st.text(max_size=8))
def test_a_title_matches_itself(title: str) -> None:
    match = title_match(Film("id", title), title)
    assert match is not None
    assert match.how in (How.ID, How.TITLE)

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchlist.domain.title import is_sequel, numbers_agree, parse_title, same_title, short_forms

LETTERS = st.characters(min_codepoint=0x20, max_codepoint=0x17F) | st.sampled_from("шёйЙдюнаかガキ余命호프वनಟಾ１２²½")
TEXT = st.text(LETTERS, max_size=25)
WORD = st.sampled_from(("dune", "spider", "matrix", "love", "war", "余命", "호프", "чужой", "men", "angry"))
WORDS = st.lists(WORD, min_size=1, max_size=5)
NUMBER = st.integers(2, 39)


def same(one: str, other: str) -> bool:
    return same_title(parse_title(one), parse_title(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dune: Part Three", "dune 3"),
        ("The Batman: Part II", "Batman 2"),
        ("The Godfather Part II", "Godfather 2"),
        ("Kill Bill: Vol. 2", "kill bill 2"),
        ("It Chapter Two", "It 2"),
        ("Alien³", "Alien 3"),
        ("Shrek2", "Shrek II"),
        ("Ｓｈｒｅｋ　２", "Shrek 2"),
        ("8½", "8 1/2"),
        ("10,000 BC", "10000 BC"),
        ("Ocean's Eleven", "oceans 11"),
        ("12 Angry Men", "Twelve Angry Men"),
        ("Forty-Two Men", "42 men"),
        ("The Sixth Sense", "6th sense"),
        ("Scream VI", "scream six"),
        ("Saw X", "Saw 10"),
        ("Fast X: Part 2", "Fast 10 Part Two"),
        ("Se7en", "Seven"),
        ("Spider-Man", "Spiderman"),
        ("Spider-Man", "spider man"),
        ("WALL·E", "Wall-E"),
        ("Face/Off", "faceoff"),
        ("E.T. the Extra-Terrestrial", "ET the Extra Terrestrial"),
        ("Lilo & Stitch", "lilo and stitch"),
        ("Matrix, The", "The Matrix"),
        ("Les Misérables", "les miserables"),
        ("Ёлки", "елки"),
        ("If....", "if"),
        ("Smørrebrød", "smorrebrod"),
    ],
)
def test_one_title_is_written_in_many_ways(one: str, other: str) -> None:
    assert same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Dune: Part Two", "Dune: Part Three"),
        ("Alien", "Aliens"),
        ("Man Bites Dog", "Dog Bites Man"),
        ("Nine", "9"),
        ("X", "10"),
        ("I", "1"),
        ("M", "1000"),
        ("One Day", "First Day"),
        ("Friday the 13th", "Friday the 14th"),
        ("Tak3n", "Taken"),
        ("Scre4m", "Scream"),
        ("Every Day", "Everyday"),
        ("Romeo + Juliet", "Romeo and Juliet"),
        ("Godzilla x Kong", "Godzilla 10 Kong"),
        ("Agent 007", "Agent 7"),
        ("Мой", "Мои"),
        ("दादा", "द द"),
        ("Vi är bäst", "6 är bäst"),
        ("ハハ", "パパ"),
        ("!!!", "???"),
        ("Part II", "2"),
        ("9/11", "911"),
    ],
)
def test_titles_that_look_alike_stay_apart(one: str, other: str) -> None:
    assert not same(one, other)


@given(TEXT, TEXT, TEXT)
def test_to_be_the_same_is_mutual_and_equal_keys_are_an_equivalence(one: str, other: str, third: str) -> None:
    first, second, last = parse_title(one), parse_title(other), parse_title(third)
    assert same_title(first, first)
    assert same_title(first, second) == same_title(second, first)
    if first.key == second.key and second.key == last.key:
        assert first.key == last.key and same_title(first, last)  # noqa: PT018 - one law


@given(TEXT)
def test_case_never_counts(text: str) -> None:
    assert parse_title(text.casefold()).readings == parse_title(text).readings


@given(st.text(st.sampled_from("aeioucnszE 2"), min_size=1, max_size=12), st.data())
def test_accents_never_count(text: str, data: st.DataObject) -> None:
    marks = [data.draw(st.sampled_from(("", "\u0301", "\u0308"))) if c.isalpha() else "" for c in text]
    accented = unicodedata.normalize("NFC", "".join(c + mark for c, mark in zip(text, marks, strict=True)))
    assert parse_title(accented) == parse_title(text)


@given(WORDS, st.sampled_from((": ", ", ", " - ", "! ", "... ", " – ", "? ")))
def test_punctuation_between_words_never_counts(words: list[str], mark: str) -> None:
    assert parse_title(mark.join(words)).key == parse_title(" ".join(words)).key


@given(WORDS, WORDS)
def test_the_words_and_their_order_count(one: list[str], other: list[str]) -> None:
    assert same(" ".join(one), " ".join(other)) == (one == other)


@given(WORDS, NUMBER, NUMBER, st.sampled_from(("", "Part ", "Chapter ", "Vol. ")))
def test_a_number_that_differs_is_another_film(words: list[str], one: int, other: int, marker: str) -> None:
    title = " ".join(words)
    assert same(f"{title} {marker}{one}", f"{title} {other}") == (one == other)
    assert not same(title, f"{title} {marker}{one}")


@pytest.mark.parametrize(
    ("title", "shorter"),
    [
        ("Venom: The Last Dance", {"venom"}),
        ("Star Wars: Episode IV - A New Hope", {"star wars", "star wars 4"}),
        ("Dune: Part Three", {"dune"}),
        ("Alien", set()),
        ("3:10 to Yuma", set()),
    ],
)
def test_a_title_is_shorter_without_its_subtitle(title: str, shorter: set[str]) -> None:
    assert short_forms(title) == shorter


@pytest.mark.parametrize(
    ("typed", "title", "agree"),
    [
        ("dune", "Dune: Part Three", True),
        ("dune part thre", "Dune: Part Three", True),
        ("dune part two", "Dune: Part Three", False),
        ("avatar 5", "Avatar", False),
        ("shreck 5", "Shrek 5", True),
        ("fast 10", "Fast X", True),
    ],
)
def test_numbers_decide_what_is_near(typed: str, title: str, agree: bool) -> None:
    assert numbers_agree(parse_title(typed), parse_title(title)) is agree


def test_ten_thousand_titles_are_compared_in_50_ms() -> None:
    titles = [parse_title(f"The Thing of Number {number}: Part II") for number in range(10_000)]
    wanted = parse_title("thing of number 7 part 2")
    start = time.process_time()
    found = [title for title in titles if same_title(wanted, title)]
    assert time.process_time() - start < 0.05
    assert found == [titles[7]]


@pytest.mark.parametrize(
    ("text", "sequel"),
    [
        ("Dune 3", True),
        ("Dune: Part Three", True),
        ("Rocky II", True),
        ("28 Years Later", False),
        ("Apollo 13", False),
        ("Blade Runner 2049", False),
        ("2001", False),
        ("9", False),
        ("Venom", False),
    ],
)
def test_a_sequel_ends_in_a_small_number(text: str, sequel: bool) -> None:
    assert is_sequel(parse_title(text)) == sequel

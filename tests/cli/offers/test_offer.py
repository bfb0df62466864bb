"""What was typed is continued: words that begin like it are offered, in any case and in their order."""

from hypothesis import given, settings
from hypothesis import strategies as st

from watchlist.cli.offers.offer import Offer, beginning, words_beginning


def test_words_are_offered_with_their_meaning_as_they_are_written() -> None:
    choices = (("JP", "Japan"), ("US", "United States"), ("jm", "Jamaica"))
    assert list(beginning("j", choices)) == [Offer("JP", "Japan"), Offer("jm", "Jamaica")]
    assert list(words_beginning("", ("b", "a"))) == [Offer("b"), Offer("a")]


@settings(max_examples=50)
@given(st.text("aAß", max_size=2), st.lists(st.text("abAß", max_size=4), max_size=6))
def test_a_word_is_offered_if_and_only_if_it_begins_like_what_was_typed(typed: str, words: list[str]) -> None:
    fitting = [Offer(word) for word in words if word.casefold().startswith(typed.casefold())]
    assert list(words_beginning(typed, words)) == fitting

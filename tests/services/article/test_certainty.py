"""How sure a sentence is: the words of each level, what denies them, and which of several decides."""

import pytest

from watchlist.domain.claim import Certainty
from watchlist.services.article.certainty import WORDS, cancelled_at, hedge


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Insiders say that it opens in June.", "rumoured"),
        ("It is expected in June.", "speculated"),
        ("It could, rumour has it, open in June.", "rumoured"),
        ("Sony has confirmed that it may open in June.", "speculated"),
        ("It officially opens in June.", "confirmed"),
        ("It has been SCRAPPED, insiders say.", "cancelled"),
        ("It isn’t happening.", "cancelled"),
        ("It opens on May 7.", None),
        ("It is slated for June.", None),
        ("It leaks like an unlikely boat.", "rumoured"),
        ("The unexpected boat is unlikely.", None),
    ],
)
def test_the_word_that_stands_first_in_the_table_decides(text: str, level: str | None) -> None:
    assert hedge(text) == level


@pytest.mark.parametrize(
    "text",
    [
        "It has not been confirmed.",
        "It is yet to be officially dated.",
        "It has not been cancelled.",
        "Contrary to rumors it opens in June.",
        "They deny rumours of June.",
    ],
)
def test_what_is_denied_does_not_count(text: str) -> None:
    assert hedge(text) is None


def test_a_denied_guess_is_a_guess_all_the_same() -> None:
    assert hedge("It is not expected before June.") is Certainty.SPECULATED


@pytest.mark.parametrize(("level", "words"), WORDS.items())
def test_each_word_gives_its_level_or_one_above_it_in_the_table(level: Certainty, words: tuple[str, ...]) -> None:
    levels = list(WORDS)
    assert {word for word in words if levels.index(hedge(f"x {word}, y") or level) > levels.index(level)} == set()
    assert all(hedge(f"x {word}, y") for word in words)


def test_where_a_film_is_called_off() -> None:
    text = "Copper Sky was shelved in May; Tin Moon was not cancelled."
    assert (cancelled_at(text), cancelled_at("Tin Moon was not cancelled.")) == (text.index(" in May"), None)

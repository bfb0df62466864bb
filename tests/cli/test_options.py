"""An option arrives as the value that its text means; any other text is a mistake of the command line."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from program import Run, data
from watchlist.cli.options import note_of
from watchlist.domain.errors import BadValue


@settings(max_examples=50)
@given(st.text(st.characters(codec="utf-8"), max_size=12))
def test_a_note_is_one_line_of_words_or_none_at_all(text: str) -> None:
    if any(letter.isprintable() and not letter.isspace() for letter in text):
        assert note_of(text) == note_of(note_of(text)) == " ".join(text.split())
    else:
        with pytest.raises(BadValue):
            note_of(text)


@pytest.mark.parametrize("stars", ["4.5", "4½", "9/10", "****½"])
def test_stars_are_written_as_one_likes(stars: str, run: Run) -> None:
    assert data(run("add", "Alien 1979", "--rating", stars, "--json"))["after"]["rating"] == 4.5


def test_a_tag_may_be_given_again_and_a_count_is_at_least_one(run: Run) -> None:
    assert data(run("add", "Alien 1979", "--tag", "noir", "--tag", "two words", "--json"))["after"]["tags"] == [
        *("noir", "two words")
    ]
    assert run("undo", "0").code == run("upcoming", "--limit", "0").code == 2

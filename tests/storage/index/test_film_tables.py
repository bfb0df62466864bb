"""What writers and readers of a film index agree on: its tables, and the trigrams of a title."""

import re

from hypothesis import given
from hypothesis import strategies as st

from watchlist.storage.index.film_tables import EMPTIED, TABLES, padded, trigrams


def test_every_table_is_emptied_before_the_index_is_filled_again() -> None:
    assert sorted(EMPTIED) == sorted(re.findall(r"CREATE TABLE (\w+)", TABLES))


def test_the_ends_of_a_title_have_trigrams_too() -> None:
    assert (trigrams("heat"), trigrams("m"), trigrams("aaaa")) == (
        *([" he", "at ", "eat", "hea"], [" m "], [" aa", "aa ", "aaa"]),
    )


@given(st.text(max_size=20))
def test_every_letter_of_a_title_is_in_a_trigram_and_each_trigram_in_the_title(folded: str) -> None:
    found = trigrams(folded)
    assert found == sorted(set(found))
    assert all(len(gram) == 3 and gram in padded(folded) for gram in found)
    assert set(folded) <= set("".join(found))

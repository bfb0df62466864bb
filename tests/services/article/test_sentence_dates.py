"""Which dates of a sentence count: not those in titles and names, and not what only says a date again."""

import pytest

from articles import sentence
from watchlist.services.article.sentence_dates import dates_that_count


@pytest.mark.parametrize(
    ("marked", "dates"),
    [
        ("*Copper Sky* opens on June 12 and July 3.", ["June 12", "July 3"]),
        ("*June 12* opens on July 3.", ["July 3"]),
        ("It was at the 2026 Sundance Film Festival in January.", ["January"]),
        ("It was at Tribeca 2026 in June.", ["June"]),
        ("It was in Tribeca, in 2026.", ["2026"]),
        ("It opens Nov. 25, for Thanksgiving.", ["Nov. 25"]),
        ("It opens on Thanksgiving eve, Nov. 25.", ["Thanksgiving eve, Nov. 25"]),
        ("It opens on Thanksgiving, then on Nov. 25.", ["Thanksgiving", "Nov. 25"]),
        ("It opens on Friday, June 12.", ["Friday, June 12"]),
        ("It was taken off the calendar in September 2024.", ["off the calendar"]),
        ("It has no release date, but opens in 2027.", ["no release date", "2027"]),
        ("A release date has not been announced.", ["date has not been announced"]),
        ("A new director hasn’t been announced.", []),
        ("When it opens has not been announced.", ["has not been announced"]),
    ],
)
def test_the_dates_of_a_sentence_that_count(marked: str, dates: list[str]) -> None:
    text, films = sentence(marked)
    assert [text[one.start : one.end] for one in dates_that_count(text, films)] == dates

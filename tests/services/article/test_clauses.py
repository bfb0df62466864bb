"""Which words of a sentence belong to which of its dates."""

import pytest

from watchlist.services.article.clauses import split_parts
from watchlist.services.article.date_finding import find_dates


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("It opens on June 12 in France.", [("It opens on ", "June 12", " in France.")]),
        (
            "It opens on June 12 in France and on July 3 in Japan.",
            [("It opens on ", "June 12", " in France"), (" and on ", "July 3", " in Japan.")],
        ),
        (
            "It opens June 12, only in France, before July 3.",
            [("It opens ", "June 12", ", only in France"), (", before ", "July 3", ".")],
        ),
        (
            "Copper Sky (June 12), Tin Moon (July 3)",
            [("Copper Sky (", "June 12", ")"), (", Tin Moon (", "July 3", ")")],
        ),
        ("From June 12 Tin Moon (July 3)", [("From ", "June 12", " Tin Moon "), ("(", "July 3", ")")]),
        ("June 12 July 3", [("", "June 12", ""), (" ", "July 3", "")]),
        ("It opens soon.", []),
    ],
)
def test_the_words_after_a_date_are_its_own_up_to_the_first_joint(text: str, parts: list[tuple[str, str, str]]) -> None:
    found = split_parts(text, find_dates(text))
    assert [
        (text[slice(*one.left)], text[one.date.start : one.date.end], text[slice(*one.right)]) for one in found
    ] == parts

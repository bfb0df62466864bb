"""What a sentence without a date says: that a film is out, that it is off, and of which year it is."""

import pytest

from articles import CONTEXT, sentence
from watchlist.services.article.places import find_places
from watchlist.services.article.states import in_passing, part_called_off, state_alone


def said(marked: str) -> list[tuple[str, str | None, str | None, str | None, str]]:
    text, films = sentence(marked)
    found = state_alone(text, films, find_places(text), CONTEXT)
    return [(one.film.title if one.film else "", one.region, one.channel, one.service, one.certainty) for one in found]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Copper Sky was scrapped.", "Copper Sky was scrapped."),
        ("Reel set Tin Moon and scrapped Copper Sky; Low Water goes on.", "scrapped Copper Sky;"),
        ("Tin Moon opens, while Copper Sky is shelved", " Copper Sky is shelved"),
        ("Copper Sky was scrapped but then revived.", None),
        ("Copper Sky was not cancelled.", None),
        ("Copper Sky opens.", None),
    ],
)
def test_the_part_that_calls_a_film_off(text: str, part: str | None) -> None:
    found = part_called_off(text)
    assert (found and text[slice(*found)]) == part


@pytest.mark.parametrize(
    ("marked", "states"),
    [
        ("*Copper Sky* is now streaming on Hulu.", [("Copper Sky", None, "digital", "Hulu", "released")]),
        ("*Copper Sky* is out now.", [("Copper Sky", None, None, None, "released")]),
        ("*Copper Sky* is playing in French cinemas.", [("Copper Sky", "FR", "theatrical", None, "released")]),
        ("*Copper Sky* is available.", []),
        ("*Copper Sky* may be out now.", []),
        ("It is out now.", []),
        ("*Copper Sky* was scrapped in France.", [("Copper Sky", "FR", None, None, "cancelled")]),
        (
            "*Tin Moon* is out now, while *Copper Sky* was shelved.",
            [("Copper Sky", None, None, None, "cancelled")],
        ),
        ("The series *Copper Sky* was scrapped.", []),
    ],
)
def test_a_sentence_says_that_a_film_is_out_or_off(
    marked: str, states: list[tuple[str, str | None, str | None, str | None, str]]
) -> None:
    assert said(marked) == states


@pytest.mark.parametrize(
    ("marked", "years"),
    [
        ("2012’s *Copper Sky*", ["2012"]),
        ("his 2012 boxing drama “*Copper Sky*”", ["2012"]),
        ("*Copper Sky* (2012) and *Tin Moon* (1999 film)", ["2012", "1999"]),
        ("*Copper Sky* from 2012.", ["2012"]),
        ("*Copper Sky* in 2012 had", []),
        ("*Copper Sky* (2026)", []),
        ("*Copper Sky* (2027)", []),
    ],
)
def test_a_year_beside_a_film_is_its_own_if_it_is_over(marked: str, years: list[str]) -> None:
    found = list(in_passing(*sentence(marked), CONTEXT))
    assert [(one.date and one.date.text, one.certainty) for one in found] == [(year, "released") for year in years]

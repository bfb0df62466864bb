"""What a heading says about all that stands under it, or that it is about something else."""

import pytest

from articles import CONTEXT
from watchlist.domain.claim import Channel
from watchlist.domain.dates import Edtf
from watchlist.services.article.article_claim import Context
from watchlist.services.article.headings import announces_list, under_heading
from watchlist.services.article.page import Block, Kind
from watchlist.services.article.places import Place
from watchlist.services.article.titles import FilmName, Titles

SKY = FilmName("Copper Sky")
TITLES = Titles((Block(Kind.PARAGRAPH, "“Copper Sky” opens, and “Tin Moon” opens."),), None, lambda _: {})
JAPAN = Place(0, 0, ("JP",))
IN_2028 = CONTEXT.reference._replace(year=2028)
ABOVE = CONTEXT._replace(film=FilmName("Low Water"), place=JAPAN)


def under(heading: str, level: int = 2, above: Context = ABOVE) -> Context:
    return under_heading(Block(Kind.HEADING, heading, level), TITLES, above)


@pytest.mark.parametrize(
    ("heading", "level", "changed"),
    [
        ("Copper Sky", 2, {"film": SKY, "is_list": True}),
        ("Copper Sky and Tin Moon", 2, {"is_list": True}),
        ("Copper Sky", 1, {"film": SKY}),
        ("On disc", 2, {"place": Place(0, 0, (), Channel.PHYSICAL)}),
        ("IN THEATERS", 2, {"place": Place(0, 0, (), Channel.THEATRICAL)}),
        ("In French cinemas", 1, {}),
        ("New in French cinemas", 2, {"place": Place(0, 0, ("FR",), Channel.THEATRICAL)}),
        ("Films of 2028", 2, {"reference": IN_2028, "date": Edtf.parse("2028")}),
        ("Friday, June 12", 2, {"date": Edtf.parse("2026-06-12")}),
        (
            "Out in cinemas tomorrow",
            2,
            {"date": Edtf.parse("2026-05-06"), "place": Place(0, 0, (), Channel.THEATRICAL)},
        ),
        ("Ann Cole's June 12", 2, {}),
        ("May 5, 2026", 2, {}),
        (
            "Copper Sky in Germany?",
            2,
            {"film": SKY, "is_list": True, "asked_place": Place(0, 0, ("DE",))},
        ),
        ("At Sundance", 2, {"festival": Place(3, 11, ("US",), Channel.PREMIERE, "Sundance Film Festival")}),
        ("Trailers", 2, {"film": None, "is_other": True}),
        ("Trailer release", 2, {}),
        ("Copper Sky: the trailer", 2, {"film": SKY, "is_list": True, "is_other": True}),
        ("Plot", 2, {"is_story": True}),
        ("New books and music", 2, {"is_story": True}),
        ("New films and music", 2, {}),
    ],
)
def test_a_heading_changes_what_holds_under_it(heading: str, level: int, changed: dict[str, object]) -> None:
    assert under(heading, level) == ABOVE._replace(**changed)  # type: ignore[arg-type]


def test_under_a_heading_over_other_things_only_a_film_is_one_again() -> None:
    other = ABOVE._replace(film=None, is_other=True, is_story=True)
    assert under("In June", above=other)._replace(date=None) == other
    film = under("Copper Sky", above=other)
    assert (film.film, film.is_other, film.is_story) == (SKY, False, False)


def test_a_day_holds_for_the_films_under_it() -> None:
    dated = under("Friday, June 12")
    assert (under("Copper Sky", 3, dated).date, under("More", 3, dated).date) == (dated.date, None)


@pytest.mark.parametrize(
    ("heading", "is_list"),
    [("New films this week (May 11-17)", True), ("12 films to see", True), ("Copper Sky has a new day", False)],
)
def test_a_headline_is_over_a_list_or_over_one_story(heading: str, *, is_list: bool) -> None:
    assert announces_list(heading) is is_list

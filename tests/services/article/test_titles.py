"""The films that an article names, those of the catalogue and unknown ones, and where a text names them again."""

from collections.abc import Iterable, Mapping

import pytest

from watchlist.services.article.page import Block, Kind
from watchlist.services.article.titles import FilmName, Titles

CATALOGUE = {
    "heat": (("heat-1995", "Heat"), ("heat-1972", "Heat")),
    "heat 2": (("heat-2", "Heat 2"),),
    "drawing closer": (("drawing-closer-2024", "Drawing Closer"),),
    "until we meet": (("drawing-closer-2024", "Drawing Closer"),),
}
HEAT, SKY = FilmName("Heat", ("heat-1995", "heat-1972")), FilmName("Copper Sky")


def known(titles: Iterable[str]) -> Mapping[str, tuple[tuple[str, str], ...]]:
    return {title: CATALOGUE[title] for title in titles if title in CATALOGUE}


def titles(*texts: str, headline: str | None = None, stated: Iterable[str] = ()) -> Titles:
    return Titles(tuple(Block(Kind.PARAGRAPH, text) for text in texts), headline, known, stated)


def named(found: Titles, text: str) -> list[tuple[str, FilmName]]:
    return [(text[one.start : one.end], one.film) for one in found.mentions(text)]


@pytest.mark.parametrize(
    ("text", "films"),
    [
        ("“Heat” is on.", [("Heat", HEAT)]),
        ("The heat is on in Heat.", []),
        ("Then Drawing Closer came.", [("Drawing Closer", FilmName("Drawing Closer", ("drawing-closer-2024",)))]),
        ("“Until We Meet” is on.", [("Until We Meet", FilmName("Drawing Closer", ("drawing-closer-2024",)))]),
        ("“Copper Sky” is on, and Copper Sky stays.", [("Copper Sky", SKY), ("Copper Sky", SKY)]),
        ("COPPER SKY (June 12)", [("COPPER SKY", SKY)]),
        ("The series “Copper Sky” is on.", []),
    ],
)
def test_a_text_names_films_that_are_marked_or_known(text: str, films: list[tuple[str, FilmName]]) -> None:
    assert named(titles(text), text) == films


def test_a_number_behind_a_title_is_that_of_a_sequel() -> None:
    found = titles("“Copper Sky” is on.")
    assert named(found, "Copper Sky 2 and Copper Sky III") == [
        ("Copper Sky 2", FilmName("Copper Sky 2")),
        ("Copper Sky III", FilmName("Copper Sky III")),
    ]
    assert named(found, "Copper Sky 3 weeks later") == [("Copper Sky", SKY)]


def test_a_title_ends_where_its_name_ends() -> None:
    found = titles("“Copper Sky” is on.")
    texts = ("Copper Skyline", "Copper Sky Requiem: June 12", "Copper Sky the Third came", "Copper Sky On Friday")
    assert [named(found, text) for text in texts] == [[], [], [], [("Copper Sky", SKY)]]


def test_a_short_form_is_the_longer_title_where_that_came_first() -> None:
    night = FilmName("Copper Sky: Night Shift")
    long_first = titles("Intro.", "“Copper Sky: Night Shift” is on.", "“Copper Sky” is big.")
    short_first = titles("Intro.", "“Copper Sky” is big.", "“Copper Sky: Night Shift” is on.")
    assert named(long_first, "Copper Sky opens") == [("Copper Sky", night)]
    assert named(short_first, "Copper Sky opens") == [("Copper Sky", SKY)]


@pytest.mark.parametrize(
    ("found", "main"),
    [
        (titles("“Copper Sky” and “Tin Moon”", headline="Tin Moon is late"), "Tin Moon"),
        (titles("“Copper Sky”, “Tin Moon”, Tin Moon", headline="Copper Sky and Tin Moon are late"), "Tin Moon"),
        (titles("“Copper Sky”, “Tin Moon”, Tin Moon, Tin Moon"), "Tin Moon"),
        (titles("“Copper Sky”, “Tin Moon”, Tin Moon"), None),
        (titles("“Copper Sky”"), None),
        (titles("“Copper Sky”, Copper Sky"), "Copper Sky"),
        (titles("It is late.", "It is Narnia.", headline="Narnia: when it opens"), "Narnia"),
        (titles("It is Copper Sky.", headline="Copper Sky is late", stated=("Copper Sky",)), "Copper Sky"),
    ],
)
def test_the_film_of_an_article_is_that_of_its_headline_or_named_most(found: Titles, main: str | None) -> None:
    assert (found.main and found.main.title) == main


def test_speakers_labels_and_questions_are_no_films() -> None:
    blocks = (
        *(Block(Kind.PARAGRAPH, f"Ann Cole: {text}") for text in ("“Ann Cole” here.", "Yes.")),
        Block(Kind.HEADING, "Is Late?", 2),
        Block(Kind.HEADING, "And Now?", 2),
    )
    found = Titles(blocks, None, known)
    assert [one.film for text in ("Ann Cole", "Is Late?", "And Now?") for one in found.mentions(text)] == []


def test_items_under_a_day_are_titles() -> None:
    day, item = Block(Kind.HEADING, "July 1", 2), Block(Kind.ITEM, "Low Water")
    assert [one.film.title for one in Titles((day, item), None, known).mentions("Low Water")] == ["Low Water"]
    assert Titles((item,), None, known).mentions("Low Water") == ()

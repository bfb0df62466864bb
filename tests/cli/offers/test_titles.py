"""Titles are offered from any of their words, as they are written, or by their ids where that is clearer."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from program import Run
from watchlist.cli.offers import titles
from watchlist.cli.offers.offer import Asked, Offer
from watchlist.storage.paths import find_paths

Offering = Callable[[Asked], Iterator[Offer]]


def words(offering: Offering, word: str, *given: str) -> list[str]:
    return [one.word for one in offering(Asked(word, given, find_paths()))]


def write(path: Path, *films: tuple[str, str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        "schema = 1\n" + "".join(f'[[films]]\nid = "{film_id}"\ntitle = "{title}"\n' for film_id, title in films)
    )


@pytest.fixture(autouse=True)
def listed(list_file: Path) -> None:
    write(
        list_file,
        ("drawing-closer-2024", "Drawing Closer"),
        ("heat", "Heat"),
        ("dune-2", "Dune: Part Two"),
        ("dune-3", "Dune Messiah"),
    )


def test_films_of_the_list_are_offered_and_else_those_of_the_catalogue() -> None:
    assert words(titles.films, "closer") == words(titles.listed, "closer") == ["Drawing Closer"]
    assert words(titles.films, "starfig") == words(titles.catalogue, "starfig") == ["Star Wars: Starfighter"]
    assert words(titles.listed, "starfig") == []
    assert words(titles.films, "") == ["Drawing Closer", "Dune Messiah", "Dune: Part Two", "Heat"]


def test_an_empty_list_offers_nothing_until_something_is_typed(list_file: Path) -> None:
    write(list_file)
    assert words(titles.films, "") == []
    assert words(titles.films, "starfig") == ["Star Wars: Starfighter"]


def test_a_film_of_the_list_is_offered_by_any_title_that_the_catalogue_has_for_it() -> None:
    assert words(titles.listed, "余命") == ["余命一年の僕が、余命半年の君と出会った話。"]


def test_behind_the_first_words_of_a_title_the_rest_is_offered() -> None:
    assert words(titles.listed, "cl", "drawing") == ["Closer"]
    assert words(titles.listed, "dune:") == ["Dune: Part Two"]
    assert words(titles.listed, "?!") == []


def test_an_id_is_continued_where_no_title_fits() -> None:
    assert words(titles.listed, "drawing-closer-2") == ["drawing-closer-2024"]


def test_films_of_one_title_are_offered_by_their_ids(list_file: Path) -> None:
    write(list_file, ("heat", "Heat"), ("heat-1986", "HEAT"))
    assert words(titles.listed, "hea") == ["heat", "heat-1986"]


@pytest.mark.parametrize("title", ["--yes", "-x", "Hid\\u202eden", "Bell\\u0007"])
def test_what_cannot_be_typed_as_a_title_is_offered_by_its_id(title: str, list_file: Path) -> None:
    write(list_file, ("odd-one", title))
    assert words(titles.listed, "") == ["odd-one"]


def test_every_title_of_the_catalogue_that_is_offered_means_its_film(run: Run) -> None:
    for start in ("b", "k", "the s", "in"):
        for one in list(titles.catalogue(Asked(start, (), find_paths())))[:5]:
            assert run("show", one.word).out.splitlines()[0].endswith(f"\t{one.meaning}")

"""What is near by name: the candidates of a question, and what a reading command takes."""

import pytest

from bundled import catalogue, shelf
from titles.films_in_memory import FilmsInMemory
from watchlist.domain.film_reference import parse_reference
from watchlist.services.choose import Ask, Scope, choose
from watchlist.services.near_films import near_films, nearest

DRAWING_CLOSER = catalogue().films["drawing-closer-2024"]


def read(typed: str) -> str:
    """Name the film that a reading command takes: its id, or `no`."""
    reference = parse_reference(typed)
    choice = choose(reference, FilmsInMemory(), FilmsInMemory(tuple(catalogue().films.values())), Scope.LIST_FIRST)
    film = nearest(reference, choice, near_films(shelf(), reference))
    return film.id if film else "no"


@pytest.mark.parametrize(
    "words",
    [
        *("drawing-closer-2024", "Drawing Closer", "drawing closer", "drawing clo", "drawing closer 2024"),
        *("余生一年的我", "Yomei Ichinen no Boku ga", "余命一年の僕が、余命半年の君と出会った話。", "drawing closr"),
    ],
)
def test_a_film_is_found_by_any_form_of_its_title(words: str) -> None:
    assert read(words) == DRAWING_CLOSER.id


def test_a_former_title_finds_the_film_by_its_new_name() -> None:
    assert read("My Dearest, Like a Cherry Blossom") == "love-like-the-falling-petals-2022"


def test_one_title_of_two_films_is_a_question_that_the_year_answers() -> None:
    reference = parse_reference("The Exorcist")
    known = FilmsInMemory(tuple(catalogue().films.values()))
    choice = choose(reference, FilmsInMemory(), known, Scope.CATALOGUE)
    assert isinstance(choice, Ask)
    assert [film.id for film in choice.candidates] == ["the-exorcist-1973", "the-exorcist-2027"]
    assert (read("The Exorcist"), read("The Exorcist 1973")) == ("no", "the-exorcist-1973")


def test_words_that_fit_nothing_have_the_nearest_as_candidates() -> None:
    near = near_films(shelf(), parse_reference("We Were Here: First True Love"))
    assert [match.film.id for match in near] == ["we-were-there-first-love-2012"]
    assert near_films(shelf(), parse_reference("zzzzzzzz")) == ()


def test_another_number_or_year_is_never_near() -> None:
    assert not any(match.film.id == "shrek-5-2027" for match in near_films(shelf(), parse_reference("Shrek 4")))
    assert near_films(shelf(), parse_reference("Scarface (1932)")) == ()


def test_a_link_or_an_id_that_nobody_knows_has_no_candidates() -> None:
    for typed in ("tt0000001", "id:alien", "https://letterboxd.com/film/alien/"):
        assert near_films(shelf(), parse_reference(typed)) == ()

import pytest

from bundled import catalogue, shelf
from watchlist.domain.errors import NoSuchFilm, SeveralFilms
from watchlist.services.find_film import Found, find

DRAWING_CLOSER = catalogue().films["drawing-closer-2024"]


@pytest.mark.parametrize(
    "words",
    [
        *("drawing-closer-2024", "Drawing Closer", "drawing closer", "closer drawing", "drawing clo"),
        *(
            "余生一年的我",
            "Yomei Ichinen no Boku ga",
            "drawing closer 2024",
            "余命一年の僕が、余命半年の君と出会った話。",
        ),
    ],
)
def test_a_film_is_found_by_any_form_of_its_title(words: str) -> None:
    found = find(shelf(), words)
    assert (found.film, found.guessed) == (DRAWING_CLOSER, False)


def test_a_former_title_finds_the_film_by_its_new_name() -> None:
    found = find(shelf(), "My Dearest, Like a Cherry Blossom")
    assert found.film.id == "love-like-the-falling-petals-2022"


def test_a_misspelt_title_is_found_and_said_to_be_a_guess() -> None:
    assert find(shelf(), "drawing closr") == Found(DRAWING_CLOSER, "Drawing Closer", guessed=True)


def test_an_external_id_finds_the_film() -> None:
    assert find(shelf(), "tt0078748").film.title == "Alien"


def test_one_title_of_two_films_is_no_answer() -> None:
    with pytest.raises(SeveralFilms) as raised:
        find(shelf(), "The Exorcist")
    assert raised.value.candidates == ("the-exorcist-1973", "the-exorcist-2027")


def test_the_year_tells_two_films_of_one_title_apart() -> None:
    assert find(shelf(), "The Exorcist 1973").film.id == "the-exorcist-1973"
    assert find(shelf(), "The Exorcist (2027)").film.id == "the-exorcist-2027"


def test_words_that_fit_nothing_name_the_nearest() -> None:
    with pytest.raises(NoSuchFilm) as raised:
        find(shelf(), "We Were Here: First True Love")
    assert set(raised.value.candidates) <= {"we-were-there-first-love-2012", "we-were-there-true-love-2012"}
    with pytest.raises(NoSuchFilm) as raised:
        find(shelf(), "zzzzzzzz")
    assert raised.value.candidates == ()


def test_a_letter_of_another_alphabet_is_not_taken_for_granted() -> None:
    assert find(shelf(), "\u0410lien").guessed

"""A candidate is told from another film of the same title by its year, its directors and its release."""

from datetime import date

from claims import claim
from watchlist.domain.film import Film
from watchlist.rendering.candidate_words import candidate_words
from watchlist.services.preferences import ReleaseFilter
from watchlist.services.upcoming import upcoming_film

TODAY = date(2026, 11, 21)


def worded(film: Film) -> str:
    return candidate_words(upcoming_film(film, None, today=TODAY, release_filter=ReleaseFilter()))


def test_what_is_known_of_a_film_stands_in_one_line() -> None:
    made = Film("heat-2", "Heat 2", year=2027, directors=("Ann Lee", "Bo Roe"), claims=(claim("2027-06-18"),))
    assert worded(made) == "Heat 2 (2027), Ann Lee, Bo Roe, 18 June 2027"


def test_what_is_not_known_leaves_no_gap() -> None:
    assert worded(Film("heat-2", "Heat 2")) == "Heat 2"
    assert worded(Film("heat-2", "Heat 2", claims=(claim("XXXX"),))) == "Heat 2, TBA"

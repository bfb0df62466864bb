from datetime import date

from claims import claim
from drawn import draw
from watchlist.domain.claim import Channel
from watchlist.domain.entry import Entry
from watchlist.domain.film import Film
from watchlist.rendering.views import upcoming
from watchlist.rendering.views.upcoming import UpcomingWords, upcoming_words
from watchlist.services.preferences import ReleaseFilter
from watchlist.services.upcoming import Upcoming
from watchlist.services.upcoming import upcoming as find

TODAY = date(2026, 11, 20)
FILM = Film(
    "film",
    "Film",
    year=2026,
    claims=(
        claim("2026-12-01", reported="2026-01-01"),
        claim("2026-12-11", reported="2026-02-01"),
        claim("2027-02-01", reported="2026-01-01", channel=Channel.DIGITAL),
    ),
)


def of(*films: Film, all_films: bool = True) -> Upcoming:
    entries = [Entry(film.id, film.title) for film in films]
    return find(
        {film.id: film for film in films}, entries, today=TODAY, release_filter=ReleaseFilter(), all_films=all_films
    )


def test_a_film_is_worded_by_the_release_that_counts() -> None:
    (one,) = of(FILM).films
    assert upcoming_words(one, TODAY) == UpcomingWords(
        countdown="in 21 days",
        date="11 December 2026",
        film="Film (2026)",
        place="cinemas, US",
        certainty="announced",
        sources="1 source",
        moves="moved, 10 days later",
        others="also 1 February 2027: streaming, US",
        id="film",
    )


def test_a_film_of_which_nothing_is_known_is_worded_too() -> None:
    (one,) = of(Film("new", "New")).films
    assert upcoming_words(one, TODAY) == UpcomingWords("no date yet", "nothing known", "New", "", "", "", "", "", "new")


def test_a_lost_date_is_said_to_be_past_and_not_only_by_its_colour() -> None:
    lost = Film("lost", "Lost", claims=(claim("2027", reported="2026-01-01"), claim("XXXX", reported="2026-02-01")))
    (one,) = of(lost).films
    assert upcoming_words(one, TODAY).date == "was 2027"
    assert draw(upcoming, of(lost), 80).splitlines()[1] == "♥ no date yet  Lost  – was 2027  cinemas US"

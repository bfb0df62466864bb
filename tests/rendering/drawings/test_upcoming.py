"""Coming films drawn: in groups, the nearest first, each under the time in which it comes."""

from datetime import date

import pytest

from claims import claim
from drawn import draw, in_full
from watchlist.domain.claim import Claim
from watchlist.domain.entry import Entry
from watchlist.domain.film import Film
from watchlist.rendering.views import upcoming
from watchlist.services.preferences import ReleaseFilter
from watchlist.services.upcoming import Upcoming
from watchlist.services.upcoming import upcoming as find

TODAY = date(2026, 11, 20)
SOON = Film("dune", "Dune", year=2026, claims=(claim("2026-12-11", reported="2026-11-01"),))
LATER = Film("heat", "Heat", claims=(claim("2027-06", "rumoured", "2026-11-01"),))


def of(*films: Film, listed: bool = True, all_films: bool = True) -> Upcoming:
    entries = [Entry(film.id, film.title) for film in films if listed]
    return find(
        {film.id: film for film in films}, entries, today=TODAY, release_filter=ReleaseFilter(), all_films=all_films
    )


@pytest.mark.parametrize(
    ("said", "heading"),
    [
        (claim("2026-11-21", reported="2026-11-01"), "This week"),
        (claim("2026-11-30", reported="2026-11-01"), "This month"),
        (claim("2026-12-11", reported="2026-11-01"), "December 2026"),
        (claim("2027-07-01", reported="2026-11-01"), "June – August 2027"),
        (claim("2028-01-15", reported="2026-11-01"), "December 2027 – February 2028"),
        (claim("2028-06-16", reported="2026-11-01"), "June – December 2028"),
        (claim("2029-07-01", reported="2026-11-01"), "2029"),
        (claim("2029", reported="2026-11-01"), "Some time in 2029"),
        (claim("202X", reported="2026-11-01"), "Someday"),
        (claim("2026-33", reported="2026-01-01"), "Overdue: the date has passed, no release reported"),
        (claim("XXXX", reported="2026-11-01"), "No date yet"),
        (claim(None, "cancelled", "2026-11-01"), "Cancelled"),
    ],
)
def test_a_film_stands_under_the_time_in_which_it_comes(said: Claim, heading: str) -> None:
    assert draw(upcoming, of(Film("film", "Film", claims=(said,))), 80).splitlines()[0] == heading


def test_a_line_says_when_how_sure_and_where_and_marks_the_films_of_the_list() -> None:
    drawn = (
        "December 2026\n"
        "♥ 21 days   Dune (2026)  ◐ Fri 11 Dec  cinemas US\n"
        "\n"
        "June – August 2027\n"
        "♥ 7 months  Heat         ○ Jun 2027    cinemas US\n"
        "\n"
        "◐ announced   ○ only rumoured   ♥ on your list\n"
    )
    assert draw(upcoming, of(LATER, SOON), 80) == drawn
    own = drawn.replace("   ♥ on your list", "").replace("♥ ", "")
    assert draw(upcoming, of(LATER, SOON, all_films=False), 80) == own


def test_with_details_films_of_a_group_are_apart() -> None:
    other = SOON._replace(id="solo", title="Solo", year=None)
    assert draw(in_full(upcoming), of(SOON, other), 80) == (
        "December 2026\n"
        "Dune (2026)\n"
        "  in 21 days · Friday 11 December 2026 · cinemas, US\n"
        "  ◐ announced · 1 source · last heard 19 days ago\n"
        "\n"
        "Solo\n"
        "  in 21 days · Friday 11 December 2026 · cinemas, US\n"
        "  ◐ announced · 1 source · last heard 19 days ago\n"
    )


def test_nothing_to_see_is_said_with_what_to_do_about_it() -> None:
    for one in (upcoming, in_full(upcoming)):
        assert draw(one, of(all_films=False), 80) == 'Your list is empty. To start: watchlist add "Drawing Closer"\n'
        assert draw(one, of(), 80) == "No upcoming films match.\n"

from datetime import date

import pytest

from drawn import draw
from watchlist.domain.film import Film
from watchlist.rendering.views import search
from watchlist.services.find_film import How, Match
from watchlist.services.search import FoundFilm, SearchResult
from watchlist.services.upcoming import UpcomingFilm

FILM = Film("film", "Film", directors=("Ren Nagase",))
TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("how", "fits", "reason"),
    [
        (How.TITLE, "Film", ""),
        (How.ID, "tt0078748", ""),
        (How.TITLE, "映画", "映画"),
        (How.PERSON, "Nagase Ren", "Nagase Ren"),
        (How.NEAR_MISS, "Film", "like “Film”"),
    ],
)
def test_a_line_says_what_matches_where_the_title_does_not_show_it(how: How, fits: str, reason: str) -> None:
    found = FoundFilm(Match(FILM, how, fits), UpcomingFilm(FILM, None), listed=False)
    assert list(search.as_lines(SearchResult("x", (found,), TODAY))) == [f"Film\tRen Nagase\t\t{reason}\tfilm"]


def test_a_search_without_a_match_says_so() -> None:
    assert draw(search, SearchResult("zzz", (), TODAY), 80) == 'No films match "zzz".\n'
    assert draw(search, SearchResult("", (), TODAY), 80) == "No films match.\n"

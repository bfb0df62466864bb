"""The page of a film: on a site that has its id, else where its newest claim was read."""

import pytest

from claims import claim
from exports import ids
from watchlist.domain.errors import Refused
from watchlist.domain.film import Film
from watchlist.services.open import page_of

BLADE = Film("blade", "Blade", ids=ids(wikidata="Q1", trakt="2", tmdb="3"))


@pytest.mark.parametrize(
    ("site", "page"),
    [
        (None, "https://www.themoviedb.org/movie/3"),
        ("trakt", "https://trakt.tv/movies/2"),
        ("wikidata", "https://www.wikidata.org/wiki/Q1"),
    ],
)
def test_the_page_is_on_the_site_asked_for_else_on_the_first_that_has_the_film(site: str | None, page: str) -> None:
    assert page_of(BLADE, site) == page


def test_without_an_id_it_is_where_the_newest_claim_was_read() -> None:
    old, new = (
        one._replace(source=one.source._replace(url=f"https://{one.source.id}.example/"))
        for one in (claim("2027", reported="2026-01-01", by="Old"), claim("2028", reported="2026-02-01", by="New"))
    )
    assert page_of(Film("x", "X", claims=(old, new))) == "https://new.example/"


def test_a_film_without_a_page_is_refused() -> None:
    with pytest.raises(Refused, match='no page of "Blade" on imdb is known'):
        page_of(BLADE, "imdb")

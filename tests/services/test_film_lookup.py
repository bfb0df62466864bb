"""What services make of the films that a lookup gives follows from these alone, never from others that came along."""

from collections.abc import Callable, Iterable
from datetime import date

import pytest

from articles import found
from bundled import catalogue
from claims import claim
from watchlist.domain.catalogue import Catalogue
from watchlist.domain.film import ExternalId, Film
from watchlist.domain.film_reference import parse_reference
from watchlist.domain.names import fold
from watchlist.services.article.source import ArticleSource
from watchlist.services.film_lookup import FilmLookup
from watchlist.services.near_films import near_films
from watchlist.services.read import ClaimOffer, Effect, keep, known_titles, offers
from watchlist.services.search import search
from whole_shelf import WholeShelf

HEAT = Film("heat-2", "Heat 2", year=2027, claims=(claim("2027-06"),))
WHOLE = WholeShelf(Catalogue({**catalogue().films, HEAT.id: HEAT}))


class AsAsked(WholeShelf):
    """A lookup that gives no film that was not asked for."""

    def films(self, ids: Iterable[str]) -> Catalogue:
        wanted = set(ids)
        return self._with(lambda film: film.id in wanted)

    def named(self, titles: Iterable[str], ids: Iterable[ExternalId]) -> Catalogue:
        folded, keys = set(titles), set(ids)
        return self._with(lambda film: bool(folded & set(map(fold, film.titles)) or keys & set(film.ids)))

    def fitting(self, query: str) -> Catalogue:
        first = fold(query).split()[0]
        return self._with(lambda film: first in fold(" ".join((film.id, *film.titles, *film.people))))

    def _with(self, fits: Callable[[Film], bool]) -> Catalogue:
        films = {film.id: film for film in self.catalogue.films.values() if fits(film)}
        return self.catalogue._replace(films=films)


AS_ASKED = AsAsked(WHOLE.catalogue)
READ = found("Heat 2", "2027-07")
NAMED = READ._replace(film=READ.film._replace(ids=("heat-2",)) if READ.film else None)
NEW = ClaimOffer(READ, None, "Heat 3", claim("2028"), Effect.NEW)


@pytest.mark.parametrize(
    "answer",
    [
        lambda films: known_titles(films)({"heat 2", "drawing closer", "nobody knows"}),
        lambda films: offers(ArticleSource("Reel"), [NAMED, READ], films, date(2026, 11, 20)),
        lambda films: keep([NEW, NEW._replace(title="Heat 2")], films),
        lambda films: search(films, "heat 2"),
        lambda films: near_films(films, parse_reference("drawing closr")),
    ],
)
def test_more_films_than_were_asked_for_change_no_answer(answer: Callable[[FilmLookup], object]) -> None:
    assert answer(WHOLE) == answer(AS_ASKED) != answer(AsAsked(Catalogue({})))

"""What a film of an export says that is not known here."""

import pytest

from claims import claim
from exports import ids
from watchlist.domain.film import AlsoKnownAs, Film
from watchlist.services.transfer.film_news import film_news

SAID = claim("2027-06", reported="2026-01-05")
KNOWN = Film(
    "heat-2", "Heat 2", year=2027, also_known_as=(AlsoKnownAs("Hitze 2"),), ids=ids(imdb="tt1"), claims=(SAID,)
)


def test_a_film_that_nobody_knows_is_all_news() -> None:
    assert film_news(KNOWN, None) == KNOWN


@pytest.mark.parametrize(
    ("more", "news"),
    [
        ({"year": 2028, "runtime": 118}, {"year": 2028, "runtime": 118}),
        ({"title": "Heat Two"}, {"title": "Heat Two"}),
        ({"ids": ids(imdb="tt1", tmdb="5")}, {"ids": ids(tmdb="5")}),
        (
            {"also_known_as": (AlsoKnownAs("Hitze 2"), AlsoKnownAs("Calor 2"))},
            {"also_known_as": (AlsoKnownAs("Calor 2"),)},
        ),
        ({"claims": (claim("2028"), SAID)}, {"claims": (claim("2028"),)}),
        ({"other_ids": ("heat-two",)}, {"other_ids": ("heat-two",)}),
        ({"other_ids": ("heat-two",), "year": 2028}, {"other_ids": ("heat-two",), "year": 2028}),
    ],
)
def test_only_what_is_not_known_is_news(more: dict[str, object], news: dict[str, object]) -> None:
    found = film_news(KNOWN._replace(**more), KNOWN)  # type: ignore[arg-type]
    assert found == Film("heat-2", "")._replace(**news)  # type: ignore[arg-type]


def test_the_same_film_again_is_no_news_whatever_its_source_is_called() -> None:
    renamed = SAID._replace(source=SAID.source._replace(id="variety-2"))
    assert film_news(KNOWN, KNOWN) is None
    assert film_news(KNOWN._replace(claims=(renamed,)), KNOWN) is None
    assert (
        film_news(Film("heat-2", "Heat 2", year=2027, other_ids=("heat",)), KNOWN._replace(other_ids=("heat",))) is None
    )


def test_another_id_of_a_known_film_is_news() -> None:
    known = KNOWN._replace(id="heat-two")
    assert film_news(KNOWN, known) == Film("heat-2", "")

"""A film of TMDB becomes claims for each country and type, and says nothing that TMDB does not."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchlist.services.live.tmdb import read_movie

TODAY = date(2026, 11, 24)


def movie(*dates: tuple[str, int, str, str], **more: Any) -> dict[str, Any]:
    results: Any = [
        {
            "iso_3166_1": region,
            "release_dates": [{"type": kind, "release_date": f"{day}T00:00:00.000Z", "note": note}],
        }
        for region, kind, day, note in dates
    ]
    return {"id": 555, "title": "Klara", "status": "In Production", "release_dates": {"results": results}, **more}


def read(value: dict[str, Any]) -> list[str]:
    found = read_movie(value, "klara", today=TODAY)
    assert found is not None
    return [
        " ".join(filter(None, (one.region, one.channel, one.service, one.date and one.date.text, one.certainty)))
        for one in found.claims
    ]


@pytest.mark.parametrize(
    ("row", "means"),
    [
        (("US", 1, "2027-06-27", ""), "US premiere 2027-06-27 announced"),
        (("US", 2, "2027-06-27", ""), "US limited 2027-06-27 announced"),
        (("US", 3, "2027-06-27", ""), "US theatrical 2027-06-27 announced"),
        (("US", 4, "2027-06-27", "Netflix"), "US digital Netflix 2027-06-27 announced"),
        (("US", 4, "2027-06-27", "VOD"), "US digital 2027-06-27 announced"),
        (("US", 5, "2027-06-27", "Blu-ray"), "US physical 2027-06-27 announced"),
        (("US", 6, "2027-06-27", ""), "US tv 2027-06-27 announced"),
        (("US", 3, "2026-06-27", ""), "US theatrical 2026-06-27 released"),
        (("US", 4, "2027-06-27", "Tribeca Film Festival"), "US premiere 2027-06-27 announced"),
        (("US", 3, "2028-01-01", ""), "US theatrical 2028 announced"),
        (("US", 3, "2026-01-01", ""), "US theatrical 2026-01-01 released"),
        (("US", 3, "2027-06-27", "Re-release"), None),
        (("US", 999, "2027-06-27", ""), None),
        (("XX", 3, "2027-06-27", ""), None),
        (("US", 3, "9999-06-27", ""), None),
        (("US", 3, "2027-02-31", ""), None),
    ],
)
def test_a_row_is_a_claim(row: tuple[str, int, str, str], means: str | None) -> None:
    assert read(movie(row)) == ([means] if means else [])


def test_a_cancelled_film_is_cancelled() -> None:
    assert read(movie(status="Canceled")) == ["WW theatrical cancelled"]


def test_a_rumoured_film_has_rumoured_dates() -> None:
    assert read(movie(("US", 3, "2027-06-27", ""), status="Rumored")) == ["US theatrical 2027-06-27 rumoured"]


def test_the_facts() -> None:
    value = movie(
        original_title="クララ",
        original_language="ja",
        runtime=118,
        genres=[{"id": 18, "name": "Drama"}],
        production_countries=[{"iso_3166_1": "JP"}],
        alternative_titles={"titles": [{"iso_3166_1": "JP", "title": "Kurara"}]},
        external_ids={"imdb_id": "tt1234567"},
        credits={
            "cast": [{"name": "Jenna Ortega", "character": "Klara"}],
            "crew": [{"name": "Taika Waititi", "job": "Director"}, {"name": "X", "job": "Editor"}],
        },
    )
    found = read_movie(value, "klara", today=TODAY)
    assert found is not None
    film = found.facts
    assert (film.title, film.original_title, film.runtime, film.genres) == ("Klara", "クララ", 118, ("drama",))
    assert (film.countries, film.languages, [one.title for one in film.also_known_as]) == (("JP",), ("ja",), ["Kurara"])
    assert (film.directors, film.cast, film.ids) == (
        ("Taika Waititi",),
        (("Jenna Ortega", "Klara", ()),),
        (("tmdb", "555"), ("imdb", "tt1234567")),
    )


@pytest.mark.parametrize("broken", [None, [], {}, {"id": "555"}, {"id": -1}, {"id": True}])
def test_what_is_no_film_is_none(broken: Any) -> None:
    assert read_movie(broken, "klara", today=TODAY) is None


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=5,
)
PARTS = ("release_dates", "credits", "genres", "external_ids", "watch/providers", "alternative_titles", "status")


@given(st.sampled_from(PARTS), JSON)
def test_any_part_may_be_anything(part: str, value: Any) -> None:
    read_movie(movie(("US", 3, "2027-06-27", ""), **{part: value}), "klara", today=TODAY, regions=("US",))

"""Trakt: the JSON files of its export."""

from collections.abc import Mapping
from datetime import date, timedelta, timezone

import pytest

from exports import ids, read
from watchlist.services.transfer.row import ImportedRow

MOVIE = {
    "title": "Another Simple Favor",
    "year": 2025,
    "ids": {"trakt": 1, "slug": "x", "imdb": "tt9999999", "tmdb": 5},
}


@pytest.mark.parametrize(
    ("name", "item", "expected"),
    [
        (
            "lists-watchlist-1.json",
            {"rank": 1, "id": 1, "listed_at": "2024-07-09T00:20:02.000Z", "notes": None, "type": "movie"},
            {"added": date(2024, 7, 8)},
        ),
        (
            "watched-history-3.json",
            {"id": 1, "watched_at": "2024-07-09T12:00:00.000Z", "action": "watch", "type": "movie"},
            {"watched": True, "viewings": (date(2024, 7, 9),)},
        ),
        (
            "ratings-movies.json",
            {"rated_at": "2024-07-09T12:00:00.000Z", "rating": 9},
            {"watched": True, "rating": 9, "rated": date(2024, 7, 9)},
        ),
        (
            "watched-movies.json",
            {"plays": 2, "last_watched_at": "2024-07-09T12:00:00Z", "last_updated_at": "2024-07-09T12:00:00Z"},
            {"watched": True, "viewings": (date(2024, 7, 9),)},
        ),
        (
            "lists-list-123-rainy-days.json",
            {"listed_at": "2024-07-09T12:00:00.000Z"},
            {"added": date(2024, 7, 9), "tags": ("rainy-days",), "kept": True},
        ),
    ],
)
def test_trakt_moments_become_days_where_the_user_is(
    name: str, item: Mapping[str, object], expected: Mapping[str, object]
) -> None:
    content = [{**item, "movie": MOVIE}, {**item, "show": {"title": "S"}}]
    parsed = read(name, content, zone=timezone(timedelta(hours=-5)))
    assert parsed.other_items == 1
    assert parsed.rows == (
        ImportedRow(
            line=1,
            title="Another Simple Favor",
            year=2025,
            ids=ids(imdb="tt9999999", tmdb="5", trakt="1"),
            file=name,
            **expected,  # type: ignore[arg-type]
        ),
    )


def test_a_trakt_film_without_a_year_comes_in() -> None:
    (row,) = read(
        "lists-watchlist.json", [{"listed_at": "2024-01-01T00:00:00Z", "movie": {**MOVIE, "year": None}}]
    ).rows
    assert row.year is None


@pytest.mark.parametrize(
    ("item", "words"),
    [
        ("Alien", "is not a film"),
        ({"rated_at": "2024-07-09T12:00:00Z"}, "is not a film"),
        ({"movie": {"title": None, "ids": {}}}, "has no title"),
        ({"movie": {**MOVIE, "ids": ["tt9999999"]}}, "ids must be an object"),
        ({"movie": MOVIE, "watched_at": 1720526400}, "1720526400 is not text"),
    ],
)
def test_a_trakt_item_of_another_shape_is_a_bad_row(item: object, words: str) -> None:
    first = {"listed_at": "2024-07-09T12:00:00Z", "movie": MOVIE}
    result = read("lists-watchlist.json", [first, first, first, first, first, item])
    assert (len(result.rows), [(bad.line, bad.words) for bad in result.bad]) == (5, [(6, words)])

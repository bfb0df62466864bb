"""The coming year: the films with a release in it, and how many come later."""

from datetime import date

import pytest

from claims import claim
from watchlist.domain.claim import Channel
from watchlist.domain.entry import Entry
from watchlist.domain.film import Film
from watchlist.services.preferences import ReleaseFilter
from watchlist.services.timeline import Timeline, timeline

TODAY = date(2026, 11, 20)
FILMS = {
    one.id: one
    for one in (
        Film("soon", "Soon", claims=(claim("2026-12-05"),)),
        Film("last-day", "Last day", claims=(claim("2027-11-20"),)),
        Film("next-day", "Next day", claims=(claim("2027-11-21"),)),
        Film("vague", "Vague", claims=(claim("2027"),)),
        Film("far", "Far", claims=(claim("2029"),)),
        Film("undated", "Undated", claims=(claim("XXXX"),)),
        Film("french", "French", claims=(claim("2027-01", region="FR"),)),
        Film("not-mine", "Not mine", claims=(claim("2027-02"),)),
    )
}
WANTED = [Entry(key, key) for key in FILMS if key != "not-mine"]


def shown(found: Timeline) -> tuple[list[str], int]:
    return [one.film.id for one in found.coming.films], found.later


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, (["soon", "french", "last-day", "vague"], 2)),
        ({"release_filter": ReleaseFilter(("FR",))}, (["soon", "french", "last-day", "vague"], 2)),
        ({"release_filter": ReleaseFilter((), (Channel.DIGITAL,))}, ([], 0)),
        ({"all_films": True}, (["soon", "french", "not-mine", "last-day", "vague"], 2)),
    ],
)
def test_the_timeline_reaches_a_year_ahead_and_counts_what_comes_later(
    asked: dict[str, object], expected: tuple[list[str], int]
) -> None:
    options = {"today": TODAY, "release_filter": ReleaseFilter(), **asked}
    assert shown(timeline(FILMS, WANTED, **options)) == expected  # type: ignore[arg-type]

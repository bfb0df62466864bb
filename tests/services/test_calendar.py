from datetime import date

import pytest

from claims import claim
from watchlist.domain.claim import Channel
from watchlist.domain.errors import BadValue
from watchlist.domain.film import Film
from watchlist.services.calendar import Month, month, parse_month
from watchlist.services.preferences import Lacking, Preferences, ReleaseFilter

TODAY = date(2026, 11, 20)
SAID = "2026-01-01"


def film(name: str, *claims: object) -> Film:
    return Film(name, name.title(), claims=claims)  # type: ignore[arg-type]


FILMS = (
    film("last", claim("2026-12-31", reported=SAID)),
    film("early", claim("2026-12-18", reported=SAID)),
    film("also", claim("2026-12-18", reported=SAID)),
    film("month", claim("2026-12", reported=SAID)),
    film("winter", claim("2026-24", reported=SAID)),
    film("someday", claim("2026/2028", reported=SAID)),
    film("next", claim("2027-01-01", reported=SAID)),
    film("off", claim(None, "cancelled", SAID)),
    film("festival", claim("2026-12-05", reported=SAID, channel=Channel.PREMIERE)),
    film("abroad", claim("2026-12-24", reported=SAID, region="JP"), claim("2026-12-26", reported=SAID)),
)


def of(first: date = date(2026, 12, 1), **asked: object) -> Month:
    return month(FILMS, first, today=TODAY, **{"release_filter": ReleaseFilter(), **asked})  # type: ignore[arg-type]


def days(found: Month) -> list[tuple[int, list[str]]]:
    return [(day.day, [one.film.id for one in releases]) for day, releases in found.days]


def test_a_month_has_its_releases_by_day_and_then_by_title() -> None:
    assert days(of()) == [(18, ["also", "early"]), (24, ["abroad"]), (26, ["abroad"]), (31, ["last"])]


def test_what_may_come_some_time_in_it_is_beside_it_unless_it_is_too_vague() -> None:
    assert [one.film.id for one in of().vague] == ["month", "winter"]


def test_a_month_ends_on_its_last_day() -> None:
    assert (of().first, of().last, of(date(2028, 2, 1)).last) == (
        date(2026, 12, 1),
        date(2026, 12, 31),
        date(2028, 2, 29),
    )


def test_a_filter_leaves_releases_out_and_a_preference_chooses_among_those_of_a_film() -> None:
    assert days(of(release_filter=ReleaseFilter(regions=("JP",)))) == [(24, ["abroad"])]
    asked = of(release_filter=ReleaseFilter(regions=("JP",)), wants={"early": None})
    assert [(day.day, [(one.film.id, one.lacking) for one in found]) for day, found in asked.days] == [
        (18, [("early", Lacking(regions=("JP",)))]),
        (24, [("abroad", None)]),
    ]
    assert days(of(release_filter=ReleaseFilter(channels=(Channel.PREMIERE,)))) == [(5, ["festival"])]
    assert days(of(preferences=Preferences(regions=("JP",)))) == [
        (18, ["also", "early"]),
        (24, ["abroad"]),
        (31, ["last"]),
    ]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("", date(2026, 11, 1)),
        ("2026-12", date(2026, 12, 1)),
        ("December 2027", date(2027, 12, 1)),
        ("december", date(2026, 12, 1)),
        ("next", date(2026, 12, 1)),
        (" Next  month ", date(2026, 12, 1)),
        ("prev", date(2026, 10, 1)),
        ("last month", date(2026, 10, 1)),
    ],
)
def test_a_month_is_typed_with_its_year_or_is_one_of_this_year(typed: str, first: date) -> None:
    assert parse_month(typed, today=TODAY) == first


def test_the_month_after_december_is_in_the_next_year() -> None:
    assert parse_month("next", today=date(2026, 12, 31)) == date(2027, 1, 1)
    assert parse_month("prev", today=date(2026, 1, 31)) == date(2025, 12, 1)
    with pytest.raises(BadValue, match="no such month"):
        parse_month("next", today=date.max)


@pytest.mark.parametrize("typed", ["2026", "2026-12-24", "spring 2027"])
def test_another_length_of_time_is_not_a_month(typed: str) -> None:
    with pytest.raises(BadValue, match="is not a month: write 2026-12"):
        parse_month(typed, today=TODAY)

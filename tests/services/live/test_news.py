"""What a person hears of after a refresh: what changed where they are, and not a line for each country."""

from datetime import date

import pytest

from claims import claim
from watchlist.domain.film import Film
from watchlist.services.live.news import news_of

TODAY = date(2026, 11, 24)
BEFORE = Film("klara", "Klara", claims=(claim("2027-05-01", reported="2026-01-01", region="US"),))


def heard(*new: tuple[str, str], regions: tuple[str, ...] = ()) -> list[str]:
    more = tuple(claim(when, reported="2026-10-01", region=region) for region, when in new)
    news = news_of(BEFORE, BEFORE._replace(claims=(*BEFORE.claims, *more)), TODAY, regions)
    return [f"{one.release.key.region} {one.move.kind} {one.move.after}" for one in news]


def test_nothing_new_is_no_news() -> None:
    assert heard(("US", "2027-05-01")) == []


def test_a_change_is_news() -> None:
    assert heard(("US", "2027-06-01")) == ["US slip 2027-06-01"]


@pytest.mark.parametrize(
    ("regions", "news"),
    [
        ((), ["US slip 2027-06-01", "JP announced 2027-04-02"]),
        (("DE", "FR"), ["DE announced 2027-04-03"]),
        (("US",), ["US slip 2027-06-01"]),
        (("AU",), ["US slip 2027-06-01", "JP announced 2027-04-02"]),
    ],
)
def test_of_many_countries_those_of_the_user_count_and_one_first_date(
    regions: tuple[str, ...], news: list[str]
) -> None:
    new = (("US", "2027-06-01"), ("FR", "2027-04-04"), ("DE", "2027-04-03"), ("JP", "2027-04-02"))
    assert heard(*new, regions=regions) == news

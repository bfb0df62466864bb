from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims import CLAIMS, claim
from watchlist.domain.claim import Channel, Claim
from watchlist.domain.countdown import Countdown, State, countdown, in_order_of_interest, releases_today
from watchlist.domain.film import Film
from watchlist.domain.resolution import resolve

TODAY = date(2024, 6, 1)


@pytest.mark.parametrize(
    ("when", "certainty", "expected"),
    [
        ("2024-06-27", "announced", Countdown(State.DATED, 26, 26)),
        ("2024-06-02", "announced", Countdown(State.DATED, 1, 1)),
        ("2024-06-01", "announced", Countdown(State.DUE, 0, 0)),
        ("2024-05-20", "announced", Countdown(State.OUT, -12, -12)),
        ("2024-05-20", "rumoured", Countdown(State.OVERDUE, -12, -12)),
        ("2024-22", "announced", Countdown(State.DUE, 0, 91)),
        ("2024-23", "announced", Countdown(State.DATED, 92, 182)),
        ("2024-05", "announced", Countdown(State.OVERDUE, -31, -1)),
        ("2024-05", "released", Countdown(State.OUT, -31, -1)),
        ("2024", "released", Countdown(State.OUT, -152, 213)),
        ("2024-07/..", "announced", Countdown(State.DATED, 30, None)),
        ("../2024-12-31", "announced", Countdown(State.DUE, None, 213)),
        ("XXXX", "announced", Countdown(State.UNDATED)),
        (None, "released", Countdown(State.OUT)),
        (None, "cancelled", Countdown(State.CANCELLED)),
        (None, "announced", Countdown(State.UNDATED)),
    ],
)
def test_a_countdown_counts_to_both_ends_and_names_the_state(
    when: str | None, certainty: str, expected: Countdown
) -> None:
    assert countdown(resolve([claim(when, certainty, "2024-01-01")]), TODAY) == expected


def test_a_passed_day_that_somebody_contests_is_not_out() -> None:
    contested = [claim("2024-03-20", "announced", "2023-01-01"), claim("2025", "speculated", "2024-01-19", by="B")]
    assert countdown(resolve(contested), TODAY).state is State.OVERDUE


@given(CLAIMS.filter(bool), st.dates(date(2024, 1, 1), date(2027, 12, 31)), st.integers(1, 2000))
def test_what_is_out_stays_out_while_nobody_says_anything_new(claims: Sequence[Claim], day: date, later: int) -> None:
    resolution = resolve(claims)
    if countdown(resolution, day).state is State.OUT:
        assert countdown(resolution, day + timedelta(days=later)).state is State.OUT


def test_releases_come_in_the_order_of_interest() -> None:
    def on(channel: Channel, when: str | None, certainty: str = "announced") -> Claim:
        return claim(when, certainty, "2024-01-01", channel=channel)

    film = Film(
        "film",
        "Film",
        claims=(
            on(Channel.PREMIERE, None, "cancelled"),
            on(Channel.LIMITED, "2024-03-01"),
            on(Channel.THEATRICAL, "2024-04-01"),
            on(Channel.DIGITAL, "2024-09-01"),
            on(Channel.PHYSICAL, "2024-05"),
            on(Channel.TV, "2024-07-01"),
        ),
    )
    assert [
        (one.release.key.channel, one.countdown.state) for one in in_order_of_interest(releases_today(film, TODAY))
    ] == [
        (Channel.TV, State.DATED),
        (Channel.DIGITAL, State.DATED),
        (Channel.THEATRICAL, State.OUT),
        (Channel.LIMITED, State.OUT),
        (Channel.PHYSICAL, State.OVERDUE),
        (Channel.PREMIERE, State.CANCELLED),
    ]

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims import CLAIMS, claim
from watchlist.domain.claim import Certainty, Channel, Claim
from watchlist.domain.countdown import (
    Countdown,
    ReleaseToday,
    State,
    countdown,
    distinct,
    in_order_of_interest,
    releases_today,
)
from watchlist.domain.dates import Edtf
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
        ("2024-05", "announced", Countdown(State.OUT, -31, -1)),
        ("2024-05-10/2024-05-20", "announced", Countdown(State.OUT, -22, -12)),
        ("2024-05?", "announced", Countdown(State.OVERDUE, -31, -1)),
        ("2024-21", "announced", Countdown(State.OVERDUE, -92, -1)),
        ("2024-33", "confirmed", Countdown(State.OVERDUE, -152, -62)),
        ("2022/2023", "announced", Countdown(State.OVERDUE, -882, -153)),
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


@pytest.mark.parametrize(
    ("later", "state"),
    [("2024-03", State.OUT), ("2024", State.OUT), ("2024-05-01", State.OVERDUE), ("XXXX", State.OVERDUE)],
)
def test_a_newer_weaker_word_that_says_something_else_stops_a_date_from_counting_as_kept(
    later: str, state: State
) -> None:
    claims = [claim("2024-03-20", "announced", "2023-01-01"), claim(later, "speculated", "2024-01-19", by="B")]
    assert countdown(resolve(claims), TODAY).state is state


def test_a_passed_day_that_somebody_contests_is_not_out() -> None:
    contested = [claim("2024-03-20", "announced", "2023-01-01"), claim("2025", "speculated", "2024-01-19", by="B")]
    assert countdown(resolve(contested), TODAY).state is State.OVERDUE


@given(CLAIMS.filter(bool), st.dates(date(2024, 1, 1), date(2027, 12, 31)), st.integers(1, 2000))
def test_what_is_out_stays_out_while_nobody_says_anything_new(claims: Sequence[Claim], day: date, later: int) -> None:
    resolution = resolve(claims)
    if countdown(resolution, day).state is State.OUT:
        assert countdown(resolution, day + timedelta(days=later)).state is State.OUT


def today_of(*claims: Claim, today: date = TODAY) -> list[ReleaseToday]:
    return list(releases_today(Film("film", "Film", claims=claims), today))


@pytest.mark.parametrize(
    ("when", "heard", "stale"),
    [
        ("2024-12-01", "2023-05-31", True),
        ("2024-12-01", "2023-06-01", False),
        ("2025-12-01", "2022-11-28", True),
        ("2025-12-01", "2022-12-01", False),
        ("2024-05-01", "2020-01-01", False),
        ("2024-12-01", "2020/2023-12-01", False),
        ("2024-07-01/2025-07-31", "2023-05-01", False),
        ("2024-07-01/2024-08-31", "2023-05-01", True),
        ("2024-07/..", "2023-05-01", True),
    ],
)
def test_a_date_is_stale_when_its_word_is_older_than_a_year_and_than_the_time_left(
    when: str, heard: str, *, stale: bool
) -> None:
    (one,) = today_of(claim(when, "announced", heard))
    assert (one.stale, one.is_sure) == (stale, not stale and when > "2024-06")


@pytest.mark.parametrize(
    ("heard", "day", "stale"),
    [
        ("2023-02-28", "2024-02-28", False),
        ("2023-02-28", "2024-02-29", True),
        ("2024-02-29", "2025-02-28", False),
        ("2024-02-29", "2025-03-01", True),
        ("2023-06-01", "2024-06-01", False),
        ("2023-06-01", "2024-06-02", True),
    ],
)
def test_a_year_is_a_year_of_the_calendar(heard: str, day: str, *, stale: bool) -> None:
    (one,) = today_of(claim(day, "announced", heard), today=date.fromisoformat(day))
    assert one.stale == stale


@pytest.mark.parametrize(
    ("out", "day", "stale"),
    [
        ("2024-02-04", "2024-03-04", False),
        ("2024-02-04", "2024-03-05", True),
        ("2024-01-31", "2024-02-29", False),
        ("2024-01-31", "2024-03-01", True),
        ("2023-12-31", "2024-01-31", False),
        ("2024-02", "2024-03-29", False),
        ("2024-02", "2024-03-30", True),
    ],
)
def test_a_month_is_a_month_of_the_calendar(out: str, day: str, *, stale: bool) -> None:
    ours, belgian = claim("2024-12-01", reported="2023-12-30"), claim(out, reported="2023-12-30", region="BE")
    released = belgian._replace(certainty=Certainty.RELEASED)
    one = next(one for one in today_of(released, ours, today=date.fromisoformat(day)) if one.release.key.region == "US")
    assert one.stale == stale


def test_a_date_is_stale_when_the_film_came_out_elsewhere_more_than_a_month_ago() -> None:
    ours, belgian = claim("2024-12-01", reported="2024-03-01"), claim("2024-03-04", reported="2024-03-01", region="BE")
    early, late = (today_of(belgian, ours, today=day)[1] for day in (date(2024, 4, 4), date(2024, 4, 5)))
    assert (early.stale, late.stale) == (False, True)
    assert late.elsewhere is not None
    assert (late.elsewhere.key.region, late.elsewhere.date) == ("BE", belgian.date)


def test_a_release_in_the_same_region_or_at_a_festival_is_not_elsewhere() -> None:
    streaming = claim("2024-12-01", reported="2024-01-01", channel=Channel.DIGITAL)
    cinemas = claim("2024-03-01", "released", "2024-03-02")
    festival = claim("2024-03-01", "released", "2024-03-02", region="FR", channel=Channel.PREMIERE)
    one = today_of(streaming, cinemas, festival)[-1]
    assert (one.release.claims, one.elsewhere, one.stale) == ((streaming,), None, False)


def test_what_was_announced_counts_as_out_until_somebody_reports_it() -> None:
    announced, reported = claim("2024-05-20", reported="2024-01-01"), claim(None, "released", "2024-05-21", by="B")
    assert [one.presumed for one in today_of(announced)] == [True]
    assert [one.presumed for one in today_of(announced, reported)] == [False]


def test_an_error_gives_contests_and_moves_no_date() -> None:
    right = claim("2024-12-01", reported="2024-01-01")
    wrong = claim("2025-05-25", "confirmed", "2024-02-01", by="B")._replace(error="a slip of the pen")
    (one,) = today_of(right, wrong)
    assert one.release.resolution == resolve([right])
    assert one.release.last_heard == date(2024, 1, 1)
    assert [move.claim for move in one.release.moves] == [right]
    assert (one.release.agreeing, one.release.conflicting) == (("Variety",), ())
    assert one.release.newest_first == (wrong, right)
    assert today_of(wrong) == []
    first = wrong._replace(reported=Edtf.parse("2023-01-01"))
    (one,) = today_of(first, right)
    assert [(move.claim, move.before) for move in one.release.moves] == [(right, None)]


def test_a_rumour_is_no_line_of_its_own_beside_an_announcement_of_the_same_region_and_year() -> None:
    announced = claim("2024-12-01", reported="2024-01-01")
    same = claim("2024-11", "rumoured", "2024-01-01", channel=Channel.DIGITAL)
    other_year = claim("2025", "rumoured", "2024-01-01", channel=Channel.PHYSICAL)
    other_region = claim("2024-11", "rumoured", "2024-01-01", region="JP")
    releases = releases_today(Film("film", "Film", claims=(announced, same, other_year, other_region)), TODAY)
    assert {one.release.claims for one in distinct(releases)} == {(announced,), (other_year,), (other_region,)}


@pytest.mark.parametrize(
    ("rumour", "is_beside"),
    [("2024", True), ("2023/2025", True), ("2024-12/..", True), ("../2024-08", True), ("2023/2023-12", False)],
)
def test_a_rumour_of_several_years_is_beside_an_announcement_of_one_of_them(rumour: str, *, is_beside: bool) -> None:
    announced, vague = (
        claim("2024-12-01", reported="2023-01-01"),
        claim(rumour, "rumoured", "2023-01-01", channel=Channel.DIGITAL),
    )
    assert len(distinct(tuple(today_of(announced, vague)))) == (1 if is_beside else 2)


def test_a_rumour_elsewhere_does_not_come_before_an_announced_release_of_the_same_year() -> None:
    announced = claim("2024-12-01", reported="2024-01-01")
    guessed = claim("2024-11-30", "speculated", "2024-01-01", region="DE")
    a_year_later = claim("2025-12-01", reported="2024-01-01")
    for firm, order in ((announced, ["US", "DE"]), (a_year_later, ["DE", "US"])):
        ordered = in_order_of_interest(tuple(today_of(guessed, firm)))
        assert [one.release.key.region for one in ordered] == order


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
            on(Channel.PHYSICAL, "2024-21"),
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


def test_a_guess_of_the_year_for_the_world_is_no_line_of_its_own_beside_a_release_that_is_surer() -> None:
    announced = claim("2025-12-01", reported="2024-01-01")
    guess = claim("2024", "speculated", "2024-01-01", region="WW")
    premiere = claim("2025-09-01", reported="2024-01-01", region="IT", channel=Channel.PREMIERE)
    both = releases_today(Film("film", "Film", claims=(announced, guess)), TODAY)
    assert {one.release.claims for one in distinct(both)} == {(announced,)}
    shown = releases_today(Film("film", "Film", claims=(premiere, guess)), TODAY)
    assert {one.release.claims for one in distinct(shown)} == {(premiere,), (guess,)}

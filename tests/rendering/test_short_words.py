"""Short words for lists: as exact as the long ones, in fewer columns."""

import contextvars
from datetime import date

import pytest

from claims import claim
from watchlist.domain.claim import Channel
from watchlist.domain.countdown import releases_today
from watchlist.domain.dates import Edtf
from watchlist.domain.film import Film
from watchlist.domain.release import ReleaseKey
from watchlist.domain.settings import Settings
from watchlist.domain.tastes import Dates
from watchlist.rendering.chosen_style import use
from watchlist.rendering.short_words import (
    short_countdown,
    short_date,
    short_day,
    short_edtf,
    short_place,
    short_reported,
)

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("when", "certainty", "countdown", "shown"),
    [
        ("2026-11-20", "announced", "today", "Fri 20 Nov"),
        ("2026-11-21", "announced", "tomorrow", "Sat 21 Nov"),
        ("2026-12-16", "announced", "26 days", "Wed 16 Dec"),
        ("2027-06-18", "announced", "210 days", "18 Jun 2027"),
        ("2026-12", "announced", "11–41 days", "Dec 2026"),
        ("2027-04", "announced", "5 months", "Apr 2027"),
        ("2027-21", "announced", "3–6 months", "spring 2027"),
        ("2027-01/..", "announced", "42+ days", "from Jan 2027"),
        ("2026-11", "announced", "by 30 Nov", "Nov 2026"),
        ("2026-11/2027-05", "announced", "by 31 May 2027", "Nov 2026 – May 2027"),
        ("2026-11-16", "announced", "4 days ago", "Mon 16 Nov"),
        ("2026-10", "announced", "out", "Oct 2026"),
        ("2026-33", "announced", "overdue", "Q1 2026"),
        (None, "cancelled", "cancelled", "no date"),
    ],
)
def test_a_release_is_told_in_few_letters(when: str | None, certainty: str, countdown: str, shown: str) -> None:
    (one,) = releases_today(Film("film", "Film", claims=(claim(when, certainty, "2026-10-01"),)), TODAY)
    assert short_countdown(one.countdown, one.release.span, TODAY) == countdown
    assert short_date(one.release, TODAY) == shown


def test_a_date_in_the_users_own_style_is_kept_in_it() -> None:
    def in_style(dates: Dates) -> tuple[str, str, str]:
        use(Settings(dates=dates), iso=False)
        (one,) = releases_today(Film("film", "Film", claims=(claim("2026-12-16"),)), TODAY)
        return short_date(one.release, TODAY), short_day(TODAY), short_edtf(Edtf.parse("2027-06"))

    def styled(dates: Dates) -> tuple[str, str, str]:
        return contextvars.copy_context().run(in_style, dates)

    assert styled(Dates.DAY) == ("Wed 16 Dec", "20 Nov 2026", "Jun 2027")
    assert styled(Dates.MONTH) == ("Wed Dec 16", "Nov 20, 2026", "Jun 2027")
    assert styled(Dates.ISO) == ("2026-12-16", "2026-11-20", "2027-06")


@pytest.mark.parametrize(
    ("reported", "words"),
    [
        (None, "day unknown"),
        ("2024-05-13", "13 May 2024"),
        ("../2026-11-20", "by 20 Nov 2026"),
        ("2026/..", "from 2026"),
    ],
)
def test_the_day_of_a_claim_is_as_vague_as_it_is_known(reported: str | None, words: str) -> None:
    assert short_reported(claim("2027", reported=reported)) == words


def test_a_place_is_a_channel_or_a_service_and_a_region_that_is_not_the_world() -> None:
    keys = [
        ReleaseKey("US", Channel.THEATRICAL, None),
        ReleaseKey("WW", Channel.THEATRICAL, "IMAX"),
        ReleaseKey("IT", Channel.PREMIERE, "Venice"),
        ReleaseKey("FR", Channel.LIMITED, "IMAX"),
        ReleaseKey("WW", Channel.DIGITAL, "Netflix"),
        ReleaseKey("GB", Channel.TV, "BBC One"),
    ]

    def styled() -> list[str]:
        use(Settings(services=("netflix",)), iso=False)
        return [short_place(key) for key in keys]

    assert contextvars.copy_context().run(styled) == [
        "cinemas US",
        "cinemas (IMAX)",
        "premiere (Venice) IT",
        "IMAX FR",
        "your Netflix",
        "BBC One GB",
    ]

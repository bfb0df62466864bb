"""The best known stories of the bundled films, whole: each release of a film as it stood on three days."""

from datetime import date, timedelta

import pytest

from bundled import catalogue
from watchlist.domain.countdown import ReleaseToday, State, releases_today

DAYS = (date(2025, 8, 1), date(2026, 3, 10), date(2026, 11, 21))


def told(one: ReleaseToday) -> str:
    """Tell in a line what is shown of a release: place, date, certainty, state, last heard, and what to mind."""
    release = one.release
    place = "/".join(part for part in release.key if part)
    marks = [
        "stale" if one.stale else "",
        "as announced" if one.presumed else "",
        f"out in {one.elsewhere.key.region}" if one.elsewhere else "",
        "sure" if one.is_sure else "",
    ]
    parts = (place, str(release.date), release.certainty, one.countdown.state, str(release.last_heard), *marks)
    return " ".join(part for part in parts if part)


STORIES: dict[str, tuple[list[str], ...]] = {
    "drawing-closer-2024": (
        [
            "WW/digital/Netflix 2024-06-27 confirmed out 2024-06-26 as announced",
        ],
        [
            "WW/digital/Netflix 2024-06-27 confirmed out 2024-06-26 as announced",
        ],
        [
            "WW/digital/Netflix 2024-06-27 released out 2026-11-20",
        ],
    ),
    "love-like-the-falling-petals-2022": (
        [
            "WW/digital/Netflix 2022-03-24 confirmed out 2021-12-08 as announced",
        ],
        [
            "WW/digital/Netflix 2022-03-24 confirmed out 2021-12-08 as announced",
        ],
        [
            "WW/digital/Netflix 2022-03-24 released out 2026-11-20",
        ],
    ),
    "varanasi-2027": (
        [],
        [
            "IN/theatrical 2027-04-07 announced dated 2026-01-29 sure",
            "WW/theatrical 2027-04-07 announced dated 2026-01-29 sure",
        ],
        [
            "IN/theatrical 2027-04-07 announced dated 2026-01-29 sure",
            "WW/theatrical 2027-04-07 announced dated 2026-01-29 sure",
        ],
    ),
    "toxic-a-fairy-tale-for-grown-ups-2026": (
        [
            "IN/theatrical 2026-03-19 announced dated 2025-03-23 sure",
        ],
        [
            "IN/theatrical 2026-06-04 announced dated 2026-03-04 sure",
            "WW/theatrical 2026-06-04 announced dated 2026-03-04 sure",
        ],
        [
            "IN/theatrical XXXX announced undated 2026-08-08",
            "WW/theatrical XXXX announced undated 2026-08-08",
        ],
    ),
    "the-angry-birds-movie-3-2026": (
        [
            "US/theatrical 2027-01-29 announced dated 2025-04-08 sure",
        ],
        [
            "US/theatrical 2026-12-23 announced dated 2025-09-22 sure",
        ],
        [
            "US/theatrical 2026-12-23 announced dated 2026-07-19 sure",
        ],
    ),
    "gatto-2027": (
        [],
        [
            "US/theatrical 2027-03-05 announced dated 2025-12-31 sure",
        ],
        [
            "US/theatrical 2027-03-05 announced dated 2025-12-31 sure",
            "IN/theatrical 2027-03-05 confirmed dated 2026-08-08 sure",
        ],
    ),
    "spider-man-beyond-the-spider-verse-2027": (
        [
            "US/theatrical 2027-06-25 announced dated 2025-07-31 sure",
        ],
        [
            "US/theatrical 2027-06-18 announced dated 2025-10-01 sure",
        ],
        [
            "US/theatrical 2027-06-18 announced dated 2026-08-08 sure",
        ],
    ),
    "blade": (
        [
            "US/theatrical XXXX announced undated 2024-10-22",
        ],
        [
            "US/theatrical XXXX announced undated 2024-10-22",
        ],
        [
            "US/theatrical XXXX announced undated 2024-10-22",
        ],
    ),
    "incredibles-3-2028": (
        [
            "US/theatrical XXXX announced undated 2024-08-10",
        ],
        [
            "US/theatrical XXXX announced undated 2024-08-10",
        ],
        [
            "US/theatrical 2028-06-16 announced dated 2026-03-31 sure",
        ],
    ),
    "coco-2": (
        [
            "US/theatrical XXXX announced undated 2025-03-22",
        ],
        [
            "US/theatrical XXXX announced undated 2025-03-22",
        ],
        [
            "US/theatrical XXXX announced undated 2025-03-22",
        ],
    ),
    "donkey-2028": (
        [
            "US/theatrical 2028 announced dated 2025-07-29 sure",
        ],
        [
            "US/theatrical 2028 announced dated 2025-07-29 sure",
        ],
        [
            "US/theatrical 2028-06-30 announced dated 2026-11-20 sure",
        ],
    ),
    "the-adventures-of-cliff-booth-2026": (
        [],
        [
            "US/theatrical 2026-22 rumoured dated 2025-10-28",
        ],
        [
            "US/theatrical 2026-22 rumoured overdue 2025-10-28",
            "WW/limited/IMAX 2026-11-25 announced dated 2026-11-20 sure",
            "WW/digital/Netflix 2026-12-23 announced dated 2026-11-20 sure",
        ],
    ),
    "narnia-the-magicians-nephew-2026": (
        [
            "WW/limited/IMAX 2026-11-26 announced dated 2025-01-17 sure",
            "WW/theatrical 2026-11 rumoured dated 2024-10-31",
            "WW/digital/Netflix 2026-12-25 announced dated 2025-01-17 sure",
        ],
        [
            "WW/limited/IMAX 2026-11-26 announced dated 2025-01-17 stale",
            "WW/theatrical 2026-11 rumoured dated 2024-10-31 stale",
            "WW/digital/Netflix 2026-12-25 announced dated 2025-12-10 sure",
        ],
        [
            "WW/limited/IMAX 2026-11-26 announced dated 2025-01-17 stale",
            "WW/theatrical 2026-11 rumoured due 2024-10-31 stale",
            "WW/digital/Netflix 2026-12-25 announced dated 2025-12-10 sure",
        ],
    ),
    "ramayana-part-1-2026": (
        [
            "IN/theatrical 2026-11-06/2026-11-10 announced dated 2025-03-22 sure",
            "WW/theatrical 2026-11-06/2026-11-10 announced dated 2024-11-06 sure",
        ],
        [
            "IN/theatrical 2026-11-06/2026-11-10 announced dated 2026-01-19 sure",
            "WW/theatrical 2026-11-06/2026-11-10 announced dated 2024-11-06 stale",
        ],
        [
            "IN/theatrical 2026-11-06/2026-11-10 announced out 2026-01-19 as announced",
            "WW/theatrical 2026-11-06/2026-11-10 announced out 2024-11-06 as announced",
        ],
    ),
    "the-exorcist-2027": (
        [
            "US/theatrical XXXX announced undated 2025-06-30",
        ],
        [
            "DE/theatrical 2027-03-11 speculated dated 2026-01-31",
            "US/theatrical 2027-03-12 announced dated 2026-01-17 sure",
        ],
        [
            "DE/theatrical 2027-03-11 speculated dated 2026-01-31",
            "US/theatrical 2027-03-12 announced dated 2026-01-17 sure",
        ],
    ),
    "the-exorcist-1973": (
        [],
        [],
        [
            "US/limited 1973-12-26 released out 2026-11-20",
        ],
    ),
    "the-thomas-crown-affair-2027": (
        [
            "US/theatrical 2027-03-05 announced dated 2025-04-26 sure",
        ],
        [
            "US/theatrical 2027-03-05 announced dated 2025-11-18 sure",
        ],
        [
            "US/theatrical 2027-03-05 announced dated 2025-11-18 stale",
        ],
    ),
    "attack-on-titan-2015": (
        [],
        [],
        [
            "JP/theatrical 2015-08-01 released out 2026-11-20",
        ],
    ),
    "les-miserables-2026": (
        [],
        [
            "FR/theatrical 2026-12-09 announced dated 2026-01-08 sure",
        ],
        [
            "FR/theatrical 2026-12-09 announced dated 2026-01-08 sure",
        ],
    ),
    "avengers-doomsday-2026": (
        [
            "US/theatrical 2026-12-18 announced dated 2025-05-23 sure",
        ],
        [
            "US/theatrical 2026-12-18 announced dated 2025-05-23 sure",
        ],
        [
            "US/theatrical 2026-12-18 confirmed dated 2026-06-30 sure",
        ],
    ),
    "jailer-2-2026": (
        [],
        [
            "IN/theatrical 2026-06-12 announced dated 2025-09-24 sure",
        ],
        [
            "IN/theatrical 2026-10-15 announced out 2026-08-08 as announced",
        ],
    ),
    "the-bride-2026": (
        [
            "US/theatrical 2025-09-26 announced dated 2024-12-31 sure",
        ],
        [
            "BE/theatrical 2026-03-04 announced out 2026-03-03 as announced",
            "US/theatrical 2026-03-06 announced out 2025-12-31 as announced",
        ],
        [
            "BE/theatrical 2026-03-04 announced out 2026-03-03 as announced",
            "US/theatrical 2026-03-06 announced out 2025-12-31 as announced",
        ],
    ),
    "highlander": (
        [],
        [],
        [],
    ),
    "the-dragon-braves-2012": (
        [],
        [],
        [],
    ),
}


EARLIER: dict[str, dict[date, list[str]]] = {
    "drawing-closer-2024": {
        date(2024, 4, 1): [],
        date(2024, 4, 20): ["WW/digital/Netflix 2024-06-27 speculated dated 2024-04-02"],
        date(2024, 5, 20): ["WW/digital/Netflix 2024-06-27 announced dated 2024-05-13 sure"],
        date(2024, 7, 5): ["WW/digital/Netflix 2024-06-27 confirmed out 2024-06-26 as announced"],
    },
    "love-like-the-falling-petals-2022": {
        date(2021, 6, 15): [],
        date(2021, 11, 1): ["WW/digital/Netflix 2022-03-24 confirmed dated 2021-10-25 sure"],
        date(2022, 4, 1): ["WW/digital/Netflix 2022-03-24 confirmed out 2021-12-08 as announced"],
    },
    "varanasi-2027": {
        date(2025, 11, 18): ["IN/theatrical 2027-01-13/2027-01-16 announced dated 2025-11-17 sure"],
        date(2026, 1, 20): ["IN/theatrical 2027-01-13/2027-01-16 announced dated 2025-11-17 sure"],
        date(2026, 2, 5): [
            "IN/theatrical 2027-04-07 announced dated 2026-01-29 sure",
            "WW/theatrical 2027-04-07 announced dated 2026-01-29 sure",
        ],
    },
    "blade": {
        date(2022, 9, 1): ["US/theatrical 2023-11-03 announced dated 2022-07-24 sure"],
        date(2023, 7, 1): ["US/theatrical 2025-02-14 announced dated 2023-06-30 sure"],
        date(2024, 9, 1): ["US/theatrical 2025-02-14 announced dated 2023-06-30 stale"],
    },
    "avengers-doomsday-2026": {
        date(2022, 9, 1): ["US/theatrical 2025-05-02 announced dated 2022-07-24 sure"],
        date(2023, 7, 1): ["US/theatrical 2026-05-01 announced dated 2023-06-30 sure"],
        date(2025, 6, 1): ["US/theatrical 2026-12-18 announced dated 2025-05-23 sure"],
    },
    "coco-2": {
        date(2025, 3, 20): [],
        date(2025, 3, 21): ["US/theatrical 2029 announced dated 2025-03-21 sure"],
        date(2025, 3, 23): ["US/theatrical XXXX announced undated 2025-03-22"],
    },
}
"""Stories that began before, on days of their own."""


@pytest.mark.parametrize("film", EARLIER)
def test_a_story_is_told_as_it_began(film: str) -> None:
    claims = catalogue().films[film]
    assert {day: [told(one) for one in releases_today(claims, day)] for day in EARLIER[film]} == EARLIER[film]


@pytest.mark.parametrize("film", STORIES)
def test_a_story_is_told_as_it_stood_on_three_days(film: str) -> None:
    films = catalogue().films
    assert tuple([told(one) for one in releases_today(films[film], day)] for day in DAYS) == STORIES[film]


def test_nothing_old_out_or_unsure_is_ever_shown_as_sure() -> None:
    for days in range(0, 1200, 30):
        today = date(2025, 1, 1) + timedelta(days=days)
        for film in catalogue().films.values():
            for one in releases_today(film, today):
                if one.is_sure:
                    span = one.release.span
                    age = (today - one.release.last_heard).days
                    assert one.release.certainty.is_firm
                    assert span is not None
                    assert one.countdown.state in (State.DATED, State.DUE)
                    assert age <= 365 or span.latest is None or age <= (span.latest - today).days
                    assert (
                        one.elsewhere is None
                        or one.elsewhere.span is None
                        or _is_recent(one.elsewhere.span.latest, today)
                    )


def _is_recent(out: date | None, today: date) -> bool:
    return out is None or (today - out).days <= 31

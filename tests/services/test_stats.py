from datetime import date

from claims import claim
from watchlist.domain.claim import Channel
from watchlist.domain.entry import Entry, Status
from watchlist.domain.film import Film
from watchlist.services.stats import FilmDays, Habits, ListStatistics, Tally, list_statistics, move_statistics

TODAY = date(2026, 11, 20)
SLIPPED = Film(
    "slipped",
    "Slipped",
    countries=("US",),
    claims=(
        claim("2026-05-01", reported="2024-01-01", by="A"),
        claim("2026-12-18", reported="2025-05-01", by="B"),
        claim("2026-12-18", "confirmed", reported="2026-06", by="C"),
    ),
)
FORWARD = Film(
    "forward",
    "Forward",
    countries=("JP",),
    claims=(
        claim("2027", "rumoured", "2024-02-01", by="A", region="JP", channel=Channel.DIGITAL),
        claim("2026", "announced", "2025-08-01", by="A", region="JP", channel=Channel.DIGITAL),
    ),
)
OLD = Film("old", "Old", claims=(claim("1979-05-25", "released", "1979-05-25/2026-11-20"),))
FILMS = (SLIPPED, FORWARD, OLD)
ENTRIES = (
    Entry("slipped", "Slipped", added=date(2026, 11, 10)),
    Entry("forward", "Forward", added=date(2026, 10, 1)),
    Entry("unknown", "Unknown", added=date(2026, 11, 30)),
    Entry("seen", "Seen", date(2026, 1, 1), Status.WATCHED, rating=9, viewings=(date(2026, 1, 11), date(2026, 11, 1))),
    Entry("again", "Again", date(2026, 1, 1), Status.WATCHED, rating=8, viewings=(date(2026, 1, 31),)),
    Entry("before", "Before", date(2026, 1, 1), Status.WATCHED, viewings=(date(2025, 6, 1), date(2026, 11, 21))),
    Entry("dropped", "Dropped", status=Status.DROPPED),
)


def test_a_list_is_counted_as_it_stands_on_a_day() -> None:
    months = [(2025, 12), *((2026, month) for month in range(1, 12))]
    viewings = {(2026, 1): 2, (2026, 11): 1}
    assert list_statistics({film.id: film for film in FILMS}, ENTRIES, today=TODAY) == ListStatistics(
        by_status={Status.WANTED: 3, Status.WATCHED: 3, Status.DROPPED: 1, Status.KEPT: 0},
        by_month=tuple((month, viewings.get(month, 0)) for month in months),
        by_year=((2025, 1), (2026, 3)),
        ratings=((10, 0), (9, 1), (8, 1), *((stars, 0) for stars in range(7, 0, -1))),
        mean_rating=8.5,
        waited=20,
        waiting=30,
        moved=2,
        shifts=2,
        days=231 - 365,
        film_years=(),
        film_decades=(),
        longest=(FilmDays(FORWARD, 50), FilmDays(SLIPPED, 10)),
        slipping=(FilmDays(SLIPPED, 231), FilmDays(FORWARD, -365)),
        today=TODAY,
    )


def test_an_empty_list_has_no_ratings_and_no_waiting() -> None:
    found = list_statistics({}, (), today=TODAY)
    assert (found.ratings, found.mean_rating, found.waited, found.waiting) == ((), None, None, None)
    assert found.by_status == dict.fromkeys(Status, 0)


def test_moves_of_films_that_are_not_wanted_are_not_the_lists() -> None:
    seen = (Entry("slipped", "Slipped", status=Status.WATCHED),)
    found = list_statistics({film.id: film for film in FILMS}, seen, today=TODAY)
    assert (found.moved, found.shifts, found.days) == (0, 0, 0)


def test_moves_are_counted_by_channel_publisher_country_and_precision() -> None:
    result = move_statistics(FILMS, today=TODAY)
    theatrical = Tally("theatrical", 1, 1, 1, 231, 231)
    digital = Tally("digital", 1, 1, 1, 365, 365)
    assert result.overall == Tally("all", 2, 2, 2, 298, 365)
    assert result.habits == (
        Habits("channel", (digital, theatrical)),
        Habits("publisher of the first date", (Tally("A", 2, 2, 2, 298, 365),)),
        Habits("country", (Tally("JP", 1, 1, 1, 365, 365), Tally("US", 1, 1, 1, 231, 231))),
        Habits("precision of the first date", (Tally("day", 1, 1, 1, 231, 231), Tally("year", 1, 1, 1, 365, 365))),
    )


def test_a_film_that_nobody_dated_before_it_was_out_is_no_dated_release() -> None:
    assert move_statistics((OLD,), today=TODAY).overall == Tally("all", 0, 0, 0, None, None)
    assert move_statistics((), today=TODAY).overall == Tally("all", 0, 0, 0, None, None)

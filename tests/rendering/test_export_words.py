from datetime import date

from claims import claim
from watchlist.domain.countdown import releases_today
from watchlist.domain.entry import Entry, Status
from watchlist.domain.film import Film
from watchlist.rendering.export_words import event_words, noted_words, page_rows, watched_words
from watchlist.services.preferences import Lacking, Preferences, ReleaseFilter
from watchlist.services.transfer.export_request import PageRow
from watchlist.services.upcoming import upcoming

TODAY = date(2026, 11, 20)
FILM = Film(
    "film",
    "Film",
    original_title="映画",
    year=2026,
    claims=(claim("2026-12-01", reported="2026-01-01"), claim("2026-12-11", reported="2026-02-01", by="Deadline")),
)


def test_a_film_becomes_one_row_of_a_page() -> None:
    new = Film("new", "New", original_title="New")
    films = {"film": FILM, "new": new}
    entries = [Entry(key, key) for key in films]
    assert page_rows(upcoming(films, entries, today=TODAY, release_filter=ReleaseFilter())) == (
        PageRow(
            title="Film (2026)",
            original_title="映画",
            day="Friday 11 December 2026",
            countdown="in 21 days",
            place="cinemas, US",
            sureness="announced; 1 source",
            earliest=date(2026, 12, 11),
            latest=date(2026, 12, 11),
            is_near=True,
            moved="moved, 10 days later",
        ),
        PageRow("New", "", "no date yet", "", "", "", None, None),
    )


def test_what_was_watched_is_one_line_per_film_and_the_rest_is_left_out() -> None:
    seen = Entry("film", "Film", status=Status.WATCHED, rating=9, viewings=(date(2026, 1, 1), date(2026, 2, 1)))
    assert watched_words([(seen, FILM), (Entry("film", "Film"), FILM)]) == (
        "Film (2026), 1 January 2026 and 1 February 2026, 4½ of 5 stars",
    )


def test_what_was_noted_is_one_line_per_film() -> None:
    assert noted_words([(Entry("film", "Film", rating=9, tags=("a", "b")), FILM)]) == (
        "Film (2026), 4½ of 5 stars, tagged a, b",
    )


def test_a_release_is_worded_for_a_calendar_with_who_said_what() -> None:
    (one,) = releases_today(FILM, TODAY)
    assert event_words(FILM, one, None) == {
        "summary": "Film (cinemas, US)",
        "description": "Friday 11 December 2026, announced\n1 source\nmoved, 10 days later\n"
        "Deadline: 11 December 2026, announced\nVariety: 1 December 2026, announced",
        "place": "cinemas, US",
    }


def test_an_event_says_that_it_is_stale_and_whose_date_is_lacking() -> None:
    old = Film("film", "Film", claims=(claim("2026-12-11", reported="2025-02-01"),))
    (one,) = releases_today(old, TODAY)
    assert event_words(old, one, Lacking(("GB",)))["description"] == (
        "no GB date yet\nFriday 11 December 2026, announced, stale: last heard on 1 February 2025\n1 source\n"
        "Variety: 11 December 2026, announced"
    )


def test_a_row_says_that_a_date_is_stale_and_marks_no_near_day_of_another_place() -> None:
    old = Film("old", "Old", claims=(claim("2026-12-11", reported="2025-02-01"),))
    films = {"film": FILM, "old": old}
    entries = [Entry(key, key) for key in films]
    rows = page_rows(
        upcoming(films, entries, today=TODAY, release_filter=ReleaseFilter(), preferences=Preferences(("GB",)))
    )
    assert [(row.countdown, row.sureness, row.is_near) for row in rows] == [
        ("no GB date yet; in 21 days", "announced; 1 source", False),
        ("no GB date yet; in 21 days", "announced, stale: last heard 22 months ago; 1 source", False),
    ]

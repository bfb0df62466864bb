from datetime import date

import pytest

from claims import claim
from drawn import draw
from watchlist.domain.film import Film
from watchlist.rendering.views import timeline
from watchlist.services.preferences import ReleaseFilter
from watchlist.services.timeline import Timeline
from watchlist.services.timeline import timeline as look_ahead

TODAY = date(2026, 1, 1)


def year_with(*whens: str, certainty: str = "announced", all_films: bool = True) -> Timeline:
    films = {
        f"f{n}": Film(f"f{n}", "Film", claims=(claim(when, certainty, "2025-01-01"),)) for n, when in enumerate(whens)
    }
    return look_ahead(films, (), today=TODAY, release_filter=ReleaseFilter(), all_films=all_films)


def track(when: str, certainty: str = "announced") -> str:
    """Draw the scale of one film, 41 columns long for 365 days; a point stands for its ground."""
    scale = draw(timeline, year_with(when, certainty=certainty), 70).splitlines()[2][25:]
    return scale.ljust(41).replace("┊", ".").replace(" ", ".")


@pytest.mark.parametrize(
    ("when", "certainty", "drawn"),
    [
        ("2026-01-01", "announced", "◐" + 42 * "."),
        ("2026-12-31", "announced", 42 * "." + "◐"),
        ("2026-07-02", "announced", 21 * "." + "◐" + 21 * "."),
        ("2026-07-02", "rumoured", 21 * "." + "○" + 21 * "."),
        ("2026-33", "announced", 11 * "━" + 32 * "."),
        ("2026-33", "speculated", 11 * "╌" + 32 * "."),
        ("2026-07/..", "announced", 21 * "." + 21 * "━" + "›"),
        ("2026/2027", "announced", 42 * "━" + "›"),
    ],
)
def test_a_mark_stands_for_a_day_and_a_bar_a_range(when: str, certainty: str, drawn: str) -> None:
    assert track(when, certainty) == drawn


def test_each_month_is_named_where_it_begins_and_ruled_below() -> None:
    _, head, row = draw(timeline, year_with("2026-07-02"), 140).splitlines()[:3]
    months = ["Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    assert head.split() == months
    assert [head.index(month) for month in months if month != "Jul"] == [
        place for place, mark in enumerate(row) if mark == "┊" and place < head.index("Dec") + 1
    ]


def test_where_room_is_short_january_is_named_below_the_new_year() -> None:
    film = Film("film", "Film", claims=(claim("2027-03-05", "announced", "2026-01-01"),))
    ahead = look_ahead({"film": film}, (), today=date(2026, 11, 29), release_filter=ReleaseFilter(), all_films=True)
    for width in (40, 60, 80):
        years, months, *_ = draw(timeline, ahead, width).splitlines()
        assert years.split() == ["2027"]
        assert years.index("2027") == months.index("Jan")


def test_the_years_stand_over_their_months() -> None:
    in_july = look_ahead(
        {"film": Film("film", "Film", claims=(claim("2026-12-25", "announced", "2025-01-01"),))},
        (),
        today=date(2026, 7, 1),
        release_filter=ReleaseFilter(),
        all_films=True,
    )
    years, months = draw(timeline, in_july, 140).splitlines()[:2]
    assert years.split() == ["2026", "2027"]
    assert years.index("2027") == months.index("Jan")


def test_films_beyond_the_year_are_counted() -> None:
    assert "2 more later: watchlist upcoming --all\n" in draw(timeline, year_with("2026-07-01", "2027-06", "2028"), 80)
    year = year_with("2026-07-01", "2027-06")
    own = year._replace(coming=year.coming._replace(all_films=False))
    assert "1 more later: watchlist upcoming\n" in draw(timeline, own, 80)
    assert "later" not in draw(timeline, year_with("2026-07-01", "2026/2028", "XXXX"), 80)


def test_only_the_signs_that_are_drawn_are_explained() -> None:
    assert "a day in this range" not in draw(timeline, year_with("2026-07-01"), 80)
    assert "━ a day in this range" in draw(timeline, year_with("2026-07"), 80)


def test_the_date_is_left_out_where_there_is_no_room() -> None:
    assert "Wed 1 Jul" in draw(timeline, year_with("2026-07-01"), 72)
    assert "Wed 1 Jul" not in draw(timeline, year_with("2026-07-01"), 71)


def test_films_without_a_date_are_not_on_it() -> None:
    assert draw(timeline, year_with("XXXX"), 80) == "No film has a date in the coming year.\n"
    assert "For all films: watchlist timeline --all" in draw(timeline, year_with("XXXX", all_films=False), 140)


def test_a_line_has_the_same_in_words() -> None:
    assert list(timeline.as_lines(year_with("2026-07-01"))) == [
        "1 July 2026\tin 181 days\tFilm\tcinemas, US\tannounced\tf0"
    ]

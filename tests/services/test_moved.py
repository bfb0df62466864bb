from datetime import date

from bundled import catalogue
from claims import claim
from watchlist.domain.claim import Channel
from watchlist.domain.film import Film
from watchlist.services.moved import movements

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


def test_what_moved_comes_newest_first_and_a_first_date_is_no_move() -> None:
    found = movements(FILMS, today=TODAY).moved
    assert [(one.film.id, one.move.kind, one.move.days) for one in found] == [
        ("slipped", "certainty", None),
        ("forward", "moved-up", -365),
        ("slipped", "slip", 231),
    ]


def test_what_moved_before_a_day_is_left_out() -> None:
    found = movements(FILMS, today=TODAY, since=date(2025, 6, 1)).moved
    assert [one.move.kind for one in found] == ["certainty", "moved-up"]


def test_a_move_made_on_some_day_of_an_interval_is_no_news_of_its_last_day() -> None:
    slip = claim("2027-06-30", reported="2025-07-30/2026-11-20")
    film = Film("film", "Film", claims=(claim("2026-12-23", reported="2025-01-01"), slip))
    assert movements((film,), today=TODAY, since=date(2026, 11, 19)).moved == ()
    (moved,) = movements((film,), today=TODAY, since=date(2025, 7, 30)).moved
    assert (moved.move.days, moved.move.claim.reported) == (189, slip.reported)


def test_what_was_not_known_yet_had_not_moved() -> None:
    assert [one.move.kind for one in movements(FILMS, today=date(2025, 5, 1)).moved] == ["slip"]


def test_nothing_moved_where_nobody_said_anything() -> None:
    assert movements((OLD,), today=TODAY).moved == ()


def test_the_bundled_films_moved_in_every_way() -> None:
    kinds = {one.move.kind for one in movements(catalogue().films.values(), today=TODAY).moved}
    assert {"slip", "moved-up", "undated", "certainty", "precision", "released", "announced"} <= kinds

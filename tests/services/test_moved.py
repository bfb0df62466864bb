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


def test_a_move_of_an_unknown_day_counts_while_its_date_had_not_passed() -> None:
    film = Film(
        "film",
        "Film",
        claims=(
            claim("2026-12-23", reported="2025-01-01"),
            claim("2027-06-30", reported="2025-07-30/2026-11-20"),
            claim(None, "released", reported="2025-08-01/2026-11-20", region="JP"),
            claim("2022-01-21", "released", reported="2022-01-21/2026-11-20", region="JP"),
        ),
    )
    assert [one.move.days for one in movements((film,), today=TODAY, since=date(2026, 6, 1)).moved] == [189]


def test_what_was_not_known_yet_had_not_moved() -> None:
    assert [one.move.kind for one in movements(FILMS, today=date(2025, 5, 1)).moved] == ["slip"]


def test_nothing_moved_where_nobody_said_anything() -> None:
    assert movements((OLD,), today=TODAY).moved == ()


def test_the_bundled_films_moved_in_every_way() -> None:
    kinds = {one.move.kind for one in movements(catalogue().films.values(), today=TODAY).moved}
    assert {"slip", "moved-up", "undated", "certainty", "precision", "released", "announced"} <= kinds

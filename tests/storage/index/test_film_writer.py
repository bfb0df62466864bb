"""What the index promises about days: what is out stays out, and no film to come is missed."""

import sqlite3
from datetime import date, timedelta

from hypothesis import example, given, settings
from hypothesis import strategies as st

from watchlist.domain.claim import UNSOURCED, Certainty, Channel, Claim
from watchlist.domain.countdown import State, countdown
from watchlist.domain.dates import Edtf
from watchlist.domain.film import Film
from watchlist.domain.release import key_of, releases_on
from watchlist.storage.index.film_reader import FilmIndex
from watchlist.storage.index.film_writer import FilmWriter, last_day
from watchlist.storage.index.sqlite_index import Index

TEXTS = ("2024-06-27", "2024-06", "2025", "2027-21", "2020/2024", "1990/2030", "2026-06/..", "../2026-06", "XXXX")
DATES = [None, *map(Edtf.parse, TEXTS)]
REPORTED = [None, *map(Edtf.parse, ("2023-05", "2024-01-01", "2026-11-20"))]
SEEN = [date(2023, 1, 1), date(2027, 1, 1)]


def claim(region: str, when: Edtf | None, certainty: Certainty, reported: Edtf | None, seen: date) -> Claim:
    return Claim(region, Channel.TV, None, when, certainty, UNSOURCED, reported=reported, seen=seen)


def films_with(dates: list[Edtf | None], certainties: list[Certainty]) -> st.SearchStrategy[Film]:
    regions = st.sampled_from(["US", "JP"])
    claims = st.builds(
        claim,
        regions,
        st.sampled_from(dates),
        st.sampled_from(certainties),
        st.sampled_from(REPORTED),
        st.sampled_from(SEEN),
    )
    return st.lists(claims, max_size=3).map(lambda made: Film("f", "Film", claims=tuple(made)))


FILM = films_with(DATES, list(Certainty))
DATED = films_with(DATES[1:6], [Certainty.ANNOUNCED, Certainty.CONFIRMED, Certainty.RELEASED])
DAY = st.dates(date(2024, 1, 1), date(2028, 1, 1))


@given(DATED | FILM, DAY)
@settings(max_examples=500)
def test_a_film_is_to_come_on_no_day_after_its_last(film: Film, day: date) -> None:
    known = releases_on(film.claims, day)
    states = {countdown(release.resolution, day).state for release in known}
    is_out = states == {State.OUT} and len(known) == len({key_of(one) for one in film.claims})
    assert is_out or not film.claims or day.toordinal() <= last_day(film)


@given(st.lists(FILM, max_size=6), DAY, st.integers(0, 1000))
@example([Film("f", "Film", claims=(claim("US", DATES[6], Certainty.ANNOUNCED, None, SEEN[0]),))], date(2026, 1, 1), 1)
def test_the_films_to_come_by_a_day_are_those_with_a_date_in_between(films: list[Film], day: date, days: int) -> None:
    until = day + timedelta(days=days)
    connection = sqlite3.connect(":memory:", isolation_level=None)
    writer = FilmWriter(connection, lambda _: False)
    writer.begin()
    for film in films:
        writer.put(film)
    writer.finish()
    spans = [[claim.span for claim in film.claims if claim.span] for film in films]
    wanted = [
        number
        for number, of_film in enumerate(spans)
        if any((one.earliest or date.min) <= until and (one.latest or date.max) >= day for one in of_film)
    ]
    assert sorted(FilmIndex(Index(connection)).to_come(day, until)) == wanted


def test_an_old_film_that_a_list_tells_of_today_is_not_to_come_today() -> None:
    today = date(2026, 11, 20)
    old = claim("WW", Edtf.parse("1987"), Certainty.RELEASED, Edtf.of(today), today)
    assert last_day(Film("old", "Old", year=1987, claims=(old,))) < today.toordinal()
    coming = old._replace(date=Edtf.parse("2027"), certainty=Certainty.ANNOUNCED)
    assert last_day(Film("new", "New", year=2027, claims=(coming,))) > today.toordinal()

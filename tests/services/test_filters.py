from datetime import date

import pytest

from claims import claim
from watchlist.domain.catalogue import Catalogue
from watchlist.domain.claim import Channel
from watchlist.domain.entry import Entry, Status
from watchlist.domain.errors import BadValue
from watchlist.domain.film import Film
from watchlist.domain.people import Person, Role
from watchlist.services.filters import EVERYTHING, Filter, parse_where, parse_years

TODAY = date(2026, 11, 20)
FILM = Film(
    "film",
    "Film",
    year=2024,
    genres=("romance", "science fiction"),
    countries=("JP",),
    runtime=118,
    directors=("Takahiro Miki",),
    cast=(Role("Ren Nagase"),),
    claims=(claim("2024-06-27", channel=Channel.DIGITAL, service="Netflix"),),
)
ENTRY = Entry("film", "Film", status=Status.WATCHED, rating=8, tags=("Tears",))
CATALOGUE = Catalogue({"film": FILM}, {"Ren Nagase": Person("Ren Nagase", written=("永瀬廉",))})


@pytest.mark.parametrize(
    "asked",
    [
        EVERYTHING,
        Filter(status=Status.WATCHED),
        Filter(tag="tears"),
        Filter(rating=8),
        Filter(service="netflix"),
        Filter(director="miki"),
        Filter(cast="nagase ren"),
        Filter(cast="永瀬廉"),
        Filter(years=range(2020, 2030)),
        Filter(genre="Romance"),
        Filter(genre="sci-fi"),
        Filter(country="JP"),
        Filter(runtime=range(1, 119)),
    ],
)
def test_a_filter_admits_a_film_that_has_all_it_asks_for(asked: Filter) -> None:
    assert asked.admits(FILM, ENTRY, CATALOGUE)


@pytest.mark.parametrize(
    "asked",
    [
        Filter(status=Status.WANTED),
        Filter(tag="tear"),
        Filter(rating=9),
        Filter(service="Hulu"),
        Filter(director="nagase"),
        Filter(cast="miki"),
        Filter(cast="ren other"),
        Filter(years=range(2020, 2024)),
        Filter(genre="fantasy"),
        Filter(country="US"),
        Filter(runtime=range(1, 118)),
        Filter(status=Status.WATCHED, rating=9),
    ],
)
def test_a_filter_leaves_out_a_film_that_lacks_one_thing(asked: Filter) -> None:
    assert not asked.admits(FILM, ENTRY, CATALOGUE)


def test_a_film_that_is_not_listed_or_not_known_lacks_what_only_such_films_have() -> None:
    assert not Filter(tag="tears").admits(FILM, None, CATALOGUE)
    assert Filter(cast="nagase").admits(FILM, None, CATALOGUE)
    assert Filter(tag="tears").admits(None, ENTRY, CATALOGUE)
    assert not Filter(years=range(2024, 2025)).admits(None, ENTRY, CATALOGUE)


def test_a_filter_knows_whether_it_needs_the_list_and_whom_it_asks_for() -> None:
    assert Filter(rating=1).is_about_entries
    assert not Filter(cast="nagase").is_about_entries
    assert (Filter(cast="nagase").person, Filter(director="miki").person, EVERYTHING.person) == ("nagase", "miki", "")


@pytest.mark.parametrize(
    ("typed", "years"), [("2024", range(2024, 2025)), ("2020-2024", range(2020, 2025)), (" 2020s ", range(2020, 2030))]
)
def test_years_are_a_year_a_range_or_a_decade(typed: str, years: range) -> None:
    assert parse_years(typed) == years


@pytest.mark.parametrize("typed", ["soon", "24", "2020-", "-2020", "2024s", "2020-24", ""])
def test_other_words_are_not_years(typed: str) -> None:
    with pytest.raises(BadValue, match="is not a year: write 2024"):
        parse_years(typed)


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("status=wanted", Filter(Status.WANTED)),
        ("tag=a=b", Filter(tag="a=b")),
        (" rating = 4.5 ", Filter(rating=9)),
        ("year=2020s", Filter(years=range(2020, 2030))),
        ("genre=science fiction", Filter(genre="science fiction")),
        ("country=Japan", Filter(country="JP")),
        ("country=uk", Filter(country="GB")),
        ("runtime=120", Filter(runtime=range(1, 121))),
        ("runtime=90-120", Filter(runtime=range(90, 121))),
        ("runtime=90-", Filter(runtime=range(90, 100_000))),
    ],
)
def test_a_filter_is_typed_with_its_name(typed: str, wanted: Filter) -> None:
    assert parse_where(typed) == wanted


@pytest.mark.parametrize(
    "typed",
    ["noir", "tag=", "=noir", "colour=red", "status=seen", "rating=six", "country=Atlantis", "runtime=-", "runtime=x"],
)
def test_what_is_no_filter_is_refused_with_what_was_typed(typed: str) -> None:
    with pytest.raises(BadValue, match="is not a"):
        parse_where(typed)


def test_a_film_that_nobody_knows_has_no_genre_and_its_entry_still_has_a_tag() -> None:
    assert not Filter(genre="drama").admits(None, ENTRY, CATALOGUE)
    assert Filter(tag="tears").admits(None, ENTRY, CATALOGUE)

"""Matching and merging: which film a row is, and what an import may change."""

from collections.abc import Mapping
from datetime import date

import pytest

from bundled import catalogue
from watchlist.domain.catalogue import Layer, merge
from watchlist.domain.change import UserFilm
from watchlist.domain.dates import Edtf
from watchlist.domain.entry import Entry, Status
from watchlist.domain.film import ExternalId, Film
from watchlist.services.transfer.plan import ImportPlan, ImportSource, RowKey, plan
from watchlist.services.transfer.row import ImportedList, ImportedRow

TODAY = date(2026, 11, 20)
ALIEN = Entry("alien-1979", "Alien", added=date(2020, 1, 1))
HEAT = Film("heat-2", "Heat 2", ids=(ExternalId("letterboxd", "DErS"),))


def imported(
    *rows: ImportedRow,
    entries: tuple[Entry, ...] = (),
    films: tuple[Film, ...] = (),
    decisions: Mapping[RowKey, str | None] | None = None,
) -> ImportPlan:
    both = merge([Layer(tuple(catalogue().films.values())), Layer(films)])
    source = ImportSource(
        lists=(ImportedList("IMDb", rows=rows),),
        catalogue=both,
        user_film_ids=frozenset(film.id for film in films),
        today=TODAY,
        decisions=decisions or {},
    )
    return plan(source, entries)


def imdb(key: str) -> tuple[ExternalId, ...]:
    return (ExternalId("imdb", key),)


@pytest.mark.parametrize(
    ("row", "film_id"),
    [
        (ImportedRow(1, "Whatever", 1900, ids=imdb("tt0078748")), "alien-1979"),
        (ImportedRow(1, "alien", 1979), "alien-1979"),
        (ImportedRow(1, "Alien", 1980), "alien-1979"),
        (ImportedRow(1, "My Dearest, Like a Cherry Blossom", 2022), "love-like-the-falling-petals-2022"),
        (
            ImportedRow(1, "Nobody Knows This", 2022, original_title="桜のような僕の恋人"),
            "love-like-the-falling-petals-2022",
        ),
        (ImportedRow(1, "The Exorcist", 2027), "the-exorcist-2027"),
        (ImportedRow(1, "Blade", None), "blade"),
        (ImportedRow(1, "Shrek 5", None), "shrek-5-2027"),
        (ImportedRow(1, "Alien", 1979, ids=imdb("tt0000001")), "alien-1979-no2"),
        (ImportedRow(1, "Alien", 2003), "alien-2003"),
        (ImportedRow(1, "Heat 2", None), "heat-2"),
    ],
)
def test_a_row_is_a_film_by_id_then_by_title_and_year_or_a_film_of_its_own(row: ImportedRow, film_id: str) -> None:
    result = imported(row)
    assert ([entry.id for entry in result.added], result.unclear) == ([film_id], ())


def test_a_row_that_could_be_several_films_is_unclear_until_somebody_decides() -> None:
    row = ImportedRow(7, "The Exorcist", file="x.csv")
    (unclear,) = imported(row).unclear
    assert (unclear.row, set(unclear.candidates)) == (row, {"the-exorcist-1973", "the-exorcist-2027"})
    decided = imported(row, decisions={("x.csv", 7): "the-exorcist-2027"})
    assert ([entry.id for entry in decided.added], decided.unclear) == (["the-exorcist-2027"], ())
    own = imported(row, decisions={("x.csv", 7): None})
    assert [film.film_id for film in own.change.own] == ["the-exorcist"]


def test_a_row_without_a_year_is_not_an_old_film_without_asking() -> None:
    assert [unclear.candidates for unclear in imported(ImportedRow(1, "Alien")).unclear] == [("alien-1979",)]


def test_a_film_of_ones_own_keeps_its_ids_and_the_date_that_the_list_gives() -> None:
    result = imported(ImportedRow(1, "Creed IV", 2027, ids=imdb("tt9999999"), release=Edtf.parse("2027-11")))
    (film,) = result.change.own
    assert (film.film_id, film.title, film.year, film.ids) == ("creed-iv-2027", "Creed IV", 2027, imdb("tt9999999"))
    (claim,) = film.claims
    assert (claim.date, claim.certainty, claim.source.publisher) == (
        Edtf.parse("2027-11"),
        "announced",
        "IMDb (your export)",
    )


def test_what_the_user_rated_noted_or_dated_here_stays() -> None:
    mine = Entry(
        id="alien-1979",
        title="Alien",
        added=date(2020, 1, 1),
        status=Status.WATCHED,
        rating=10,
        viewings=(date(1980, 1, 1),),
        tags=("mine",),
        note="mine",
    )
    row = ImportedRow(
        line=1,
        title="Alien",
        year=1979,
        watched=True,
        rating=4,
        viewings=(date(1981, 1, 1),),
        tags=("theirs",),
        note="theirs",
        added=date(2010, 1, 1),
    )
    (change,) = imported(row, entries=(mine,)).changed
    assert change.after == Entry(
        id="alien-1979",
        title="Alien",
        added=date(2020, 1, 1),
        status=Status.WATCHED,
        rating=10,
        viewings=(date(1980, 1, 1), date(1981, 1, 1)),
        tags=("mine", "theirs"),
        note="mine",
    )


def test_a_wanted_row_does_not_unwatch_a_film_and_a_dropped_one_does_not_drop_it() -> None:
    seen = Entry("alien-1979", "Alien", status=Status.WATCHED)
    result = imported(ImportedRow(1, "Alien", 1979), ImportedRow(2, "Alien", 1979, dropped=True), entries=(seen,))
    assert (result.changed, result.unchanged) == ((), 1)


def test_the_second_import_changes_nothing() -> None:
    rows = (
        ImportedRow(1, "Heat 2", ids=(ExternalId("letterboxd", "DErS"),)),
        ImportedRow(2, "Alien", 1979, watched=True, rating=9, viewings=(date(2024, 1, 1),)),
        ImportedRow(3, "Brand New", 2027, ids=imdb("tt1111111")),
    )
    first = imported(*rows)
    films = tuple(Film(one.film_id, one.title, year=one.year, ids=one.ids) for one in first.change.own)
    second = imported(*rows, entries=first.added, films=films)
    assert (bool(second.change), second.unchanged) == (False, 3)


def test_a_later_export_with_a_new_title_and_a_year_is_the_same_film() -> None:
    entry = Entry("heat-2", "Heat 2", ids=HEAT.ids)
    result = imported(ImportedRow(1, "Heat Two", 2028, ids=HEAT.ids), entries=(entry,), films=(HEAT,))
    assert result.added == ()
    assert result.change.own == (UserFilm("heat-2", "Heat Two", 2028),)
    assert [change.entry.title for change in result.changed] == ["Heat Two"]


def test_the_files_of_one_export_speak_of_one_film() -> None:
    result = imported(
        ImportedRow(1, "Small Film", 2023, ids=(ExternalId("letterboxd", "abcd"),), file="watched.csv", watched=True),
        ImportedRow(1, "Small Film", 2023, file="diary.csv", watched=True, viewings=(date(2024, 1, 1),), rating=7),
        ImportedRow(1, "Small Film", 2023, ids=(ExternalId("letterboxd", "abcd"),), file="lists/x.csv", tags=("best",)),
    )
    assert result.added == (
        Entry(
            id="small-film-2023",
            title="Small Film",
            added=TODAY,
            status=Status.WATCHED,
            rating=7,
            viewings=(date(2024, 1, 1),),
            tags=("best",),
            ids=(ExternalId("letterboxd", "abcd"),),
        ),
    )


def test_two_films_of_one_title_and_year_with_two_ids_are_two_films() -> None:
    result = imported(
        ImportedRow(1, "Lost Country", 2023, ids=imdb("tt0000001")),
        ImportedRow(2, "Lost Country", 2023, ids=imdb("tt0000002")),
    )
    assert [entry.id for entry in result.added] == ["lost-country-2023", "lost-country-2023-no2"]


def test_letterboxd_has_two_ids_for_one_film() -> None:
    film = Film("small-film-2023", "Small Film", year=2023, ids=(ExternalId("letterboxd", "small-film-2023"),))
    row = ImportedRow(1, "Small Film", 2023, ids=(ExternalId("letterboxd", "abcd"),))
    assert [entry.id for entry in imported(row, films=(film,)).added] == ["small-film-2023"]

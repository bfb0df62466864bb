"""Matching and merging: which film a row is, and what an import may change."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from bundled import catalogue
from watchlist.domain.catalogue import Layer, merge
from watchlist.domain.change import UserFilm
from watchlist.domain.dates import Edtf
from watchlist.domain.entry import Entry, Status
from watchlist.domain.film import AlsoKnownAs, ExternalId, Film
from watchlist.domain.last_export import LastExport
from watchlist.domain.release import releases_on
from watchlist.services.transfer.import_plan import ImportPlan, RowKey
from watchlist.services.transfer.imported_list import ImportedList
from watchlist.services.transfer.list_exports import OlderExport
from watchlist.services.transfer.plan import ImportSource, plan
from watchlist.services.transfer.row import ImportedRow

TODAY = date(2026, 11, 20)
ALIEN = Entry("alien-1979", "Alien", added=date(2020, 1, 1))
HEAT = Film("heat-2", "Heat 2", ids=(ExternalId("letterboxd", "DErS"),))


def imported(
    *rows: ImportedRow,
    entries: tuple[Entry, ...] = (),
    films: tuple[Film, ...] = (),
    decisions: Mapping[RowKey, str | None] | None = None,
    known: tuple[Film, ...] = (),
    exported: date | None = None,
    last: Mapping[str, LastExport] | None = None,
    drop_missing: bool = False,
) -> ImportPlan:
    both = merge([Layer((*catalogue().films.values(), *known)), Layer(films, may_repeat=True)])
    source = ImportSource(
        lists=(ImportedList("IMDb", rows=rows, exported=exported),),
        catalogue=both,
        user_films={film.id: film for film in films},
        entries=entries,
        today=TODAY,
        decisions=decisions or {},
        last=last or {},
        drop_missing=drop_missing,
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
    assert [film.film_id for film in own.change.user_films] == ["the-exorcist"]


def test_a_row_without_a_year_is_not_an_old_film_without_asking() -> None:
    assert [unclear.candidates for unclear in imported(ImportedRow(1, "Alien")).unclear] == [("alien-1979",)]


def test_a_film_of_ones_own_keeps_its_ids_and_the_date_that_the_list_gives() -> None:
    result = imported(ImportedRow(1, "Creed IV", 2027, ids=imdb("tt9999999"), release=Edtf.parse("2027-11")))
    (film,) = result.change.user_films
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
    assert change == Entry(
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
    second = imported(*rows, entries=first.added, films=films_of(first))
    assert (bool(second.change), second.unchanged) == (False, 3)


def films_of(result: ImportPlan, films: tuple[Film, ...] = ()) -> tuple[Film, ...]:
    """The user's own films as they are once an import is saved."""
    known = {film.id: film for film in films}
    for one in result.change.user_films:
        old = known.get(one.film_id, Film(one.film_id, ""))
        known[one.film_id] = old._replace(
            title=one.title or old.title,
            year=one.year or old.year,
            ids=(*old.ids, *one.ids),
            claims=(*old.claims, *one.claims),
            also_known_as=one.also_known_as or old.also_known_as,
        )
    return tuple(known.values())


def test_a_later_export_with_a_new_title_and_a_year_is_the_same_film_and_says_its_date() -> None:
    entry = Entry("heat-2", "Heat 2", ids=HEAT.ids)
    row = ImportedRow(1, "Heat Two", 2028, ids=HEAT.ids)
    result = imported(row, entries=(entry,), films=(HEAT,), exported=date(2026, 11, 3))
    assert (result.added, [one.title for one in result.changed]) == ((), ["Heat Two"])
    (own,) = result.change.user_films
    assert (own.film_id, own.title, own.year) == ("heat-2", "Heat Two", 2028)
    assert own.also_known_as == (AlsoKnownAs("Heat 2"),)
    (claim,) = own.claims
    assert (claim.date, claim.certainty) == (Edtf.parse("2028"), "speculated")
    assert (claim.reported, claim.source.publisher) == (Edtf.parse("2026-11-03"), "IMDb (your export)")
    again = imported(row, entries=result_entries(result), films=films_of(result, (HEAT,)), exported=date(2026, 11, 3))
    assert (bool(again.change), again.unchanged) == (False, 1)


def result_entries(result: ImportPlan) -> tuple[Entry, ...]:
    return tuple(one.after for one in result.change.entries if one.after)


def test_a_year_that_a_later_export_changes_is_a_slip() -> None:
    first = imported(ImportedRow(1, "Heat 2", 2027, ids=HEAT.ids), exported=date(2026, 6, 1))
    films, row = films_of(first), ImportedRow(1, "Heat 2", 2029, ids=HEAT.ids)
    second = imported(row, entries=first.added, films=films, exported=date(2026, 10, 1))
    (film,) = films_of(second, films)
    (release,) = releases_on(film.claims, TODAY)
    slip = release.moves[-1]
    assert (slip.kind, slip.before, slip.after) == ("slip", Edtf.parse("2027"), Edtf.parse("2029"))
    assert (film.year, [one.id for one in second.changed]) == (2029, ["heat-2-2027"])
    third = imported(row, entries=first.added, films=(film,), exported=date(2026, 10, 1))
    assert (bool(third.change), third.unchanged) == (False, 1)


def test_a_title_that_changed_only_in_case_changes_without_another_title() -> None:
    film = HEAT._replace(title="heat 2")
    result = imported(ImportedRow(1, "Héat 2", ids=HEAT.ids), entries=(Entry("heat-2", "heat 2"),), films=(film,))
    assert result.change.user_films == (UserFilm("heat-2", "Héat 2"),)
    assert [one.after and one.after.title for one in result.change.entries] == ["Héat 2"]


def test_what_only_the_users_own_file_gains_is_counted_as_a_change() -> None:
    entry = Entry("heat-2", "Heat 2", ids=(*HEAT.ids, *imdb("tt2")))
    result = imported(ImportedRow(1, "Heat 2", ids=(*HEAT.ids, *imdb("tt2"))), entries=(entry,), films=(HEAT,))
    assert (bool(result.change), result.changed, result.unchanged) == (True, (entry,), 0)


BARE = Film("unheard-2031", "Unheard", year=2031, ids=imdb("tt31"))


def test_the_date_of_an_import_counts_where_a_known_film_has_none() -> None:
    result = imported(ImportedRow(1, "Unheard", 2031, ids=imdb("tt31")), known=(BARE,))
    (own,) = result.change.user_films
    assert (own.film_id, own.title, [claim.date for claim in own.claims]) == (BARE.id, "", [Edtf.parse("2031")])
    said = Film(BARE.id, "", claims=own.claims)
    dated = BARE._replace(claims=own.claims)
    again = imported(ImportedRow(1, "Unheard", 2031, ids=imdb("tt31")), known=(dated,), films=(said,))
    assert again.change.user_films == ()


def test_a_known_film_that_has_a_date_keeps_it() -> None:
    assert imported(ImportedRow(1, "Shrek 5", 2026)).change.user_films == ()


def test_rows_with_two_addresses_are_two_films_whatever_else_is_alike() -> None:
    rows = [
        ImportedRow(number, title, year, ids=(ExternalId("letterboxd", code),))
        for number, (title, year, code) in enumerate(
            [
                ("Lost Country", 2023, "aaaa"),
                ("Lost Country", 2023, "bbbb"),
                ("Lost Country", 2024, "cccc"),
                ("LÓST Country!", 2023, "dddd"),
                ("Lost Country", None, "eeee"),
            ]
        )
    ]
    for order in (rows, rows[::-1]):
        first = imported(*order)
        assert len({entry.id for entry in first.added}) == len(rows)
        again = imported(*order, entries=first.added, films=films_of(first))
        assert (bool(again.change), again.unchanged) == (False, len(rows))


def test_a_film_that_left_the_list_elsewhere_is_told_and_dropped_where_that_is_asked() -> None:
    rows = (ImportedRow(1, "Heat 2"), ImportedRow(2, "Alien", 1979), ImportedRow(3, "Shrek 5", 2027))
    first = imported(*rows)
    assert (first.missing, first.listed) == ((), {"IMDb": LastExport(("heat-2", "alien-1979", "shrek-5-2027"), TODAY)})
    seen = tuple(one.watched(TODAY) if one.id == "alien-1979" else one for one in first.added)
    kept: dict[str, Any] = {"entries": seen, "films": films_of(first), "last": first.listed}
    second = imported(rows[2], **kept)
    (missing,) = second.missing
    assert (missing.list, [one.id for one in missing.entries]) == ("IMDb", ["heat-2"])
    assert (bool(second.change), second.unchanged) == (False, 1)
    assert imported(ImportedRow(9, "Quite Another List"), **kept).missing == ()
    (dropped,) = imported(rows[2], **kept, drop_missing=True).change.entries
    assert (dropped.entry.id, dropped.entry.status) == ("heat-2", Status.DROPPED)


def test_an_export_that_is_older_than_the_last_one_says_nothing_about_missing_films() -> None:
    heat, alien, shrek = ImportedRow(1, "Heat 2"), ImportedRow(2, "Alien", 1979), ImportedRow(3, "Shrek 5", 2027)
    november, october = date(2026, 11, 18), date(2026, 10, 1)
    newest = imported(heat, shrek, exported=november)
    kept: dict[str, Any] = {"entries": newest.added, "films": films_of(newest)}
    old = imported(shrek, alien, **kept, last=newest.listed, exported=october, drop_missing=True)
    assert (old.missing, [one.entry.id for one in old.change.entries]) == ((), ["alien-1979"])
    assert old.older == (OlderExport("IMDb", october, november),)
    assert old.listed == {"IMDb": LastExport(("heat-2", "shrek-5-2027", "alien-1979"), november)}
    kept["entries"] += old.added
    again = imported(heat, shrek, **kept, last=old.listed, exported=november)
    assert ([one.id for one in again.missing[0].entries], again.older) == (["alien-1979"], ())
    assert again.listed == newest.listed


def test_the_files_of_one_export_speak_of_one_film() -> None:
    result = imported(
        ImportedRow(1, "Small Film", 2023, ids=(ExternalId("letterboxd", "abcd"),), file="watched.csv", watched=True),
        ImportedRow(1, "Small Film", 2023, file="diary.csv", watched=True, viewings=(date(2024, 1, 1),), rating=7),
        ImportedRow(
            1,
            "Small Film",
            2023,
            ids=(ExternalId("letterboxd", "abcd"),),
            file="lists/x.csv",
            tags=("best",),
            kept=True,
        ),
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


def test_a_film_that_is_wanted_again_is_unchanged_the_second_time() -> None:
    rows = (
        ImportedRow(1, "Alien", 1979, viewings=(date(2020, 1, 1),), watched=True),
        ImportedRow(2, "Alien", 1979),
    )
    first = imported(*rows)
    (entry,) = first.added
    assert entry.status is Status.WANTED
    second = imported(*rows, entries=first.added)
    assert (bool(second.change), second.changed, second.unchanged) == (False, (), 1)

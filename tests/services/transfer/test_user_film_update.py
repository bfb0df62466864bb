"""What an import says about a film in the user's own file: a film of their own, or a word on one that is known."""

from datetime import date

from claims import claim
from exports import ids
from watchlist.domain.change import UserFilm
from watchlist.domain.dates import Edtf
from watchlist.domain.film import AlsoKnownAs, Film
from watchlist.services.transfer.export_claims import Export, claim_of
from watchlist.services.transfer.row import ImportedRow
from watchlist.services.transfer.user_film_update import UserFilmUpdate

EXPORT = Export("TMDB", date(2026, 11, 18), date(2026, 11, 20))
ROW = ImportedRow(2, "Heat 2", 2027, ids=ids(tmdb="5"))
OWN = Film("heat-2", "Heat 2", year=2027, ids=ids(imdb="tt1"))
KNOWN = Film("heat-2", "Heat 2", year=2027, claims=(claim("2027-06"),))


def said(when: str, row: ImportedRow = ROW) -> UserFilm:
    return UserFilm("heat-2", claims=(claim_of(Edtf.parse(when), row, EXPORT, ()),))


def change(film: Film, *rows: ImportedRow, own: Film | None = None) -> UserFilm | None:
    update = UserFilmUpdate.of_known(film, own)
    for row in rows:
        update = update.with_row(row, EXPORT)
    return update.change()


def test_a_new_film_is_made_with_the_year_as_its_date() -> None:
    new = UserFilmUpdate.of_new("heat-2-2027", ROW)
    assert (new.is_own, new.title) == (True, "Heat 2")
    claims = (claim_of(Edtf.parse("2027"), ROW, EXPORT, ()),)
    assert new.with_row(ROW, EXPORT).change() == UserFilm("heat-2-2027", "Heat 2", 2027, ids(tmdb="5"), claims)


def test_a_new_film_that_was_seen_has_no_date_to_come() -> None:
    seen = ROW._replace(watched=True)
    new = UserFilmUpdate.of_new("heat-2", seen).with_row(seen, EXPORT)
    assert new.change() == UserFilm("heat-2", "Heat 2", 2027, ids(tmdb="5"))


def test_of_a_known_film_with_a_date_nothing_changes() -> None:
    assert change(KNOWN, ROW) is None
    assert change(KNOWN, ROW._replace(year=2028, release=Edtf.parse("2028-06"))) is None


def test_a_known_film_without_a_date_gets_that_of_the_export_and_no_title() -> None:
    bare = KNOWN._replace(claims=())
    assert change(bare, ROW._replace(title="Heat Two")) == said("2027")
    assert change(bare._replace(year=None), ROW) == said("2027")._replace(year=2027)
    assert UserFilmUpdate.of_known(bare, None).title == "Heat 2"


def test_an_export_that_is_older_than_another_adds_its_date_and_changes_no_title_or_year() -> None:
    now = OWN._replace(claims=(claim_of(Edtf.parse("2027"), ROW, EXPORT, ()),))
    older, row = Export("TMDB", date(2025, 1, 1), date(2026, 11, 20)), ROW._replace(title="Untitled Heat", year=2026)
    first = UserFilmUpdate.of_known(now, now).with_row(row, older)
    assert first.change() == UserFilm(
        "heat-2", ids=ids(tmdb="5"), claims=(claim_of(Edtf.parse("2026"), row, older, now.claims),)
    )
    assert UserFilmUpdate.of_known(first.now, first.now).with_row(row, older).change() is None


def test_of_several_exports_in_one_import_each_later_one_says_the_year_anew() -> None:
    days = [date(2025, 1, 1), date(2026, 1, 1)]
    update = UserFilmUpdate.of_new("heat-2", ROW)
    for day, year in zip(days, (2027, 2029), strict=True):
        update = update.with_row(ROW._replace(year=year), Export("TMDB", day, date(2026, 11, 20)))
    assert (update.now.year, [one.date and one.date.text for one in update.now.claims]) == (2029, ["2027", "2029"])


def test_a_film_of_ones_own_follows_the_export() -> None:
    later = ROW._replace(title="Heat Two", year=2028)
    assert change(OWN, later, own=OWN) == said("2028", later)._replace(
        title="Heat Two", year=2028, ids=ids(tmdb="5"), also_known_as=(AlsoKnownAs("Heat 2"),)
    )
    seen = later._replace(title="HEAT 2", watched=True, ids=ids(imdb="tt2"))
    assert change(OWN, seen, own=OWN) == said("2028", seen)._replace(title="HEAT 2", year=2028)


def test_a_title_that_the_film_has_had_changes_nothing() -> None:
    renamed = OWN._replace(also_known_as=(AlsoKnownAs("Heat Two"),), claims=(claim("2027"),), ids=ids(tmdb="5"))
    assert change(renamed, ROW._replace(title="heat two"), own=renamed) is None


def test_of_rows_that_contradict_each_other_the_first_says_the_year() -> None:
    first, second = ROW._replace(year=2028), ROW._replace(year=2029)
    changed = change(OWN, first, second, own=OWN)
    assert changed is not None
    assert changed.year == 2028


def test_the_same_import_again_changes_nothing() -> None:
    again = OWN._replace(ids=ids(imdb="tt1", tmdb="5"), claims=said("2027").claims)
    assert change(again, ROW, own=again) is None

"""Which film a row is: by its ids, else by title and year."""

from datetime import date

import pytest

from claims import claim
from exports import ids
from watchlist.domain.claim import Channel
from watchlist.domain.film import Film
from watchlist.services.transfer.matching import KnownFilm, KnownFilms
from watchlist.services.transfer.row import ImportedRow


@pytest.fixture
def known() -> KnownFilms:
    films = KnownFilms.empty()
    titles = ("Alien", "Alien: Director's Cut")
    films.add("alien-1979", KnownFilm(titles, 1979, ids(imdb="tt0078748"), is_to_come=False))
    films.add("alien-2032", KnownFilm(("Alien",), 2032))
    films.add("blade", KnownFilm(("Blade",)))
    return films


@pytest.mark.parametrize(
    ("row", "film_ids"),
    [
        (ImportedRow(1, "Another Title", 2000, ids=ids(imdb="tt0078748")), ["alien-1979"]),
        (ImportedRow(1, "ALIEN", 1979), ["alien-1979"]),
        (ImportedRow(1, "Alien", 1980), ["alien-1979"]),
        (ImportedRow(1, "Alien", 1981), []),
        (ImportedRow(1, "Alien"), ["alien-1979", "alien-2032"]),
        (ImportedRow(1, "Blade", 2030), ["blade"]),
        (ImportedRow(1, "Alien 2", original_title="Blade"), ["blade"]),
    ],
)
def test_a_film_is_found_by_an_id_else_by_title_and_a_year_near_it(
    known: KnownFilms, row: ImportedRow, film_ids: list[str]
) -> None:
    assert known.find(row, 2026) == film_ids


def test_a_film_that_has_another_id_is_not_found_by_its_title(known: KnownFilms) -> None:
    assert known.find(ImportedRow(1, "Alien", ids=ids(imdb="tt0000001")), 2026) == ["alien-2032"]


@pytest.mark.parametrize(
    ("row", "film_ids"),
    [
        (ImportedRow(1, "Blade", 1998), []),
        (ImportedRow(1, "Blade", 2030, watched=True), []),
        (ImportedRow(1, "Blade", watched=True), []),
        (ImportedRow(1, "Alien", 2031, watched=True), []),
        (ImportedRow(1, "Alien", 2032, watched=True), ["alien-2032"]),
        (ImportedRow(1, "Alien", watched=True), ["alien-1979"]),
        (ImportedRow(1, "Blade", 2026), ["blade"]),
    ],
)
def test_an_old_film_or_one_that_was_seen_is_none_that_is_to_come(
    known: KnownFilms, row: ImportedRow, film_ids: list[str]
) -> None:
    assert known.find(row, 2026) == film_ids


@pytest.mark.parametrize(
    ("address", "found"),
    [("DErS", ["foo"]), ("DErT", []), ("foo", ["foo"]), ("foo-2031", ["foo"]), ("abcdefgh", ["foo"])],
)
def test_addresses_of_one_kind_tell_films_apart(address: str, found: list[str]) -> None:
    films = KnownFilms.empty()
    films.add("foo", KnownFilm(("Foo",), 2031, ids(letterboxd="DErS")))
    assert films.find(ImportedRow(1, "Foo", 2031, ids=ids(letterboxd=address)), 2026) == found


@pytest.mark.parametrize(
    ("row", "is_doubtful"),
    [
        (ImportedRow(1, "Alien"), True),
        (ImportedRow(1, "Alien", 1979), False),
        (ImportedRow(1, "Alien", ids=ids(imdb="tt0078748")), False),
    ],
)
def test_a_row_without_year_and_id_may_be_another_film_than_an_old_one(
    known: KnownFilms, row: ImportedRow, is_doubtful: bool
) -> None:
    assert known.is_doubtful(row, "alien-1979", 2026) == is_doubtful


@pytest.mark.parametrize(
    ("film", "is_to_come"),
    [
        (Film("a", "A"), True),
        (Film("a", "A", year=2025), False),
        (Film("a", "A", year=2026), True),
        (Film("a", "A", year=2026, claims=(claim("2027-01-01"),)), True),
        (Film("a", "A", year=2026, claims=(claim("2026-01-01", "released"),)), False),
        (Film("a", "A", year=2026, claims=(claim("2026-01-01", "released", channel=Channel.PREMIERE),)), False),
    ],
)
def test_a_film_is_to_come_until_it_is_out_anywhere_also_at_a_festival(film: Film, *, is_to_come: bool) -> None:
    assert KnownFilm.of(film, date(2026, 11, 20)) == KnownFilm(("A",), film.year, is_to_come=is_to_come)

"""The date that an export gives for a film, as a claim of that export."""

from datetime import date

import pytest

from claims import claim
from watchlist.domain.claim import Certainty, Channel, Claim, Source
from watchlist.domain.dates import Edtf
from watchlist.services.transfer.export_claims import Export, claim_of, date_of, has_own_date
from watchlist.services.transfer.row import ImportedRow

DAY, TODAY = date(2026, 11, 18), date(2026, 11, 20)
EXPORT = Export("TMDB", DAY, TODAY)
ROW = ImportedRow(2, "Heat 2", 2027)


def exported(when: str, day: date = DAY, *, before: tuple[Claim, ...] = ()) -> Claim:
    return claim_of(Edtf.parse(when), ROW, EXPORT._replace(day=day), before)


@pytest.mark.parametrize(
    ("when", "watched", "certainty"),
    [
        ("2027-06-12", False, Certainty.ANNOUNCED),
        ("2027", False, Certainty.SPECULATED),
        ("2026-11-20", False, Certainty.ANNOUNCED),
        ("2026-11-19", False, Certainty.RELEASED),
        ("2027", True, Certainty.RELEASED),
    ],
)
def test_a_date_is_a_claim_of_the_day_of_the_export(when: str, *, watched: bool, certainty: Certainty) -> None:
    assert claim_of(Edtf.parse(when), ROW._replace(watched=watched), EXPORT, ()) == Claim(
        "WW",
        Channel.THEATRICAL,
        None,
        Edtf.parse(when),
        certainty,
        Source("tmdb-export-2026-11-18", "TMDB (your export)", published=Edtf.of(DAY)),
        TODAY,
        Edtf.of(DAY),
    )


def test_a_later_word_of_the_same_day_is_another_source() -> None:
    first = exported("2027")
    second = exported("2028", before=(first,))
    third = exported("2029", before=(first, second))
    assert [one.source.id for one in (second, third)] == ["tmdb-export-2026-11-18-no2", "tmdb-export-2026-11-18-no3"]


@pytest.mark.parametrize(
    ("shown", "earlier", "is_news"),
    [
        ("2027", (), True),
        ("2027", (exported("2027", date(2026, 1, 1)),), False),
        ("2028", (exported("2027", date(2026, 1, 1)),), True),
        ("2027", (exported("2027", date(2026, 1, 1)), exported("2028", date(2026, 6, 1))), True),
        ("2027", (exported("2027"), exported("2028", before=(exported("2027"),))), False),
        ("2028", (exported("2027"), exported("2028", before=(exported("2027"),))), False),
        ("2027", (claim("2027"),), True),
    ],
)
def test_a_date_is_news_where_the_last_export_gave_another(
    shown: str, earlier: tuple[Claim, ...], *, is_news: bool
) -> None:
    assert EXPORT.is_news(Edtf.parse(shown), earlier) is is_news


@pytest.mark.parametrize(
    ("claims", "has_date"),
    [
        ((), False),
        ((claim("2027"),), True),
        ((claim("XXXX"), claim(None)), False),
        ((claim("2027", channel=Channel.PREMIERE),), False),
        ((claim("2027")._replace(error="a typing error"),), False),
        ((exported("2027"), exported("2028", before=(exported("2027"),))), False),
        ((claim("2027", by="tmdb-export"),), False),
    ],
)
def test_anybodys_date_but_that_of_an_export_counts(claims: tuple[Claim, ...], *, has_date: bool) -> None:
    assert has_own_date(claims) is has_date


def test_the_date_of_a_row_is_its_release_else_its_year_where_that_counts() -> None:
    release = Edtf.parse("2027-06")
    assert date_of(ROW._replace(release=release), year_counts=True) == release
    assert [date_of(ROW, year_counts=counts) for counts in (True, False)] == [Edtf.parse("2027"), None]
    assert date_of(ROW._replace(year=None), year_counts=True) is None

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchlist.domain.dates import Edtf, Hemisphere, Precision, Span
from watchlist.domain.errors import BadValue

YEARS = st.integers(1, 9999).map("{:04}".format)
PARTS = st.one_of(
    st.dates().map(date.isoformat),
    st.builds("{}-{:02}".format, YEARS, st.one_of(st.integers(1, 12), st.integers(21, 41))),
    st.builds("{}-XX".format, YEARS),
    YEARS,
    st.integers(1, 999).map("{:03}X".format),
    st.integers(1, 99).map("{:02}XX".format),
)
QUALIFIED = st.builds("{}{}".format, PARTS, st.sampled_from(["", "?", "~", "%"]))


def _in_order(start: str, end: str) -> bool:
    first, last = Edtf.parse(start), Edtf.parse(end)
    return all((first.span(half).earliest or date.min) <= (last.span(half).latest or date.max) for half in Hemisphere)


INTERVALS = st.one_of(
    st.tuples(PARTS, PARTS).filter(lambda pair: _in_order(*pair)).map("/".join),
    PARTS.map("{}/..".format),
    PARTS.map("../{}".format),
)
DATES = st.one_of(QUALIFIED, INTERVALS, st.just("XXXX")).map(Edtf.parse)


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("2024-06-27", "2024-06-27", "2024-06-27", Precision.DAY),
        ("2024-06", "2024-06-01", "2024-06-30", Precision.MONTH),
        ("2024-06-XX", "2024-06-01", "2024-06-30", Precision.MONTH),
        ("2024-02", "2024-02-01", "2024-02-29", Precision.MONTH),
        ("2024", "2024-01-01", "2024-12-31", Precision.YEAR),
        ("2024-XX", "2024-01-01", "2024-12-31", Precision.YEAR),
        ("2022-21", "2022-03-01", "2022-05-31", Precision.SEASON),
        ("2022-24", "2022-12-01", "2023-02-28", Precision.SEASON),
        ("2022-29", "2022-09-01", "2022-11-30", Precision.SEASON),
        ("2026-33", "2026-01-01", "2026-03-31", Precision.QUARTER),
        ("2026-36", "2026-10-01", "2026-12-31", Precision.QUARTER),
        ("2026-39", "2026-09-01", "2026-12-31", Precision.QUADRIMESTER),
        ("2026-41", "2026-07-01", "2026-12-31", Precision.SEMESTER),
        ("202X", "2020-01-01", "2029-12-31", Precision.DECADE),
        ("20XX", "2000-01-01", "2099-12-31", Precision.CENTURY),
        ("2026-11-06/2026-11-10", "2026-11-06", "2026-11-10", Precision.INTERVAL),
        ("2026-06/2026-09", "2026-06-01", "2026-09-30", Precision.INTERVAL),
        ("2024-06-27?", "2024-06-27", "2024-06-27", Precision.DAY),
        ("9999-24", "9999-12-01", "9999-12-31", Precision.SEASON),
    ],
)
def test_a_date_has_bounds(text: str, earliest: str, latest: str, precision: Precision) -> None:
    parsed = Edtf.parse(text)
    assert (parsed.span(), parsed.precision) == (
        Span(date.fromisoformat(earliest), date.fromisoformat(latest)),
        precision,
    )


def test_open_intervals_have_one_bound_and_tba_has_none() -> None:
    assert Edtf.parse("2026-06/..").span() == Span(date(2026, 6, 1), None)
    assert Edtf.parse("../2024-06-26").span() == Span(None, date(2024, 6, 26))
    assert Edtf.parse("2026/").span() == Span(date(2026, 1, 1), None)
    assert Edtf.parse("XXXX").is_tba


def test_a_season_is_read_by_the_hemisphere_and_nothing_else_is() -> None:
    assert Edtf.parse("2022-21").span(Hemisphere.SOUTH) == Span(date(2022, 9, 1), date(2022, 11, 30))
    assert Edtf.parse("2022-22").span(Hemisphere.SOUTH) == Span(date(2022, 12, 1), date(2023, 2, 28))
    assert Edtf.parse("2022-25").span(Hemisphere.SOUTH) == Edtf.parse("2022-21").span()
    assert Edtf.parse("2026-33").span(Hemisphere.SOUTH) == Edtf.parse("2026-33").span()


@pytest.mark.parametrize(
    "text",
    [
        *("", "tba", "2024-13", "2024-00", "2024-02-30", "2024-6-27", "20245", "24-06-27", "2024-21-01", "2024-XX-12"),
        *("../..", "/", "2026/2025", "202X-06", "XXXX-06", "2024-06-27T10:00", "2024/2025/2026", "0000", "２０２４"),
        *("2024-06-27 ", "\n2024", "2024-42", "2024??"),
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(BadValue):
        Edtf.parse(text)


def test_vague_dates_sort_by_their_last_day_then_the_finer_one_and_tba_comes_last() -> None:
    texts = ["XXXX", "2026-12/..", "2027", "2027-12-31", "2027-12", "2026-36", "2026-24", "2026-12-25", "2026-10/2027"]
    in_order = sorted(map(Edtf.parse, texts), key=lambda one: (one.is_tba, one.span().order))
    assert [one.text for one in in_order] == [
        *("2026-12-25", "2026-36", "2026-24", "2027-12-31", "2027-12", "2027", "2026-10/2027", "2026-12/..", "XXXX")
    ]


@given(DATES)
def test_notation_survives_a_round_trip(one: Edtf) -> None:
    assert Edtf.parse(str(one)) == one


@given(QUALIFIED, st.sampled_from(Hemisphere))
def test_bounds_are_in_order_and_closed(text: str, half: Hemisphere) -> None:
    span = Edtf.parse(text).span(half)
    assert span.earliest is not None
    assert span.latest is not None
    assert span.earliest <= span.latest


@given(st.dates(date(1, 1, 1), date(9998, 12, 31)))
def test_a_day_lies_in_its_month_its_year_and_no_other(day: date) -> None:
    exact = Edtf.of(day).span()
    assert exact.day == day
    assert Edtf.parse(day.isoformat()[:7]).span().contains(exact)
    assert Edtf.parse(day.isoformat()[:4]).span().contains(exact)
    assert not Edtf.parse(f"{day.year + 1:04}").span().overlaps(exact)


@given(DATES, DATES, DATES)
def test_the_order_is_total(one: Edtf, two: Edtf, three: Edtf) -> None:
    a, b, c = (edtf.span().order for edtf in (one, two, three))
    assert (a <= b) or (b <= a)
    assert not (a <= b <= c) or a <= c
    assert (a == b) == (one.span() == two.span())


@given(st.dates(date(2, 1, 1), date(9998, 12, 31)), st.integers(0, 300), st.integers(0, 300), st.integers(0, 300))
def test_containing_agreeing_and_overlapping_fit_together(day: date, a: int, b: int, c: int) -> None:
    outer = Span(day - timedelta(days=a), day + timedelta(days=b))
    other = Span(day, day + timedelta(days=c))
    assert outer.overlaps(other)
    assert outer.agrees(other) == (outer.contains(other) or other.contains(outer))
    assert Span(None, None).contains(outer)
    assert not outer.contains(Span(None, outer.latest))

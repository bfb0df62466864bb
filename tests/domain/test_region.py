"""Regions: the codes that exist, however they are typed, and whose seasons they have."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchlist.domain.dates import Hemisphere
from watchlist.domain.errors import BadValue
from watchlist.domain.region import REGIONS, hemisphere, parse_region


@given(st.sampled_from(sorted(REGIONS)), st.booleans(), st.sampled_from(["", " ", "\t"]))
def test_every_code_is_read_in_any_case_and_between_spaces(code: str, is_small: bool, space: str) -> None:
    assert parse_region(f"{space}{code.lower() if is_small else code}{space}") == code


def test_the_codes_are_the_249_of_iso_3166_and_one_for_the_whole_world() -> None:
    assert (len(REGIONS), "WW" in REGIONS, {len(code) for code in REGIONS}) == (250, True, {2})


def test_people_write_uk_for_great_britain() -> None:
    assert parse_region("uk") == "GB"


@pytest.mark.parametrize("text", ["XX", "USA", "", "Japan", "U S"])
def test_what_is_no_region_is_refused_with_codes_that_are(text: str) -> None:
    with pytest.raises(BadValue) as raised:
        parse_region(text)
    expected = f'"{text}" is not a region: write an ISO 3166 code such as US, JP or GB, or WW for worldwide'
    assert str(raised.value) == expected


def test_the_south_has_seasons_of_its_own_and_the_world_those_of_the_north() -> None:
    assert {hemisphere(code) for code in ("AU", "NZ", "BR", "ZA", "CL")} == {Hemisphere.SOUTH}
    assert {hemisphere(code) for code in ("WW", "US", "JP", "IN", "MX", "KE")} == {Hemisphere.NORTH}
    assert 30 < sum(hemisphere(code) is Hemisphere.SOUTH for code in REGIONS) < 60

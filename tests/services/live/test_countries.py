"""Countries by the names that encyclopaedias use, and by their items in Wikidata."""

import pytest

from watchlist.domain.region import REGIONS
from watchlist.services.live.countries import REGION_OF_ITEM, has_no_code, region_of_item, region_of_name


@pytest.mark.parametrize(
    ("name", "region"),
    [
        ("United States", "US"),
        ("u.s.", "US"),
        ("  Republic of\n Ireland ", "IE"),
        ("Türkiye", "TR"),
        ("Venezuela", "VE"),
        ("Democratic Republic of the Congo", "CD"),
        ("Worldwide", "WW"),
        ("GB", "GB"),
        ("gb", None),
        ("WW", None),
        ("XX", None),
        ("West Germany", None),
        ("Cannes", None),
        ("", None),
    ],
)
def test_a_name_or_a_code_means_a_region(name: str, region: str | None) -> None:
    assert region_of_name(name) == region


def test_an_item_means_a_region() -> None:
    items = ("Q30", "Q29999", "Q55", "Q13780930", "Q7")
    assert [region_of_item(one) for one in items] == ["US", "NL", "NL", "WW", None]


def test_states_of_the_past_and_parts_of_the_world_have_no_code() -> None:
    assert [has_no_code(one) for one in ("West  Germany", "USSR", "europe", "Germany")] == [True, True, True, False]


def test_the_table_has_codes_of_iso_3166_only() -> None:
    assert set(REGION_OF_ITEM.values()) <= REGIONS

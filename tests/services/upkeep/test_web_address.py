"""An address that the user names, and what speaks against asking it."""

import pytest

from watchlist.domain.errors import UsageMistake
from watchlist.services.upkeep.web_address import has_login, is_https, split_address


@pytest.mark.parametrize("address", ["https://x.org:99999/", "https://x.org:port/", "https://[::1/a"])
def test_what_is_no_address_is_refused_by_its_name(address: str) -> None:
    with pytest.raises(UsageMistake) as refused:
        split_address(address)
    assert refused.value.lines == (f'"{address}" is not an address',)


def test_only_a_host_over_tls_is_asked() -> None:
    addresses = (
        "https://x.org/a",
        "https://x.org:8443/",
        "http://x.org/",
        "https:///a",
        "https://x.org:0/",
        "films.toml",
    )
    assert [is_https(split_address(one)) for one in addresses] == [True, True, False, False, False, False]


def test_a_name_or_a_password_is_seen() -> None:
    addresses = ("https://ann@x.org/", "https://:secret@x.org/", "https://x.org/@ann")
    assert [has_login(split_address(one)) for one in addresses] == [True, True, False]

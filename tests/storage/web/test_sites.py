"""The sites have safe addresses, which only an address on this machine replaces."""

from pathlib import Path

import pytest

from program import Run
from watchlist.domain.errors import UsageMistake
from watchlist.storage.web.sites import LiveSite, address_of


def test_the_sites_have_safe_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    for site in LiveSite:
        monkeypatch.delenv(f"WATCHLIST_{site.name}_URL")
    assert {site: address_of(site) for site in LiveSite} == {
        LiveSite.WIKIDATA: "https://www.wikidata.org/w/api.php",
        LiveSite.WIKIPEDIA: "https://en.wikipedia.org/w/api.php",
        LiveSite.TMDB: "https://api.themoviedb.org/3",
    }


@pytest.mark.parametrize("site", LiveSite)
def test_each_site_is_told_in_the_readme_the_help_and_in_security(site: LiveSite, run: Run) -> None:
    root = Path(__file__).parents[3]
    table = (root / "README.md").read_text(encoding="utf-8").partition("| site |")[2].partition("\n\n")[0]
    assert f"{site}](https://" in table
    assert site in run("refresh", "--help").out
    assert f"`WATCHLIST_{site.name}_URL`" in (root / "SECURITY.md").read_text(encoding="utf-8")


def test_those_of_wikimedia_share_its_rules() -> None:
    assert [site for site in LiveSite if site.is_wikimedia] == [LiveSite.WIKIDATA, LiveSite.WIKIPEDIA]


ELSEWHERE = (
    *("https://127.0.0.1/", "http://example.org/", "http://127.0.0.1@example.org/", "http://localhost/"),
    *("http://10.0.0.1/", "file:///etc/passwd", "http://[", "nonsense", "http://user@127.0.0.1/"),
)


def test_another_address_must_be_on_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    for address in ELSEWHERE:
        monkeypatch.setenv("WATCHLIST_TMDB_URL", address)
        with pytest.raises(UsageMistake) as raised:
            address_of(LiveSite.TMDB)
        rule = "it is for tests, and must be an http address on the loopback interface"
        assert raised.value.lines == (
            f'WATCHLIST_TMDB_URL is "{address}": {rule}',
            "For example: WATCHLIST_TMDB_URL=http://127.0.0.1:8000/api.php, or unset it.",
        )


def test_an_address_on_this_machine_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    for address in ("http://127.0.0.1:80/x", "http://[::1]:80/x", "http://127.9.9.9/x/"):
        monkeypatch.setenv("WATCHLIST_WIKIDATA_URL", address)
        assert address_of(LiveSite.WIKIDATA) == address.rstrip("/")

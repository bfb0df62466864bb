"""Sites and their pages."""

from watchlist.domain.site import PAGES, Site


def test_every_site_has_one_page_and_it_is_secure() -> None:
    assert set(PAGES) == set(Site)
    assert all(page.startswith("https://") and page.count("{}") == 1 for page in PAGES.values())

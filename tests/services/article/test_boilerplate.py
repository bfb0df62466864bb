"""The words by which what stands around an article is known, and words of an article that are near them."""

import pytest

from watchlist.services.article.boilerplate import (
    ends_article,
    is_boilerplate,
    is_not_headline,
    leads_elsewhere,
    name_words,
)


def test_a_class_is_split_into_words_at_capitals_hyphens_and_figures() -> None:
    assert name_words("siteNotice read-next_BOX2 HTMLBody") == (
        "site",
        "notice",
        "read",
        "next",
        "box",
        "2",
        "html",
        "body",
    )


@pytest.mark.parametrize(
    ("classes", "around"),
    [
        ("sidebar", True),
        ("side-bar wide", True),
        ("Related_Stories", True),
        ("newsletterSignup", True),
        ("c-read-next-box", True),
        ("site-footer", True),
        ("post-comments", True),
        ("story body", False),
        ("article-more-text", False),
        ("nextread", False),
        ("", False),
    ],
)
def test_an_element_is_known_by_its_class(classes: str, *, around: bool) -> None:
    assert is_boilerplate(classes) is around


@pytest.mark.parametrize(
    ("line", "elsewhere"),
    [
        ("Also read: Tin Moon opens on June 19.", True),
        ("» MORE FROM REEL: Tin Moon", True),
        ("Photo: Ann Cole", True),
        ("12 Comments", True),
        ("Trending:", True),
        ("Also on disc: Tin Moon", False),
        ("Trending now is Tin Moon, out on June 19.", False),
        ("Elsewhere on the schedule, Tin Moon moves.", False),
        ("12 comments on it were kind.", False),
        ("The photo was taken in June.", False),
    ],
)
def test_a_line_speaks_of_the_site_or_of_films(line: str, *, elsewhere: bool) -> None:
    assert leads_elsewhere(line) is elsewhere


@pytest.mark.parametrize(
    ("heading", "ends"),
    [
        ("You may also like", True),
        ("References", True),
        ("3 responses", True),
        ("Latest news", True),
        ("Latest news from Venice", False),
        ("Also on DVD", False),
        ("Out in June", False),
    ],
)
def test_a_heading_ends_the_article_or_goes_on(heading: str, *, ends: bool) -> None:
    assert ends_article(heading) is ends


@pytest.mark.parametrize(
    ("line", "is_none"),
    [("FOR IMMEDIATE RELEASE", True), (" — ", True), ("Skip to content", True), ("New dates", False)],
)
def test_a_line_above_an_article_is_no_headline(line: str, *, is_none: bool) -> None:
    assert is_not_headline(line) is is_none

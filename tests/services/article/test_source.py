"""Who says it: publisher, title, author, day and address, by a written order of what may state them."""

# ruff: noqa: E501  a page of HTML stands whole

from datetime import date
from typing import Any

import pytest

from articles import read
from watchlist.services.article.page import Block, Kind, MarkedText, Page
from watchlist.services.article.source import ArticleSource, read_source

PARAGRAPH = Kind.PARAGRAPH
TEXT = Block(
    PARAGRAPH,
    "Copper Sky opens in theaters on June 12, and that is all that there is to say about it today, or nearly all of it.",
)


def source(*blocks: Block, address: str | None = None, **facts: tuple[str, ...]) -> ArticleSource:
    named = {name.replace("__", ":").replace("_", "."): values for name, values in facts.items()}
    return read_source(Page((*blocks, TEXT), (*blocks, TEXT), named), address=address)


def test_json_ld_states_the_source_before_anything_else() -> None:
    page = """<html><meta name="author" content="admin"><meta name="date" content="2024-01-01">
    <script type="application/ld+json">{"@graph": [{"@type": "Organization", "@id": "#o", "name": "The Daily Reel"},
    {"@type": "Person", "@id": "#p", "name": "Ann Cole"}, {"@type": ["NewsArticle"], "headline": "What&#39;s next",
    "datePublished": "2026-05-05T10:00:00Z", "dateModified": "2026-06-01", "author": [{"@id": "#p"}],
    "publisher": {"@id": "#o"}, "url": "https://reel.example/next"}]}</script><body><p>Text.</p></body></html>"""
    assert read(page).source == ArticleSource(
        "The Daily Reel", "What's next", "Ann Cole", date(2026, 5, 5), "https://reel.example/next"
    )


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="DC.date.issued" content="2026-05-05">',
        '<meta name="pubdate" content="20260505">',
        '<meta itemprop="datePublished" content="2026-05-05T23:30:00-07:00">',
        '<time class="updated" datetime="2026-07-07">7 July</time><time class="entry-date" datetime="2026-05-05">5 May</time>',
        '<abbr class="published" title="2026-05-05T21:00:00">last night</abbr>',
        "<p class=byline>By Ann Cole | May 5, 2026</p>",
        "<p>Updated: July 7, 2026 | Published: May 5, 2026</p>",
        '<link rel="canonical" href="https://reel.example/2026/05/05/next">',
        "<p>LOS ANGELES, May 5, 2026 -- The studio has news.</p>",
    ],
)
def test_the_day_of_an_article_is_found_wherever_it_stands(head: str) -> None:
    assert read(f"<html><body>{head}<p>Text of the article.</p></body></html>").source.published == date(2026, 5, 5)


def test_the_day_on_the_page_wins_where_the_time_is_in_another_zone() -> None:
    head = '<meta property="article:published_time" content="2026-05-06T02:00:00Z"><p class="byline">By Ann Cole, May 5, 2026</p>'
    assert read(f"<html><body>{head}</body></html>").source.published == date(2026, 5, 5)


def test_front_matter_and_mail_headers_state_the_source() -> None:
    front = "---\ntitle: 'What''s next'\nauthor: Ann Cole\ndate: 2026-05-05\npublication: Reel\n---\n\nText of it.\n"
    assert read(front).source == ArticleSource("Reel", "What's next", "Ann Cole", date(2026, 5, 5))
    mail = "From: Reel <news@reel.example>\nDate: Tue, 5 May 2026 07:30:00 -0500\nSubject: What's next\n\nText of it.\n"
    assert read(mail).source == ArticleSource("Reel", "What's next", None, date(2026, 5, 5))


def test_what_is_not_stated_stays_empty() -> None:
    assert read("<html><body><p>Some words about a film.</p></body></html>").source == ArticleSource()


def test_a_day_in_the_text_is_not_that_of_the_article() -> None:
    page = (
        '<html><body class="hfeed"><h1>Dates</h1><p>Filed by Ann Cole on 5 May 2026</p><div class="entry-content">'
        "<p>It was October 24, 2025, before.</p></div></body></html>"
    )
    assert read(page).source.published == date(2026, 5, 5)
    opens = "<p><i>Copper Sky</i> opens in theaters on June 12.</p>"
    page = f"<html><body>{opens * 14}<p>Posted by <b>Ann Cole</b> at 9:12 PM, Tuesday, May 5, 2026</p></body></html>"
    assert read(page).source.published == date(2026, 5, 5)


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Copper Sky is late | The Daily Reel", ("The Daily Reel", "Copper Sky is late")),
        ("Copper Sky - Now in May - Reel", ("Reel", "Copper Sky - Now in May")),
        ("Copper Sky | a newspaper whose name has more than forty letters", (None, "Copper Sky")),
        ("Copper-Sky", (None, "Copper-Sky")),
    ],
)
def test_the_title_of_a_page_ends_with_its_publisher(title: str, found: tuple[str | None, str]) -> None:
    stated = source(title=(title,))
    assert (stated.publisher, stated.title) == found


def test_metadata_comes_before_headings_and_headings_before_the_title_of_the_page() -> None:
    head, release = Block(Kind.HEADING, "Copper Sky is late", 1), Block(Kind.HEADING, "For immediate release", 1)
    page = ("Copper Sky | Reel",)
    titles = [
        source(release, head, title=page, og__title=("Late, late",)).title,
        source(release, head, title=page).title,
        source(title=page).title,
        source(Block(PARAGRAPH, "Copper Sky is late")).title,
        source(Block(PARAGRAPH, "Copper Sky is late.")).title,
    ]
    assert titles == ["Late, late", "Copper Sky is late", "Copper Sky", "Copper Sky is late", None]


def test_the_headline_is_named_so_and_is_no_link_to_the_site() -> None:
    site = Block(Kind.HEADING, "The Daily Reel", 1, marks=(MarkedText(0, 14, is_link=True),))
    head, named = (
        Block(Kind.HEADING, "Copper Sky is late", 1),
        Block(Kind.HEADING, "Late, late", 2, names=frozenset(("title",))),
    )
    assert [source(site, head).title, source(site, head, named).title] == ["Copper Sky is late", "Late, late"]


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Ann Cole", "Ann Cole"),
        ("May 5, 2026 | By Ann de la Cruz and Bo Li", "Ann de la Cruz and Bo Li"),
        ("Words: Ann Cole, May 5, 2026", "Ann Cole"),
        ("Posted by A. B. Cole on Tuesday", "A. B. Cole"),
        ("Made by hand", None),
    ],
)
def test_a_byline_names_the_author(line: str, author: str | None) -> None:
    assert source(Block(PARAGRAPH, line)).author == author


def test_nobody_and_addresses_are_no_authors() -> None:
    assert (
        source(author=("admin", "https://reel.example/ann", "Ann Cole", "Ann Cole", "Bo Li")).author
        == "Ann Cole, Bo Li"
    )
    assert source(author=("Staff",), class__byline=("By Ann Cole",)).author == "Ann Cole"


def test_the_address_is_that_which_the_page_states_before_that_of_the_fetch() -> None:
    at = "https://reel.example/fetched"
    assert (
        source(address=at, link__canonical=("/next",), og__url=("https://reel.example/next",)).url
        == "https://reel.example/next"
    )
    assert source(address=at).url == at


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2026-05-05T10:00:00Z", date(2026, 5, 5)),
        ("2026/05/05", date(2026, 5, 5)),
        ("20260505103000", date(2026, 5, 5)),
        ("Tue, 05 May 2026 10:00:00 GMT", date(2026, 5, 5)),
        ("2026年5月5日", date(2026, 5, 5)),
        ("5th May 2026", date(2026, 5, 5)),
        ("on Sept. 5, 2026 at noon", date(2026, 9, 5)),
        ("5.6.2026", date(2026, 6, 5)),
        ("1970-01-01", None),
        ("2026-02-30", None),
        ("05/06/2026", None),
    ],
)
def test_a_day_is_read_in_the_forms_that_pages_write(written: str, day: date | None) -> None:
    assert source(date=(written,)).published == day


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("By Ann Cole, May 5, 2026", date(2026, 5, 5)),
        ("Updated May 7, 2026", None),
        ("Published May 5, 2026, updated on May 7, 2026", date(2026, 5, 5)),
        ("It was shot by May 5, 2026", None),
        ("SEOUL (May 5, 2026) - Reel Films has news.", date(2026, 5, 5)),
        ("2026年5月5日", date(2026, 5, 5)),
    ],
)
def test_a_day_that_readers_see_is_that_of_a_byline_or_dateline(line: str, day: date | None) -> None:
    assert source(Block(PARAGRAPH, line)).published == day


HEADING = Kind.HEADING
LONG = "Copper Sky is said by nearly everybody who has seen it to be late, and then some more words so that it is long"


@pytest.mark.parametrize(
    ("blocks", "title"),
    [
        ([Block(HEADING, "Small", 2), Block(HEADING, "Copper Sky is late", 1)], "Copper Sky is late"),
        ([Block(PARAGRAPH, "Boxed", names=frozenset(("title",))), Block(HEADING, "Late", 1)], "Late"),
        ([Block(HEADING, "Shared", 2, names=frozenset(("share",))), Block(HEADING, "Late", 1)], "Late"),
        ([Block(HEADING, "Next", 2, names=frozenset(("headline",))), Block(HEADING, "Late", 1)], "Late"),
        ([Block(HEADING, "For immediate release", 2), Block(HEADING, "Late", 2)], "Late"),
        ([Block(PARAGRAPH, "For immediate release"), Block(PARAGRAPH, "Copper Sky is late")], None),
        ([Block(PARAGRAPH, LONG), Block(HEADING, "Late", 2)], None),
        ([Block(PARAGRAPH, "Words that end."), Block(PARAGRAPH, "Words that do not")], None),
        ([Block(PARAGRAPH, "Words that end:"), Block(HEADING, "Late", 3)], "Late"),
    ],
)
def test_the_title_is_the_first_heading_that_is_one_or_a_short_first_line(
    blocks: list[Block], title: str | None
) -> None:
    assert source(*blocks).title == title


def test_names_that_are_nobody_are_left_out_of_json_ld_too() -> None:
    page = """<html><script type="application/ld+json">{"@type": "NewsArticle",
    "author": [{"name": "Admin"}, {"name": "Ann Cole"}]}</script><body><p>Text.</p></body></html>"""
    assert read(page).source.author == "Ann Cole"


@pytest.mark.parametrize(
    ("facts", "author"),
    [
        ({"author": ("@ann", "/people/ann", "Ann Cole")}, "Ann Cole"),
        ({"class__author": ("by Ann Cole", "Bo Li")}, "Ann Cole"),
        ({"class__author": ("12 comments", "Bo Li")}, None),
        ({"class__author": ("Staff",), "class__byline": ("Bo Li",)}, "Bo Li"),
    ],
)
def test_of_the_names_beside_an_article_the_first_that_is_a_person_counts(
    facts: dict[str, Any], author: str | None
) -> None:
    assert source(**facts).author == author


def filler(count: int) -> list[Block]:
    return [Block(PARAGRAPH, f"It rains in town number {number}.") for number in range(count)]


BY = "By Ann Cole, May 5, 2026"


@pytest.mark.parametrize(
    ("blocks", "stated"),
    [
        ([*filler(11), Block(PARAGRAPH, BY)], True),
        ([*filler(12), Block(PARAGRAPH, BY)], False),
        ([*filler(12), Block(PARAGRAPH, BY, names=frozenset(("byline",)))], True),
        ([*filler(12), Block(PARAGRAPH, BY + ". " + LONG * 2, names=frozenset(("byline",)))], False),
        ([Block(PARAGRAPH, BY, names=frozenset(("comment",)))], False),
        ([*[Block(PARAGRAPH, "Nice.", names=frozenset(("comments",)))] * 12, Block(PARAGRAPH, BY)], True),
        ([Block(Kind.ITEM, BY)], False),
        ([*filler(20), Block(PARAGRAPH, "Posted by Ann Cole on May 5, 2026")], True),
    ],
)
def test_a_byline_is_at_the_top_or_says_that_it_is_one_or_is_below_a_post(blocks: list[Block], stated: bool) -> None:
    found = source(*blocks)
    assert (found.author, found.published) == (("Ann Cole", date(2026, 5, 5)) if stated else (None, None))


def test_the_line_below_a_post_may_begin_with_the_day() -> None:
    assert source(*filler(20), Block(PARAGRAPH, "Posted on May 5, 2026 by Ann Cole")).published == date(2026, 5, 5)


def test_the_sender_of_a_mail_is_its_publisher_without_quotes_and_address() -> None:
    assert source(mail__from=('"The Daily Reel" <news@reel.example>',)).publisher == "The Daily Reel"


def test_the_canonical_address_comes_before_that_of_json_ld_and_that_before_other_metadata() -> None:
    page = """<html>{}<script type="application/ld+json">{{"@type": "NewsArticle",
    "url": "https://reel.example/data"}}</script><meta name="twitter:url" content="https://reel.example/tweet">
    <body><p>Text.</p></body></html>"""
    canonical = '<link rel="canonical" href="https://reel.example/next">'
    urls = [read(page.format(head)).source.url for head in (canonical, "")]
    assert urls == ["https://reel.example/next", "https://reel.example/data"]


MAY_5, MAY_6 = date(2026, 5, 5), date(2026, 5, 6)


@pytest.mark.parametrize(
    ("stamp", "shown", "day"),
    [
        ("2026-05-06T02:00:00Z", "May 5, 2026", MAY_5),
        ("2026-05-06T02:00:00+00:00", "May 5, 2026", MAY_5),
        ("2026-05-06T02:00:00-07:00", "May 5, 2026", MAY_6),
        ("2026-05-06", "May 5, 2026", MAY_6),
        ("2026-05-06T02:00:00Z", "May 4, 2026", MAY_6),
        ("2026-05-06T02:00:00Z", "June 5, 2026", MAY_6),
    ],
)
def test_the_day_that_readers_see_corrects_a_time_in_utc_by_one_day(stamp: str, shown: str, day: date) -> None:
    assert source(Block(PARAGRAPH, f"By Ann Cole, {shown}"), date=(stamp,)).published == day


@pytest.mark.parametrize(
    ("block", "day"),
    [
        (Block(HEADING, "Weekly digest, May 5, 2026", 1), MAY_5),
        (Block(HEADING, "All that is new, May 5, 2026", 1), None),
        (Block(PARAGRAPH, "See the weekly digest, May 5, 2026, for more."), None),
    ],
)
def test_the_heading_of_a_newsletter_dates_it(block: Block, day: date | None) -> None:
    assert source(block).published == day


@pytest.mark.parametrize("name", ["class__published", "class__date", "time"])
def test_an_element_for_the_day_dates_the_article_where_nothing_else_does(name: str) -> None:
    stated: dict[str, Any] = {name: ("soon", "5 May 2026")}
    assert source(**stated).published == MAY_5
    assert source(Block(PARAGRAPH, "By Ann Cole, May 6, 2026"), **stated).published == MAY_6


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://reel.example/2026/05/05/next", MAY_5),
        ("https://reel.example/2026/5/5", MAY_5),
        ("https://reel.example/2026/05/051", None),
        ("https://reel.example/2026/13/05/next", None),
    ],
)
def test_an_address_may_have_the_day_in_its_path(address: str, day: date | None) -> None:
    assert source(og__url=(address,)).published == day


@pytest.mark.parametrize("written", ["20260505", "202605051030", "20260505103000", "2026/05/05 10:30"])
def test_a_stamp_may_have_no_hyphens(written: str) -> None:
    assert source(date=(written,)).published == MAY_5


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("May 5, 2026, 10 a.m., Los Angeles", MAY_5),
        (f"May 5, 2026. {LONG * 3}", None),
        ("For immediate release: May 5, 2026. " + LONG * 2, MAY_5),
        ("Updated: May 7, 2026. Published: May 5, 2026", MAY_5),
        ("By Ann Cole. Updated: May 7, 2026", None),
        ("Date: today, May 5, 2026", MAY_5),
        (LONG * 2 + " and it was published on May 5, 2026", MAY_5),
        (LONG * 4 + " and it was published on May 5, 2026", None),
        ("By Ann Cole, Sept. 5, 2026", date(2026, 9, 5)),
        ("By Ann Cole, Feb. 5, 2026", date(2026, 2, 5)),
        ("By Ann Cole, 5/6/2026", None),
    ],
)
def test_a_line_shows_the_day_if_it_is_short_or_stamped_and_does_not_speak_of_an_update(
    line: str, day: date | None
) -> None:
    assert source(Block(PARAGRAPH, line)).published == day


def test_a_line_that_is_named_after_the_day_shows_it() -> None:
    assert source(Block(PARAGRAPH, "It was May 5, 2026", names=frozenset(("dateline",)))).published == MAY_5
    assert source(Block(PARAGRAPH, "It was May 5, 2026")).published is None

"""HTML becomes blocks with their marks, and facts; what stands around the article is no part of it."""

# ruff: noqa: E501  a page of HTML stands whole

import pytest

from watchlist.services.article.html_page import read_html
from watchlist.services.article.page import LONGEST, Block, Kind, MarkedText, TooLong

HEADING, PARAGRAPH, ITEM, ROW = Kind.HEADING, Kind.PARAGRAPH, Kind.ITEM, Kind.ROW
STORY = "<p>Copper Sky opens in theaters on June 12.</p>"


def texts(page: str) -> list[str]:
    return [one.text for one in read_html(page).blocks]


def blocks(page: str) -> list[tuple[Kind, str, int]]:
    return [(one.kind, one.text, one.level) for one in read_html(page).everything]


def test_tags_that_are_not_closed_end_where_the_next_begins() -> None:
    page = "<h2>Soon<p>One\n two<p>Three<br>four<ul><li>Five<li>Six &amp; seven</ul><dl><dt>Sky<dd>June</dl>Eight"
    assert blocks(page) == [
        (HEADING, "Soon", 2),
        (HEADING, "One two", 2),
        (HEADING, "Three\nfour", 2),
        (HEADING, "Five", 2),
        (HEADING, "Six & seven", 2),
        (HEADING, "Sky", 2),
        (HEADING, "June", 2),
        (HEADING, "Eight", 2),
    ]
    assert blocks(page.replace("Soon", "Soon</h2>")) == [
        (HEADING, "Soon", 2),
        (PARAGRAPH, "One two", 0),
        (PARAGRAPH, "Three\nfour", 0),
        (ITEM, "Five", 0),
        (ITEM, "Six & seven", 0),
        (HEADING, "Sky", 6),
        (ITEM, "June", 0),
        (PARAGRAPH, "Eight", 0),
    ]


def test_what_is_set_apart_is_marked() -> None:
    (block,) = read_html("<p> The <i>Copper <b>Sky</b> </i>of <a href=x>June</a>, <em>a film</p>").everything
    marks = (MarkedText(11, 14), MarkedText(4, 14), MarkedText(18, 22, is_link=True), MarkedText(24, 30))
    assert block == Block(PARAGRAPH, "The Copper Sky of June, a film", marks=marks)


def test_the_words_of_classes_around_a_block_are_its_names() -> None:
    (block,) = read_html('<div class="entry-meta"><p id=byLine itemprop="author">Ann Cole</p></div>').everything
    assert block.names == {"entry", "meta", "by", "line", "author"}


def test_a_page_states_facts() -> None:
    page = read_html(
        '<html lang="en-GB"><head><title>Next &mdash; Reel</title><meta property="OG:Title" content="Next"><meta name=author content="">'
        '<link rel=canonical href="https://reel.example/n"></head><time datetime="2026-05-05">5 May</time>'
        '<time class=updated datetime="2026-06-06">6 June</time><span itemprop="name">Reel</span><b class="fn">Ann Cole</b>'
        '<script type="application/ld+json">{"a": 1}</script><script type="application/ld+json">{"broken</script></html>'
    )
    assert (page.language, page.linked_data) == ("en-GB", ({"a": 1},))
    assert page.facts == {
        "title": ("Next — Reel",),
        "og:title": ("Next",),
        "link:canonical": ("https://reel.example/n",),
        "time": ("2026-05-05",),
        "time:modified": ("2026-06-06",),
        "name": ("Reel",),
        "class:fn": ("Ann Cole",),
    }


def test_a_table_gives_rows_with_their_columns_and_labels() -> None:
    page = read_html(
        "<table><caption>Dates</caption><tr><th>Where<th>When</tr><tr><td>France<td>June <i>12</i></tr></table>"
        "<table><tr><th>Released<td>June 12<td>Italy</tr><tr><td><td></tr></table>"
    )
    assert page.everything == (
        Block(Kind.CAPTION, "Dates"),
        Block(ROW, "France | June 12", cells=("France", "June 12"), columns=("Where", "When")),
        Block(ROW, "Released | June 12 | Italy", cells=("Released", "June 12", "Italy"), label="Released"),
    )


@pytest.mark.parametrize("inside", ["<h3>Soon</h3>", "<table><tr><td>One<td>Two</table>", f"<p>{'word ' * 100}</p>"])
def test_a_table_that_lays_out_a_page_holds_blocks(inside: str) -> None:
    kinds = [one.kind for one in read_html(f"<table><tr><td><p>First</p>{inside}</td></tr></table>").everything]
    assert kinds[0] is PARAGRAPH
    assert len(kinds) == 2


@pytest.mark.parametrize(
    "around",
    [
        "<nav><i>Tin Moon</i> opens June 19</nav>",
        '<div class="related-stories"><p><i>Tin Moon</i> opens on June 19.</p></div>',
        '<section id="comments"><p>I think <i>Tin Moon</i> opens on June 19.</p></section>',
        '<div class="newsletter-signup"><p><i>Tin Moon</i> opens on June 19.</p></div>',
        "<aside><p><i>Tin Moon</i> opens on June 19.</p></aside>",
        "<p hidden><i>Tin Moon</i> opens on June 19.</p>",
        "<p>Also read: <i>Tin Moon</i> opens on June 19.</p>",
        "<h3>You may also like</h3><p><i>Tin Moon</i> opens on June 19.</p>",
        "<figure><figcaption><i>Tin Moon</i>, out on June 19.</figcaption></figure>",
        "<script>var x = '<p><i>Tin Moon</i> opens on June 19.</p>'</script>",
        "<!-- <p><i>Tin Moon</i> opens on June 19.</p> -->",
        "<sup>[1]</sup>",
    ],
)
def test_what_stands_around_an_article_is_not_read(around: str) -> None:
    assert texts(f"<body><article>{STORY}</article>{around}</body>") == ["Copper Sky opens in theaters on June 12."]


def test_a_class_that_holds_the_whole_article_hides_nothing() -> None:
    assert (
        texts(f'<body><div class="social widget">{STORY * 3}</div></body>')
        == ["Copper Sky opens in theaters on June 12."] * 3
    )


def test_what_only_looks_like_a_tag_costs_no_text() -> None:
    assert texts(f"<!DOCTYPE html [<!ENTITY a 'b'>]><p>a < b</i></x><![CDATA[ c]]></p>{STORY}") == [
        "a < b c",
        "Copper Sky opens in theaters on June 12.",
    ]


def test_a_page_that_is_too_long_is_refused() -> None:
    with pytest.raises(TooLong):
        read_html("<p>" + "word " * (LONGEST // 4 + 1))

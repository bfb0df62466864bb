"""A page as the reader sees it."""

from watchlist.services.article.page import Block, Kind, MarkedText


def test_how_much_of_a_block_is_links() -> None:
    marks = (MarkedText(0, 3), MarkedText(0, 4, is_link=True), MarkedText(6, 7, is_link=True))
    shares = [Block(Kind.PARAGRAPH, text, marks=marks).link_share for text in ("Copper Sky", "")]
    assert shares == [0.5, 0.0]

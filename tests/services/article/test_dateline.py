"""The place and day before a story are taken off it, and what is marked in the rest stays marked."""

import pytest

from watchlist.services.article.dateline import without_dateline
from watchlist.services.article.page import Block, Kind, MarkedText


@pytest.mark.parametrize(
    "dateline",
    [
        "NEW YORK, NY -- May 5, 2026 -- ",
        "LOS ANGELES (May 5, 2026) - ",
        "LOS ANGELES, May 5, 2026 – ",
        "TELLURIDE, Colo. (May 5) — ",
        "LONDON, 5 May 2026 - ",
        "SEOUL, May 5 (Reel) - ",
        "PARIS — ",
    ],
)
def test_a_dateline_is_taken_off(dateline: str) -> None:
    story = "Reel Films has dated Copper Sky."
    start = len(dateline) + story.index("Copper")
    marks = (MarkedText(0, 5), MarkedText(start, start + 10))
    block = Block(Kind.PARAGRAPH, dateline + story, marks=marks)
    assert without_dateline(block) == Block(Kind.PARAGRAPH, story, marks=(MarkedText(21, 31),))


@pytest.mark.parametrize(
    "text",
    [
        "COPPER SKY opens on June 12.",
        "COPPER SKY - out now",
        "Los Angeles - Reel Films has dated Copper Sky.",
        "In SEOUL, May 5 was a day for Copper Sky.",
    ],
)
def test_a_story_without_a_dateline_stays_whole(text: str) -> None:
    block = Block(Kind.PARAGRAPH, text, marks=(MarkedText(0, 3),))
    assert without_dateline(block) == block

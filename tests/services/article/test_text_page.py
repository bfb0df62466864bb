"""Plain text, markdown and mail become blocks."""

import pytest

from watchlist.services.article.page import LONGEST, Block, Kind, MarkedText, TooLong
from watchlist.services.article.text_page import read_text

HEADING, PARAGRAPH, ITEM, ROW = Kind.HEADING, Kind.PARAGRAPH, Kind.ITEM, Kind.ROW


def blocks(text: str) -> list[tuple[Kind, str, int]]:
    return [(one.kind, one.text, one.level) for one in read_text(text).everything]


def test_front_matter_gives_fields_and_is_no_text() -> None:
    page = read_text("---\nTitle: 'What''s next'\ndate: 2026-05-05\ntags:\n---\n\nIt opens.\n")
    assert page.facts == {"front:title": ("What's next",), "front:date": ("2026-05-05",)}
    assert [one.text for one in page.everything] == ["It opens."]


def test_a_mail_gives_its_headers_and_a_text_with_one_of_them_is_no_mail() -> None:
    page = read_text("From: Reel <news@reel.example>\nSubject: New dates\n\nIt opens.\n")
    assert page.facts == {"mail:from": ("Reel <news@reel.example>",), "mail:subject": ("New dates",)}
    assert [one.text for one in page.everything] == ["It opens."]
    assert read_text("Date: tomorrow\n\nIt opens.\n").facts == {}


def test_markdown_has_headings_items_paragraphs_and_quotes() -> None:
    soon, later = (
        "# Soon #\n\nIt opens,\nsay some.\n",
        "### Later\n- June 12 - *Copper Sky*\n  in France\n2) Tin Moon\n",
    )
    text = f"{soon}\n* * *\n\n{later}> They *said* so.\n"
    assert blocks(text) == [
        (HEADING, "Soon", 1),
        (ITEM, "It opens,", 0),
        (ITEM, "say some.", 0),
        (HEADING, "Later", 3),
        (ITEM, "June 12 - Copper Sky in France", 0),
        (ITEM, "Tin Moon They said so.", 0),
    ]


def test_the_signs_of_markdown_become_marks() -> None:
    (block,) = read_text(
        "The film _Copper Sky_ and [**Tin** Moon](https://x.example), ![a](b)snake_case_names."
    ).everything
    text = "The film Copper Sky and **Tin** Moon, snake_case_names."
    assert block == Block(PARAGRAPH, text, marks=(MarkedText(9, 19), MarkedText(24, 36, is_link=True)))


def test_lines_that_are_wrapped_are_one_paragraph() -> None:
    line = "Copper Sky opens on June 12, and after that there is Tin Moon,"
    assert blocks(f"{line}\n{line}\nwhich follows.\n") == [(PARAGRAPH, f"{line} {line} which follows.", 0)]


def test_a_short_line_alone_is_a_heading_and_the_first_is_the_headline() -> None:
    assert blocks('For immediate release\n\nNew dates\n\nIt opens.\n\nIn Japan\n\n"Tin Moon"\n\nRuns: 90\n') == [
        (HEADING, "For immediate release", 2),
        (HEADING, "New dates", 1),
        (PARAGRAPH, "It opens.", 0),
        (HEADING, "In Japan", 2),
        (PARAGRAPH, '"Tin Moon"', 0),
        (PARAGRAPH, "Runs: 90", 0),
    ]


def test_lines_of_a_list_under_a_title_are_its_items() -> None:
    assert blocks("COPPER SKY\n  Reel Films, 98 min.\n  June 12\n") == [
        (HEADING, "COPPER SKY", 1),
        (ITEM, "Reel Films, 98 min.", 0),
        (ITEM, "June 12", 0),
    ]


def test_columns_are_rows_of_cells() -> None:
    page = read_text("NEW\n5 June    COPPER SKY\n12 June ...... TIN MOON\n")
    assert page.everything == (
        Block(Kind.CAPTION, "NEW"),
        Block(ROW, "5 June | COPPER SKY", cells=("5 June", "COPPER SKY")),
        Block(ROW, "12 June | TIN MOON", cells=("12 June", "TIN MOON")),
    )


def test_a_table_has_the_words_at_the_head_of_its_columns() -> None:
    page = read_text("| When | What |\n|:--|---|\n| Oct 2 | *Tin Moon* |\n| Oct 9 | |\n")
    columns = ("When", "What")
    assert page.everything == (
        Block(ROW, "Oct 2 | Tin Moon", cells=("Oct 2", "Tin Moon"), columns=columns),
        Block(ROW, "Oct 9", cells=("Oct 9", ""), columns=columns),
    )
    assert [one.columns for one in read_text("| Oct 2 | Tin Moon |\n| Oct 9 | Sky |\n").everything] == [(), ()]


def test_a_text_that_is_too_long_is_refused() -> None:
    with pytest.raises(TooLong):
        read_text("a" * (LONGEST + 1))

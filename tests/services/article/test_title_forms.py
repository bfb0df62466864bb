"""What can be the title of a film: how titles are marked, and what only looks like one."""

import pytest

from watchlist.services.article.page import Block, Kind, MarkedText
from watchlist.services.article.title_forms import (
    asked_about,
    candidates,
    heading_titles,
    is_other,
    item_head,
    looks_like_title,
    subjects,
    tidy,
)


@pytest.mark.parametrize(
    "text",
    [
        "Copper Sky",
        "M",
        "The Man from the Moon",
        "Copper Sky: The Return of Mr. Tin",
        "Am I OK?",
        "東京の空",
        "Is",
        "300",
        "Copper Sky Of",
        "Who Is Copper Sky",
        "Copper Sky vs. Tin Moon",
        "Wonder Woman 1984",
        "Wonder Woman 1984: The Return",
        "Friday the 13th",
        "X-Men",
        "Malcolm X",
        "A " * 11 + "Film",
        "Abcdefghi " * 7 + "Abcdefghij",
    ],
)
def test_what_can_be_a_title(text: str) -> None:
    assert looks_like_title(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "?!",
        "copper sky",
        "Copper sky falls",
        "Copper Sky of",
        "Copper Sky.",
        "(Copper Sky)",
        "Netflix",
        "France",
        "New Releases",
        "Where to Watch Copper Sky?",
        "June 12",
        "Copper Sky June 12, 2026",
        "June 12: Copper Sky",
        "1917",
        "2026-27",
        "Summer 2026",
        "Copper Sky. Tin Moon",
        "A " * 12 + "Film",
        "Abcdefghi " * 7 + "Abcdefghijk",
        "...",
        "copper",
        "iSpy Copper",
        "Copper “Sky",
        "June 12 Copper Sky",
        "Summer 2026: Copper Sky",
        "the Copper Sky",
        "[Copper Sky]",
        "Copper Sky,",
        "Copper Sky;",
        "Copper iSky",
        "Copper Sky &",
        "Copper 50% Sky",
        "Summer 2026, Fall 2027",
        "Everything?",
    ],
)
def test_what_is_no_title(text: str) -> None:
    assert not looks_like_title(text)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("“Copper Sky,”", "Copper Sky"),
        ("‘Copper Sky’", "Copper Sky"),
        ("'Copper Sky'", "Copper Sky"),
        ("'Copper Sky", "'Copper Sky"),
        ("Copper Sky (2012 film)", "Copper Sky"),
        ("Copper Sky’", "Copper Sky"),
        ("The Boys’", "The Boys’"),
        ('Copper "Big" Sky', 'Copper "Big" Sky'),
        ("‘Copper Boys,’", "Copper Boys"),
        ("“Copper Sky” (2012)", "Copper Sky"),
        ("“Copper Sky (2012)”", "Copper Sky"),
        (' ,;:"Copper Sky" ;,:', "Copper Sky"),
    ],
)
def test_a_title_is_freed_of_marks_and_of_its_year(text: str, title: str) -> None:
    assert tidy(text) == title


@pytest.mark.parametrize(
    ("block", "titles"),
    [
        (Block(Kind.PARAGRAPH, "In Copper Sky it rains.", marks=(MarkedText(3, 13),)), ["Copper Sky"]),
        (Block(Kind.PARAGRAPH, "In Copper Sky it rains.", marks=(MarkedText(3, 13, is_link=True),)), []),
        (Block(Kind.PARAGRAPH, "In “Copper Sky” it rains; “so it goes,” he said."), ["Copper Sky"]),
        (Block(Kind.PARAGRAPH, "“Never Again,” said Ann of ‘Copper Sky’."), ["Copper Sky"]),
        (Block(Kind.PARAGRAPH, "“Copper Sky!” said Ann."), []),
        (Block(Kind.PARAGRAPH, "“Never Again,” he told us."), []),
        (Block(Kind.PARAGRAPH, "Of that Ann says: “Never Again”"), []),
        (Block(Kind.PARAGRAPH, "Ann said: “Never Again” and went home to read."), []),
        (Block(Kind.PARAGRAPH, "“Copper Sky!” and “Tin Moon” rain."), ["Copper Sky!", "Tin Moon"]),
        (Block(Kind.PARAGRAPH, "“Copper Sky” they liked."), ["Copper Sky"]),
        (Block(Kind.PARAGRAPH, "Ann likes “the rain” a lot."), []),
        (Block(Kind.PARAGRAPH, "Ann said “Copper Sky” is late."), ["Copper Sky"]),
        (Block(Kind.PARAGRAPH, "Ann said “Copper Sky” won’t open."), ["Copper Sky"]),
        (Block(Kind.PARAGRAPH, "Ann said “Copper Sky” there."), []),
        (Block(Kind.PARAGRAPH, "“Copper Sky” is fun, he said."), ["Copper Sky"]),
        (Block(Kind.PARAGRAPH, "Where to watch Copper Sky online"), []),
        (Block(Kind.PARAGRAPH, "COPPER SKY IS OUT"), []),
        (Block(Kind.PARAGRAPH, "HEAT, out in June"), []),
        (Block(Kind.PARAGRAPH, "ALIEN, out in June"), ["ALIEN"]),
        (Block(Kind.PARAGRAPH, "NETFLIX, out in June"), []),
        (Block(Kind.PARAGRAPH, "Then COPPER SKY (June 12) — it rains."), ["COPPER SKY"]),
        (Block(Kind.PARAGRAPH, "SKY, out in June"), []),
        (Block(Kind.HEADING, "COPPER, out in June", 1), []),
        (Block(Kind.PARAGRAPH, "2012’s Best Films"), []),
        (Block(Kind.PARAGRAPH, "2012’s France"), []),
        (Block(Kind.PARAGRAPH, "it rains in France (2019)"), []),
        (Block(Kind.PARAGRAPH, "it rains (2019)"), []),
        (Block(Kind.PARAGRAPH, f"Tin Moon (2019) is fun{'; it rains' * 9}"), ["Tin Moon"]),
        (Block(Kind.PARAGRAPH, f"{'Abcdefghi ' * 8}(2019)"), [f"{'Abcdefghi ' * 7}Abcdefghi"]),
        (Block(Kind.PARAGRAPH, "Tin Moon is good (2019)"), []),
        (Block(Kind.PARAGRAPH, "The film Tin Moon (2019)"), ["Tin Moon"]),
        (Block(Kind.PARAGRAPH, "And Tin Moon (2019)"), ["Tin Moon"]),
        (Block(Kind.PARAGRAPH, "The series “Tin Moon” and the “Copper Sky” album"), []),
        (Block(Kind.PARAGRAPH, "COPPER SKY, out in June"), ["COPPER SKY", "COPPER SKY"]),
        (Block(Kind.PARAGRAPH, "COPPER SKY (June 12) is fun"), ["COPPER SKY", "COPPER SKY"]),
        (Block(Kind.PARAGRAPH, "PARIS, May 5, 2026 /Reelwire/ -- It rains."), []),
        (Block(Kind.PARAGRAPH, "PARIS (May 5) — It rains."), []),
        (Block(Kind.PARAGRAPH, "2012’s Copper Sky beside Tin Moon (2019)"), ["Copper Sky", "Tin Moon"]),
        (Block(Kind.ITEM, "June 12 – Copper Sky, from Reel"), ["Copper Sky"]),
        (Block(Kind.ITEM, "Reel Pictures – June 12"), []),
        (Block(Kind.ITEM, "Copper Sky"), []),
        (Block(Kind.ITEM, "Copper Sky – from Tin Moon", marks=(MarkedText(18, 26),)), ["Tin Moon"]),
        (Block(Kind.ITEM, "One Two Three Four Five Six Seven Eight Nine – June 12"), []),
        (
            Block(Kind.ITEM, "One Two Three Four Five Six Seven Eight – June 12"),
            ["One Two Three Four Five Six Seven Eight"],
        ),
        (Block(Kind.ITEM, "Copper Sky (series) – June 12"), []),
        (Block(Kind.ITEM, "June 12 – Copper Sky (series)"), []),
        (Block(Kind.ITEM, "Copper Sky, season 2 – June 12"), []),
        (Block(Kind.HEADING, "“Copper Sky” opens: Tin Moon – June", 2), ["Copper Sky"]),
        (Block(Kind.HEADING, "Ann Cole – “it rains”", 2), []),
        (Block(Kind.HEADING, "2. Copper Sky – June 12", 2), ["Copper Sky"]),
        (Block(Kind.HEADING, "Copper Sky – June 12", 1), []),
        (Block(Kind.HEADING, "Where to watch Copper Sky online", 1), ["Copper Sky"]),
        (Block(Kind.ROW, "x", cells=("June 12", "Copper Sky", "Reel"), columns=("Day", "Film", "By")), ["Copper Sky"]),
        (Block(Kind.ROW, "x", cells=("June 12", "Copper Sky", "Reel")), ["Copper Sky"]),
        (Block(Kind.ROW, "x", cells=("Copper Sky", "June 12")), ["Copper Sky"]),
        (Block(Kind.ROW, "x", cells=("Copper Sky", "June 12"), columns=("Note", "Day")), []),
        (Block(Kind.ROW, "x", cells=("Copper Sky", "Reel")), []),
        (Block(Kind.ROW, "x", cells=("Copper Sky, out June 12",)), []),
        (Block(Kind.ROW, "x", cells=("June 12", "France", "Copper Sky")), []),
        (Block(Kind.ROW, "x", cells=("France", "June 12")), []),
        (Block(Kind.ROW, "x", cells=("UK and Japan", "June 12")), []),
        (Block(Kind.ROW, "x", cells=("n/a", "June 12")), []),
    ],
)
def test_a_block_marks_titles(block: Block, titles: list[str]) -> None:
    assert list(candidates(block)) == titles


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Marigold Days comes to Blu-ray.", ["Marigold Days"]),
        ("Marigold Days, out June 12, is fun.", ["Marigold Days"]),
        ("Narnia opens on June 12.", ["Narnia"]),
        ("Marigold Days (PG-13, 2h 11m). Fun.", ["Marigold Days"]),
        ("Reel Pictures comes to town.", []),
        ("PlayStation 6 arrives in June.", []),
        ("Marigold Days walks on June 12.", []),
        ("South Korea opens on June 12.", []),
        ("South Korea and Japan opens on June 12.", []),
        ("The film Marigold Days comes to Blu-ray.", ["Marigold Days"]),
        ("But Marigold Days comes to Blu-ray.", ["Marigold Days"]),
        ("The series Marigold Days comes to Blu-ray.", []),
        ("Ann's Marigold Days comes to Blu-ray.", []),
        ("Ann’s Marigold Days comes to Blu-ray.", []),
        ("Reel Inc. comes to town.", []),
        ("New Releases comes to town.", []),
        ("Top Heat comes to town.", []),
        ("Marigold Days launches on June 12.", ["Marigold Days"]),
        ("The series “Marigold Days”, out June 12, is fun.", []),
        ("Narnia hits the big screen.", ["Narnia"]),
        ("UK, US & Japan comes to town.", []),
        ("UK/France comes to town.", []),
        ("UK or Japan comes to town.", []),
        ("The UK comes to town.", []),
    ],
)
def test_what_nothing_marks_is_a_title_by_what_it_does(text: str, titles: list[str]) -> None:
    assert list(dict.fromkeys(subjects(Block(Kind.PARAGRAPH, text)))) == titles


@pytest.mark.parametrize(
    ("text", "head"),
    [
        *((f"June 12{mark} Copper Sky", "Copper Sky") for mark in (":", ",", ".", " |", " –", " —", " -")),
        ("Copper Sky: June 12", "Copper Sky"),
        ("Copper Sky (Reel, PG-13)", "Copper Sky"),
        ("Copper Sky, from Friday on", "Copper Sky"),
        ("“Copper Sky” | Netflix", "Copper Sky"),
    ],
)
def test_what_stands_first_in_an_item_behind_its_day(text: str, head: str) -> None:
    assert item_head(text) == head


@pytest.mark.parametrize(
    ("marked", "other"),
    [
        ("the series *Copper Sky*", True),
        ("*Copper Sky*, season 2", True),
        ("*Copper Sky* reported", True),
        ("Ann told *Copper Sky*", True),
        ("the film *Copper Sky* opens", False),
    ],
)
def test_the_words_around_a_title_may_make_it_something_else(marked: str, *, other: bool) -> None:
    before, title, behind = marked.split("*")
    for more in ("", " and it rains" * 9):
        text = before + title + behind + more
        assert is_other(text, len(before), len(before + title)) is other


@pytest.mark.parametrize(
    ("heading", "titles"),
    [
        ("Where to watch Copper Sky for free?", ["Copper Sky"]),
        ("Is Copper Sky on Netflix?", ["Copper Sky"]),
        ("When does Copper Sky come out?", ["Copper Sky"]),
        ("Is France on time?", []),
        ("Where to watch France?", []),
        (f"Where to watch Copper Sky on N{'o' * 118}?", ["Copper Sky"]),
        (f"Where to watch Copper Sky on N{'o' * 119}?", []),
        ("Where to watch it online?", []),
        ("Where to watch UK and Japan?", []),
        ("Copper Sky on Netflix?", []),
    ],
)
def test_a_heading_asks_about_a_title(heading: str, titles: list[str]) -> None:
    assert list(asked_about(heading)) == titles


@pytest.mark.parametrize(
    ("heading", "titles"),
    [
        ("Copper Sky", ["Copper Sky"]),
        ("3) Copper Sky (2026)", ["Copper Sky"]),
        ("Copper Sky: Release date, cast", ["Copper Sky"]),
        ("Copper Sky: season 2", []),
        ("Leaving in July", []),
        ("By Ann Cole", []),
        ("Does Ann know the way?", []),
        ("Who Framed the Copper Sky?", []),
        ("Could Ann Stay Late?", []),
        ("Am I OK?", ["Am I OK?"]),
        ("Copper Sky Season 2", []),
        ("Coming Home", ["Coming Home"]),
        ("Is Copper", []),
        ("Is Copper Late", ["Is Copper Late"]),
        ("it rains", []),
        ("Is Copper Late Again", ["Is Copper Late Again"]),
    ],
)
def test_a_heading_of_a_section_begins_with_a_title(heading: str, titles: list[str]) -> None:
    assert list(heading_titles(Block(Kind.HEADING, heading, 2))) == titles

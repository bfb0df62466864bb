"""What a row of a table claims: the words at the head of a column say what stands in it."""

from articles import CONTEXT
from watchlist.domain.claim import Channel
from watchlist.services.article.article_claim import ArticleClaim, Context
from watchlist.services.article.page import Block, Kind
from watchlist.services.article.places import Place
from watchlist.services.article.rows import table_claims
from watchlist.services.article.titles import FilmName, Titles

TITLES = Titles((Block(Kind.PARAGRAPH, "“Copper Sky” opens, and “Tin Moon” opens."),), None, lambda _: {})
Found = tuple[str, str | None, str | None, str | None, str | None, str]


def row(*cells: str, columns: tuple[str, ...] = (), label: str = "", context: Context = CONTEXT) -> list[ArticleClaim]:
    block = Block(Kind.ROW, " | ".join(cells), cells=cells, columns=columns, label=label)
    return list(table_claims(block, TITLES, context))


def shown(claims: list[ArticleClaim]) -> list[Found]:
    return [
        (
            one.film.title if one.film else "",
            one.date and one.date.text,
            one.region,
            one.channel,
            one.service,
            one.certainty,
        )
        for one in claims
    ]


def test_a_row_claims_each_date_of_its_film() -> None:
    (first, second) = row("Copper Sky", "June 12", "TBA", columns=("Film", "Cinemas", "Disc"))
    assert first == ArticleClaim(
        FilmName("Copper Sky"), None, None, None, first.date, "June 12", first.certainty, "Copper Sky | June 12 | TBA"
    )
    assert shown([first, second]) == [
        ("Copper Sky", "2026-06-12", None, None, None, "announced"),
        ("Copper Sky", "XXXX", None, None, None, "announced"),
    ]


def test_the_words_at_the_head_of_a_column_say_where_and_how() -> None:
    columns = ("Film", "In theaters", "On Blu-ray in Japan")
    assert shown(row("Copper Sky", "April 3, 2026", "expected July 7", columns=columns)) == [
        ("Copper Sky", "2026-04-03", None, "theatrical", None, "released"),
        ("Copper Sky", "2026-07-07", "JP", "physical", None, "speculated"),
    ]


def test_other_cells_say_where_and_how_but_remarks_do_not() -> None:
    columns = ("When", "What", "Where", "Notes")
    found = row("June 12", "Copper Sky", "Netflix, UK", "from the US, on disc", columns=columns)
    assert shown(found) == [("Copper Sky", "2026-06-12", "GB", "digital", "Netflix", "announced")]
    limited = row("June 12", "Copper Sky", "limited (wide on June 19)", columns=columns)
    assert [(when, channel) for _, when, _, channel, _, _ in shown(limited)] == [
        ("2026-06-12", "limited"),
        ("2026-06-19", "theatrical"),
    ]


def test_days_that_no_longer_hold_and_days_of_other_things_are_no_claims() -> None:
    columns = ("Film", "Old date", "New date", "Trailer")
    found = row("Copper Sky", "June 5", "June 12", "May 12", columns=columns)
    assert shown(found) == [("Copper Sky", "2026-06-12", None, None, None, "announced")]
    assert row("Copper Sky", "filming began on May 12") == []
    assert row("Copper Sky", "a hit of 2024") == []
    assert shown(row("Copper Sky", "2027")) == [("Copper Sky", "2027", None, None, None, "announced")]


def test_a_row_without_a_film_is_of_that_of_its_section() -> None:
    section = CONTEXT._replace(film=FilmName("Low Water"), place=Place(0, 0, ("FR",), Channel.LIMITED))
    assert row("June 12", "Italy") == []
    assert shown(row("June 12", "Italy", context=section)) == [
        ("Low Water", "2026-06-12", "IT", "limited", None, "announced")
    ]
    assert shown(row("June 12", "see there", context=section)) == [
        ("Low Water", "2026-06-12", "FR", "limited", None, "announced")
    ]


def test_a_label_says_whether_a_row_is_about_releases() -> None:
    section = CONTEXT._replace(film=FilmName("Low Water"))
    cells = ("As it stands", "June 12 (Italy)\nJuly 3 (Japan)")
    assert shown(row(*cells, label="Release dates", context=section)) == [
        ("Low Water", "2026-06-12", "IT", None, None, "announced"),
        ("Low Water", "2026-07-03", "JP", None, None, "announced"),
    ]
    assert row(*cells, label="Budget", context=section) == []


def test_a_day_that_cannot_be_read_is_asked_for() -> None:
    assert [(one.date, one.said, one.why) for one in row("Copper Sky", "03/04/2026")] == [
        (None, "03/04/2026", "which day")
    ]

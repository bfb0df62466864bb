import pytest

from watchlist.rendering.drawing import Row, abridged, aligned, cell, flowing, hint, joined, lines, linked


def test_a_cell_shows_its_text_as_it_is() -> None:
    assert cell("[bold]:fire:[/]\x1b[2J").plain == r"[bold]:fire:[/]\x1b[2J"


def test_pieces_of_text_are_joined_and_empty_ones_left_out() -> None:
    assert lines(cell("a"), None, cell(""), cell("b")).plain == "a\nb"
    assert joined(" · ", (cell("a"), cell("b"), None)).plain == "a · b"
    assert lines().plain == ""


def test_styles_survive_being_joined() -> None:
    assert lines(cell("ab", "bold"), cell("c", "red")).pieces == (("ab", "bold"), ("\n", ""), ("c", "red"))


@pytest.mark.parametrize(
    ("title", "width", "drawn"),
    [
        ("Alien", 9, "Alien"),
        ("Drawing Closer", 9, "Drawing …"),
        ("The Resurrection of the Christ: Part One", 27, "The Resurrection… Part One"),
        ("The Resurrection of the Christ: Part Two", 27, "The Resurrection… Part Two"),
        ("余命一年と宣告された僕が 花火", 16, "余命一年と… 花火"),
        ("Gun", 1, "…"),
    ],
)
def test_a_long_title_keeps_its_last_words(title: str, width: int, drawn: str) -> None:
    assert abridged(cell(title), width).plain == drawn


def film_row(title: str, *more: str) -> Row:
    return Row(cell(""), (cell("27 days"),), cell(title), cell(" (2026)"), (cell("Fri"),), tuple(map(cell, more)))


def test_where_room_is_short_the_year_gives_way_to_the_title() -> None:
    rows = [film_row("Werwulf"), film_row("The Adventures of Cliff Booth")]
    assert [row.plain for row in aligned(rows, width=43)] == [
        "27 days  Werwulf (2026)                 Fri",
        "27 days  The Adventures of Cliff Booth  Fri",
    ]
    assert aligned([], width=43) == []


def test_as_much_stands_at_the_end_of_a_line_as_there_is_room_for() -> None:
    rows = [film_row("Dune", "confirmed", "moved twice", "sources differ")]
    assert aligned(rows, width=49)[0].plain == "27 days  Dune (2026)  Fri  confirmed, moved twice"
    assert aligned(rows, width=48)[0].plain == "27 days  Dune (2026)  Fri  confirmed"


def test_lines_flow_without_breaking_a_piece() -> None:
    flown = flowing(" · ", (cell("5 days"), cell(""), cell("cinemas US")), width=12)
    assert flown.plain == "5 days\ncinemas US"
    moved = flowing(" · ", (cell("5 days"), cell("cinemas US")), width=12, indent=2)
    assert moved.plain == "  5 days\n  cinemas US"


def test_only_an_https_address_becomes_a_link() -> None:
    shown = linked("Variety", "dim", "https://variety.com/x")
    assert shown.pieces == (("Variety", "dim link https://variety.com/x"),)


@pytest.mark.parametrize(
    "address", [None, "http://x.org", "file:///etc/passwd", "javascript:alert(1)", "https://x\x1b]", "https://é.org"]
)
def test_any_other_address_is_only_text(address: str | None) -> None:
    assert linked("Variety", "dim", address) == cell("Variety", "dim")


def test_a_command_to_type_is_never_broken() -> None:
    words = "Your list is empty. To start: watchlist add Heat"
    assert hint(words, width=48).plain == words
    assert hint(words, width=47).plain == "Your list is empty. To start:\nwatchlist add Heat"
    assert hint("2 films wanted; 1 to come: watchlist upcoming", width=44).plain == (
        "2 films wanted; 1 to come:\nwatchlist upcoming"
    )
    assert hint("2 films wanted, 1 watched; 3 to come: watchlist upcoming", width=32).plain == (
        "2 films wanted, 1 watched;\n3 to come: watchlist upcoming"
    )
    assert hint("2 films wanted", width=40).plain == "2 films wanted"

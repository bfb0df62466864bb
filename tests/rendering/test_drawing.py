import pytest

from watchlist.rendering.drawing import cell, joined, lines, linked, shortened


def test_a_cell_shows_its_text_as_it_is() -> None:
    assert cell("[bold]:fire:[/]\x1b[2J").plain == r"[bold]:fire:[/]\x1b[2J"


def test_pieces_of_text_are_joined_and_empty_ones_left_out() -> None:
    assert lines(cell("a"), None, cell(""), cell("b")).plain == "a\nb"
    assert joined(" · ", (cell("a"), cell("b"), None)).plain == "a · b"
    assert lines().plain == ""


def test_styles_survive_being_joined() -> None:
    assert [(span.start, span.end, span.style) for span in lines(cell("ab", "bold"), cell("c", "red")).spans] == [
        (0, 2, "bold"),
        (3, 4, "red"),
    ]


def test_a_long_text_ends_in_an_ellipsis() -> None:
    assert shortened("Drawing Closer", "", 9).plain == "Drawing …"
    assert shortened("Alien", "", 9).plain == "Alien"


def test_only_an_https_address_becomes_a_link() -> None:
    assert "link https://variety.com/x" in str(linked("Variety", "", "https://variety.com/x").spans)


@pytest.mark.parametrize(
    "address", [None, "http://x.org", "file:///etc/passwd", "javascript:alert(1)", "https://x\x1b]", "https://é.org"]
)
def test_any_other_address_is_only_text(address: str | None) -> None:
    assert not linked("Variety", "", address).spans

import io

import pytest
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from watchlist.rendering.styled_text import StyledText, columns, cut

PIECES = (("The Bride! ", "bold"), ("余命一年", "red"), (" (2026)", "dim"))


def drawn(part: RenderableType, width: int) -> str:
    console = Console(file=(out := io.StringIO()), width=width, force_terminal=True, color_system="standard")
    console.print(part, crop=False)
    return out.getvalue()


@pytest.mark.parametrize("width", [8, 25, 26, 40])
def test_it_is_drawn_as_rich_draws_text(width: int) -> None:
    assert drawn(StyledText(PIECES), width) == drawn(Text.assemble(*PIECES), width)


@pytest.mark.parametrize("justify", ["left", "right", "center"])
def test_a_table_sizes_and_aligns_it(justify: str) -> None:
    def table(part: RenderableType) -> Table:
        grid = Table.grid(padding=(0, 1))
        grid.add_column(justify=justify)  # type: ignore[arg-type]
        grid.add_row(part)
        grid.add_row("a longer line than the other one")
        return grid

    assert drawn(table(StyledText(PIECES)), 40) == drawn(table(Text.assemble(*PIECES)), 40)


def test_a_line_that_must_not_be_broken_is_cut() -> None:
    assert drawn(StyledText((("The Bride! (2026)", ""),), breaks=False), 10) == "The Bride!\n"


def test_a_line_break_starts_a_line() -> None:
    assert drawn(StyledText((("a", ""), ("\n", ""), ("b", "bold"))), 10) == "a\n\x1b[1mb\x1b[0m\n"


def test_letters_of_two_columns_count_twice() -> None:
    assert (columns("Heat"), columns("余命"), StyledText(PIECES).width) == (4, 4, 26)
    assert (cut("Heat 2", 4), cut("余命一年", 5), cut("👩\u200d👧", 1)) == ("Heat", "余命", "")
    assert cut("A 👩\u200d👧 film", 5) == "A 👩\u200d👧"
    assert cut("👩\u200d\u200d\u200d Film", 3) == "👩"

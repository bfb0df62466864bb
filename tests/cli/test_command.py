"""A command is a function of its session; options that belong together arrive as one value."""

import inspect
from typing import Annotated, NamedTuple

import pytest
import typer

from watchlist.cli import command
from watchlist.cli.command import OptionGroup
from watchlist.cli.session import Session
from watchlist.domain.errors import UsageMistake
from watchlist.domain.region import parse_region


class Size(NamedTuple):
    width: int
    height: int


def _size(session: Session, *, width: int = 1, height: int = 2) -> Size:
    assert session.today
    return Size(width, height)


def body(session: Session, title: str, *, size: Annotated[Size, OptionGroup(_size)], loud: bool = False) -> None:
    """Draw a box."""
    raise NotImplementedError(session.today == session.clock, title, size, loud)


@pytest.mark.parametrize(
    "make", [command.reads, command.reads_now, command.reads_settings, command.writes, command.repairs]
)
def test_every_option_is_spelled_out_for_typer(make: command.Decorator) -> None:
    made = make(body)
    own, everywhere = (
        ["title", "width", "height", "loud"],
        ["as_of", "as_json", "iso", "list_file", "no_input", "create"],
    )
    assert list(inspect.signature(made).parameters) == ["context", *own, *everywhere]
    assert made.__doc__ == "Draw a box."


def test_the_options_of_a_group_arrive_as_one_value() -> None:
    app = typer.Typer()
    app.command()(command.writes(body))
    with pytest.raises(NotImplementedError) as called:
        app(["box", "--width", "3", "--loud"], standalone_mode=False)
    assert called.value.args == (True, "box", Size(3, 2), True)


def test_what_cannot_be_read_is_a_usage_mistake_with_its_reason() -> None:
    assert command.parsed(parse_region)("jp") == "JP"
    with pytest.raises(UsageMistake, match='"Atlantis" is not a region'):
        command.parsed(parse_region)("Atlantis")

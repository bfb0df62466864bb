"""The arguments and options that several commands share, each with one meaning everywhere."""

from collections.abc import Callable
from typing import Annotated, TypeVar

import typer

from watchlist.cli.completion import Offered
from watchlist.domain.claim import CHANNEL_CHOICE, Channel, parse_channel
from watchlist.domain.errors import BadValue, UsageMistake
from watchlist.domain.region import parse_region

Value = TypeVar("Value")


def parsed(parse: Callable[[str], Value]) -> Callable[[str], Value]:
    """Let an option arrive as the value that its text means; any other text is a usage mistake."""

    def read(text: str) -> Value:
        try:
            return parse(text)
        except BadValue as error:
            raise UsageMistake(str(error)) from None

    return read


Title = Annotated[
    list[str],
    typer.Argument(
        metavar="TITLE...",
        help="An id, a title in any of its forms, or the beginning of one.",
    ),
    Offered.FILMS,
]
ListedTitle = Annotated[
    list[str],
    typer.Argument(
        metavar="TITLE...",
        help="A film of your list: its id, a title in any of its forms, or the beginning of one.",
    ),
    Offered.LISTED,
]
OneTitle = Annotated[
    str,
    typer.Argument(
        metavar="TITLE",
        help="An id, or a title in any of its forms, in quotes if it has spaces.",
    ),
    Offered.FILMS,
]
Everything = Annotated[bool, typer.Option("--all", help="Every film in the catalogue, not only your list.")]
Limit = Annotated[int | None, typer.Option("--limit", min=1, metavar="COUNT", help="Only the first COUNT.")]
Long = Annotated[bool, typer.Option("--long", help="With details: several lines per film.")]
Region = Annotated[
    str | None,
    typer.Option(
        "--region",
        metavar="CODE",
        help="ISO 3166 code such as JP or US; WW for worldwide.",
        parser=parsed(parse_region),
    ),
    Offered.REGIONS,
]
ReleaseChannel = Annotated[
    Channel | None,
    typer.Option(
        "--channel",
        metavar="CHANNEL",
        help=f"How it is released: {CHANNEL_CHOICE}.",
        parser=parsed(parse_channel),
    ),
    Offered.CHANNELS,
]
Service = Annotated[
    str | None,
    typer.Option("--service", metavar="NAME", help="The streaming service, festival or network."),
    Offered.SERVICES,
]
Count = Annotated[int, typer.Argument(metavar="[COUNT]", min=1, help="How many steps.")]

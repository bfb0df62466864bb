"""The arguments and options that several commands share; each means the same everywhere."""

from typing import Annotated

import typer

from watchlist.cli.command import parsed
from watchlist.cli.completion import Offered
from watchlist.domain.claim import CHANNEL_CHOICE, Channel, parse_channel
from watchlist.domain.entry import parse_stars
from watchlist.domain.errors import BadValue
from watchlist.domain.region import parse_region

Title = Annotated[
    list[str],
    typer.Argument(
        metavar="TITLE...",
        help="An id, any title of the film, or the beginning of one.",
    ),
    Offered.FILMS,
]
AnyTitle = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[TITLE...]",
        help="An id, any title of the film, or the beginning of one.",
    ),
    Offered.FILMS,
]
ListedTitle = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[TITLE...]",
        help="A film on your list: its id, any of its titles, or the beginning of one.",
    ),
    Offered.LISTED,
]
OneTitle = Annotated[
    str,
    typer.Argument(
        metavar="TITLE",
        help="An id, or any title of the film, in quotes if it has spaces.",
    ),
    Offered.FILMS,
]
Everything = Annotated[bool, typer.Option("--all", help="All films in the catalogue, not only your list.")]
Limit = Annotated[int | None, typer.Option("--limit", min=1, metavar="COUNT", help="Only the first COUNT.")]
Long = Annotated[bool, typer.Option("--long", help="Show details: several lines per film.")]
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
Genre = Annotated[
    str | None, typer.Option("--genre", metavar="GENRE", help="Such as drama, horror or science fiction.")
]
Stars = Annotated[
    int | None,
    typer.Option(
        "--rating",
        metavar="STARS",
        help="From half a star to five: 4.5, 4½, 9/10 or ****½.",
        parser=parsed(parse_stars),
    ),
    Offered.STARS,
]


def note_of(text: str) -> str:
    """Return a note on one line; raise `BadValue` if nothing in it is visible."""
    words = " ".join(text.split())
    if not any(letter.isprintable() and not letter.isspace() for letter in words):
        raise BadValue("a note needs a visible character")
    return words


Note = Annotated[
    str | None, typer.Option("--note", metavar="TEXT", help="Your note on the film.", parser=parsed(note_of))
]
Tags = Annotated[
    list[str] | None,
    typer.Option("--tag", metavar="TAG", help="A label of your own; repeat for several."),
    Offered.TAGS,
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Show what would change, but change nothing.")]
Count = Annotated[int, typer.Argument(metavar="[COUNT]", min=1, help="How many steps.")]

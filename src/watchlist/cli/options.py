"""The options that several commands share, with one meaning everywhere."""

from typing import TYPE_CHECKING, Annotated

import typer

from watchlist.cli.completion import catalogue_films, listed_films, regions, services, tags
from watchlist.domain.claim import Certainty, Channel
from watchlist.domain.entry import Status

if TYPE_CHECKING:
    from watchlist.services.filters import Filter
    from watchlist.services.preferences import ReleaseFilter

Title = Annotated[
    list[str],
    typer.Argument(
        metavar="TITLE...",
        help="An id, a title in any of its forms, or the beginning of one.",
        autocompletion=catalogue_films,
    ),
]
ListedTitle = Annotated[
    list[str],
    typer.Argument(
        metavar="TITLE...",
        help="A film of your list: its id, a title in any of its forms, or the beginning of one.",
        autocompletion=listed_films,
    ),
]
OneTitle = Annotated[
    str,
    typer.Argument(
        metavar="TITLE",
        help="An id, or a title in any of its forms, in quotes if it has spaces.",
        autocompletion=catalogue_films,
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help="Answer as on that day, with what was known then."),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")]
Iso = Annotated[bool, typer.Option("--iso", help="Write days as 2024-06-27.")]
Limit = Annotated[int | None, typer.Option("--limit", min=1, metavar="COUNT", help="At most so many, the first ones.")]
StatusOption = Annotated[Status | None, typer.Option("--status", help="What you mean to do with it, or have done.")]
Tag = Annotated[str | None, typer.Option("--tag", metavar="TAG", help="Only with this tag.", autocompletion=tags)]
Director = Annotated[str | None, typer.Option("--director", metavar="NAME", help="In any spelling and order.")]
Cast = Annotated[str | None, typer.Option("--cast", metavar="NAME", help="In any spelling and order.")]
Years = Annotated[str | None, typer.Option("--year", metavar="YEARS", help="2024, 2020-2024 or 2020s.")]
AtLeast = Annotated[float | None, typer.Option("--rating", metavar="STARS", help="Rated so, or better.")]
Region = Annotated[
    str | None,
    typer.Option(
        "--region", metavar="CODE", help="ISO 3166 code such as JP or US; WW for worldwide.", autocompletion=regions
    ),
]
ChannelOption = Annotated[Channel | None, typer.Option("--channel", help="How it is released.")]
Service = Annotated[
    str | None,
    typer.Option(
        "--service", metavar="NAME", help="The streaming service, festival or network.", autocompletion=services
    ),
]
CertaintyOption = Annotated[Certainty | None, typer.Option("--certainty", help="How sure the source is.")]
SourceOption = Annotated[str | None, typer.Option("--source", metavar="NAME", help="Who says so.")]
Url = Annotated[str | None, typer.Option("--url", metavar="ADDRESS", help="Where it says so.")]
Reported = Annotated[str | None, typer.Option("--reported", metavar="DATE", help="When it was said, if not today.")]


def release_filter_of(
    region: str | None = None, channel: Channel | None = None, service: str | None = None
) -> "ReleaseFilter":
    """Make the release_filter that the options of a command ask for; raise `BadValue` for a region that is none."""
    from watchlist.domain.region import parse_region
    from watchlist.services.preferences import ReleaseFilter

    return ReleaseFilter(
        regions=(parse_region(region),) if region else (),
        channels=(channel,) if channel else (),
        services=(service,) if service else (),
    )


def filter_of(
    *,
    status: Status | None = None,
    tag: str | None = None,
    service: str | None = None,
    director: str | None = None,
    cast: str | None = None,
    year: str | None = None,
    rating: float | None = None,
) -> "Filter":
    """Make the filter that the options of `list` and `search` ask for; raise `BadValue` for what is none."""
    from watchlist.domain.entry import half_stars
    from watchlist.services.filters import Filter, parse_years

    return Filter(
        status,
        tag,
        service,
        director,
        cast,
        parse_years(year) if year else None,
        half_stars(rating) if rating else None,
    )

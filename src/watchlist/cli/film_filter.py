"""The filters of `list` and `search`."""

from typing import Annotated

import typer

from watchlist.cli.command import OptionGroup, parsed
from watchlist.cli.completion import Offered
from watchlist.cli.options import Genre, Service
from watchlist.cli.session import Session
from watchlist.domain.entry import Status, parse_stars
from watchlist.services.filters import Filter, parse_country, parse_runtime, parse_years


def _film_filter(
    _: Session,
    *,
    status: Annotated[Status | None, typer.Option("--status", help="Only films with this status.")] = None,
    tag: Annotated[
        str | None, typer.Option("--tag", metavar="TAG", help="Only films with this tag."), Offered.TAGS
    ] = None,
    service: Service = None,
    director: Annotated[
        str | None, typer.Option("--director", metavar="NAME", help="In any spelling, names in either order.")
    ] = None,
    cast: Annotated[
        str | None, typer.Option("--cast", metavar="NAME", help="In any spelling, names in either order.")
    ] = None,
    year: Annotated[
        range | None,
        typer.Option("--year", metavar="YEARS", help="2024, 2020-2024 or 2020s.", parser=parsed(parse_years)),
        Offered.YEARS,
    ] = None,
    rating: Annotated[
        int | None,
        typer.Option("--rating", metavar="STARS", help="Rated this or higher.", parser=parsed(parse_stars)),
        Offered.STARS,
    ] = None,
    genre: Genre = None,
    country: Annotated[
        str | None,
        typer.Option(
            "--country",
            metavar="COUNTRY",
            help="Country of production, such as JP or Japan.",
            parser=parsed(parse_country),
        ),
        Offered.NOTHING,
    ] = None,
    runtime: Annotated[
        range | None,
        typer.Option(
            "--runtime",
            metavar="MINUTES",
            help="120 (at most), 90-120, or 90- (at least).",
            parser=parsed(parse_runtime),
        ),
    ] = None,
) -> Filter:
    return Filter(status, tag, service, director, cast, year, rating, genre, country, runtime)


WhichFilms = Annotated[Filter, OptionGroup(_film_filter)]

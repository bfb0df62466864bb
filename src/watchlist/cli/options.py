"""The options that several commands share, with one meaning everywhere."""

from typing import Annotated

import typer

from watchlist.domain.claim import Certainty, Channel

Title = Annotated[
    list[str],
    typer.Argument(metavar="TITLE...", help="An id, a title in any of its forms, or the beginning of one."),
]
OneTitle = Annotated[
    str, typer.Argument(metavar="TITLE", help="An id, or a title in any of its forms, in quotes if it has spaces.")
]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help="Answer as on that day, with what was known then."),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")]
Region = Annotated[
    str | None, typer.Option("--region", metavar="CODE", help="ISO 3166 code such as JP or US; WW for worldwide.")
]
ChannelOption = Annotated[Channel | None, typer.Option("--channel", help="How it is released.")]
Service = Annotated[
    str | None, typer.Option("--service", metavar="NAME", help="The streaming service, festival or network.")
]
CertaintyOption = Annotated[Certainty | None, typer.Option("--certainty", help="How sure the source is.")]
SourceOption = Annotated[str | None, typer.Option("--source", metavar="NAME", help="Who says so.")]
Url = Annotated[str | None, typer.Option("--url", metavar="ADDRESS", help="Where it says so.")]
Reported = Annotated[str | None, typer.Option("--reported", metavar="DATE", help="When it was said, if not today.")]

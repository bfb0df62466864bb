"""Take the list out, in the formats of other programs or as a page."""

from pathlib import Path
from typing import Annotated

import typer

from watchlist.cli.command import writes
from watchlist.cli.completion import Offered
from watchlist.cli.options import Region, ReleaseChannel
from watchlist.cli.session import Session
from watchlist.domain.errors import UsageMistake
from watchlist.rendering.console import message, write_bytes
from watchlist.rendering.views import export as wording
from watchlist.rendering.wording import day_words
from watchlist.services.preferences import ReleaseFilter
from watchlist.services.transfer.export_request import ExportRequest
from watchlist.services.transfer.format import EXPORT_FORMATS, ExportName
from watchlist.storage.memory.calendar_memory import read_published, write_published
from watchlist.storage.outside.export_file import write_export_files


@writes
def command(
    session: Session,
    form: Annotated[ExportName, typer.Argument(metavar="FORMAT", help=f"One of {', '.join(ExportName)}.")],
    *,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="Where to; - is stdout.")] = Path("-"),
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
    region: Region = None,
    channel: ReleaseChannel = None,
    tag: Annotated[str | None, typer.Option("--tag", help="Only films with this tag."), Offered.TAGS] = None,
    spans: Annotated[
        bool, typer.Option("--spans/--no-spans", help="Calendar: keep vague dates, as events over all of their days.")
    ] = True,
    alarm: Annotated[
        int | None, typer.Option("--alarm", min=0, max=90, metavar="DAYS", help="Calendar: ring that many days before.")
    ] = None,
) -> None:
    """Take your list out: for calendars, for other services, for spreadsheets, for people."""
    memory = session.paths.state / "calendar.json"
    entries = tuple(entry for entry in session.entries.everything() if tag is None or tag in entry.tags)
    request = ExportRequest(
        entries=entries,
        films=session.films.films(entry.id for entry in entries).films,
        now=session.now,
        today=session.today,
        today_words=day_words(session.today),
        wording=wording,
        release_filter=ReleaseFilter((region,) if region else (), (channel,) if channel else ()),
        user_films=session.store.own_tables() if form is ExportName.JSON else {},
        published=read_published(memory) if form is ExportName.ICS else {},
        spans=spans,
        alarm_days=alarm,
    )
    result = EXPORT_FORMATS[form].write(request)
    if str(output) != "-":
        paths = write_export_files(output, result.files, force=force)
        message(*(f"Written: {path}" for path in paths if path != output))
    elif len(result.files) > 1:
        raise UsageMistake(
            f"the list takes {len(result.files)} files", hint="Say where to write them, for example: -o letterboxd.csv"
        )
    else:
        write_bytes(result.files[0].data)
    if result.published is not None:
        write_published(memory, result.published)
    message(*result.told)

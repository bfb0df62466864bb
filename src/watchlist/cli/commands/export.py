"""Export the list in the formats of other programs, or for people to read."""

import json
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated

import typer

from watchlist.cli.command import writes
from watchlist.cli.completion import Offered
from watchlist.cli.options import Region, ReleaseChannel
from watchlist.cli.session import Session
from watchlist.domain.catalogue import Catalogue
from watchlist.domain.entry import Entry
from watchlist.domain.errors import UsageMistake
from watchlist.rendering import export_words as wording
from watchlist.rendering.console import message, write_bytes
from watchlist.rendering.wording import day_words
from watchlist.services.preferences import ReleaseFilter
from watchlist.services.transfer.export_request import ExportFile, ExportRequest, PublishedEvent
from watchlist.services.transfer.format import EXPORT_FORMATS, ExportName
from watchlist.storage.changes.own_tables import portable
from watchlist.storage.memory.calendar_memory import Written, read_published, write_published
from watchlist.storage.outside.export_file import write_export_files


@writes
def command(
    session: Session,
    form: Annotated[ExportName, typer.Argument(metavar="FORMAT", help=f"One of {', '.join(ExportName)}.")],
    *,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help="The file to write; - is stdout.")
    ] = Path("-"),
    force: Annotated[bool, typer.Option("--force", help="Overwrite an existing file.")] = False,
    region: Region = None,
    channel: ReleaseChannel = None,
    tag: Annotated[str | None, typer.Option("--tag", help="Only films with this tag."), Offered.TAGS] = None,
    spans: Annotated[
        bool,
        typer.Option("--spans/--no-spans", help="Calendar: include vague dates, as events that cover all their days."),
    ] = True,
    vague: Annotated[
        bool, typer.Option("--vague", help="Calendar: include dates that span more than a season.")
    ] = False,
    past: Annotated[bool, typer.Option("--past", help="Calendar: include past releases.")] = False,
    alarm: Annotated[
        int | None,
        typer.Option("--alarm", min=0, max=90, metavar="DAYS", help="Calendar: remind me this many days before."),
    ] = None,
) -> None:
    """Export your list: for calendars, other services, spreadsheets, or people to read."""
    memory = session.paths.state / "calendar.json"
    calendar = _calendar_name(session, output, (region, channel, tag))
    entries = tuple(entry for entry in session.entries.everything() if tag is None or tag in entry.tags)
    known = session.films.films(entry.id for entry in entries)
    request = ExportRequest(
        entries=entries,
        films=known.films,
        now=session.now,
        today=session.today,
        today_words=day_words(session.today),
        wording=wording,
        release_filter=ReleaseFilter((region,) if region else (), (channel,) if channel else ()),
        preferences=session.preferences,
        user_films=_portable(session, entries, known) if form in (ExportName.JSON, ExportName.CSV) else {},
        published=_published(memory, calendar) if form is ExportName.ICS else {},
        spans=spans,
        vague=vague,
        past=past,
        alarm_days=alarm,
    )
    result = EXPORT_FORMATS[form].write(request)
    _write(session, result.files, output, force=force)
    if result.published is not None:
        write_published(memory, calendar, {uid: Written(*event) for uid, event in result.published.items()})
    message(*result.messages)


def _write(session: Session, files: Sequence[ExportFile], output: Path, *, force: bool) -> None:
    """Write files to a path and report them, or a single one to stdout; raise `UsageMistake` for several."""
    if str(output) != "-":
        paths = write_export_files(output, files, force=force)
        session.report((f"Written: {path}" for path in paths), lambda: {"written": [str(path) for path in paths]})
    elif session.as_json:
        raise UsageMistake(
            "--json lists the files that are written, so it needs --output",
            hint="For your list as JSON: watchlist export json",
        )
    elif len(files) > 1:
        raise UsageMistake(
            f"this export makes {len(files)} files", hint="Name an output file, for example: -o letterboxd.csv"
        )
    else:
        write_bytes(files[0].data)


def _calendar_name(session: Session, output: Path, only: tuple[str | None, ...]) -> str:
    """Name a calendar by its list, its output and its filters: each calendar has its own events."""
    where = str(output) if str(output) == "-" else os.path.realpath(output)
    return json.dumps([os.path.realpath(session.paths.list), where, *only])


def _published(memory: Path, calendar: str) -> dict[str, PublishedEvent]:
    return {uid: PublishedEvent(*event) for uid, event in read_published(memory, calendar).items()}


def _portable(session: Session, entries: Iterable[Entry], known: Catalogue) -> dict[str, object]:
    """Return the tables of everything about the listed films that another computer would not know."""
    listed = [(film, entry) for entry in entries if (film := known.films.get(entry.id))]
    return portable(session.paths, listed, known.people)

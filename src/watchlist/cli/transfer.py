"""The commands that import and export lists."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from watchlist.cli.options import ChannelOption, Json, Region, release_filter_of
from watchlist.cli.session import Session, confirm
from watchlist.domain.errors import UsageMistake
from watchlist.rendering.console import say, write_bytes
from watchlist.rendering.progress import progress
from watchlist.rendering.views import export as export_wording
from watchlist.rendering.views import import_ as import_view
from watchlist.rendering.wording import day_words
from watchlist.services.transfer.detect import read_lists
from watchlist.services.transfer.export_request import ExportRequest
from watchlist.services.transfer.format import EXPORT_FORMATS, ExportName
from watchlist.services.transfer.plan import RowKey, Unclear, plan, prepare, rows_of
from watchlist.storage.calendar_memory import read_published, write_published
from watchlist.storage.export_file import write_export_files
from watchlist.storage.import_files import read_import_files

_LARGE = 1000
"""Rows from which on a bar shows how far an import is."""


def import_(
    ctx: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Exports: ZIP, CSV or JSON.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would change, and change nothing.")] = False,
    partial: Annotated[bool, typer.Option("--partial", help="Leave out what is unclear or cannot be read.")] = False,
    as_json: Json = False,
) -> None:
    """Bring in a list from Letterboxd, IMDb, Trakt, TMDB, Simkl, or our own CSV and JSON."""
    session = Session(ctx, as_json=as_json)
    lists = read_lists((file for path in files for file in read_import_files(path)), zone=None)
    source = prepare(
        lists,
        session.entries.everything(),
        session.films,
        user_film_ids=session.store.own_film_ids(),
        user_films=tuple(
            film for one in lists if one.user_films for film in session.store.films_of(one.user_films, session.today)
        ),
        today=session.today,
    )
    with progress("Comparing", len(rows_of(lists)), from_total=_LARGE) as advance:
        planned = plan(source, session.entries.everything(), progress=advance)
    if planned.unclear and session.can_ask and not dry_run:
        source = source._replace(decisions=_decide(session, planned.unclear))
        planned = plan(source, session.entries.everything())
    if dry_run or not planned.is_whole:
        session.show(planned, import_view)
    if dry_run:
        return
    if not planned.is_whole and not partial and not (session.can_ask and confirm("Import the remaining rows?")):
        raise planned.refusal()
    what = f"import {', '.join(path.name for path in files)}"
    change = session.change(lambda entries: plan(source, entries.entries).change, what=what)
    if planned.is_whole:
        session.show(planned._replace(change=change), import_view)


def export(
    ctx: typer.Context,
    form: Annotated[ExportName, typer.Argument(metavar="FORMAT", help=f"One of {', '.join(ExportName)}.")],
    *,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="Where to; - is stdout.")] = Path("-"),
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
    region: Region = None,
    channel: ChannelOption = None,
    tag: Annotated[str | None, typer.Option("--tag", help="Only films with this tag.")] = None,
    spans: Annotated[
        bool, typer.Option("--spans/--no-spans", help="Calendar: keep vague dates, as events over all of their days.")
    ] = True,
    alarm: Annotated[
        int | None, typer.Option("--alarm", min=0, max=90, metavar="DAYS", help="Calendar: ring that many days before.")
    ] = None,
) -> None:
    """Take your list out: for calendars, for other services, for spreadsheets, for people."""
    session = Session(ctx)
    memory = session.paths.state / "calendar.json"
    entries = tuple(entry for entry in session.entries.everything() if tag is None or tag in entry.tags)
    request = ExportRequest(
        entries=entries,
        films=session.films.films(entry.id for entry in entries).films,
        now=session.now,
        today=session.today,
        today_words=day_words(session.today),
        wording=export_wording,
        release_filter=release_filter_of(region, channel),
        user_films=session.store.own_tables() if form is ExportName.JSON else {},
        published=read_published(memory) if form is ExportName.ICS else {},
        spans=spans,
        alarm_days=alarm,
    )
    result = EXPORT_FORMATS[form].write(request)
    if result.published is not None:
        write_published(memory, result.published)
    if result.left_out:
        say(f"{result.left_out} vague dates were left out: to keep them as spans, drop --no-spans.")
    if str(output) != "-":
        write_export_files(output, result.files, force=force)
    elif len(result.files) > 1:
        raise UsageMistake(f"the list takes {len(result.files)} files", hint="Name the first one: -o letterboxd.csv")
    else:
        write_bytes(result.files[0])


def _decide(session: Session, unclear: Iterable[Unclear]) -> dict[RowKey, str | None]:
    """Ask which film each unclear row is; None for a new one."""
    decisions: dict[RowKey, str | None] = {}
    for one in unclear:
        chosen = session.choose(one.row.title, one.candidates)
        decisions[one.row.file, one.row.line] = chosen.id if chosen else None
    return decisions

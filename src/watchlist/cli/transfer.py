"""The commands that bring lists in and take them out."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from watchlist.cli.options import ChannelOption, Json, Region, release_filter_of
from watchlist.cli.session import Session, confirm
from watchlist.domain.entry import Entry, Status
from watchlist.domain.errors import Refused, UsageMistake
from watchlist.domain.film import Film
from watchlist.rendering.console import say, write_bytes
from watchlist.services.preferences import ReleaseFilter

_LARGE = 1000
"""Rows from which on a bar shows how far an import is."""


class Format(StrEnum):
    """What a list can be written as."""

    ICS = "ics"
    LETTERBOXD = "letterboxd"
    IMDB = "imdb"
    CSV = "csv"
    JSON = "json"
    MARKDOWN = "markdown"
    HTML = "html"


def import_(
    ctx: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Exports: ZIP, CSV or JSON.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would change, and change nothing.")] = False,
    partial: Annotated[bool, typer.Option("--partial", help="Leave out what is unclear or cannot be read.")] = False,
    as_json: Json = False,
) -> None:
    """Bring in a list from Letterboxd, IMDb, Trakt, TMDB, Simkl, or our own CSV and JSON."""
    from watchlist.domain.change import Change
    from watchlist.rendering.progress import progress
    from watchlist.rendering.views import import_ as view
    from watchlist.services.transfer.detect import read_all
    from watchlist.services.transfer.plan import ImportPlan, RowKey, films_in_question, plan
    from watchlist.storage.import_files import read_incoming
    from watchlist.storage.list_file import UserList

    session = Session(ctx, as_json=as_json)
    arrived = read_all([one for path in files for one in read_incoming(path)], None)
    own_ids = session.store.own_film_ids()
    films = [film for own in arrived.own if own.films for film in session.store.films_of(own.films, session.today)]
    decisions: dict[RowKey, str | None] = {}

    ids = {*own_ids, *(entry.id for entry in session.entries.everything()), *(film.id for film in films)}
    catalogue = films_in_question(session.films, arrived, ids)

    def planned(entries: tuple[Entry, ...], done: Callable[[int], None] = lambda _: None) -> ImportPlan:
        return plan(
            catalogue,
            own_ids,
            entries,
            arrived,
            today=session.today,
            decisions=decisions,
            films=films,
            done=done,
        )

    rows = sum(len(parsed.rows) for parsed in arrived.parsed)
    with progress("Comparing", rows, from_total=_LARGE) as done:
        first = planned(session.entries.everything(), done)
    if first.unclear and session.can_ask and not dry_run:
        for unclear in first.unclear:
            chosen = session.choose(unclear.row.title, unclear.candidates)
            decisions[unclear.row.file, unclear.row.line] = chosen.id if chosen else None
        first = planned(session.entries.everything())
    if dry_run or not first.is_whole:
        session.show(first, view)
    if dry_run:
        return
    if not first.is_whole and not partial and not (session.can_ask and confirm("Take the rest?")):
        raise Refused(
            f"{len(first.bad) + len(first.unclear):,} rows cannot be taken as they are",
            kept="Nothing was changed.",
            hint="To take the rest: add --partial",
        )
    result: list[ImportPlan] = []

    def step(entries: UserList) -> Change:
        result[:] = [planned(entries.entries)]
        return result[0].change

    session.change(step, what=f"import {', '.join(path.name for path in files)}")
    if first.is_whole:
        session.show(result[0], view)


def export(
    ctx: typer.Context,
    form: Annotated[Format, typer.Argument(metavar="FORMAT", help=f"One of {', '.join(Format)}.")],
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
    from watchlist.services.transfer import imdb, letterboxd
    from watchlist.services.transfer import markdown_html as pages
    from watchlist.services.transfer import watchlist_format as own
    from watchlist.services.upcoming import upcoming
    from watchlist.storage.export_file import write_outgoing

    session = Session(ctx)
    release_filter = release_filter_of(region, channel)
    entries = [entry for entry in session.entries.everything() if tag is None or tag in entry.tags]
    films = [(entry, session.film_of(entry)) for entry in entries]
    parts: tuple[bytes, ...]
    match form:
        case Format.ICS:
            parts = (_calendar(session, films, release_filter, spans=spans, alarm=alarm),)
        case Format.LETTERBOXD:
            parts = tuple(text.encode() for text in letterboxd.write(films))
        case Format.IMDB:
            parts = (imdb.write(films).encode(),)
        case Format.CSV:
            parts = (own.write_csv(films).encode(),)
        case Format.JSON:
            parts = (own.write_json(entries, session.store.own_tables()).encode(),)
        case Format.MARKDOWN | Format.HTML:
            from watchlist.rendering.views.export import page_rows, watched_words
            from watchlist.rendering.wording import day_words

            coming = upcoming(
                session.films.films(entry.id for entry in entries).films,
                entries,
                today=session.today,
                release_filter=release_filter,
            )
            write = pages.markdown if form is Format.MARKDOWN else pages.page
            parts = (write(page_rows(coming), watched_words(films), day_words(session.today)).encode(),)
    if str(output) == "-":
        if len(parts) > 1:
            raise UsageMistake(f"the list takes {len(parts)} files", hint="Name the first one: -o letterboxd.csv")
        write_bytes(parts[0])
        return
    for number, data in enumerate(parts, 1):
        path = output if number == 1 else output.with_stem(f"{output.stem}-{number}")
        write_outgoing(path, data, force=force)


def _calendar(
    session: Session,
    films: list[tuple[Entry, Film]],
    release_filter: ReleaseFilter,
    *,
    spans: bool,
    alarm: int | None,
) -> bytes:
    """Write the calendar of the wanted films, and remember what was published."""
    from watchlist.domain.countdown import releases_today
    from watchlist.rendering.views.export import event_words
    from watchlist.services.transfer import ics as calendar
    from watchlist.storage.calendar_memory import read_published, write_published

    events = [
        event
        for entry, film in films
        if entry.status is Status.WANTED
        for one in releases_today(film, session.today)
        if release_filter.admit(one.release.key)
        and (event := calendar.event(film, one, words=event_words(film, one))) is not None
    ]
    memory = session.paths.state / "calendar.json"
    result = calendar.write(
        sorted(events, key=lambda event: event.uid),
        read_published(memory),
        now=session.now,
        spans=spans,
        alarm_days=alarm,
    )
    write_published(memory, result.published)
    if result.left_out:
        say(f"{result.left_out} vague dates were left out: to have them as spans, leave --no-spans away.")
    return result.data

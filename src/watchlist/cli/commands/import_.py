"""Import lists from other services, or from our own exports."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from watchlist.cli.choose_film import choose_film
from watchlist.cli.command import writes
from watchlist.cli.lookalike_warnings import warn_of_duplicates_among
from watchlist.cli.session import Session
from watchlist.domain.change import Change, WholeFilms
from watchlist.domain.entry import Entry
from watchlist.rendering.progress import progress
from watchlist.rendering.step_words import sum_words
from watchlist.rendering.views import import_ as view
from watchlist.services.transfer.detect import read_lists
from watchlist.services.transfer.import_plan import ImportPlan, RowKey, Unclear
from watchlist.services.transfer.imported_list import ImportedList
from watchlist.services.transfer.plan import ImportSource, plan
from watchlist.services.transfer.prepare import Lookups, prepare, rows_of
from watchlist.storage.changes.own_tables import films_of
from watchlist.storage.memory.imported_lists import read_listed, write_listed
from watchlist.storage.outside.import_files import read_import_files

_LARGE = 1000
"""Rows; from this many on, a progress bar is shown."""


@writes
def command(
    session: Session,
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help="Exported files (ZIP, CSV, JSON), or a folder of them.")
    ],
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would change, but change nothing.")] = False,
    strict: Annotated[
        bool, typer.Option("--strict/--partial", help="Import nothing if any row is unclear or unreadable.")
    ] = False,
    want: Annotated[
        bool, typer.Option("--want", help="Also want films that are only on a list or in a collection.")
    ] = False,
    drop_missing: Annotated[
        bool, typer.Option("--drop-missing", help="Drop films that are no longer on your watchlist there.")
    ] = False,
) -> None:
    """Import a list from Letterboxd, IMDb, Trakt, TMDB, Simkl, or our own CSV and JSON."""
    lists = read_lists((file for path in files for file in read_import_files(path)), zone=None)
    memory = session.paths.state / "imports.json"
    rows = len(rows_of(lists))
    with progress("Comparing", 2 * rows, from_total=_LARGE) as advance:
        source = prepare(
            lists,
            Lookups(session.films, session.entries),
            came_along=_came_along(session, lists),
            today=session.today,
            last=read_listed(memory),
        )._replace(drop_missing=drop_missing, wants_kept=want)
        advance(rows)
        planned = plan(source, source.entries, progress=advance)
    if planned.unclear and session.can_ask and not dry_run:
        source = source._replace(decisions=_decide(session, planned.unclear))
        planned = plan(source, source.entries)
    is_refused = strict and not planned.is_complete
    if dry_run or is_refused:
        session.show(planned, view)
    if is_refused:
        raise planned.refusal()
    if dry_run:
        return
    if planned.change:
        what = f"import {', '.join(path.name for path in files)}: {sum_words(planned.change)}"
        with progress("Saving", len(planned.change.entries), from_total=_LARGE):
            planned = planned._replace(change=_save(session, planned, source, what))
    session.show(planned, view)
    if planned.same:
        warn_of_duplicates_among(session, planned.same)
    write_listed(memory, planned.listed)


def _save(session: Session, planned: ImportPlan, source: ImportSource, what: str) -> Change:
    ids = [entry.id for entry in (*source.entries, *planned.added)]
    return session.change(lambda users: _as_planned(planned, source, users.entries_of(ids)), what=what)


def _as_planned(planned: ImportPlan, source: ImportSource, entries: tuple[Entry, ...]) -> Change:
    """Return the planned change; if the list has changed meanwhile, plan again."""
    now, then = ({entry.id: entry for entry in some} for some in (entries, source.entries))
    return planned.change if now == then else plan(source, entries).change


def _came_along(session: Session, lists: Iterable[ImportedList]) -> WholeFilms:
    """Return the films in exports of our own, with people and sources; a single export keeps its layout too."""
    found = [films_of(session.paths, one.user_films, session.today) for one in lists if one.user_films]
    if len(found) == 1:
        return found[0]
    films = (film for one in found for film in one.films)
    return WholeFilms(tuple(films), tuple(person for one in found for person in one.people))


def _decide(session: Session, unclear: Iterable[Unclear]) -> dict[RowKey, str | None]:
    """Ask which film each unclear row means; None for a new film."""
    decisions: dict[RowKey, str | None] = {}
    for one in unclear:
        chosen = choose_film(session, one.row.title, one.candidates)
        decisions[one.row.file, one.row.line] = chosen.id if chosen else None
    return decisions

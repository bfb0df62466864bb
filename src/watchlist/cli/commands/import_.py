"""Bring in lists from other services, or from an export of our own."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from watchlist.cli.ask import confirm
from watchlist.cli.choose_film import choose_film
from watchlist.cli.command import reads_now
from watchlist.cli.session import Session
from watchlist.rendering.progress import progress
from watchlist.rendering.views import import_ as view
from watchlist.services.transfer.detect import read_lists
from watchlist.services.transfer.plan import RowKey, Unclear, plan, prepare, rows_of
from watchlist.storage.outside.import_files import read_import_files

_LARGE = 1000
"""Rows from which on a bar shows how far an import is."""


@reads_now
def command(
    session: Session,
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Exports: ZIP, CSV or JSON.")],
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would change, and change nothing.")] = False,
    partial: Annotated[bool, typer.Option("--partial", help="Leave out what is unclear or cannot be read.")] = False,
) -> None:
    """Bring in a list from Letterboxd, IMDb, Trakt, TMDB, Simkl, or our own CSV and JSON."""
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
        session.show(planned, view)
    if dry_run:
        return
    if not planned.is_whole and not partial and not (session.can_ask and confirm("Import the remaining rows?")):
        raise planned.refusal()
    what = f"import {', '.join(path.name for path in files)}"
    change = session.change(lambda entries: plan(source, entries.entries).change, what=what)
    if planned.is_whole:
        session.show(planned._replace(change=change), view)


def _decide(session: Session, unclear: Iterable[Unclear]) -> dict[RowKey, str | None]:
    """Ask which film each unclear row is; None for a new one."""
    decisions: dict[RowKey, str | None] = {}
    for one in unclear:
        chosen = choose_film(session, one.row.title, one.candidates)
        decisions[one.row.file, one.row.line] = chosen.id if chosen else None
    return decisions

"""Pick a film for tonight."""

from typing import Annotated

import typer

from watchlist.cli.command import reads
from watchlist.cli.completion import Offered
from watchlist.cli.options import Genre, Service
from watchlist.cli.session import Session
from watchlist.domain.entry import Status
from watchlist.domain.errors import Refused
from watchlist.rendering.views import tonight as view
from watchlist.services.filters import Filter
from watchlist.services.tonight import tonight
from watchlist.storage.memory.last_pick import last_pick, note_pick


@reads
def command(
    session: Session,
    *,
    longest: Annotated[
        int | None,
        typer.Option(
            "--max",
            min=1,
            metavar="MINUTES",
            help="At most this long; films of unknown length are left out.",
        ),
    ] = None,
    tag: Annotated[
        str | None, typer.Option("--tag", metavar="TAG", help="Only films with this tag."), Offered.TAGS
    ] = None,
    service: Service = None,
    genre: Genre = None,
    seed: Annotated[
        str | None, typer.Option("--seed", metavar="TEXT", help="Pick the same film for the same text.")
    ] = None,
) -> None:
    """Pick a film for tonight that you want to see and that is out; never the same one twice in a row."""
    memory = session.paths.state / "tonight.json"
    wanted = session.entries.with_status(Status.WANTED)
    drawn = tonight(
        session.films.films(entry.id for entry in wanted),
        wanted,
        only=Filter(tag=tag, service=service, genre=genre, runtime=range(1, longest + 1) if longest else None),
        today=session.today,
        preferences=session.preferences,
        seed=session.now.isoformat() if seed is None else seed,
        last=last_pick(memory),
    )
    if drawn is None:
        raise Refused(
            "no film that you want is out and matches", hint="To see what you want: watchlist list --status wanted"
        )
    if not session.is_of_another_day:
        note_pick(memory, drawn.entry.id)
    session.show(drawn, view)

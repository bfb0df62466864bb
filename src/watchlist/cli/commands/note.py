"""Show the note on a film, write it, add to it, or remove it."""

from typing import Annotated

import typer

from watchlist.cli.change_entry import New, change_entries, report_changes
from watchlist.cli.choose_film import Make, film_to_change, film_to_read
from watchlist.cli.command import writes
from watchlist.cli.options import OneTitle, note_of
from watchlist.cli.session import Session
from watchlist.domain.change import EntryChange
from watchlist.domain.errors import UsageMistake
from watchlist.rendering.change_json import changed_json
from watchlist.rendering.change_words import note_words
from watchlist.rendering.console import message
from watchlist.rendering.wording import film_words
from watchlist.services import track


@writes
def command(
    session: Session,
    title: OneTitle,
    text: Annotated[
        list[str] | None, typer.Argument(metavar="[TEXT...]", help="Your note; if left out, the note is shown.")
    ] = None,
    *,
    append: Annotated[bool, typer.Option("--append", help="Add to the existing note.")] = False,
    clear: Annotated[bool, typer.Option("--clear", help="Remove the note.")] = False,
    new: New = False,
) -> None:
    """Show your note on a film, or write one."""
    if (clear and (text or append)) or (append and not text):
        raise UsageMistake(
            "--clear takes no text, --append needs one", hint='For example: watchlist note "Heat" --append "Again!"'
        )
    if not text and not clear:
        _show(session, title)
        return
    note = note_of(" ".join(text or ())) if text else None
    make = Make.NEVER if clear else Make.AT_ONCE if new else Make.OFFER
    films = [film_to_change(session, [title], make=make)]
    change = change_entries(
        session,
        films,
        lambda entry, film: track.annotate(entry, film, note, append=append, today=session.today),
        verb="note",
    )
    report_changes(session, films, change, note_words)


def _show(session: Session, title: str) -> None:
    film = film_to_read(session, [title])
    entry = session.entries.entry(film.id)
    if entry is None:
        raise track.not_listed(film.title)
    if entry.note is None and not session.as_json:
        message(f"{film_words(film)} has no note.")
    session.report([entry.note] if entry.note else [], lambda: changed_json(film, EntryChange(entry, entry)))

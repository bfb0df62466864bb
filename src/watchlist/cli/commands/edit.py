"""Edit the list in an editor, and check it before it is saved."""

from pathlib import Path
from typing import Annotated

import typer

from watchlist.cli.ask import confirm
from watchlist.cli.command import writes
from watchlist.cli.session import Session
from watchlist.domain.change import EntryChange
from watchlist.domain.errors import NOTHING_CHANGED, ChangedMeanwhile, InvalidFile, Refused, UsageMistake
from watchlist.rendering.change_json import entry_changes_json
from watchlist.rendering.console import message
from watchlist.rendering.step_words import list_words
from watchlist.storage.changes.draft import ListDraft, make_draft, open_in_editor
from watchlist.storage.files import Saved

_MOST_NAMED = 10


@writes
def command(
    session: Session,
    *,
    draft_file: Annotated[
        Path | None, typer.Option("--draft", metavar="FILE", help="Continue with a draft that could not be saved.")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask before removing several films.")] = False,
) -> None:
    """Edit your list in your editor; it is checked before saving."""
    if session.never_asks:
        raise UsageMistake("edit opens an editor: it cannot be used with --no-input")
    session.look_for_list()
    draft = make_draft(session.paths, draft_file, session.now)
    if not _is_edited(session, draft):
        draft.discard()
        _report(session, (), NOTHING_CHANGED)
        return
    changes = draft.changes()
    if not yes:
        _confirm_removals(session, draft, [one.entry.title for one in changes if one.after is None])
    differs = list_words(changes)
    what = f"edit: {differs}" if differs else "edit"
    try:
        committed = session.store.replace_list(draft.text, read=draft.started_from, what=what, now=session.now)
    except ChangedMeanwhile as error:
        error.hint = f"To continue with your draft: watchlist edit --draft {draft.path}"
        raise
    draft.discard()
    _report(session, changes, NOTHING_CHANGED if committed.outcome is Saved.UNCHANGED else "Saved.")
    session.report_saved(committed)


def _report(session: Session, changes: tuple[EntryChange, ...], words: str) -> None:
    session.report((words,), lambda: {"changes": entry_changes_json(changes)})


def _is_edited(session: Session, draft: ListDraft) -> bool:
    """Open the editor until the draft is valid; False if the user gives up."""
    while True:
        open_in_editor(draft)
        try:
            draft.check()
        except InvalidFile as error:
            if not session.can_ask:
                error.kept = NOTHING_CHANGED
                error.hint = f"Your draft is in {draft.path}"
                raise
            message(f"watchlist: {error.fact}", *draft.excerpt(error))
            if not confirm("Continue editing? If not, your draft is discarded."):
                return False
        else:
            return True


def _confirm_removals(session: Session, draft: ListDraft, removed: list[str]) -> None:
    """Ask before removing more than one film; raise `Refused` if the answer is no, or if nobody can be asked."""
    if len(removed) < 2:
        return
    rest = len(removed) - _MOST_NAMED
    named = ", ".join(removed[:_MOST_NAMED]) + (f" and {rest} more" if rest > 0 else "")
    message(f"This would remove {len(removed)} films from your list: {named}")
    if not (session.can_ask and confirm("Remove them?")):
        raise Refused(
            "the films were not removed",
            kept=f"Nothing was changed. Your draft is in {draft.path}",
            hint=f"To save it: watchlist edit --yes --draft {draft.path}",
        )

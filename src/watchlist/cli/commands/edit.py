"""Edit the list by hand, and check it before it is saved."""

from watchlist.cli.ask import confirm
from watchlist.cli.command import writes
from watchlist.cli.session import Session
from watchlist.domain.errors import InvalidFile
from watchlist.rendering.console import message, report
from watchlist.storage.draft import Draft, make_draft, open_in_editor
from watchlist.storage.files import Saved


@writes
def command(session: Session) -> None:
    """Edit your list in your editor; it is checked before it is saved."""
    draft = make_draft(session.paths)
    if not _edited(session, draft):
        draft.discard()
        report("Nothing was changed.")
        return
    committed = session.store.replace_list(draft.text, read=draft.started_from, what="edit", now=session.now)
    draft.discard()
    report("Nothing was changed." if committed.outcome is Saved.UNCHANGED else "Saved.")
    session.report_saved(committed)


def _edited(session: Session, draft: Draft) -> bool:
    """Open the editor until the draft is valid; False if the user gives up."""
    while True:
        open_in_editor(draft)
        try:
            draft.check()
        except InvalidFile as error:
            if not session.can_ask:
                error.kept = "Nothing was changed."
                error.hint = f"What you wrote is in {draft.path}"
                raise
            message(f"watchlist: {error.fact}", *draft.excerpt(error))
            if not confirm("Go on editing? If not, what you wrote is discarded."):
                return False
        else:
            return True

"""The commands that care for the files: edit the list by hand, look whether all is well."""

import typer

from watchlist.cli.options import Json
from watchlist.cli.session import Session, confirm
from watchlist.domain.errors import InvalidFile
from watchlist.storage.files import Saved


def edit(ctx: typer.Context) -> None:
    """Edit your list in your editor; it is checked before it is saved."""
    from watchlist.rendering.change_words import say_edited
    from watchlist.rendering.console import say
    from watchlist.storage.draft import make_draft, open_in_editor

    session = Session(ctx)
    draft = make_draft(session.paths)
    while True:
        open_in_editor(draft)
        try:
            draft.check()
            break
        except InvalidFile as error:
            if not session.can_ask:
                error.kept = "Nothing was changed."
                error.hint = f"What you wrote is in {draft.path}"
                raise
            say(f"watchlist: {error.fact}", *draft.excerpt(error))
            if not confirm("Go on editing? If not, what you wrote is discarded."):
                draft.discard()
                say_edited(changed=False)
                return
    committed = session.store.replace_list(draft.text, read=draft.started_from, what="edit", now=session.now)
    draft.discard()
    say_edited(changed=committed.outcome is not Saved.UNCHANGED)
    session.say_saved(committed)


def doctor(ctx: typer.Context, as_json: Json = False) -> None:
    """Look at every file the program uses, and name the remedy for what is wrong."""
    from watchlist.rendering.views import doctor as view
    from watchlist.services.upkeep.doctor import diagnose

    session = Session(ctx, as_json=as_json)
    result = diagnose(session.paths)
    session.show(result, view)
    if not result.is_healthy:
        raise typer.Exit(InvalidFile.exit_code)

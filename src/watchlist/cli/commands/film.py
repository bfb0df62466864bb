"""Change or delete a film of the user's own, or merge two films into one."""

from typing import Annotated

import typer

from watchlist.cli.ask import confirm, stopped
from watchlist.cli.choose_film import film_to_change, film_with_id
from watchlist.cli.claim_details import parse_claim
from watchlist.cli.command import writes
from watchlist.cli.options import OneTitle
from watchlist.cli.session import Session
from watchlist.domain.change import Change, UserFilm
from watchlist.domain.entry import Entry
from watchlist.domain.errors import Refused, UsageMistake
from watchlist.domain.film import ExternalId, Film
from watchlist.domain.film_reference import parse_reference
from watchlist.domain.site import Site
from watchlist.rendering.change_json import entry_changes_json
from watchlist.rendering.claim_words import short_claim_words
from watchlist.rendering.film_json import film_fields, film_json
from watchlist.rendering.wording import film_words
from watchlist.services.choose import Scope
from watchlist.services.join import join as join_films
from watchlist.services.track import NO_DETAILS
from watchlist.storage.changes.own_tables import own_tables

command = typer.Typer(no_args_is_help=True, rich_markup_mode="rich")
"""Change or delete a film of your own, or merge two entries for the same film."""


@command.command("edit")
@writes
def edit(
    session: Session,
    title: OneTitle,
    *,
    new_title: Annotated[str | None, typer.Option("--title", metavar="TITLE", help="Its new title.")] = None,
    year: Annotated[
        int | None, typer.Option("--year", min=1870, max=2200, metavar="YEAR", help="The year of its first release.")
    ] = None,
    original_title: Annotated[
        str | None, typer.Option("--original-title", metavar="TITLE", help="In its own language and script.")
    ] = None,
    director: Annotated[
        list[str] | None, typer.Option("--director", metavar="NAME", help="Given name first; repeat for several.")
    ] = None,
    external: Annotated[
        list[str] | None,
        typer.Option("--id", metavar="ID", help="An id on another site: tt0078748, tmdb:348, or a link."),
    ] = None,
    release: Annotated[
        str | None, typer.Option("--release", metavar="DATE", help="When it comes out, or came out.")
    ] = None,
) -> None:
    """Change the facts about a film; for one from the catalogue, yours are kept in your own films."""
    film = film_to_change(session, [title], Scope.LIST_FIRST).film
    ids = (*film.ids, *map(_external_id, external or ())) if external else ()
    claims = (parse_claim(session, film, release, NO_DETAILS),) if release else ()
    own = UserFilm(film.id, new_title or "", year, _one_per_site(ids), claims)
    own = own._replace(original_title=original_title or "", directors=tuple(director or ()))
    if own == UserFilm(film.id):
        raise UsageMistake(
            "nothing to change: give at least one option",
            hint=f"For example: watchlist film edit {film.id} --year 2027",
        )
    session.change(lambda _: Change(user_films=(own,)), what=f"film edit {film.title}: {_said(own)}")
    session.forget_films()
    after = film_with_id(session, film.id)
    session.report([f"Saved: {_facts(after)}."], lambda: _before_and_after(film, after))


@command.command("remove")
@writes
def remove(
    session: Session,
    title: OneTitle,
    *,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Delete a film of your own, with what you noted about its releases; your list stays as it is."""
    film = film_to_change(session, [title], Scope.LIST_FIRST).film
    own = tuple(str(one["id"]) for one in own_tables(session.paths).get("films", []) if film.has_id(one["id"]))
    if not own:
        raise Refused(f"{film_words(film)} is not a film of your own")
    if session.can_ask and not yes and not confirm(f"Delete what you noted about {film_words(film)}?"):
        raise stopped()
    session.change(lambda _: Change(removed_user_films=own), what=f"film remove {film_words(film)}")
    words = [f"Deleted what you noted about {film_words(film)}. To undo: watchlist undo"]
    if session.entries.entry(film.id):
        words.append(f"It is still on your list. To remove it: watchlist remove {film.id}")
    session.report(words, lambda: _before_and_after(film, None))


def _before_and_after(film: Film, after: Film | None) -> dict[str, object]:
    return {**film_fields(after or film), "before": film_json(film), "after": after and film_json(after)}


@command.command("join")
@writes
def join(
    session: Session,
    title: OneTitle,
    other: Annotated[str, typer.Argument(metavar="OTHER", help="The same film under another title or id.")],
    *,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Merge two films that are the same, and your entries for them; nothing that you noted is lost."""
    entry, film = _to_join(session, title)
    other_entry, other_film = _to_join(session, other)
    names = f"{film_words(film)} ({entry.id if entry else film.id})", f"{other_film.title} ({other})"
    if film.has_id(other_film.id) and (entry is None or other_entry is None or entry.id == other_entry.id):
        raise Refused(f"{film_words(film)} and {film_words(other_film)} are already one film")
    if session.can_ask and not yes and not confirm(f"Merge {names[0]} and {names[1]}?"):
        raise stopped()
    change = session.change(
        lambda _: join_films(film, other_film, entry, other_entry), what=f"film join {names[0]}, {names[1]}"
    )
    session.report(
        [f"Merged: {other_film.title} is now {film_words(film)}. To undo: watchlist undo"],
        lambda: {**film_fields(film), "changes": entry_changes_json(change.entries)},
    )


def _to_join(session: Session, title: str) -> tuple[Entry | None, Film]:
    """Find a film to merge. An id means exactly that film or entry: two entries may be of one film."""
    entry = session.entries.entry(title)
    if entry is not None:
        return entry, film_with_id(session, entry.id)
    is_id = session.has_film(title)
    film = film_with_id(session, title) if is_id else film_to_change(session, [title], Scope.LIST_FIRST).film
    return session.entries.entry(film.id), film


def _external_id(text: str) -> ExternalId:
    found = parse_reference(text).external
    if found is None or found.site not in set(Site):
        raise UsageMistake(
            f'"{text}" is not an id on another site', hint="For example: --id tt0078748, or --id tmdb:348"
        )
    return found


def _said(edited: UserFilm) -> str:
    """Word what an edit changes."""
    ids = (f"{key.site}:{key.id}" for key in edited.ids)
    year = str(edited.year or "")
    parts = (
        edited.title,
        year,
        edited.original_title,
        ", ".join(edited.directors),
        *ids,
        *map(short_claim_words, edited.claims),
    )
    return ", ".join(part for part in parts if part)


def _one_per_site(ids: tuple[ExternalId, ...]) -> tuple[ExternalId, ...]:
    return tuple(ExternalId(site, one) for site, one in dict(ids).items())


def _facts(film: Film) -> str:
    ids = (f"{key.site}:{key.id}" for key in film.ids)
    parts = (film_words(film), film.original_title or "", ", ".join(film.directors), *ids)
    return ", ".join(part for part in parts if part)

"""Put a film on the list, and note what the user has heard about it."""

from typing import Annotated

import typer

from watchlist.cli.ask import ask, confirm
from watchlist.cli.choose_film import find_exactly, find_film, title_of
from watchlist.cli.claim_details import WhatWasHeard
from watchlist.cli.command import writes
from watchlist.cli.session import Session
from watchlist.domain.change import Change, UserFilm
from watchlist.domain.claim import Claim
from watchlist.domain.errors import UsageMistake
from watchlist.domain.film import Film
from watchlist.rendering.change_words import added_words
from watchlist.rendering.console import report
from watchlist.services import track
from watchlist.storage.list_file import UserList


@writes
def command(
    session: Session,
    title: Annotated[
        list[str] | None,
        typer.Argument(metavar="[TITLE...]", help="A title in any of its forms, or a new one."),
    ] = None,
    *,
    release: Annotated[
        str | None,
        typer.Option(
            "--release", metavar="DATE", help='What you have heard: "25 June 2027", "spring 2027", 2027, TBA.'
        ),
    ] = None,
    details: WhatWasHeard,
) -> None:
    """Put a film on your list; with --release, note what you have heard about its date."""
    if release is None and details != track.NO_DETAILS:
        raise UsageMistake(
            "a region, channel, service, source or certainty says something about a date: which one?",
            hint='Add --release with a date, such as --release "spring 2027", or --release TBA.',
        )
    query = title_of(title or _ask_for_title(session))
    film = find_exactly(session, query)
    if film is None and release is None and not (session.can_ask and confirm(f'Make "{query}" your own film?')):
        film = find_film(session, [query])
    own = _user_films(session, film, query, release, details)
    entry_film = film or Film(own[0].film_id, query)

    def step(entries: UserList) -> Change:
        return Change(track.add(entries.entry(entry_film.id), entry_film, today=session.today).entries, own)

    change = session.change(step, what=f'add "{entry_film.title}"')
    report(*added_words(change, session.today))


def _user_films(
    session: Session, film: Film | None, title: str, release: str | None, details: track.ClaimDetails
) -> tuple[UserFilm, ...]:
    """Give what is new about the film: what was heard, and the film itself where the catalogue does not have it."""
    claim: Claim | None = None
    if release is not None:
        claim = track.make_claim(
            film, details, session.release_date(release, details.region), said=release, today=session.today
        )
    if film is not None and claim is None:
        return ()
    return (track.user_film(film, title, claim, is_taken=session.has_film),)


def _ask_for_title(session: Session) -> list[str]:
    if not session.can_ask:
        raise UsageMistake("add needs a title", hint='For example: watchlist add "Drawing Closer"')
    return [ask("Which film?")]

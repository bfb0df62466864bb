"""Put a film on the list, and note what the user has heard about it."""

from typing import Annotated

import typer

from watchlist.cli.ask import ask
from watchlist.cli.change_entry import New, Yes, change_entry, must_agree
from watchlist.cli.choose_film import Make, Meant, film_to_change, with_release
from watchlist.cli.claim_details import WhatWasHeard, heard
from watchlist.cli.command import writes
from watchlist.cli.completion import Offered
from watchlist.cli.session import Session
from watchlist.domain.errors import UsageMistake
from watchlist.rendering.change_words import added_words, claim_doubt_words
from watchlist.rendering.console import report
from watchlist.services import track
from watchlist.services.choose import Scope
from watchlist.services.doubt import date_taken_away


@writes
def command(
    session: Session,
    title: Annotated[
        list[str] | None,
        typer.Argument(metavar="[TITLE...]", help="An id, a link, or a whole title in any of its forms."),
        Offered.CATALOGUE,
    ] = None,
    *,
    release: Annotated[
        str | None,
        typer.Option("--release", metavar="DATE", help='What you have heard: "25 June 2027", "spring 2027", 2027.'),
    ] = None,
    details: WhatWasHeard,
    new: New = False,
    yes: Yes = False,
) -> None:
    """Put a film on your list; with --release, note what you have heard about its date."""
    if release is None and details != track.NO_DETAILS:
        raise UsageMistake(
            "a region, channel, service, source or certainty says something about a date: which one?",
            hint='Add --release with a date, such as --release "spring 2027".',
        )
    make = Make.AT_ONCE if new or release is not None else Make.OFFER
    meant = film_to_change(session, title or _ask_for_title(session), Scope.CATALOGUE, make=make)
    if release is not None:
        meant = _with_release(session, meant, release, details, yes=yes)
    change = change_entry(session, meant, lambda entry: track.add(entry, meant.film, today=session.today), verb="add")
    report(*added_words(change, with_release(session, meant.film), session.today))


def _with_release(session: Session, meant: Meant, release: str, details: track.ClaimDetails, *, yes: bool) -> Meant:
    """Add what was heard to the film that was meant."""
    claim = heard(session, meant.film, release, details)
    must_agree(session, claim_doubt_words(meant.film, date_taken_away(meant.film, claim, session.today)), yes=yes)
    own = meant.own or (track.about(meant.film),)
    film = meant.film._replace(claims=(*meant.film.claims, claim))
    return Meant(film, tuple(one._replace(claims=(claim,)) for one in own))


def _ask_for_title(session: Session) -> list[str]:
    if not session.can_ask:
        raise UsageMistake("add needs a title", hint='For example: watchlist add "Drawing Closer"')
    return [ask("Which film?")]

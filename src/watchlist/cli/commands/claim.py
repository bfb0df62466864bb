"""Note what the user has read about a release, and take it back."""

from typing import Annotated

import typer

from watchlist.cli.choose_film import find_film
from watchlist.cli.claim_details import WhatWasHeard
from watchlist.cli.command import writes
from watchlist.cli.options import OneTitle
from watchlist.cli.session import Session
from watchlist.domain.change import Change
from watchlist.domain.claim import Claim
from watchlist.domain.errors import Refused, UsageMistake
from watchlist.domain.film import Film
from watchlist.rendering.change_words import claim_words
from watchlist.rendering.console import report
from watchlist.services import track


@writes
def command(
    session: Session,
    title: OneTitle,
    release: Annotated[
        list[str] | None, typer.Argument(metavar="[DATE]", help='"25 June 2027", "spring 2027", 2027, TBA.')
    ] = None,
    *,
    details: WhatWasHeard,
    remove: Annotated[bool, typer.Option("--remove", help="Take back your last claim on this film.")] = False,
) -> None:
    """Note what you have read about a release, beside what is bundled, and see what it changes."""
    film = find_film(session, [title])
    if remove:
        _report("Taken back", _take_back(session, film), film, session)
        return
    if not release:
        raise UsageMistake(
            "a claim needs a date", hint='For example: watchlist claim "Shrek 5" "spring 2028" --source Variety'
        )
    said = " ".join(release)
    noted = track.make_claim(film, details, session.release_date(said, details.region), said=said, today=session.today)
    session.change(lambda _: Change(own=(track.user_film(film, film.title, noted),)), what=f'claim on "{film.title}"')
    _report("Noted", noted, film, session)


def _take_back(session: Session, film: Film) -> Claim:
    gone, committed = session.store.take_back_claim(
        film.id, what=f'take back a claim on "{film.title}"', now=session.now
    )
    if gone is None:
        raise Refused(f'you have made no claim on "{film.title}"')
    session.report_saved(committed)
    return gone


def _report(verb: str, claim: Claim, before: Film, session: Session) -> None:
    session.forget_films()
    after = session.films.films([before.id]).films.get(before.id, before)
    report(*claim_words(verb, claim, before, after, session.today))

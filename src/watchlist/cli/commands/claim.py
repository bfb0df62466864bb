"""Record what the user has read about a release, or take it back."""

from typing import Annotated

import typer

from watchlist.cli.change_entry import New, Yes
from watchlist.cli.choose_film import Make, film_to_change
from watchlist.cli.claim_details import ClaimOptions
from watchlist.cli.command import writes
from watchlist.cli.noted_details import with_claim
from watchlist.cli.options import OneTitle
from watchlist.cli.session import Session
from watchlist.domain.change import Change, EntryChange
from watchlist.domain.claim import Claim
from watchlist.domain.errors import Refused, UsageMistake
from watchlist.domain.film import Film
from watchlist.rendering.change_json import changed_json
from watchlist.rendering.claim_words import claim_words, short_claim_words
from watchlist.rendering.wording import film_words
from watchlist.services.choose import Scope
from watchlist.storage.changes.own_film_files import take_back_claim

_NOTED, _TAKEN_BACK = "Noted", "Taken back"


@writes
def command(
    session: Session,
    title: OneTitle,
    release: Annotated[
        list[str] | None, typer.Argument(metavar="[DATE]", help='"25 June 2027", "spring 2027", 2027, TBA, cancelled.')
    ] = None,
    *,
    details: ClaimOptions,
    remove: Annotated[bool, typer.Option("--remove", help="Take back your last claim on this film.")] = False,
    new: New = False,
    yes: Yes = False,
) -> None:
    """Record what you have read about a release, and see what it changes."""
    make = Make.NEVER if remove else Make.AT_ONCE if new else Make.OFFER
    meant = film_to_change(session, [title], Scope.CATALOGUE, make=make)
    film = meant.film
    if remove:
        _report(_TAKEN_BACK, _take_back(session, film), film, session)
        return
    if not release:
        raise UsageMistake(
            "a claim needs a date", hint='For example: watchlist claim "Shrek 5" "spring 2028" --source Variety'
        )
    claimed = with_claim(session, meant, " ".join(release), details, yes=yes)
    noted = claimed.film.claims[-1]
    what = f"claim {film.title}: {short_claim_words(noted)}"
    session.change(lambda _: Change(user_films=claimed.user_films), what=what)
    _report(_NOTED, noted, film, session)


def _take_back(session: Session, film: Film) -> Claim:
    def words(claim: Claim) -> str:
        return f"claim {film.title}, taken back: {short_claim_words(claim)}"

    for film_id in (film.id, *film.other_ids):
        gone, committed = take_back_claim(session.paths, film_id, what=words, now=session.now)
        if gone is not None:
            session.report_saved(committed)
            return gone
    raise Refused(f"you have made no claim about {film_words(film)}")


def _report(verb: str, claim: Claim, before: Film, session: Session) -> None:
    session.forget_films()
    after = session.films.films([before.id]).films.get(before.id, before)
    entry = session.entries.entry(before.id)
    said = {"noted" if verb is _NOTED else "taken_back": (claim,)}
    session.report(
        claim_words(verb, claim, before, after, session.today),
        lambda: changed_json(after, EntryChange(entry, entry), **said),
    )

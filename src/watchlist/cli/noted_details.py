"""What the user notes about a film, a rating or a claim about its release: asked about first if it looks wrong."""

from collections.abc import Sequence

from watchlist.cli.change_entry import must_agree
from watchlist.cli.choose_film import Meant
from watchlist.cli.claim_details import parse_claim
from watchlist.cli.session import Session
from watchlist.rendering.change_words import doubt_words
from watchlist.rendering.claim_words import claim_doubt_words
from watchlist.services.plausibility import date_taken_away, viewing_doubt
from watchlist.services.track import ClaimDetails, about


def with_details(
    session: Session, films: Sequence[Meant], release: str | None, details: ClaimDetails, *, is_rated: bool, yes: bool
) -> list[Meant]:
    """Return the films, each with a claim about its release if one was given; ask about what looks wrong.

    Raises `BadValue` if `release` is not a date, and `Refused` if the answer is no.
    """
    if is_rated:
        for meant in films:
            must_agree(session, doubt_words(viewing_doubt(meant.film, session.today, session.today)), yes=yes)
    if release is None:
        return list(films)
    return [with_claim(session, meant, release, details, yes=yes) for meant in films]


def with_claim(session: Session, meant: Meant, release: str, details: ClaimDetails, *, yes: bool) -> Meant:
    """Add a claim about its release to a film, as its last one; ask about one that takes a date away.

    Raises `BadValue` if `release` is not a date, and `Refused` if the answer is no.
    """
    claim = parse_claim(session, meant.film, release, details)
    must_agree(session, claim_doubt_words(meant.film, date_taken_away(meant.film, claim, session.today)), yes=yes)
    own = meant.user_films or (about(meant.film),)
    film = meant.film._replace(claims=(*meant.film.claims, claim))
    return Meant(film, tuple(one._replace(claims=(claim,)) for one in own))

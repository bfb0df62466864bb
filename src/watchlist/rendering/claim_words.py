"""Words for claims of the user's own, noted or removed, and for what they change about a release."""

from collections.abc import Iterator
from datetime import date

from watchlist.domain.claim import UNSOURCED, Certainty, Claim, Source
from watchlist.domain.film import Film
from watchlist.domain.release import Release, key_of, releases_on
from watchlist.rendering import wording


def claim_words(verb: str, claim: Claim, before: Film, after: Film, today: date) -> Iterator[str]:
    """Word which claim was noted or taken back, and what that changed about the release."""
    yield f"{verb}: {short_claim_words(claim)}."
    was, now = (_claimed_words(film, claim, today) for film in (before, after))
    if was == now:
        yield f"{wording.film_words(before)} is unchanged: {now or 'nothing known'}."
    else:
        yield f"{wording.film_words(before)}: {was or 'nothing known'} → {now or 'nothing known'}."
    if verb == "Noted":
        yield from certainty_hint(claim)


def short_claim_words(claim: Claim) -> str:
    """Word a claim: "spring 2028, rumoured, Variety, cinemas, US"."""
    date_and_sureness = f"{wording.date_words(claim.date, claim.span)}, {claim.certainty}"
    return f"{date_and_sureness}, {wording.source_words(claim.source)}, {wording.place_words(key_of(claim))}"


def claim_doubt_words(film: Film, release: Release | None) -> str | None:
    """Word that a claim of the user's own would discard the date of a release; None without a release."""
    if release is None:
        return None
    sources = ", ".join(release.agreeing)
    return (
        f"that would discard {wording.release_date_words(release)} for {wording.film_words(film)}, given by {sources}"
    )


def kept_words(number: int, source: Source) -> str:
    """Word how many claims of an article were kept."""
    if not number:
        return "Nothing was kept."
    return f"Kept {wording.count(number, 'claim')} from {wording.source_words(source)}. To undo: watchlist undo"


def certainty_hint(claim: Claim) -> Iterator[str]:
    """Say how to name a source and a certainty, after a claim without them."""
    if claim.source == UNSOURCED and claim.certainty is Certainty.RUMOURED:
        yield "To name the source and the certainty: --source NAME, --certainty announced"


def _claimed_words(film: Film, claim: Claim, today: date) -> str:
    releases = releases_on(film.claims, today)
    shown = (release for release in releases if release.key == key_of(claim))
    return "".join(
        f"{wording.release_date_words(release)}, {release.certainty}, {wording.agreement_words(release)}"
        for release in shown
    )

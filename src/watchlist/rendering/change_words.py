"""What a command has done, in a line or two."""

from collections.abc import Iterator
from datetime import date

from watchlist.domain.change import Change
from watchlist.domain.claim import Claim, Source
from watchlist.domain.film import Film
from watchlist.domain.release import key_of, releases_on
from watchlist.rendering import wording
from watchlist.rendering.views.show import entry_words


def added_words(change: Change, today: date) -> Iterator[str]:
    """Word what came on the list, or that it was there, and what was noted."""
    (entry,) = change.entries
    if entry.before is None:
        yield f'Added "{entry.entry.title}" to your list.'
    else:
        since = f" since {wording.day_words(entry.before.added)}" if entry.before.added else ""
        yield f'"{entry.entry.title}" is on your list{since}.'
    for claim in (claim for one in change.own for claim in one.claims):
        said_on = "" if claim.known_from == today else f", reported {wording.reported_words(claim)}"
        yield (
            f"Noted: {wording.date_words(claim.date, claim.span)}, {claim.certainty}, "
            f"{wording.source_words(claim.source)}{said_on}."
        )


def watched_words(change: Change, day: date) -> str:
    """Word which viewing was noted."""
    (entry,) = change.entries
    if not change:
        return f'"{entry.entry.title}" was already noted as watched on {wording.day_words(day)}.'
    number = len(entry.entry.viewings)
    again = "" if number == 1 else f", viewing number {number}"
    rated = f", {wording.rating_words(entry.entry.rating)}" if entry.entry.rating else ""
    return f'Watched "{entry.entry.title}" on {wording.day_words(day)}{again}{rated}.'


def changed_words(change: Change) -> str:
    """Word how an entry stands after a change, or that it stood so before."""
    (entry,) = change.entries
    already = "" if change else " already"
    return f'"{entry.entry.title}"{already}: {entry_words(entry.entry)}.'


def claim_words(verb: str, claim: Claim, before: Film, after: Film, today: date) -> Iterator[str]:
    """Word which claim was noted or taken back, and what that changed about the release."""
    yield (
        f"{verb}: {wording.date_words(claim.date, claim.span)}, {claim.certainty}, "
        f"{wording.source_words(claim.source)}, {wording.place_words(key_of(claim))}."
    )
    was, now = (_release_words(film, claim, today) for film in (before, after))
    if was == now:
        yield f"{before.title} is unchanged: {now or 'nothing known'}."
    else:
        yield f"{before.title}: {was or 'nothing known'} → {now or 'nothing known'}."


def kept_words(number: int, source: Source) -> str:
    """Word how many claims of an article were kept."""
    if not number:
        return "Nothing was kept."
    return f"Kept {wording.count(number, 'claim')} from {wording.source_words(source)}. To undo: watchlist undo"


def _release_words(film: Film, claim: Claim, today: date) -> str:
    releases = releases_on(film.claims, today)
    shown = (release for release in releases if release.key == key_of(claim))
    return "".join(
        f"{wording.release_date_words(release)}, {release.certainty}, {wording.agreement_words(release)}"
        for release in shown
    )

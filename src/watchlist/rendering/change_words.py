"""What a command says it has done, in a line or two on stdout."""

import sys
from collections.abc import Sequence
from datetime import date, datetime

from watchlist.domain.change import Change
from watchlist.domain.claim import Claim
from watchlist.domain.film import Film
from watchlist.domain.release import key_of, releases_on
from watchlist.rendering import wording
from watchlist.rendering.safe_text import visible
from watchlist.rendering.views.show import entry_words


def say_added(change: Change, today: date) -> None:
    """Say what came on the list, or that it was there, and what was noted."""
    (entry,) = change.entries
    if entry.before is None:
        _tell(f'Added "{entry.entry.title}" to your list.')
    else:
        since = f" since {wording.day_words(entry.before.added)}" if entry.before.added else ""
        _tell(f'"{entry.entry.title}" is on your list{since}.')
    for claim in (claim for own in change.own for claim in own.claims):
        said_on = "" if claim.known_from == today else f", reported {wording.reported_words(claim)}"
        _tell(
            f"Noted: {wording.date_words(claim.date, claim.span)}, {claim.certainty}, "
            f"{wording.source_words(claim.source)}{said_on}."
        )


def say_watched(change: Change, day: date) -> None:
    """Say which viewing was noted."""
    (entry,) = change.entries
    if not change:
        _tell(f'"{entry.entry.title}" was already noted as watched on {wording.day_words(day)}.')
        return
    number = len(entry.entry.viewings)
    again = "" if number == 1 else f", viewing number {number}"
    rated = f", {wording.rating_words(entry.entry.rating)}" if entry.entry.rating else ""
    _tell(f'Watched "{entry.entry.title}" on {wording.day_words(day)}{again}{rated}.')


def say_entry(change: Change) -> None:
    """Say how an entry stands after a change, or that it stood so before."""
    (entry,) = change.entries
    stands = "" if change else " already"
    _tell(f'"{entry.entry.title}"{stands}: {entry_words(entry.entry)}.')


def say_removed(change: Change) -> None:
    """Say what went."""
    (entry,) = change.entries
    _tell(f'Removed "{entry.entry.title}" from your list.')


def say_claimed(verb: str, claim: Claim, before: Film, after: Film, today: date) -> None:
    """Say which claim was noted or taken back, and what that changed about the release."""
    _tell(
        f"{verb}: {wording.date_words(claim.date, claim.span)}, {claim.certainty}, "
        f"{wording.source_words(claim.source)}, {wording.place_words(key_of(claim))}."
    )
    was, now = (_release(film, claim, today) for film in (before, after))
    if was == now:
        _tell(f"{before.title} stands as it stood: {now or 'nothing known'}.")
    else:
        _tell(f"{before.title}: {was or 'nothing known'} → {now or 'nothing known'}.")


def _release(film: Film, claim: Claim, today: date) -> str:
    releases = releases_on(film.claims, today)
    shown = (release for release in releases if release.key == key_of(claim))
    return "".join(
        f"{wording.release_date_words(release)}, {release.certainty}, {wording.agreement_words(release)}"
        for release in shown
    )


def say_turned(verb: str, steps: Sequence[str]) -> None:
    """Say which steps were undone or done again."""
    for what in steps:
        _tell(f"{verb}: {what}.")


def say_restored(made: datetime) -> None:
    """Say which copy was brought back."""
    _tell(f"Brought back the list as it was on {wording.day_words(made.date())} at {made:%H:%M:%S}.")


def say_edited(*, changed: bool) -> None:
    """Say whether an edit changed anything."""
    _tell("Saved." if changed else "Nothing was changed.")


def _tell(words: str) -> None:
    sys.stdout.write(f"{visible(words)}\n")

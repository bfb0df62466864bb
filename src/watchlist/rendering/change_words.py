"""Words for what a command did, in a line or two."""

from collections.abc import Iterable, Iterator
from datetime import date

from watchlist.domain.change import EntryChange, UserFilm
from watchlist.domain.claim import UNSOURCED, Certainty, Claim, Source
from watchlist.domain.countdown import State
from watchlist.domain.entry import Entry
from watchlist.domain.film import Film
from watchlist.domain.release import Release, key_of, releases_on
from watchlist.rendering import wording
from watchlist.rendering.age_words import lacking_words
from watchlist.rendering.step_words import difference_words, noted_words
from watchlist.rendering.wording import entry_words
from watchlist.services.plausibility import Doubt, Reason
from watchlist.services.upcoming import UpcomingFilm


def added_words(change: EntryChange, own: Iterable[UserFilm], one: UpcomingFilm, today: date) -> Iterator[str]:
    """Word what came on the list, or that it was there, the release that counts for it, and what was noted."""
    name, release = wording.film_words(one.film), release_words(one, today)
    if change.before is None:
        yield f"Added {name}: {release}."
        noted = noted_words(change.entry)
        yield from [f"With {noted}."] if noted else []
    else:
        since = f" since {wording.day_words(change.before.added)}" if change.before.added else ""
        yield f"{name} is on your list{since}: {release}."
        differs = ", ".join(difference_words(change.before, change.entry))
        yield from [f"Changed: {differs}."] if differs else []
    said = [new for new in own if new.film_id == one.film.id]
    if any(new.title for new in said):
        yield f"It is a film of your own. To add details: watchlist film edit {one.film.id}"
    for claim in (claim for new in said for claim in new.claims):
        said_on = "" if claim.known_from == today else f", reported {wording.reported_words(claim)}"
        yield (
            f"Noted: {wording.date_words(claim.date, claim.span)}, {claim.certainty}, "
            f"{wording.source_words(claim.source)}{said_on}."
        )
        yield from _more_words(claim)


def _more_words(claim: Claim) -> Iterator[str]:
    """Word how to say more than a rumour."""
    if claim.source == UNSOURCED and claim.certainty is Certainty.RUMOURED:
        yield "To name the source and the certainty: --source NAME, --certainty announced"


def release_words(one: UpcomingFilm, today: date) -> str:
    """Word the release that counts for a film: "18 December 2026, in 27 days, cinemas, US"."""
    if one.shown is None:
        return "no date yet"
    release, countdown = one.shown.release, one.shown.countdown
    when = wording.countdown_words(countdown, release.span, today)
    place = wording.place_words(release.key)
    if countdown.state in (State.UNDATED, State.CANCELLED):
        return f"{when}, {place}"
    lacking = lacking_words(one.lacking)
    return f"{lacking}{'; ' if lacking else ''}{wording.release_date_words(release)}, {when}, {place}"


def removed_words(change: EntryChange, film: Film) -> Iterator[str]:
    """Word what was taken off the list, and how to get it back."""
    gone = gone_words(change.entry)
    yield f"Removed {wording.film_words(film)} from your list{f', with {gone}' if gone else ''}."
    yield "To undo: watchlist undo"


def gone_words(entry: Entry) -> str:
    """Word what the user would lose with an entry: rating, viewings, note and tags; empty if there is nothing."""
    parts = []
    if entry.rating:
        parts.append(f"its rating ({wording.rating_words(entry.rating)})")
    if entry.times_seen:
        parts.append(wording.count(entry.times_seen, "viewing"))
    if entry.note:
        parts.append("its note")
    if entry.tags:
        parts.append(wording.count(len(entry.tags), "tag"))
    return " and ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))


def doubt_words(doubt: Doubt | None) -> str | None:
    """Word why a viewing does not look right; None without a doubt."""
    if doubt is None:
        return None
    name = wording.film_words(doubt.film)
    if doubt.reason is Reason.FUTURE:
        return f"{wording.day_words(doubt.day)} is in the future"
    if doubt.reason is Reason.NO_DATE:
        return f"no release of {name} has a date yet"
    first = f": its first release is {wording.day_words(doubt.first)}" if doubt.first else ""
    return f"{name} was not out on {wording.day_words(doubt.day)}{first}"


def claim_doubt_words(film: Film, release: Release | None) -> str | None:
    """Word that a claim of the user's own would take a date away; None if it takes none."""
    if release is None:
        return None
    sources = ", ".join(release.agreeing)
    return (
        f"that would discard {wording.release_date_words(release)} for {wording.film_words(film)}, given by {sources}"
    )


def rating_doubt_words(film: Film, called: Iterable[Film]) -> str | None:
    """Word that the stars may be the number in the title of another film; None if no film is `called` so."""
    others = [one for one in called if one.id != film.id]
    return f"that would rate {wording.film_words(film)}, not {wording.film_words(others[0])}" if others else None


def watched_words(change: EntryChange, film: Film, day: date | None) -> Iterator[str]:
    """Word which viewing was noted; `day` is None where it is not known."""
    name, on = wording.film_words(film), f" on {wording.day_words(day)}" if day else ""
    entry = change.entry
    if change.before == entry:
        yield f"{name} was already recorded as watched{on}."
        return
    again = "" if entry.times_seen == 1 else f", viewing number {entry.times_seen}"
    rated = f", {wording.rating_words(entry.rating)}" if entry.rating else ""
    yield f"Watched {name}{on}{again}{rated}."
    if change.before and change.before.note not in (None, entry.note):
        yield f'Its note was: "{change.before.note}"'


def unwatched_words(change: EntryChange, film: Film, day: date | None) -> Iterator[str]:
    """Word which viewing was taken back, and how the entry stands then."""
    which = f"the viewing on {wording.day_words(day)}" if day else "a viewing without a day"
    yield f"Took back {which} of {wording.film_words(film)}: {entry_words(change.entry)}."


def note_words(change: EntryChange, film: Film) -> Iterator[str]:
    """Word the note on a film as it is after a change, and as it was."""
    name, note, before = wording.film_words(film), change.entry.note, change.before.note if change.before else None
    if note == before:
        yield f"{name} already has that note." if note else f"{name} has no note."
        return
    yield f'{name}: "{note}"' if note else f"Removed the note on {name}."
    if before:
        yield f'It was: "{before}"'


def changed_words(change: EntryChange, film: Film) -> Iterator[str]:
    """Word how an entry stands after a change, or that it stood so before."""
    already = " already" if change.before == change.after else ""
    yield f"{wording.film_words(film)}{already}: {entry_words(change.entry)}."


def claim_words(verb: str, claim: Claim, before: Film, after: Film, today: date) -> Iterator[str]:
    """Word which claim was noted or taken back, and what that changed about the release."""
    yield f"{verb}: {short_claim_words(claim)}."
    was, now = (_claimed_words(film, claim, today) for film in (before, after))
    if was == now:
        yield f"{wording.film_words(before)} is unchanged: {now or 'nothing known'}."
    else:
        yield f"{wording.film_words(before)}: {was or 'nothing known'} → {now or 'nothing known'}."
    if verb == "Noted":
        yield from _more_words(claim)


def short_claim_words(claim: Claim) -> str:
    """Word a claim: "spring 2028, rumoured, Variety, cinemas, US"."""
    date_and_sureness = f"{wording.date_words(claim.date, claim.span)}, {claim.certainty}"
    return f"{date_and_sureness}, {wording.source_words(claim.source)}, {wording.place_words(key_of(claim))}"


def kept_words(number: int, source: Source) -> str:
    """Word how many claims of an article were kept."""
    if not number:
        return "Nothing was kept."
    return f"Kept {wording.count(number, 'claim')} from {wording.source_words(source)}. To undo: watchlist undo"


def _claimed_words(film: Film, claim: Claim, today: date) -> str:
    releases = releases_on(film.claims, today)
    shown = (release for release in releases if release.key == key_of(claim))
    return "".join(
        f"{wording.release_date_words(release)}, {release.certainty}, {wording.agreement_words(release)}"
        for release in shown
    )

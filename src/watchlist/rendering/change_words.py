"""Words for what a command did, in a line or two."""

from collections.abc import Iterable, Iterator
from datetime import date

from watchlist.domain.change import EntryChange
from watchlist.domain.entry import Entry
from watchlist.domain.film import Film
from watchlist.rendering import wording
from watchlist.rendering.wording import entry_words
from watchlist.services.plausibility import Doubt, Reason


def removed_words(change: EntryChange, film: Film) -> Iterator[str]:
    """Word what was removed from the list, and how to undo that."""
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
    """Word why a viewing looks wrong; None without a doubt."""
    if doubt is None:
        return None
    name = wording.film_words(doubt.film)
    if doubt.reason is Reason.FUTURE:
        return f"{wording.day_words(doubt.day)} is in the future"
    if doubt.reason is Reason.NO_DATE:
        return f"no release of {name} has a date yet"
    first = f": its first release is {wording.day_words(doubt.first)}" if doubt.first else ""
    return f"{name} was not out on {wording.day_words(doubt.day)}{first}"


def rating_doubt_words(film: Film, called: Iterable[Film]) -> str | None:
    """Word that the stars may be the number in another film's title; `called` are the films with that title."""
    others = [one for one in called if one.id != film.id]
    return f"that would rate {wording.film_words(film)}, not {wording.film_words(others[0])}" if others else None


def watched_words(change: EntryChange, film: Film, day: date | None) -> Iterator[str]:
    """Word which viewing was recorded; `day` is None if it is not known."""
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
    """Word which viewing was taken back, and the entry after that."""
    name = wording.film_words(film)
    which = f"the viewing of {name} on {wording.day_words(day)}" if day else f"a viewing of {name} on an unknown day"
    yield f"Took back {which}: {entry_words(change.entry)}."


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
    """Word an entry after a change, or that it was like that already."""
    already = " already" if change.before == change.after else ""
    yield f"{wording.film_words(film)}{already}: {entry_words(change.entry)}."

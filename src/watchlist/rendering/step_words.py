"""Words for a step in the log: what was done to which film, with the values before and after."""

from collections.abc import Iterable, Iterator, Sequence

from watchlist.domain.change import Change, EntryChange
from watchlist.domain.entry import Entry
from watchlist.rendering import wording
from watchlist.rendering.wording import count

_LONGEST_NOTE = 40
"""Characters of a note."""
_MOST_NAMED = 5
"""Films that are named one by one."""
_NONE = "none"
WATCHED, TAKEN_BACK = "watched", "watched --remove"
"""The verbs for a viewing that was recorded, and for one that was taken back; the words after them do not repeat it."""


def step_words(verb: str, change: Change) -> str:
    """Word a step: "rate Se7en 4½ -> 3", "remove Alien (4½ stars, 2 viewings)", "tag 3 films +noir: Heat, ..."."""
    if len(change.entries) == 1:
        return f"{verb} {one_film_words(change.entries[0], verb)}"
    pairs = ((one.before, one.after) for one in change.entries)
    alike = {", ".join(difference_words(before, after)) for before, after in pairs if before and after}
    named = [one.entry.title if len(alike) == 1 else one_film_words(one, verb) for one in change.entries]
    what = f" {alike.pop()}" if len(alike) == 1 else ""
    return f"{verb} {count(len(named), 'film')}{what}: {_some(named)}"


def sum_words(change: Change) -> str:
    """Sum up a step of many films: "3 films new, 2 changed"."""
    new = sum(one.before is None for one in change.entries)
    return f"{count(new, 'film')} new, {len(change.entries) - new} changed"


def list_words(changes: Sequence[EntryChange]) -> str:
    """Word how one list differs from another: "+Alien, -Heat, Se7en 4½ -> 3"; empty if it does not."""
    return _some([f"{_sign(one)}{one_film_words(one)}" for one in changes])


def one_film_words(one: EntryChange, verb: str = "") -> str:
    """Word what became of one entry: its title and what differs, or what was noted on one that came or went.

    What `verb`, which comes before it, already says is left out.
    """
    title = one.entry.title
    if one.before is None or one.after is None:
        noted = noted_words(one.entry)
        return f"{title} ({noted})" if noted else title
    return " ".join((title, ", ".join(difference_words(one.before, one.after, verb)))).rstrip()


def noted_words(entry: Entry) -> str:
    """Word what the user noted about a film: "4½ stars, 2 viewings, a note, 1 tag"."""
    parts = [
        f"{stars_text(entry.rating)} stars" if entry.rating else "",
        _viewings(entry),
        "a note" if entry.note else "",
        count(len(entry.tags), "tag") if entry.tags else "",
    ]
    return ", ".join(part for part in parts if part)


def difference_words(before: Entry, after: Entry, verb: str = "") -> Iterator[str]:
    """Word each difference between an entry before and after a change."""
    viewings = _new_viewings(before, after, "" if verb in (WATCHED, TAKEN_BACK) else "seen ")
    if before.status is not after.status and not viewings:
        yield f"{before.status} -> {after.status}"
    if before.want != after.want:
        yield f"{_want(before)} -> {_want(after)}"
    yield from viewings
    if before.rating != after.rating:
        new = before.rating is None
        yield (
            f"{stars_text(after.rating)} stars" if new else f"{stars_text(before.rating)} -> {stars_text(after.rating)}"
        )
    yield from (f"+{tag}" for tag in after.tags if tag not in before.tags)
    yield from (f"-{tag}" for tag in before.tags if tag not in after.tags)
    if before.note != after.note:
        prefix = "" if verb == "note" else "note "
        yield prefix + (f"{_note(before.note)} -> {_note(after.note)}" if before.note else _note(after.note))
    said = ("status", "want", "rating", "tags", "note", "undated_viewings")
    if not viewings and before._replace(**{name: getattr(after, name) for name in said}) != after:
        yield "other details"


def stars_text(rating: int | None) -> str:
    """Word half stars briefly: 9 is 4½, and None is "none"."""
    if rating is None:
        return _NONE
    whole, half = divmod(rating, 2)
    return f"{whole or ''}{'½' if half else ''}"


def _new_viewings(before: Entry, after: Entry, seen: str) -> list[str]:
    """Word the viewings that were added, and those that were taken back."""
    words = [f"{seen}on {wording.day_words(day)}" for day in after.viewings if day not in before.viewings]
    gone = "not seen " if seen else ""
    words += [f"{gone}on {wording.day_words(day)}" for day in before.viewings if day not in after.viewings]
    if after.undated != before.undated and not words:
        prefix = (seen if after.undated > before.undated else gone).strip()
        words.append(f"{prefix} on an unknown day".strip())
    return words


def _viewings(entry: Entry) -> str:
    if len(entry.viewings) == entry.times_seen == 1:
        return f"seen on {wording.day_words(entry.viewings[0])}"
    return count(entry.times_seen, "viewing") if entry.times_seen else ""


def _want(entry: Entry) -> str:
    return wording.want_words(entry.want) if entry.want else "any release"


def _note(note: str | None) -> str:
    if note is None:
        return _NONE
    return f'"{note}"' if len(note) <= _LONGEST_NOTE else f'"{note[: _LONGEST_NOTE - 1]}…"'


def _sign(one: EntryChange) -> str:
    return "+" if one.before is None else "-" if one.after is None else ""


def _some(words: Iterable[str]) -> str:
    """Join words with commas; of many, only the first ones and how many more."""
    all_words = list(words)
    more = len(all_words) - _MOST_NAMED
    return ", ".join((*all_words[:_MOST_NAMED], *([f"and {more} more"] if more > 0 else [])))

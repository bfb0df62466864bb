"""Joining two records of the same film, and their entries."""

from datetime import date

from watchlist.domain.change import Change, EntryChange, UserFilm
from watchlist.domain.entry import Entry, Status
from watchlist.domain.film import Film
from watchlist.services.transfer.filling import filled_from_entry

_SURER = (Status.WATCHED, Status.WANTED, Status.DROPPED, Status.KEPT)
"""Which status of two is kept: the first of these."""


def join(film: Film, other: Film, entry: Entry | None, other_entry: Entry | None) -> Change:
    """Join two films under the id of the first, and merge their entries into the first one's.

    If only the other film is on the list, its entry stays as it is, and the film keeps that id there.
    """
    ids = dict.fromkeys(one for one in (*film.other_ids, other.id, *other.other_ids) if one != film.id)
    if entry is None or other_entry is None:
        changes: tuple[EntryChange, ...] = ()
    else:
        changes = (EntryChange(entry, joined_entry(entry, other_entry)), EntryChange(other_entry, None))
    return Change(changes, (UserFilm(film.id, other_ids=tuple(ids)),))


def joined_entry(first: Entry, other: Entry) -> Entry:
    """Merge two entries for one film: nothing is lost except a second rating, wish or id on the same site."""
    return filled_from_entry(first, other)._replace(
        added=_earlier(first.added, other.added),
        status=min(first.status, other.status, key=_SURER.index),
        note="\n".join(dict.fromkeys(note for note in (first.note, other.note) if note)) or None,
    )


def _earlier(first: date | None, other: date | None) -> date | None:
    return min(first, other) if first and other else first or other

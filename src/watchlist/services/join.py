"""Making one film of two that are the same, and one entry of theirs."""

from datetime import date

from watchlist.domain.change import Change, EntryChange, UserFilm
from watchlist.domain.entry import Entry, Status
from watchlist.domain.film import Film
from watchlist.services.transfer.diary import joined

_SURER = (Status.WATCHED, Status.WANTED, Status.DROPPED, Status.KEPT)
"""The status that counts of two: what was watched stays watched, and a film that is wanted once is wanted."""


def join(film: Film, other: Film, entry: Entry | None, other_entry: Entry | None) -> Change:
    """Make two films one, under the id of the first; what their entries say is put together in the place of the first.

    Where the first is not on the list, the entry of the other stays as it is, and its film has that id.
    """
    ids = dict.fromkeys(one for one in (*film.other_ids, other.id, *other.other_ids) if one != film.id)
    if entry is None or other_entry is None:
        changes: tuple[EntryChange, ...] = ()
    else:
        changes = (EntryChange(entry, joined_entry(entry, other_entry)), EntryChange(other_entry, None))
    return Change(changes, (UserFilm(film.id, other_ids=tuple(ids)),))


def joined_entry(first: Entry, other: Entry) -> Entry:
    """Put two entries of one film together: nothing that either says is lost but a second rating, wish or id."""
    return first._replace(
        added=_earlier(first.added, other.added),
        status=min(first.status, other.status, key=_SURER.index),
        want=first.want or other.want,
        rating=first.rating if first.rating is not None else other.rating,
        viewings=tuple(sorted({*first.viewings, *other.viewings})),
        undated_viewings=max(first.undated_viewings, other.undated_viewings),
        diary=joined(first.diary, other.diary),
        tags=tuple(dict.fromkeys((*first.tags, *other.tags))),
        note="\n".join(dict.fromkeys(note for note in (first.note, other.note) if note)) or None,
        ids=(*first.ids, *(key for key in other.ids if key.site not in dict(first.ids))),
    )


def _earlier(first: date | None, other: date | None) -> date | None:
    return min(first, other) if first and other else first or other

"""Filling in what an entry lacks from what is imported: the user's own values are kept."""

from watchlist.domain.entry import Entry, Status
from watchlist.services.transfer.diary import joined
from watchlist.services.transfer.row import ImportedRow


def filled_from_row(before: Entry, row: ImportedRow, title: str, *, is_new: bool) -> Entry:
    """Fill in what an entry lacks from a row; the user's values are kept."""
    sites = dict(before.ids)
    return before._replace(
        title=title,
        status=_status_after(before, row, is_new=is_new),
        rating=before.rating if before.rating is not None else row.rating,
        viewings=tuple(sorted({*before.viewings, *row.viewings})),
        tags=tuple(dict.fromkeys((*before.tags, *row.tags))),
        note=before.note if before.note is not None else row.note,
        ids=(*before.ids, *(key for key in row.ids if key.site not in sites)),
    )


def _status_after(before: Entry, row: ImportedRow, *, is_new: bool) -> Status:
    """Return the status after a row; it may settle what was open, but never undoes what the user has set."""
    status = before.status
    is_open = status is Status.KEPT or (status is Status.WANTED and not before.times_seen)
    if row.watched and is_open:
        return Status.WATCHED
    if is_new:
        return Status.DROPPED if row.dropped else Status.KEPT if row.kept else status
    return Status.WANTED if status is Status.KEPT and row.is_wanted else status


def filled_from_entry(known: Entry, other: Entry) -> Entry:
    """Fill in what an entry lacks from an entry of our own format."""
    return known._replace(
        status=other.status if known.status is Status.WANTED else known.status,
        want=known.want or other.want,
        rating=known.rating if known.rating is not None else other.rating,
        viewings=tuple(sorted({*known.viewings, *other.viewings})),
        undated_viewings=max(known.undated_viewings, other.undated_viewings),
        tags=tuple(dict.fromkeys((*known.tags, *other.tags))),
        note=known.note if known.note is not None else other.note,
        ids=(*known.ids, *(key for key in other.ids if key.site not in dict(known.ids))),
        diary=joined(known.diary, other.diary),
    )

"""The view of the user's list."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from watchlist.domain.entry import Entry
from watchlist.rendering import wording
from watchlist.rendering.age_words import doubt_words, lacking_words
from watchlist.rendering.film_json import entry_json, film_fields, lacking_json, release_fields
from watchlist.rendering.safe_text import line
from watchlist.services.list import ListedFilm, Listing

if TYPE_CHECKING:
    from watchlist.rendering.drawing import Drawing


def as_json(result: Listing) -> object:
    """Return an array of entries, each with its film and the release that counts; None if unknown."""
    return [_json(one) for one in result.films]


def as_lines(result: Listing) -> Iterator[str]:
    """One line per entry, with the fields that `rendering.fields` names."""
    for one in result.films:
        yield line(title(one), *_entry_fields(one.entry), *_release_words(one, result), one.entry.id)


def _entry_fields(entry: Entry) -> Iterator[str]:
    """Yield what the user did with a film: status, stars, days of viewings, tags, when it was added, note."""
    yield wording.status_words(entry) + (f" ({wording.want_words(entry.want)})" if entry.want else "")
    yield f"{entry.rating / 2:g}" if entry.rating else ""
    yield " ".join([*(day.isoformat() for day in entry.viewings), *["?"] * entry.undated_viewings])
    yield ", ".join(entry.tags)
    yield entry.added.isoformat() if entry.added else ""
    yield "; ".join(filter(None, (entry.note, *wording.diary_words(entry))))


def as_drawing(result: Listing, *, width: int) -> "Drawing":
    """Draw one line per entry."""
    return _draw(result, width)


def in_full(result: Listing, *, width: int) -> "Drawing":
    """Draw a few lines per entry: everything that the user noted, and the release that counts in full."""
    return _draw(result, width, full=True)


def _draw(result: Listing, width: int, *, full: bool = False) -> "Drawing":
    from watchlist.rendering.drawings import list as drawing  # not loaded for a pipe

    return drawing.in_full(result, width=width) if full else drawing.in_lines(result, width=width)


def title(one: ListedFilm) -> str:
    """Name the film of an entry."""
    return wording.film_words(one.upcoming.film) if one.upcoming else one.entry.title


def _json(one: ListedFilm) -> dict[str, object]:
    known = one.upcoming
    return {
        "id": one.entry.id,
        **entry_json(one.entry),
        "film": known and film_fields(known.film),
        "release": known and known.shown and release_fields(known.shown),
        "lacking": lacking_json(known.lacking if known else None),
    }


def _release_words(one: ListedFilm, result: Listing) -> tuple[str, str]:
    """Word the date that counts, and its countdown with the reasons why it may be wrong."""
    if one.upcoming is None:
        return "not in the catalogue", ""
    shown = one.upcoming.shown
    if shown is None:
        return "nothing known yet", ""
    countdown = wording.countdown_words(shown.countdown, shown.release.span, result.today)
    words = (lacking_words(one.upcoming.lacking), countdown, doubt_words(shown, result.today))
    return wording.release_date_words(shown.release), "; ".join(part for part in words if part)

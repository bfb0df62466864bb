"""Changes to the list: for each command a pure function from an entry to a `Change`."""

import zlib
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, NamedTuple

from watchlist.domain.change import Change, EntryChange, UserFilm
from watchlist.domain.claim import UNSOURCED, Certainty, Channel, Claim, Source
from watchlist.domain.dates import Edtf
from watchlist.domain.entry import Entry, Status, Viewing, Want
from watchlist.domain.errors import Refused
from watchlist.domain.film import Film
from watchlist.domain.names import fold, slug
from watchlist.domain.region import WORLDWIDE
from watchlist.domain.release import ReleaseKey, key_of


class Noted(NamedTuple):
    """What the user notes about a film; `rating` is in half stars. None leaves the present value."""

    rating: int | None = None
    tags: tuple[str, ...] = ()
    note: str | None = None


NOTHING_NOTED = Noted()


def add(entry: Entry | None, film: Film, *, noted: Noted = NOTHING_NOTED, today: date) -> Change:
    """Add a film to the list with what is noted about it; an existing entry is otherwise unchanged."""
    return Change(entries=(EntryChange(entry, _with(_listed(entry, film, today), noted)),))


def _with(entry: Entry, noted: Noted) -> Entry:
    return entry._replace(
        rating=entry.rating if noted.rating is None else noted.rating,
        tags=tuple(dict.fromkeys((*entry.tags, *noted.tags))),
        note=entry.note if noted.note is None else noted.note,
    )


def remove(entry: Entry | None, title: str) -> Change:
    """Remove an entry from the list; raise `Refused` if there is none."""
    if entry is None:
        raise not_listed(title)
    return Change(entries=(EntryChange(entry, None),))


def watched(entry: Entry | None, film: Film, *, day: date | None, noted: Noted = NOTHING_NOTED, today: date) -> Change:
    """Note a viewing on a day, or None if the day is not known; a film that is not on the list is added."""
    after = _with(_listed(entry, film, today).watched(day, noted.rating), noted)
    return Change(entries=(EntryChange(entry, after),))


def last_viewing(entry: Entry | None) -> Viewing | None:
    """Return the last viewing of an entry, one without a day only if no other is left; None if there is none."""
    if entry is None or not entry.times_seen:
        return None
    return Viewing(max(entry.viewings, default=None))


def unwatched(entry: Entry | None, film: Film, viewing: Viewing | None) -> Change:
    """Remove a viewing; raise `Refused` if there is no such viewing."""
    if entry is None:
        raise not_listed(film.title)
    if viewing is None or not (viewing.day in entry.viewings if viewing.day else entry.undated):
        raise Refused(f'no such viewing of "{film.title}" is noted', hint=f'To see them: watchlist show "{film.title}"')
    return Change(entries=(EntryChange(entry, entry.without_viewing(viewing.day)),))


def not_listed(title: str) -> Refused:
    """Return the error for a film that is not on the list."""
    return Refused(f'"{title}" is not on your list', hint=f'To add it: watchlist add "{title}"')


def free_id(title: str, is_taken: Callable[[str], bool], year: int | None = None) -> str:
    """Return an id for a new film, from its title and year, that is not taken."""
    base, number = slug(title, year), 1
    key = base
    while is_taken(key):
        number += 1
        key = f"{base}-no{number}"
    return key


class ClaimDetails(NamedTuple):
    """What the user says about a claim besides its date; None is what they do not say."""

    region: str | None = None
    channel: Channel | None = None
    service: str | None = None
    source: str | None = None
    url: str | None = None
    certainty: Certainty | None = None
    reported: Edtf | None = None


NO_DETAILS = ClaimDetails()


def about(film: Film) -> UserFilm:
    """Return an empty record of what the user says about a known film."""
    return UserFilm(film.id)


def make_claim(
    film: Film,
    details: ClaimDetails,
    release: Edtf | None,
    *,
    said: str | None,
    today: date,
    source: Source | None = None,
) -> Claim:
    """Make a claim from what the user types or an article says; `source` overrides that of the details.

    Missing details are taken from the film's only release that fits them. If there is no such release, a
    service means `digital`, anything else `theatrical`, worldwide. Without `reported` it is said today. A claim
    without a source is a rumour; if its date has passed and no named source speaks of that release, it is released.
    """
    claim = _claim(film, details, release, said=said, today=today)
    if source is not None:
        return claim._replace(source=source)
    if details.certainty or claim.source != UNSOURCED:
        return claim
    others = (one for one in film.claims if key_of(one) == key_of(claim) and one.source != UNSOURCED)
    is_past = claim.span is not None and claim.span.latest is not None and claim.span.latest < today
    is_release = is_past and not any(others)
    return claim._replace(certainty=Certainty.RELEASED if is_release else Certainty.RUMOURED)


def cancellation(film: Film, details: ClaimDetails, *, said: str, today: date) -> Claim:
    """Make a claim that a release is cancelled."""
    return _claim(film, details._replace(certainty=Certainty.CANCELLED), None, said=said, today=today)


def _claim(film: Film, details: ClaimDetails, release: Edtf | None, *, said: str | None, today: date) -> Claim:
    key = _only_release(film, details)
    day = details.reported or Edtf.of(today)
    service = details.service or (key.service if key else None)
    return Claim(
        region=details.region or (key.region if key else WORLDWIDE),
        channel=details.channel or (key.channel if key else Channel.DIGITAL if service else Channel.THEATRICAL),
        service=service,
        date=release,
        certainty=details.certainty or Certainty.ANNOUNCED,
        source=_source(details.source, details.url, day),
        reported=day,
        seen=today,
        said=said,
    )


def _source(publisher: str | None, url: str | None, day: Edtf) -> Source:
    if publisher is None and url is None:
        return UNSOURCED
    name = publisher or url or ""
    return Source(id=_source_id(name, url, day), publisher=name, url=url)


def _source_id(name: str, url: str | None, day: Edtf) -> str:
    """Return the id of a source: publisher and day, and a checksum if it has an address or a name without letters."""
    plain = f"{slug(name)}-{slug(day.text)}"
    if url is None and fold(name):
        return plain
    return f"{plain}-{zlib.crc32(f'{name} {url}'.encode(errors='replace')):08x}"


def _only_release(film: Film, details: ClaimDetails) -> ReleaseKey | None:
    keys = {
        key
        for claim in film.claims
        if (key := key_of(claim)).channel is not Channel.PREMIERE
        and details.region in (None, key.region)
        and details.channel in (None, key.channel)
        and details.service in (None, key.service)
    }
    return keys.pop() if len(keys) == 1 else None


def rate(entry: Entry | None, title: str, rating: int | None) -> Change:
    """Set an entry's rating in half stars, or remove it with None; raise `Refused` if the film is not listed."""
    if entry is None:
        raise Refused(f'"{title}" is not on your list', hint=f'If you saw it: watchlist watched "{title}" --rating 4')
    return Change(entries=(EntryChange(entry, entry._replace(rating=rating)),))


def annotate(entry: Entry | None, film: Film, text: str | None, *, append: bool = False, today: date) -> Change:
    """Set an entry's note, append to it, or remove it with None; a film that is not on the list is added."""
    before = entry.note if entry else None
    return _changed(entry, film, today, note=f"{before}; {text}" if append and before else text)


def tag(entry: Entry | None, film: Film, tags: Sequence[str], *, remove: bool, today: date) -> Change:
    """Add tags to an entry, or remove them.

    A film that is not on the list is added; to remove tags from it raises `Refused`.
    """
    if remove and entry is None:
        raise not_listed(film.title)
    before = entry.tags if entry else ()
    after = tuple(one for one in before if one not in tags) if remove else tuple(dict.fromkeys((*before, *tags)))
    return _changed(entry, film, today, tags=after)


def drop(entry: Entry | None, title: str) -> Change:
    """Keep an entry, but stop waiting for its film; raise `Refused` if it is not listed."""
    if entry is None:
        raise not_listed(title)
    return Change(entries=(EntryChange(entry, entry.planned(Status.DROPPED)),))


def want(entry: Entry | None, film: Film, wish: Want | None, *, today: date) -> Change:
    """Wait for a film, for a particular release or (None) for any; a film that is not on the list is added."""
    after = _listed(entry, film, today).planned(Status.WANTED)._replace(want=wish)
    return Change(entries=(EntryChange(entry, after),))


def _changed(entry: Entry | None, film: Film, today: date, **values: Any) -> Change:
    return Change(entries=(EntryChange(entry, _listed(entry, film, today)._replace(**values)),))


def _listed(entry: Entry | None, film: Film, today: date) -> Entry:
    """Return the entry of a film, a new one if it is not on the list yet."""
    return entry or Entry(film.id, film.title, added=today, ids=film.ids)

"""The calendar: a release is an all-day event whose certainty, source and history it tells (RFC 5545, RFC 7986)."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple

from watchlist.domain.claim import Certainty
from watchlist.domain.countdown import ReleaseToday, State
from watchlist.domain.film import Film
from watchlist.domain.published import Published

_LONGEST_SPAN = 400
"""Days; an event over more than a year helps nobody."""


class Event(NamedTuple):
    """A release as it goes into a calendar: all of the days from `first` to `last`, both included."""

    uid: str
    summary: str
    description: str
    first: date
    last: date
    status: str
    url: str | None
    location: str


class Calendar(NamedTuple):
    """A calendar file, and what to remember so that the next one changes only what changed."""

    data: bytes
    published: Mapping[str, Published]
    events: int
    left_out: int


def event(film: Film, one: ReleaseToday, *, words: Mapping[str, str]) -> Event | None:
    """Make the event of a release; None for one without a date. `words` hold what a view says about it."""
    release = one.release
    span, status = release.span, "CONFIRMED"
    if one.countdown.state is State.CANCELLED and release.resolution.last is not None:
        span, status = release.resolution.last.span, "CANCELLED"
    elif not (release.span and release.span.day and release.certainty.rank >= Certainty.CONFIRMED.rank):
        status = "TENTATIVE"
    if span is None or span.earliest is None or span.latest is None:
        return None
    return Event(
        uid=uid(film, one),
        summary=words["summary"],
        description=words["description"],
        first=span.earliest,
        last=span.latest,
        status=status,
        url=next((claim.source.url for claim in release.newest_first if claim.source.url), None),
        location=words["place"],
    )


def uid(film: Film, one: ReleaseToday) -> str:
    """Name an event by film, region, channel and service, and never by its date."""
    key = "/".join((film.id, one.release.key.region, str(one.release.key.channel), one.release.key.service or ""))
    return f"{hashlib.sha256(key.encode()).hexdigest()[:32]}@watchlist.invalid"


def write(
    events: Sequence[Event],
    published: Mapping[str, Published],
    *,
    now: datetime,
    spans: bool,
    alarm_days: int | None = None,
) -> Calendar:
    """Write a calendar; an event that says what it said keeps its sequence and its moment.

    `spans` keeps vague dates, as events over all of their days; else they are left out.
    `alarm_days` sets an alarm at nine in the morning that many days before.
    """
    import icalendar

    calendar = icalendar.Calendar()
    for name, value in (("prodid", "-//watchlist//watchlist//EN"), ("version", "2.0")):
        calendar.add(name, value)
    for name in ("name", "x-wr-calname"):
        calendar.add(name, "Film releases")
    kept: dict[str, Published] = {}
    written = 0
    for one in events:
        if not _is_kept(one, spans=spans):
            continue
        digest = hashlib.sha256(repr((one, alarm_days)).encode()).hexdigest()
        before = published.get(one.uid)
        if before is None or before.digest != digest:
            moment = now.astimezone(UTC).replace(microsecond=0)
            before = Published(digest, before.sequence + 1 if before else 0, moment.isoformat())
        kept[one.uid] = before
        calendar.add_component(_component(one, before, alarm_days))
        written += 1
    return Calendar(calendar.to_ical(), {**published, **kept}, written, len(events) - written)


def clean(event_: Event) -> Event:
    """Take control characters out of the texts of an event: calendars of others do not expect them."""
    return event_._replace(
        summary=_clean(event_.summary),
        description="\n".join(map(_clean, event_.description.split("\n"))),
        location=_clean(event_.location),
        url=event_.url if event_.url and event_.url.isascii() and event_.url.isprintable() else None,
    )


def _clean(text: str) -> str:
    return "".join(letter for letter in text if letter.isprintable())


def _is_kept(one: Event, *, spans: bool) -> bool:
    return one.first == one.last or (spans and (one.last - one.first).days <= _LONGEST_SPAN)


def _component(one: Event, published: Published, alarm_days: int | None) -> Any:
    import icalendar

    one = clean(one)
    moment = datetime.fromisoformat(published.changed)
    component = icalendar.Event()
    component.add("uid", one.uid)
    component.add("dtstamp", moment)
    component.add("last-modified", moment)
    component.add("sequence", published.sequence)
    component.add("dtstart", one.first)
    component.add("dtend", one.last + timedelta(days=1))
    component.add("summary", one.summary)
    component.add("description", one.description)
    component.add("location", one.location)
    component.add("status", one.status)
    component.add("transp", "TRANSPARENT")
    if one.url:
        component.add("url", one.url)
    if alarm_days is not None and one.status != "CANCELLED":
        alarm = icalendar.Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", one.summary)
        alarm.add("trigger", timedelta(hours=9) - timedelta(days=alarm_days))
        component.add_component(alarm)
    return component

"""iCalendar (RFC 5545, RFC 7986): each release is an all-day event that says how sure it is, and by whom."""

from collections.abc import Collection, Iterator
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from watchlist.domain.claim import Certainty
from watchlist.domain.countdown import ReleaseToday, State, releases_today
from watchlist.domain.entry import Entry, Status
from watchlist.domain.film import Film
from watchlist.services.preferences import Lacking, ReleaseChoice, chosen
from watchlist.services.transfer.export_request import ExportFile, ExportRequest, ExportResult, PublishedEvent, Wording

if TYPE_CHECKING:  # takes 50 ms, and no other format needs it
    import icalendar

_SEASON = 92
"""Days of the longest season; a longer event would hide all others in a calendar."""


class Event(NamedTuple):
    """A release in a calendar: all days from `first` to `last`, both included."""

    uid: str
    summary: str
    description: str
    first: date
    last: date
    status: str
    url: str | None
    location: str


def write(request: ExportRequest) -> ExportResult:
    """Write the releases of the wanted films; an event that has not changed keeps its sequence number and time stamp.

    Alarms are at nine in the morning, `alarm_days` before the first day.
    """
    import icalendar

    calendar = icalendar.Calendar()
    for name, value in (("prodid", "-//watchlist//watchlist//EN"), ("version", "2.0")):
        calendar.add(name, value)
    for name in ("name", "x-wr-calname"):
        calendar.add(name, "Film releases")
    events = sorted(_events(request), key=lambda event: event.uid)
    current = [event for event in events if request.past or event.last >= request.today]
    kept = [event for event in current if _is_kept(event, request)]
    gone = sorted(_gone(request, {event.uid for event in kept}), key=lambda event: event.uid)
    published = {event.uid: _publish(event, request) for event in (*kept, *gone)}
    for event in (*kept, *gone):
        calendar.add_component(_component(event, published[event.uid], request.alarm_days))
    vague = len(current) - len(kept)
    return ExportResult(
        (ExportFile(calendar.to_ical()),),
        messages=(_left_out_words(vague, request),) if vague else (),
        published={
            **_past(request),
            **{event.uid: _forgotten(published[event.uid]) for event in gone},
            **{event.uid: published[event.uid] for event in kept},
        },
    )


def _left_out_words(number: int, request: ExportRequest) -> str:
    dates = "1 vague date was" if number == 1 else f"{number:,} vague dates were"
    how = "to keep those of a season or less, leave out --no-spans" if not request.spans else "to add them: --vague"
    return f"{dates} left out; {how}."


def _gone(request: ExportRequest, kept: Collection[str]) -> Iterator[Event]:
    """Yield a cancellation for each event that this calendar had and no longer has; only once, see `_forgotten`."""
    for uid, event in request.published.items():
        if uid not in kept and event.first and event.last and event.last >= request.today:
            yield Event(uid, event.summary, "", event.first, event.last, "CANCELLED", None, "")


def _forgotten(event: PublishedEvent) -> PublishedEvent:
    """Forget the days of a cancelled event, but keep its sequence number: if it returns, it needs a higher one."""
    return PublishedEvent(event.digest, event.sequence, event.changed)


def _past(request: ExportRequest) -> dict[str, PublishedEvent]:
    """Return the past and the cancelled events, which are remembered in case they return."""
    events = request.published.items()
    return {uid: event for uid, event in events if event.last is None or event.last < request.today}


def _events(request: ExportRequest) -> Iterator[Event]:
    for entry, film in request.listed:
        if entry.status is Status.WANTED:
            choice = _chosen(entry, film, request)
            for one in choice.releases:
                yield from _event(film, one, choice.lacking, request.wording)


def _chosen(entry: Entry, film: Film, request: ExportRequest) -> ReleaseChoice:
    """Return the releases that were asked for, else those that the entry waits for or the user can watch."""
    releases = releases_today(film, request.today)
    if request.release_filter:
        return ReleaseChoice(tuple(one for one in releases if request.release_filter.admit(one.release.key)))
    return chosen(releases, entry.want, request.preferences)


def _event(film: Film, one: ReleaseToday, lacking: Lacking | None, wording: Wording) -> Iterator[Event]:
    """Yield the event of a release, if it has a date."""
    release, words = one.release, wording.event_words(film, one, lacking)
    span, status = release.span, "CONFIRMED"
    if one.countdown.state is State.CANCELLED and release.resolution.last is not None:
        span, status = release.resolution.last.span, "CANCELLED"
    elif lacking or not (release.span and release.span.day and release.certainty.rank >= Certainty.CONFIRMED.rank):
        status = "TENTATIVE"
    if span is None or span.earliest is None or span.latest is None:
        return
    yield Event(
        uid=_uid(film, one),
        summary=words["summary"],
        description=words["description"],
        first=span.earliest,
        last=span.latest,
        status=status,
        url=next((claim.source.url for claim in release.newest_first if claim.source.url), None),
        location=words["place"],
    )


def _uid(film: Film, one: ReleaseToday) -> str:
    """Return an event's id, from film, region, channel and service, so that it survives a change of date."""
    key = "/".join((film.id, one.release.key.region, str(one.release.key.channel), one.release.key.service or ""))
    return f"{_digest(key)[:32]}@watchlist.invalid"


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def _publish(event: Event, request: ExportRequest) -> PublishedEvent:
    """Return what to remember about an event, with a new sequence number and time stamp if its content has changed."""
    digest = _digest(repr((event, request.alarm_days)))
    before = request.published.get(event.uid)
    if before is not None and before.digest == digest:
        return before._replace(summary=event.summary, first=event.first, last=event.last)
    changed = request.now.astimezone(UTC).replace(microsecond=0).isoformat()
    sequence = before.sequence + 1 if before else 0
    return PublishedEvent(digest, sequence, changed, event.summary, event.first, event.last)


def _cleaned(event: Event) -> Event:
    """Remove control characters from the texts of an event; calendar programs do not expect them."""
    return event._replace(
        summary=_clean(event.summary),
        description="\n".join(map(_clean, event.description.split("\n"))),
        location=_clean(event.location),
        url=event.url if event.url and event.url.isascii() and event.url.isprintable() else None,
    )


def _clean(text: str) -> str:
    return "".join(letter for letter in text if letter.isprintable())


def _is_kept(event: Event, request: ExportRequest) -> bool:
    days = (event.last - event.first).days + 1
    return days == 1 or (request.spans and (request.vague or days <= _SEASON))


def _component(event: Event, published: PublishedEvent, alarm_days: int | None) -> "icalendar.Event":
    import icalendar

    event = _cleaned(event)
    moment = datetime.fromisoformat(published.changed)
    component = icalendar.Event()
    component.add("uid", event.uid)
    component.add("dtstamp", moment)
    component.add("last-modified", moment)
    component.add("sequence", published.sequence)
    component.add("dtstart", event.first)
    component.add("dtend", event.last + timedelta(days=1))
    component.add("summary", event.summary)
    for name, text in (("description", event.description), ("location", event.location)):
        if text:
            component.add(name, text)
    component.add("status", event.status)
    component.add("transp", "TRANSPARENT")
    if event.url:
        component.add("url", event.url)
    if alarm_days is not None and event.status != "CANCELLED":
        alarm = icalendar.Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", event.summary)
        alarm.add("trigger", timedelta(hours=9) - timedelta(days=alarm_days))
        component.add_component(alarm)
    return component

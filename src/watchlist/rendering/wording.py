"""The one place that puts dates, countdowns, certainty, places and counts into words."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from watchlist.domain.claim import UNSOURCED, Certainty, Channel, Claim, Source
from watchlist.domain.countdown import Countdown, State
from watchlist.domain.dates import Edtf, Precision, Span
from watchlist.domain.entry import Entry, Status, Want
from watchlist.domain.film import Film
from watchlist.domain.moves import Move, MoveKind
from watchlist.domain.names import fold
from watchlist.domain.people import Person
from watchlist.domain.region import WORLDWIDE
from watchlist.domain.release import Agreement, Release, ReleaseKey
from watchlist.domain.tastes import Dates
from watchlist.rendering.style import STYLE

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SEASONS = ("spring", "summer", "autumn", "winter")
_PARTS = {37: "early {}", 38: "mid-{}", 39: "late {}", 40: "first half of {}", 41: "second half of {}"}
_MANY_DAYS = 100
_CHANNELS = {
    Channel.PREMIERE: "premiere",
    Channel.LIMITED: "selected cinemas",
    Channel.THEATRICAL: "cinemas",
    Channel.DIGITAL: "streaming",
    Channel.PHYSICAL: "disc",
    Channel.TV: "TV",
}


def day_words(day: date) -> str:
    """Word a day in the style of the user's choice: 27 June 2024."""
    match STYLE.get().dates:
        case Dates.ISO:
            return day.isoformat()
        case Dates.MONTH:
            return f"{_MONTHS[day.month - 1]} {day.day}, {day.year}"
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def weekday_words(day: date) -> str:
    """Word a day with its weekday: Thursday 27 June 2024."""
    comma = "," if STYLE.get().dates is Dates.MONTH else ""
    return f"{_WEEKDAYS[day.weekday()]}{comma} {day_words(day)}"


def date_words(shown: Edtf | None, span: Span | None = None, *, weekday: bool = False) -> str:
    """Word a date exactly as precisely as it is; `span` tells in which years a season of its hemisphere lies."""
    if shown is None:
        return "no date"
    if shown.is_tba:
        return "TBA"
    if shown.precision is Precision.INTERVAL:
        return _interval_words(shown)
    words = _part_words(shown, span or shown.span(), weekday=weekday)
    return f"{_QUALIFIERS[shown.text[-1]]} {words}" if shown.qualified else words


_QUALIFIERS = {"?": "perhaps", "~": "about", "%": "perhaps about"}


def _part_words(shown: Edtf, span: Span, *, weekday: bool) -> str:
    year = shown.text[:4]
    if span.day:
        return weekday_words(span.day) if weekday else day_words(span.day)
    if shown.precision is Precision.MONTH and span.earliest:
        return month_words(span.earliest)
    if shown.precision is Precision.YEAR:
        return year
    if shown.precision in (Precision.DECADE, Precision.CENTURY):
        return f"{year.replace('X', '0')}s"
    number = int(shown.text[5:7])
    if shown.precision is Precision.SEASON:
        crosses = span.earliest and span.latest and span.earliest.year != span.latest.year
        return f"{_SEASONS[(number - 21) % 4]} {year}" + (f"/{(int(year) + 1) % 100:02}" if crosses else "")
    if shown.precision is Precision.QUARTER:
        return f"Q{number - 32} {year}"
    return _PARTS[number].format(year)


def _interval_words(shown: Edtf) -> str:
    start, _, end = shown.text.partition("/")
    span = shown.span()
    if span.earliest is None:
        return f"by {date_words(Edtf.parse(end))}"
    if span.latest is None:
        return f"from {date_words(Edtf.parse(start))}"
    first, last = date_words(Edtf.parse(start)), date_words(Edtf.parse(end))
    if (span.earliest.year, span.earliest.month) == (span.latest.year, span.latest.month):
        return _days_of_month(span.earliest, span.latest)
    if STYLE.get().dates is Dates.DAY and start[:4] == end[:4]:
        first = first.removesuffix(f" {end[:4]}")
    return f"{first} – {last}"


def _days_of_month(first: date, last: date) -> str:
    match STYLE.get().dates:
        case Dates.ISO:
            return f"{first.isoformat()} – {last.isoformat()}"
        case Dates.MONTH:
            return f"{_MONTHS[first.month - 1]} {first.day}–{last.day}, {last.year}"
    return f"{first.day}–{day_words(last)}"


def month_words(day: date) -> str:
    """Word the month of a day: June 2024."""
    return f"{day:%Y-%m}" if STYLE.get().dates is Dates.ISO else f"{_MONTHS[day.month - 1]} {day.year}"


def last_date_words(release: Release, *, weekday: bool = False) -> str:
    """Word the date of a release, or the last one it had; for drawings, which strike a lost date through."""
    last = release.resolution.last
    if last is not None:
        return date_words(last.date, last.span)
    if release.date is None and release.certainty is Certainty.RELEASED:
        return "day unknown"
    return date_words(release.date, release.span, weekday=weekday)


def release_date_words(release: Release, *, weekday: bool = False) -> str:
    """Word the date of a release; a lost one as "was 27 June 2024"."""
    words = last_date_words(release, weekday=weekday)
    return f"was {words}" if release.resolution.last else words


def countdown_words(one: Countdown, span: Span | None, today: date) -> str:
    """Word a countdown, in whole calendar days."""
    match one.state:
        case State.CANCELLED:
            return "cancelled"
        case State.UNDATED:
            return "no date yet"
        case State.OVERDUE:
            return "overdue, no release reported"
        case State.OUT:
            return _out_words(one)
        case State.DUE:
            if one.days == one.days_latest == 0:
                return "today"
            latest = span.latest if span else None
            return "any day now" if latest is None else f"any day now, by {_short_day(latest, today)}"
        case State.DATED:
            return _ahead_words(one)


def _ahead_words(one: Countdown) -> str:
    if one.days == one.days_latest:
        return "tomorrow" if one.days == 1 else f"in {one.days:,} days"
    return f"in {one.days:,}+ days" if one.days_latest is None else f"in {one.days:,}–{one.days_latest:,} days"


def _out_words(one: Countdown) -> str:
    if one.days is None or one.days_latest is None or one.days_latest >= 0:
        return "out now"
    if one.days != one.days_latest:
        return "out"
    ago = -one.days
    if ago < _MANY_DAYS:
        return f"out {count(ago, 'day')} ago"
    years = ago // 365
    return f"out {count(years, 'year')} ago" if years else f"out {count(ago // 30, 'month')} ago"


def _short_day(day: date, today: date) -> str:
    words = day_words(day)
    return words if day.year != today.year else words.removesuffix(f" {day.year}").removesuffix(f", {day.year}")


def channel_words(channel: Channel) -> str:
    """Word how a release reaches people: cinemas, streaming, disc."""
    return _CHANNELS[channel]


def place_words(key: ReleaseKey) -> str:
    """Word where and how: "Netflix, worldwide", "cinemas, US", "premiere at Sundance, US"."""
    how = _CHANNELS[key.channel]
    if key.service:
        how = key.service if key.channel in (Channel.DIGITAL, Channel.TV) else f"{how} ({key.service})"
    yours = " (yours)" if key.service and fold(key.service) in STYLE.get().services else ""
    return f"{how}, {'worldwide' if key.region == WORLDWIDE else key.region}{yours}"


def want_words(want: Want) -> str:
    """Word what an entry waits for: "cinemas, JP"."""
    parts = (_CHANNELS[want.channel] if want.channel else "", want.service or "", want.region or "")
    return ", ".join(part for part in parts if part)


def entry_words(entry: Entry, *, rated: bool = True) -> str:
    """Word what the user did with a film; `rated` includes the rating."""
    seen = viewings_words(entry) if entry.viewings or entry.undated_viewings else ""
    if entry.status is Status.WATCHED and seen:
        parts = [f"watched{seen.removeprefix('seen')}"]
    else:
        status = status_words(entry) + (f" ({want_words(entry.want)})" if entry.want else "")
        parts = [part for part in (status, seen) if part]
    if entry.rating and rated:
        parts.append(rating_words(entry.rating))
    if entry.tags:
        parts.append("tagged " + ", ".join(entry.tags))
    if entry.added:
        parts.append(f"added on {day_words(entry.added)}")
    parts += [entry.note] if entry.note else []
    return "; ".join((*parts, *diary_words(entry)))


def status_words(entry: Entry) -> str:
    """Word what the user means to do with a film, or has done."""
    return "wanted again" if entry.is_wanted_again else str(entry.status)


def diary_words(entry: Entry) -> Iterator[str]:
    """Word what is noted about single viewings, if the rest of the entry does not say it."""
    first = min(entry.viewings, default=None)
    for viewing in entry.diary:
        is_first = viewing.day is None or viewing.day == first
        said = (
            "seen before" if viewing.rewatch and is_first and not entry.undated_viewings else "",
            rating_words(viewing.rating) if viewing.rating and viewing.rating != entry.rating else "",
            " ".join(viewing.review.split()) if viewing.review else "",
        )
        if words := ", ".join(part for part in said if part):
            yield f"{day_words(viewing.day)}: {words}" if viewing.day else words


def viewings_words(entry: Entry) -> str:
    """Word when a film was seen: "seen on 1 May 2020, and once on an unknown day"."""
    *earlier, last = _days_seen(entry) or [""]
    days, undated = f"{', '.join(earlier)} and {last}" if earlier else last, entry.undated_viewings
    if not undated:
        return f"seen on {days}"
    if not days:
        return "seen on an unknown day" if undated == 1 else f"seen {undated} times on unknown days"
    return f"seen on {days}, and {'once on an unknown day' if undated == 1 else f'{undated} times on unknown days'}"


def _days_seen(entry: Entry) -> list[str]:
    """Word each day on which a film was seen, and how often if more than once."""
    times = Counter(entry.seen_on)
    return [day_words(day) + {1: "", 2: " (twice)"}.get(times[day], f" ({times[day]} times)") for day in entry.viewings]


def agreement_words(release: Release) -> str:
    """Say how many publishers support the date, or which other dates there are."""
    if release.agreement is Agreement.CONFLICT:
        others = dict.fromkeys(date_words(claim.date, claim.span) for claim in release.conflicting)
        return f"sources differ: {', '.join(others)}" if others else "sources differ"
    if not release.agreeing:
        return "no source"
    if release.agreeing == (UNSOURCED.publisher,):
        return UNSOURCED.publisher
    number = len(release.agreeing)
    return "1 source" if number == 1 else f"{number} sources agree"


def moved_words(release: Release) -> str:
    """Sum up how often and how far the date moved; empty if it never did."""
    moves = release.moves
    shifts = [move for move in moves if move.kind.is_shift or (move.kind is MoveKind.RELEASED and move.days)]
    words = []
    if shifts:
        total = sum(move.days or 0 for move in shifts)
        often = "moved" if len(shifts) == 1 else f"moved {len(shifts)} times"
        words.append(f"{often}, {shift_words(total)}" if total else often)
    lost = sum(1 for move in moves if move.kind is MoveKind.UNDATED and move.before)
    if lost:
        words.append("lost its date" if lost == 1 else f"lost its date {lost} times")
    return "; ".join(words)


def move_words(move: Move) -> str:
    """Word one change of a date."""
    to = date_words(move.after)
    match move.kind:
        case MoveKind.CERTAINTY:
            return f"{to}: now {move.claim.certainty}"
        case MoveKind.PRECISION:
            return f"narrowed to {to}"
        case MoveKind.SLIP | MoveKind.MOVED_UP:
            verb = "slipped" if move.kind is MoveKind.SLIP else "moved up"
            return f"{verb} to {to}" + (f" ({signed_words(move.days)})" if move.days else "")
        case MoveKind.UNDATED:
            return f"lost its date ({date_words(move.before)})" if move.before else "no date given"
        case MoveKind.CANCELLED:
            return "cancelled"
        case MoveKind.RELEASED:
            return "released" if move.after is None else f"released: {to}"
        case MoveKind.RUMOURED | MoveKind.SPECULATED | MoveKind.ANNOUNCED | MoveKind.CONFIRMED:
            return f"{move.kind}: {to}"


def shift_words(days: int, times: int = 1) -> str:
    """Word how far a date moved: "364 days later", "31 days earlier, in 2 steps"."""
    way = "later" if days >= 0 else "earlier"
    return f"{count(abs(days), 'day')} {way}" + (f", in {times} steps" if times > 1 else "")


def signed_words(days: int | None) -> str:
    """Word how far a date moved: "+364 days"."""
    number = days or 0
    return f"{number:+,} {'day' if abs(number) == 1 else 'days'}".replace("-", "\u2212")


def reported_words(claim: Claim) -> str:
    """Say when a claim was made, as far as that is known."""
    if claim.reported is None:
        return "day unknown"
    span = claim.reported.span()
    if claim.reported.precision is not Precision.INTERVAL or span.latest is None:
        return date_words(claim.reported)
    latest = day_words(span.latest)
    return f"between {_short_day(span.earliest, span.latest)} and {latest}" if span.earliest else f"by {latest}"


def source_words(source: Source) -> str:
    """Name a source: publisher, author if known, and the record that cites it."""
    by = f" ({source.author})" if source.author else ""
    return f"{source.publisher}{by}{_via_words(source)}"


def publisher_words(source: Source) -> str:
    """Name a source by its publisher, and the record that cites it: "Deadline, via Wikidata"."""
    return f"{source.publisher}{_via_words(source)}"


def _via_words(source: Source) -> str:
    return f", via {source.via}" if source.via else ""


def film_words(film: Film) -> str:
    """Name a film with its year: "Drawing Closer (2024)"."""
    title = title_words(film)
    return f"{title} ({film.year})" if film.year else title


def title_words(film: Film) -> str:
    """Return the title that the user wants to see first."""
    return (film.original_title or film.title) if STYLE.get().original_titles else film.title


def other_title_words(film: Film) -> str:
    """Return the other one of the English and the original title; empty if they are the same."""
    other = film.title if STYLE.get().original_titles else film.original_title
    return other if other and other != title_words(film) else ""


def person_words(name: str, people: Mapping[str, Person]) -> str:
    """Name a person, the family name first if the user prefers that and it is known."""
    person = people.get(name) if STYLE.get().family_first else None
    if person is None or not person.family or not name.endswith(f" {person.family}"):
        return name
    return f"{person.family} {name.removesuffix(person.family).strip()}"


def rating_words(rating: int) -> str:
    """Word half stars as stars: 9 is 4½."""
    whole, half = divmod(rating, 2)
    return f"{whole or ''}{'½' if half else ''} of 5 stars"


def stars_words(rating: int) -> str:
    """Draw half stars as stars: 9 is ★★★★½."""
    whole, half = divmod(rating, 2)
    return "★" * whole + "½" * half


def count(number: int, noun: str) -> str:
    """Count things: "1 film", "3 films"."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def duplicate_words(entries: Sequence[Entry]) -> str:
    """Say that some entries are of one film, and how to join the first two."""
    first, other = entries[:2]
    same = f"{first.title} is on your list twice"
    two = f"{first.title} and {other.title} on your list are the same film"
    words = same if fold(first.title) == fold(other.title) else two
    return f"{words}. To join them: watchlist film join {first.id} {other.id}"


def lookalike_words(film: Film, other: Film) -> str:
    """Say that two films may be the same, and how to join them."""
    return (
        f"{film_words(film)} ({film.id}) may be the same film as {film_words(other)} ({other.id}). "
        f"To join them: watchlist film join {film.id} {other.id}"
    )

"""Words for the formats that people read elsewhere: calendars, Markdown, HTML."""

from collections.abc import Sequence
from datetime import date

from watchlist.domain.countdown import ReleaseToday
from watchlist.domain.entry import Entry
from watchlist.domain.film import Film
from watchlist.rendering import wording
from watchlist.rendering.age_words import certainty_words, lacking_words
from watchlist.services.preferences import Lacking
from watchlist.services.transfer.export_request import PageRow
from watchlist.services.upcoming import Upcoming, UpcomingFilm

_NEAR = 30
"""Days; a release within this time is marked."""


def page_rows(result: Upcoming) -> tuple[PageRow, ...]:
    """Word upcoming films, one row per film."""
    rows = []
    for one in result.films:
        release = one.shown.release if one.shown else None
        span = release.span if release else None
        original = one.film.original_title if one.film.original_title != one.film.title else None
        rows.append(
            PageRow(
                title=wording.film_words(one.film),
                original_title=original or "",
                day=wording.release_date_words(release, weekday=True) if release else "no date yet",
                countdown=_countdown(one, result.today),
                place=wording.place_words(release.key) if release else "",
                sureness=_sureness(one.shown, result.today),
                earliest=span.earliest if span else None,
                latest=span.latest if span else None,
                is_near=_is_near(one),
                moved=wording.moved_words(release) if release else "",
            )
        )
    return tuple(rows)


def noted_words(films: Sequence[tuple[Entry, Film]]) -> tuple[str, ...]:
    """Word what the user noted about films, one line per film."""
    return tuple(
        _listed(
            wording.film_words(film),
            wording.rating_words(entry.rating) if entry.rating else "",
            f"tagged {', '.join(entry.tags)}" if entry.tags else "",
        )
        for entry, film in films
    )


def watched_words(films: Sequence[tuple[Entry, Film]]) -> tuple[str, ...]:
    """Word the films that were watched, one line per film."""
    return tuple(
        _listed(
            wording.film_words(film),
            " and ".join(map(wording.day_words, entry.viewings)),
            wording.rating_words(entry.rating) if entry.rating else "",
        )
        for entry, film in films
        if entry.times_seen
    )


def _listed(*parts: str) -> str:
    return ", ".join(filter(None, parts))


def event_words(film: Film, one: ReleaseToday, lacking: Lacking | None) -> dict[str, str]:
    """Word a release for a calendar: what it is, where, how sure, who says so, and how it moved."""
    release = one.release
    stale = f", stale: last heard on {wording.day_words(release.last_heard)}" if one.stale else ""
    lines = [
        lacking_words(lacking),
        f"{wording.release_date_words(release, weekday=True)}, {release.certainty}{stale}",
        wording.agreement_words(release),
        wording.moved_words(release),
        *(
            f"{wording.source_words(claim.source)}: {wording.date_words(claim.date, claim.span)}, {claim.certainty}"
            for claim in release.newest_first
            if claim.date
        ),
    ]
    place = wording.place_words(release.key)
    return {"summary": f"{film.title} ({place})", "description": "\n".join(filter(None, lines)), "place": place}


def _is_near(one: UpcomingFilm) -> bool:
    """Return whether the user's own release comes within a month, and its date is not stale."""
    latest = one.shown.countdown.days_latest if one.shown and not one.shown.stale and not one.lacking else None
    return latest is not None and 0 <= latest <= _NEAR


def _countdown(one: UpcomingFilm, today: date) -> str:
    if one.shown is None:
        return ""
    words = wording.countdown_words(one.shown.countdown, one.shown.release.span, today)
    return "; ".join(part for part in (lacking_words(one.lacking), words) if part)


def _sureness(shown: ReleaseToday | None, today: date) -> str:
    if shown is None:
        return ""
    parts = (certainty_words(shown, today), wording.agreement_words(shown.release))
    return "; ".join(part for part in parts if part)

"""Words for the formats that people read elsewhere: calendars, Markdown, HTML."""

from collections.abc import Sequence

from watchlist.domain.countdown import ReleaseToday
from watchlist.domain.entry import Entry
from watchlist.domain.film import Film
from watchlist.rendering import wording
from watchlist.services.transfer.export_request import PageRow
from watchlist.services.upcoming import Upcoming

_NEAR = 30
"""Days: a date that comes within them is marked."""


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
                countdown=wording.countdown_words(one.shown.countdown, span, result.today) if one.shown else "",
                place=wording.place_words(release.key) if release else "",
                sureness=_sureness(one.shown),
                earliest=span.earliest if span else None,
                latest=span.latest if span else None,
                is_near=bool(span and span.latest and 0 <= (span.latest - result.today).days <= _NEAR),
                moved=wording.moved_words(release) if release else "",
            )
        )
    return tuple(rows)


def noted_words(films: Sequence[tuple[Entry, Film]]) -> tuple[str, ...]:
    """Word what the user noted about films, one line per film."""
    return tuple(
        ", ".join(
            part
            for part in (
                wording.film_words(film),
                wording.rating_words(entry.rating) if entry.rating else "",
                f"tagged {', '.join(entry.tags)}" if entry.tags else "",
            )
            if part
        )
        for entry, film in films
    )


def watched_words(films: Sequence[tuple[Entry, Film]]) -> tuple[str, ...]:
    """Word the films that were watched, one line per film."""
    return tuple(
        ", ".join(
            part
            for part in (
                wording.film_words(film),
                " and ".join(map(wording.day_words, entry.viewings)),
                wording.rating_words(entry.rating) if entry.rating else "",
            )
            if part
        )
        for entry, film in films
        if entry.times_seen
    )


def event_words(film: Film, one: ReleaseToday) -> dict[str, str]:
    """Word a release for a calendar: what it is, where, how sure, who says so, and how it moved."""
    release = one.release
    lines = [
        f"{wording.release_date_words(release, weekday=True)}, {release.certainty}",
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


def _sureness(shown: ReleaseToday | None) -> str:
    if shown is None:
        return ""
    release = shown.release
    parts = (str(release.certainty), wording.agreement_words(release))
    return "; ".join(part for part in parts if part)

"""Which dates of a sentence count: those that are not part of a name, and do not repeat another one."""

import re

from watchlist.domain.claim import Channel
from watchlist.services.article.date_finding import DateMention, Form, find_dates
from watchlist.services.article.places import find_places
from watchlist.services.article.titles import FilmMention

WHOLE_DAYS = (Form.DAY, Form.NUMERIC, Form.ISO)
_SHORTEST_GAP = 3
_TIED = re.compile(r"[\s,;(–—-]*(?:(?:for|on|in time for|over|in|the|that is|i\.e\.)\s+)*")
_WHEN_TAKEN_OFF = re.compile(r"\s+(?:back |again |late |last )?(?:in|on)\s+(?:the )?")


def dates_that_count(text: str, films: tuple[FilmMention, ...]) -> tuple[DateMention, ...]:
    """Return the dates of a sentence that are not part of a title or a name, and do not repeat the one before."""
    found = (one for one in find_dates(text) if not any(film.start <= one.start < film.end for film in films))
    dates = tuple(one for one in found if not _names_a_festival(text, one))
    return _without_echoes(
        text, tuple(one for one in dates if one.form is not Form.NONE or _speaks_of_a_date(text, one))
    )


def _speaks_of_a_date(text: str, none: DateMention) -> bool:
    """Return whether words such as "has not been announced" are about a date."""
    said = text[none.start : none.end].lower().replace("’", "'")
    if "not been" not in said and "n't been" not in said:
        return True
    return "date" in said or re.search(r"(?i)\b(?:dates?|release|when|opening)\b", text[: none.start]) is not None


def _without_echoes(text: str, dates: tuple[DateMention, ...]) -> tuple[DateMention, ...]:
    """Leave out repetitions, "Nov. 25, for Thanksgiving", and the day on which a film was taken off the calendar."""
    kept: list[DateMention] = []
    for one in dates:
        last = kept[-1] if kept else None
        gap = text[last.end : one.start] if last else "-"
        if last and last.form is Form.NONE:
            if _WHEN_TAKEN_OFF.fullmatch(gap):
                continue
            if len(gap) < _SHORTEST_GAP:
                kept.pop()
        elif last and _TIED.fullmatch(gap):
            if one.form is Form.HOLIDAY and last.form in WHOLE_DAYS:
                continue
            if last.form in (Form.HOLIDAY, Form.WEEKDAY, Form.NEAR, Form.OFFSET) and one.form in WHOLE_DAYS:
                kept[-1] = one._replace(start=last.start)
                continue
        kept.append(one)
    return tuple(kept)


def _names_a_festival(text: str, one: DateMention) -> bool:
    """Return whether a year is part of a name: "the 2026 Sundance Film Festival", "Tribeca 2026"."""
    if one.form is not Form.YEAR:
        return False
    festivals = [place for place in find_places(text) if place.channel is Channel.PREMIERE]
    return any(one.end < place.start <= one.end + 12 or 0 < one.start - place.end < 3 for place in festivals)

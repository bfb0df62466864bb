"""What a sentence claims: each date with its film, place and certainty, or why it is not clear.

The words around a date decide what it means (`cues`): those in its own part of the sentence, the
nearest first. What is not said there is taken from the part before it in the same sentence.
"""

import re
from collections.abc import Iterator

from watchlist.domain.claim import Certainty
from watchlist.domain.dates import Edtf
from watchlist.services.article.article_claim import ArticleClaim, Context
from watchlist.services.article.certainty import hedge
from watchlist.services.article.clauses import split_parts
from watchlist.services.article.cue_of_date import cue_of
from watchlist.services.article.cues import Cue, find_cues
from watchlist.services.article.date_finding import Form
from watchlist.services.article.date_reading import read_date
from watchlist.services.article.dated_words import DatedWords, SentenceState
from watchlist.services.article.film_of_date import films_of
from watchlist.services.article.page import Kind
from watchlist.services.article.place_of_date import place_of
from watchlist.services.article.places import find_places
from watchlist.services.article.repeats import finest
from watchlist.services.article.sentence_dates import dates_that_count
from watchlist.services.article.sentence_words import AFTER, NOT_ABOUT_FILM, NOT_BEFORE
from watchlist.services.article.states import STATES, in_passing, part_called_off, state_alone
from watchlist.services.article.titles import FilmMention
from watchlist.services.article.years import Reference

_LONG_PAST = 60
"""Days: a date worded as a future one, but this long before the article, is a date that was given up."""


def sentence_claims(
    text: str, films: tuple[FilmMention, ...], context: Context, *, kind: Kind
) -> Iterator[ArticleClaim]:
    """Yield the claims of a sentence. `films` are those that it names, `context` is that of its section."""
    if NOT_ABOUT_FILM.search(text):
        return
    dates = dates_that_count(text, films)
    if not dates and not STATES.search(text) and hedge(text) is not Certainty.CANCELLED:
        yield from _in_passing(text, films, context, kind)
        return
    called_off = part_called_off(text)
    if called_off:
        start, end = called_off
        dates = tuple(one for one in dates if one.form is Form.NONE or not start <= one.start < end)
    cues, places = find_cues(text), find_places(text)
    state = SentenceState()
    found: list[ArticleClaim] = []
    parts = split_parts(text, dates)
    for part in parts:
        words = DatedWords(text, part, films, cues, places, context, kind, alone=len(parts) == 1)
        claims, state = _read(words, state)
        found += claims
    if not found or called_off:
        found += state_alone(text, films, places, context)
    yield from finest(found)
    yield from _in_passing(text, films, context, kind)


def _in_passing(text: str, films: tuple[FilmMention, ...], context: Context, kind: Kind) -> Iterator[ArticleClaim]:
    """Yield the years beside film titles, except in headings, where they only say which film is meant."""
    if kind is not Kind.HEADING:
        yield from in_passing(text, films, context)


def _read(words: DatedWords, before: SentenceState) -> tuple[list[ArticleClaim], SentenceState]:
    """Return what a date claims, if anything, and the state for the next date of the sentence."""
    cue = cue_of(words, before)
    past = cue is Cue.RELEASED or (cue in (Cue.OTHER, Cue.REPORT) and not _ahead(words))
    is_before = AFTER.search(words.left()) is not None and before.date is not None
    reference = words.context.reference._replace(past=past, previous=before.date, is_before=is_before)
    reference = reference._replace(before=before.named or reference.before)
    film, *company = films_of(words, before)
    if cue is Cue.EITHER:
        reference = _around_today(reference)
    elif cue is Cue.RELEASE and film and reference.previous is None:
        reference = _near_first_date(reference, words.context.first_dates.get(film))
    date = read_date(words.part.date, _order(words, reference))
    cue = _settled(words, cue, date)
    if date and not date.is_tba and NOT_BEFORE.search(words.left()) and "/" not in date.text:
        date = Edtf.parse(f"{date.text}/..")
    place = place_of(words, before)
    counts = date and not date.is_tba and cue in (Cue.RELEASE, Cue.RELEASED, Cue.GIVEN_UP)
    after = SentenceState(film, place, cue, date if counts else before.date, words.part.date.end, _hedge(words), date)
    if cue not in (Cue.RELEASE, Cue.RELEASED):
        return [], after._replace(hedged=None)
    if cue is Cue.RELEASE and _is_long_past(words, date):
        return [], after._replace(hedged=None)
    certainty = _certainty(words, cue, date, before)
    regions = place.regions if place else ()
    said = words.text[words.part.date.start : words.part.date.end]
    why = "" if date else "which day"
    channel, service = (place.channel, place.service) if place else (None, None)
    claim = ArticleClaim(film, None, channel, service, date, said, certainty, words.text, why)
    return [claim._replace(region=region, film=one) for one in (film, *company) for region in regions or (None,)], after


def _settled(words: DatedWords, cue: Cue | None, date: Edtf | None) -> Cue | None:
    """Decide by the article's day whether a release that may be past or future (`Cue.EITHER`) is past."""
    if cue is not Cue.EITHER:
        return cue
    today, first = words.context.reference.today, date.span().earliest if date else None
    return Cue.RELEASED if today and first and first <= today else Cue.RELEASE


def _is_long_past(words: DatedWords, date: Edtf | None) -> bool:
    """Return whether a date worded as a future one was long past on the article's day: then it is not a release."""
    today, span = words.context.reference.today, date.span() if date else None
    if today is None or span is None or span.latest is None or not words.has_verb():
        return False
    return (today - span.latest).days > _LONG_PAST


def _ahead(words: DatedWords) -> bool:
    return re.search(r"\b(?:will|to|begins?|starts?|next|this coming)\b", words.left()) is not None


def _order(words: DatedWords, reference: Reference) -> Reference:
    """Read the month first in a short numeric date beside "US", whatever the order in the rest of the article."""
    nearby = [one for one in words.places if words.part.left[0] <= one.start < words.part.date.start and one.regions]
    if nearby and nearby[-1].regions[0] == "US" and words.part.date.form is Form.SHORT_NUMERIC:
        return reference._replace(day_first=False)
    return reference


def _hedge(words: DatedWords) -> Certainty | None:
    return hedge(words.text[words.part.left[0] : words.part.right[1]])


def _certainty(words: DatedWords, cue: Cue, date: Edtf | None, before: SentenceState) -> Certainty:
    today = words.context.reference.today
    first = date.span().earliest if date else None
    if cue is Cue.RELEASED and (first is None or today is None or first <= today):
        return Certainty.RELEASED
    if cue is Cue.RELEASE and date and not words.has_verb() and _is_over(date, words.context.reference):
        return Certainty.RELEASED
    level = _hedge(words)
    if level is Certainty.CANCELLED and date and not date.is_tba:
        level = None
    if level is None and before.hedged is not Certainty.CONFIRMED and not re.search(r"[;]|\bbut\b", words.left()):
        level = before.hedged
    if level is None:
        level = hedge(words.text[: words.part.left[0]]) if _is_reported(words) else None
    return level or Certainty.ANNOUNCED


def _is_reported(words: DatedWords) -> bool:
    return re.match(r"[^.;]{0,80}\bthat\b", words.text) is not None


def _around_today(reference: Reference) -> Reference:
    """Read a day without a year as the one nearest to the article's day, before or after it."""
    if reference.previous or reference.today is None:
        return reference
    return reference._replace(previous=Edtf.of(reference.today))


_FAR = 250
"""Days: if a film's first date is further ahead of the article than this, its other dates are near that one."""


def _near_first_date(reference: Reference, first_date: Edtf | None) -> Reference:
    """Read a day without a year near the film's first date in the article, if that is far ahead."""
    first = first_date.span().earliest if first_date else None
    is_far = first is not None and reference.today is not None and (first - reference.today).days > _FAR
    return reference._replace(previous=first_date) if is_far else reference


def _is_over(date: Edtf, at: Reference) -> bool:
    day = date.span().day
    return day is not None and at.today is not None and day < at.today

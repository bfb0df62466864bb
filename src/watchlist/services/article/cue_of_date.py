"""What a date is, by the words around it: a release, a date that was given up, something else; the nearest decide."""

import re

from watchlist.services.article.cues import DATE_NOUN, MOVES, Cue, Found
from watchlist.services.article.date_finding import Form
from watchlist.services.article.dated_words import DatedWords, SentenceState
from watchlist.services.article.page import Kind
from watchlist.services.article.sentence_dates import WHOLE_DAYS
from watchlist.services.article.sentence_words import (
    FIELD,
    FROM,
    GIVES_UP_FOR,
    QUOTED_ALONE,
    STAMP,
    SUBJECT_OF,
    TO_COME,
    TOLD_OF,
)

_MOST_IN_LIST = 16
"""Words; in list items up to this long, a date is a release even without a verb."""
_LABELS = (
    (STAMP, Cue.OTHER),
    (FIELD, Cue.EITHER),
    (re.compile(r"\b(?:was|were)\s+$"), Cue.GIVEN_UP),
)


def cue_of(words: DatedWords, before: SentenceState) -> Cue | None:
    """Return what a date is, by the nearest words before it, else by those after it; None if nothing tells.

    `before` is what the dates before it in the sentence led to.
    """
    start = words.part.date.start
    left = words.left()
    inside = [cue for cue in words.cues if words.part.left[0] <= cue.start and cue.end <= start + 1]
    labelled = next((cue for label, cue in _LABELS if label.search(left)), None)
    if labelled:
        return labelled
    if before.cue is Cue.GIVEN_UP and _takes_its_place(words):
        return Cue.RELEASE
    if words.part.date.form is Form.NONE:
        return Cue.RELEASE if not any(one.cue is Cue.OTHER for one in inside) else Cue.OTHER
    if DATE_NOUN.match(words.right()) and not any(one.cue in (Cue.GIVEN_UP, Cue.OTHER) for one in inside[-2:]):
        return None if FROM.search(left) and _moves(words) else Cue.RELEASE
    if FROM.search(left) and _moves(words):
        return Cue.GIVEN_UP
    if _is_moved_to(words) or (words.in_brackets_of_a_country() and words.is_to_come()):
        return Cue.RELEASE
    nearest = _weighed(words, inside)
    if nearest is not None:
        return nearest
    is_new = before.cue is Cue.GIVEN_UP and _is_of_another(words)
    if before.cue and before.at and not is_new and _GOES_ON.fullmatch(left):
        return before.cue if before.cue is not Cue.REPORT else None
    return _cue_after(words)


_ANSWERS = re.compile(r"\W*(?:(?:From|On|In|This|Yes,? (?:from|on|in))\s+)?")
_GOES_ON = re.compile(r"(?s)[\s,;)]*(?:(?:and|then|before|with|followed by|but|or|to|until)\b)?[^.;]{0,60}")
_TO = re.compile(
    r"\b(?:to|until|till|into)\s+(?:(?:the |a |its )?[“\"‘']?|(?:a )?(?:wide|limited|nationwide|digital|streaming)(?: release)? (?:on )?)$"
)


def _takes_its_place(words: DatedWords) -> bool:
    """Return whether the date replaces the one before it, which the film gave up."""
    to = re.match(r"\s*(?:\w+\s+){0,3}(?:to|until|into)\s+(?:the |a )?[“\"‘']?$", words.left())
    return to is not None or GIVES_UP_FOR.search(words.text[: words.part.date.start]) is not None


def _is_moved_to(words: DatedWords) -> bool:
    """Return whether a release moves to the date: "from limited on November 6 to wide on November 20"."""
    date = words.part.date
    leads_to = _TO.search(words.left()) or re.match(r"(?:to|until)\b", words.text[date.start : date.end])
    return leads_to is not None and MOVES.search(words.text[: date.start]) is not None


def _is_of_another(words: DatedWords) -> bool:
    """Return whether the words before the date start a new statement: after a semicolon, or with a film."""
    start = words.part.left[0]
    return ";" in words.left() or any(start <= one.start < words.part.date.start for one in words.films)


def _moves(words: DatedWords) -> bool:
    return (
        MOVES.search(words.text[: words.part.date.start]) is not None
        or re.match(r"\s+(?:to|until)\b", words.right()) is not None
    )


def _weighed(words: DatedWords, inside: list[Found]) -> Cue | None:
    """Return the last cue before the date; but words such as "originally" outweigh a word of release after them."""
    if not inside:
        return None
    last = inside[-1]
    if last.cue is Cue.RELEASED and TO_COME.search(words.text[: last.start]):
        last = last._replace(cue=Cue.RELEASE)
    if last.cue is Cue.REPORT:
        gap = words.text[last.end : words.part.date.start]
        return (
            Cue.REPORT if len(gap) < 40 and not re.search(r"\b(?:for|that|as)\b", gap) else _weighed(words, inside[:-1])
        )
    clause = [
        one
        for one in inside[-4:]
        if not re.search(
            r"[;]|, (?:and|but|now|then)|\b(?:but|and is now|and now|now)\b", words.text[one.end : last.start]
        )
    ]
    if last.cue in (Cue.RELEASE, Cue.RELEASED) and any(one.cue is Cue.GIVEN_UP for one in clause):
        return Cue.GIVEN_UP if "now" not in words.text[last.start : words.part.date.start].split() else last.cue
    if last.cue in (Cue.RELEASE, Cue.RELEASED) and len(inside) > 1:
        gap = words.text[inside[-2].end : last.start]
        for film in words.films:
            if inside[-2].end <= film.start and film.end <= last.start:
                gap = gap.replace(words.text[film.start : film.end], "")
        told_of = TOLD_OF.search(words.text[: inside[-2].end])
        if inside[-2].cue is Cue.OTHER and not told_of and SUBJECT_OF.fullmatch(gap):
            return Cue.OTHER
        if inside[-2].cue is Cue.RELEASED and len(gap) < 30 and not re.search(r"[,;]|\band\b", gap):
            return Cue.RELEASED
    return last.cue


def _cue_after(words: DatedWords) -> Cue | None:
    """Return the first cue after the date, used if there is none before it; some lists and headings need none."""
    after = [cue for cue in words.cues if words.part.date.end <= cue.start < words.part.right[1]]
    if after and not (words.kind in (Kind.ITEM, Kind.HEADING, Kind.ROW) and after[0].cue is Cue.REPORT):
        return after[0].cue
    named = any(film.end <= words.part.date.start or film.start >= words.part.date.end for film in words.films)
    quoted = QUOTED_ALONE.search(words.left()) and re.match(r"[.,]?[”\"’']", words.right())
    if quoted and words.context.is_list and words.context.film:
        return Cue.RELEASE
    if (
        words.context.is_list
        and words.context.film
        and re.search(r":\s*$", words.left())
        and not words.right().strip(" .")
    ):
        return Cue.RELEASE
    if words.context.asked_place and _ANSWERS.fullmatch(words.text[: words.part.date.start]) and words.is_to_come():
        return Cue.RELEASE
    starts = not words.text[: words.part.date.start].strip(" “\"'*") and re.match(
        r"\s*[:–—-]\s", words.text[words.part.date.end :]
    )
    if starts and named:
        return Cue.RELEASE
    if words.is_to_come() and (_right_after_film(words) or _does_something(words) or _is_somewhere(words)):
        return Cue.RELEASE
    listed = (
        words.kind in (Kind.ITEM, Kind.HEADING, Kind.ROW)
        and len(words.text.split()) <= _MOST_IN_LIST
        and (words.part.date.form is not Form.YEAR or words.is_to_come())
        and (named or words.context.is_list or any(one.regions for one in words.places))
    )
    return Cue.RELEASE if listed or words.in_brackets() else None


def _right_after_film(words: DatedWords) -> bool:
    """Return whether only a preposition separates a film and the date: "it has Driftless in early 2027"."""
    before = [film for film in words.films if film.end <= words.part.date.start]
    gap = words.text[before[-1].end : words.part.date.start] if before else "-"
    return re.fullmatch(r"[”\"’',]*\s*(?:(?:on|in|for|at|by)\s+(?:the\s+)?)?", gap) is not None


def _does_something(words: DatedWords) -> bool:
    """Return whether a film does something on the day, with any verb: "Donkey trots along on June 30"."""
    before = [film for film in words.films if words.part.left[0] <= film.start and film.end <= words.part.date.start]
    return (
        bool(before)
        and words.part.date.form in (*WHOLE_DAYS, Form.WEEKDAY, Form.HOLIDAY)
        and re.search(r"\b(?:on|from|is|this|next)\s+(?:the\s+)?$", words.left()) is not None
        and not any(before[-1].end <= cue.start < words.part.right[1] for cue in words.cues)
    )


def _is_somewhere(words: DatedWords) -> bool:
    """Return whether only a place stands beside the date: "it is on Prime Video from October 10"."""
    own = [one for one in words.places if words.part.left[0] <= one.start and one.end <= words.part.date.start]
    gap = words.text[own[-1].end : words.part.date.start] if own and (own[-1].channel or own[-1].regions) else "-"
    return re.fullmatch(r",?\s*(?:(?:on|in|from|by|this|as of)\s+)?(?:the\s+)?", gap) is not None

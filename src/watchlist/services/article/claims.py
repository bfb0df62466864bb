"""What an article claims: each date in it with its film, place and certainty, or why it is not clear.

A date is weighed by the words around it (`cues`): those in its own part of the sentence, the
nearest first. What a part leaves open is taken from the part before it in the same sentence.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from watchlist.domain.claim import Certainty, Channel
from watchlist.domain.dates import Edtf
from watchlist.services.article.certainty import hedge
from watchlist.services.article.clauses import Part, split_parts
from watchlist.services.article.cues import DATE_NOUN, MOVES, Cue, Found, find_cues
from watchlist.services.article.date_finding import Form, find_dates
from watchlist.services.article.date_finding import Mention as DateMention
from watchlist.services.article.date_reading import read_date
from watchlist.services.article.heard import Heard, Setting
from watchlist.services.article.how import joined_places, nearest_regions, nearest_way
from watchlist.services.article.page import Kind
from watchlist.services.article.places import Place, find_places
from watchlist.services.article.sentence_words import (
    AFTER,
    ALL_OF_THEM,
    ANAPHOR,
    AND_FILM,
    COMES_OUT,
    FIELD,
    FOR_FILM,
    GIVES_UP_FOR,
    IN_CAPITALS,
    FROM,
    NAMED,
    NO_FILM_AT_ALL,
    NOT_BEFORE,
    OTHER_ONE,
    QUOTED_ALONE,
    SEQUEL,
    SEQUEL_TO,
    STAMP,
    SUBJECT_OF,
    THERE,
    TO_COME,
    TOLD_OF,
)
from watchlist.services.article.states import STATES, in_passing, part_called_off, state_alone
from watchlist.services.article.titles import FilmName
from watchlist.services.article.titles import Mention as FilmMention
from watchlist.services.article.years import Reference

_WHOLE_DAYS = (Form.DAY, Form.NUMERIC, Form.ISO)
_SHORTEST_GAP = 3
_MOST_IN_LIST = 16
"""Words in an item of a list that needs no verb to say when a film comes."""
_LONG_PAST = 60
"""Days before the article, from which on a day to come is read as one that was given up."""


_SHOWN = re.compile(r"\b(?:[Pp]remier(?:es?|ed|ing)|[Ss]creen(?:s|ed))\b")
_TURNS = re.compile(r"[),;]\s*(?:(?:and|plus|then)\b,?\s*)?(?:(?:from|on|this|next)\s+)?$")
_OPENS = re.compile(r"[”\"’',]*\s*(?:(?:on|in|at|from)\s*)?\([^()]{0,30}")
_LABELS = (
    (STAMP, Cue.OTHER),
    (FIELD, Cue.EITHER),
    (re.compile(r"\b(?:was|were)\s+$"), Cue.GIVEN_UP),
)


class State(NamedTuple):
    """What the dates before in a sentence came to."""

    film: FilmName | None = None
    place: Place | None = None
    cue: Cue | None = None
    date: Edtf | None = None
    at: int = 0
    hedged: Certainty | None = None


def _speaks_of_a_date(text: str, none: DateMention) -> bool:
    """Say whether "has not been announced" is said of a date."""
    said = text[none.start : none.end].lower()
    if "not been" not in said and "n't been" not in said:
        return True
    return "date" in said or re.search(r"(?i)\b(?:dates?|release|when|opening)\b", text[: none.start]) is not None


def _is_over(date: Edtf, at: Reference) -> bool:
    day = date.span().day
    return day is not None and at.today is not None and day < at.today


def _around_today(reference: Reference) -> Reference:
    """Read a day without a year as the one that is nearest to the article's day, before it or after."""
    if reference.previous or reference.today is None:
        return reference
    return reference._replace(previous=Edtf.of(reference.today))


_TIED = re.compile(r"[\s,;(–—-]*(?:(?:for|on|in time for|over|in|the|that is|i\.e\.)\s+)*")
_WHEN_TAKEN_OFF = re.compile(r"\s+(?:back |again |late |last )?(?:in|on)\s+(?:the )?")


def _without_echoes(text: str, dates: tuple[DateMention, ...]) -> tuple[DateMention, ...]:
    """Leave out what only says a date again, "Nov. 25, for Thanksgiving", and when a film was taken off the calendar."""
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
            if one.form is Form.HOLIDAY and last.form in _WHOLE_DAYS:
                continue
            if last.form in (Form.HOLIDAY, Form.WEEKDAY, Form.NEAR) and one.form in _WHOLE_DAYS:
                kept[-1] = one._replace(start=last.start)
                continue
        kept.append(one)
    return tuple(kept)


def _finest(heard: list[Heard]) -> list[Heard]:
    """Leave out a date of which the sentence itself says a finer one: "next weekend, on October 9"."""
    return [one for one in heard if not any(_is_finer(other, one) for other in heard)]


def _is_finer(one: Heard, other: Heard) -> bool:
    inner, outer = (each.date.span() if each.date else None for each in (one, other))
    same = (one.film, one.region, one.channel) == (other.film, other.region, other.channel)
    return same and inner is not None and outer is not None and inner != outer and outer.contains(inner)


def _names_a_festival(text: str, one: DateMention) -> bool:
    """Say whether a year is part of a name: "the 2026 Sundance Film Festival"."""
    if one.form is not Form.YEAR:
        return False
    following = (place for place in find_places(text) if one.end < place.start <= one.end + 12)
    return any(place.channel is Channel.PREMIERE for place in following)


def hear(text: str, films: tuple[FilmMention, ...], setting: Setting, *, kind: Kind) -> Iterator[Heard]:
    """Give what a sentence claims."""
    if NO_FILM_AT_ALL.search(text):
        return
    dates = tuple(one for one in find_dates(text) if not any(film.start <= one.start < film.end for film in films))
    dates = tuple(one for one in dates if not _names_a_festival(text, one))
    dates = tuple(one for one in dates if one.form is not Form.NONE or _speaks_of_a_date(text, one))
    dates = _without_echoes(text, dates)
    if not dates and not STATES.search(text) and hedge(text) is not Certainty.CANCELLED:
        yield from _in_passing(text, films, setting, kind)
        return
    called_off = part_called_off(text)
    if called_off:
        start, end = called_off
        dates = tuple(one for one in dates if one.form is Form.NONE or not start <= one.start < end)
    cues, places = find_cues(text), find_places(text)
    state = State()
    heard: list[Heard] = []
    parts = split_parts(text, dates)
    for part in parts:
        said = _Said(text, part, films, cues, places, setting, kind, alone=len(parts) == 1)
        claims, state = said.read(state)
        heard += claims
    if not heard or called_off:
        heard += state_alone(text, films, places, setting)
    yield from _finest(heard)
    yield from _in_passing(text, films, setting, kind)


def _in_passing(text: str, films: tuple[FilmMention, ...], setting: Setting, kind: Kind) -> Iterator[Heard]:
    """Give the years that stand beside films, but in headings: there they only tell which film is meant."""
    if kind is not Kind.HEADING:
        yield from in_passing(text, films, setting)


class _Said:
    """One date of a sentence, and how its words are read."""

    def __init__(  # noqa: PLR0917  what a sentence holds, in the order in which it is found
        self,
        text: str,
        part: Part,
        films: tuple[FilmMention, ...],
        cues: tuple[Found, ...],
        places: tuple[Place, ...],
        setting: Setting,
        kind: Kind,
        *,
        alone: bool,
    ) -> None:
        self.alone = alone
        self.text = text
        self.part = part
        self.films = films
        self.cues = [cue for cue in cues if not any(film.start <= cue.start < film.end for film in films)]
        self.places = [one for one in places if not any(film.start <= one.start < film.end for film in films)]
        self.setting = setting
        self.kind = kind

    def read(self, before: State) -> tuple[list[Heard], State]:
        """Read the date; give what it claims, if it claims anything, and what follows for the next one."""
        cue = self._cue(before)
        past = cue is Cue.RELEASED or (cue in (Cue.OTHER, Cue.REPORT) and not self._ahead())
        is_before = AFTER.search(self._left()) is not None and before.date is not None
        reference = self.setting.reference._replace(past=past, previous=before.date, is_before=is_before)
        if cue is Cue.EITHER:
            reference = _around_today(reference)
        date = read_date(self.part.date, self._order(reference))
        cue = self._settled(cue, date)
        if date and not date.is_tba and NOT_BEFORE.search(self._left()) and "/" not in date.text:
            date = Edtf.parse(f"{date.text}/..")
        film, *company = self._films(before)
        place = self._place(before)
        counts = date and not date.is_tba and cue in (Cue.RELEASE, Cue.RELEASED, Cue.GIVEN_UP)
        after = State(film, place, cue, date if counts else before.date, self.part.date.end, self._hedge())
        if cue not in (Cue.RELEASE, Cue.RELEASED):
            return [], after._replace(hedged=None)
        if cue is Cue.RELEASE and self._is_long_past(date):
            return [], after._replace(hedged=None)
        certainty = self._certainty(cue, date, before)
        regions = place.regions if place else ()
        said = self.text[self.part.date.start : self.part.date.end]
        why = "" if date else "which day"
        channel, service = (place.channel, place.service) if place else (None, None)
        heard = Heard(film, None, channel, service, date, said, certainty, self.text, why)
        return [
            heard._replace(region=region, film=one) for one in (film, *company) for region in regions or (None,)
        ], after

    def _settled(self, cue: Cue | None, date: Edtf | None) -> Cue | None:
        """Say of a release that may be over or to come which it is: the article's day tells."""
        if cue is not Cue.EITHER:
            return cue
        today, first = self.setting.reference.today, date.span().earliest if date else None
        return Cue.RELEASED if today and first and first <= today else Cue.RELEASE

    def _is_long_past(self, date: Edtf | None) -> bool:
        """Say whether a day to come, by its words, had passed long before the article: it was given up, or is no release."""
        today, span = self.setting.reference.today, date.span() if date else None
        if today is None or span is None or span.latest is None or not self._has_verb():
            return False
        return (today - span.latest).days > _LONG_PAST

    def _has_verb(self) -> bool:
        start, end = self.part.left[0], self.part.right[1]
        return any(start <= cue.start < end for cue in self.cues)

    def _ahead(self) -> bool:
        return re.search(r"\b(?:will|to|begins?|starts?|next|this coming)\b", self._left()) is not None

    def _order(self, reference: Reference) -> Reference:
        """Read an American date in a list of others with the month first."""
        nearby = [one for one in self.places if self.part.left[0] <= one.start < self.part.date.start and one.regions]
        if nearby and nearby[-1].regions[0] == "US" and self.part.date.form is Form.SHORT_NUMERIC:
            return reference._replace(day_first=False)
        return reference

    def _left(self) -> str:
        return self.text[slice(*self.part.left)]

    def _right(self) -> str:
        return self.text[slice(*self.part.right)]

    def _cue(self, before: State) -> Cue | None:
        """Say what the words around the date make of it, the nearest before it first, then what follows."""
        start = self.part.date.start
        left = self._left()
        inside = [cue for cue in self.cues if self.part.left[0] <= cue.start and cue.end <= start + 1]
        labelled = next((cue for words, cue in _LABELS if words.search(left)), None)
        if labelled:
            return labelled
        if before.cue is Cue.GIVEN_UP and re.match(
            r"\s*(?:\w+\s+){0,3}(?:to|until|into)\s+(?:the |a )?[“\"‘']?$", left
        ):
            return Cue.RELEASE
        if before.cue is Cue.GIVEN_UP and GIVES_UP_FOR.search(self.text[: self.part.date.start]):
            return Cue.RELEASE
        if self.part.date.form is Form.NONE:
            return Cue.RELEASE if not any(one.cue is Cue.OTHER for one in inside) else Cue.OTHER
        if DATE_NOUN.match(self._right()) and not any(one.cue in (Cue.GIVEN_UP, Cue.OTHER) for one in inside[-2:]):
            return None if FROM.search(left) and self._moves() else Cue.RELEASE
        if FROM.search(left) and self._moves():
            return Cue.GIVEN_UP
        leads_to = re.search(
            r"\b(?:to|until|till|into)\s+(?:(?:the |a |its )?[“\"‘']?|(?:a )?(?:wide|limited|nationwide|digital|streaming)(?: release)? (?:on )?)$",
            left,
        )
        leads_to = leads_to or re.match(r"(?:to|until)\b", self.text[start : self.part.date.end])
        if leads_to and MOVES.search(self.text[:start]):
            return Cue.RELEASE
        if self._in_brackets_of_a_country() and self._is_to_come():
            return Cue.RELEASE
        nearest = self._weighed(inside)
        if nearest is not None:
            return nearest
        if (
            before.cue
            and not (before.cue is Cue.GIVEN_UP and self._is_of_another())
            and re.fullmatch(
                r"(?s)[\s,;)]*(?:(?:and|then|before|with|followed by|but|or|to|until)\b)?[^.;]{0,60}", left
            )
            and before.at
        ):
            return before.cue if before.cue is not Cue.REPORT else None
        return self._cue_behind()

    def _is_of_another(self) -> bool:
        """Say whether the words before the date begin anew: behind a semicolon, or with a film."""
        start = self.part.left[0]
        return ";" in self._left() or any(start <= one.start < self.part.date.start for one in self.films)

    def _moves(self) -> bool:
        return (
            MOVES.search(self.text[: self.part.date.start]) is not None
            or re.match(r"\s+(?:to|until)\b", self._right()) is not None
        )

    def _weighed(self, inside: list[Found]) -> Cue | None:
        """Take the last cue before the date; a day that was given up outweighs the word of release behind it."""
        if not inside:
            return None
        last = inside[-1]
        if last.cue is Cue.RELEASED and TO_COME.search(self.text[: last.start]):
            last = last._replace(cue=Cue.RELEASE)
        if last.cue is Cue.REPORT:
            gap = self.text[last.end : self.part.date.start]
            return (
                Cue.REPORT
                if len(gap) < 40 and not re.search(r"\b(?:for|that|as)\b", gap)
                else self._weighed(inside[:-1])
            )
        clause = [
            one
            for one in inside[-4:]
            if not re.search(
                r"[;]|, (?:and|but|now|then)|\b(?:but|and is now|and now|now)\b", self.text[one.end : last.start]
            )
        ]
        if last.cue in (Cue.RELEASE, Cue.RELEASED) and any(one.cue is Cue.GIVEN_UP for one in clause):
            return Cue.GIVEN_UP if "now" not in self.text[last.start : self.part.date.start].split() else last.cue
        if last.cue in (Cue.RELEASE, Cue.RELEASED) and len(inside) > 1:
            gap = self.text[inside[-2].end : last.start]
            for film in self.films:
                if inside[-2].end <= film.start and film.end <= last.start:
                    gap = gap.replace(self.text[film.start : film.end], "")
            told_of = TOLD_OF.search(self.text[: inside[-2].end])
            if inside[-2].cue is Cue.OTHER and not told_of and SUBJECT_OF.fullmatch(gap):
                return Cue.OTHER
            if inside[-2].cue is Cue.RELEASED and len(gap) < 30 and not re.search(r"[,;]|\band\b", gap):
                return Cue.RELEASED
        return last.cue

    def _cue_behind(self) -> Cue | None:
        """Without a word before the date, take the first behind it; a list needs none."""
        behind = [cue for cue in self.cues if self.part.date.end <= cue.start < self.part.right[1]]
        if behind and not (self.kind in (Kind.ITEM, Kind.HEADING, Kind.ROW) and behind[0].cue is Cue.REPORT):
            return behind[0].cue
        named = any(film.end <= self.part.date.start or film.start >= self.part.date.end for film in self.films)
        quoted = QUOTED_ALONE.search(self._left()) and re.match(r"[.,]?[”\"’']", self._right())
        if quoted and self.setting.is_list and self.setting.film:
            return Cue.RELEASE
        if (
            self.setting.is_list
            and self.setting.film
            and re.search(r":\s*$", self._left())
            and not self._right().strip(" .")
        ):
            return Cue.RELEASE
        starts = not self.text[: self.part.date.start].strip(" “\"'*") and re.match(
            r"\s*[:–—-]\s", self.text[self.part.date.end :]
        )
        if starts and named:
            return Cue.RELEASE
        if self._is_to_come() and (self._right_behind_film() or self._does_something() or self._is_somewhere()):
            return Cue.RELEASE
        listed = (
            self.kind in (Kind.ITEM, Kind.HEADING, Kind.ROW)
            and len(self.text.split()) <= _MOST_IN_LIST
            and (named or self.setting.is_list or any(one.regions for one in self.places))
        )
        return Cue.RELEASE if listed or self._in_brackets() else None

    def _in_brackets(self) -> bool:
        """Say whether the date stands in brackets right behind a film: "Tenet (July 31)"."""
        before = [film for film in self.films if film.end <= self.part.date.start]
        return bool(before) and _OPENS.fullmatch(self._without_places(before[-1].end, self.part.date.start)) is not None

    def _without_places(self, start: int, end: int) -> str:
        """Give a stretch of the sentence without the names of places: "Ghosting on MUBI (October 2)"."""
        for one in reversed(self.places):
            if start <= one.start and one.end <= end:
                return f"{self.text[start : one.start].rstrip()} {self.text[one.end : end]}"
        return self.text[start:end]

    def _in_brackets_of_a_country(self) -> bool:
        """Say whether the date stands in brackets right behind a country: "France (Le Pacte, January 13)"."""
        before = [one for one in self.places if one.regions and one.end <= self.part.date.start]
        gap = self.text[before[-1].end : self.part.date.start] if before else "-"
        return re.fullmatch(r"\s*\((?:[^(),]{1,30},\s*)?", gap) is not None

    def _right_behind_film(self) -> bool:
        """Say whether nothing but a preposition stands between a film and the date: "it has Driftless in early 2027"."""
        before = [film for film in self.films if film.end <= self.part.date.start]
        gap = self.text[before[-1].end : self.part.date.start] if before else "-"
        return re.fullmatch(r"[”\"’',]*\s*(?:(?:on|in|for|at|by)\s+(?:the\s+)?)?", gap) is not None

    def _does_something(self) -> bool:
        """Say whether a film does something on the day, whatever the verb is: "Donkey trots along on June 30"."""
        before = [film for film in self.films if self.part.left[0] <= film.start and film.end <= self.part.date.start]
        return (
            bool(before)
            and self.part.date.form in (*_WHOLE_DAYS, Form.WEEKDAY, Form.HOLIDAY)
            and re.search(r"\b(?:on|from|is|this|next)\s+(?:the\s+)?$", self._left()) is not None
            and not any(before[-1].end <= cue.start < self.part.right[1] for cue in self.cues)
        )

    def _is_somewhere(self) -> bool:
        """Say whether nothing but a place stands with the date: "it is on Prime Video from October 10"."""
        own = [one for one in self.places if self.part.left[0] <= one.start and one.end <= self.part.date.start]
        gap = self.text[own[-1].end : self.part.date.start] if own and (own[-1].channel or own[-1].regions) else "-"
        return re.fullmatch(r",?\s*(?:(?:on|in|from|by|this|as of)\s+)?(?:the\s+)?", gap) is not None

    def _is_to_come(self) -> bool:
        """Say whether the date is said with its year, and lies after the article's day."""
        today = self.setting.reference.today
        date = read_date(self.part.date, self.setting.reference)
        first = date.span().earliest if date else None
        return today is not None and first is not None and first > today

    def _films(self, before: State) -> tuple[FilmName | None, ...]:
        """Give the film of the date, and those that are named with it: "A and B open on June 12"."""
        film = self._film(before)
        if self._in_brackets():
            return (film,)
        if ALL_OF_THEM.search(self._left()):
            return tuple(dict.fromkeys(one.film for one in self.films if one.end <= self.part.date.start)) or (film,)
        near = [one for one in self.films if self.part.left[0] <= one.start < self.part.right[1]]
        near = (
            [one for one in near if one.end <= self.part.date.start]
            if any(one.film == film and one.end <= self.part.date.start for one in near)
            else [one for one in near if one.start >= self.part.date.end]
        )
        at = next((at for at, one in enumerate(near) if one.film == film), None)
        if at is None:
            return (film,)
        first, last = at, at
        while first > 0 and AND_FILM.fullmatch(self.text[near[first - 1].end : near[first].start]):
            first -= 1
        while last + 1 < len(near) and AND_FILM.fullmatch(self.text[near[last].end : near[last + 1].start]):
            last += 1
        return (film, *dict.fromkeys(one.film for one in near[first : last + 1] if one.film != film))

    def _film(self, before: State) -> FilmName | None:
        date = self.part.date
        left = [film for film in self.films if self.part.left[0] <= film.start and film.end <= date.start]
        right = [film for film in self.films if date.end <= film.start < self.part.right[1]]
        if right and FOR_FILM.match(self.text[date.end : right[0].start]):
            return right[0].film
        earlier = [film for film in self.films if film.end <= date.start]
        if right and earlier and self._turns_to(earlier[-1], right[0]):
            return right[0].film
        if earlier and self._in_brackets():
            return earlier[-1].film
        if self._in_brackets_of_a_country() and not left:
            return earlier[-1].film if earlier else self.setting.film
        if left:
            return None if len(left) == 1 and self._follows_a(left[0]) else self._subject(left)
        if OTHER_ONE.search(self._left()):
            return self._first_film() if self.setting.is_list else None
        if self.setting.is_list and self.setting.film and not self.films and self._is_to_come():
            return self.setting.film
        if self._names_another():
            return right[0].film if right and not self.text[date.end : right[0].start].strip(" ,“\"‘'") else None
        if before.film and before.at:
            return before.film
        if earlier:
            return self._subject(earlier)
        return right[0].film if right else self.setting.film

    def _first_film(self) -> FilmName | None:
        """Give the film that a section on a sequel calls "the first film"; the section's own where it is none."""
        film = self.setting.film
        number = SEQUEL.search(film.title) if film else None
        return FilmName(film.title[: number.start()]) if film and number else film

    def _names_another(self) -> bool:
        """Say whether the words before the date name somebody or something that is no film that we know, and no "it"."""
        start, end = self.part.left
        words = self.text[start:end]
        for one in self.places:
            if start <= one.start and one.end <= end:
                words = words.replace(self.text[one.start : one.end], "-")
        return (NAMED.search(words) or IN_CAPITALS.search(words)) is not None and ANAPHOR.search(words) is None

    def _turns_to(self, last: FilmMention, following: FilmMention) -> bool:
        """Say whether the date is that of the film behind it: "A (out Monday) and, from Friday, B"."""
        left, right = self.text[last.end : self.part.date.start], self.text[self.part.date.end : following.start]
        return _TURNS.search(left) is not None and re.fullmatch(r",?\s*[“\"‘']?", right) is not None

    def _follows_a(self, film: FilmMention) -> bool:
        """Say whether a film is named only to say what another one follows: "a sequel to Emberline"."""
        return SEQUEL_TO.search(self.text[max(0, film.start - 40) : film.start]) is not None

    def _subject(self, films: list[FilmMention]) -> FilmName:
        """Of films before a date, take the one that the verb belongs to: not the one that it is measured by."""
        last = films[-1]
        lead = self.text[max(0, last.start - 24) : last.start]
        if len(films) > 1 and re.search(
            r"\b(?:with|against|ahead of|after|behind|alongside|from|follows|followed|like|than|as|of|sequel to)\s+(?:the )?[“\"‘']?$",
            lead,
        ):
            return films[-2].film
        return last.film

    def _place(self, before: State) -> Place | None:
        """Join what the date's own words say about where and how, then the sentence, then what was said before."""
        own = [one for one in self.places if self.part.left[0] <= one.start and one.end <= self.part.date.start]
        behind = [one for one in self.places if self.part.date.end <= one.start < self.part.right[1]]
        earlier = [one for one in self.places if one.end <= self.part.left[0]]
        later = [one for one in self.places if one.start >= self.part.right[1]] if self.alone and not earlier else []
        regions = (
            nearest_regions(own, behind)
            or (before.place.regions if before.place and before.place.channel is not Channel.PREMIERE else ())
            or nearest_regions(earlier)
        )
        if THERE.search(self._left()) and (named := [one for one in (*earlier, *own) if one.service]):
            return named[-1]._replace(regions=regions or named[-1].regions)
        how = [*reversed(own), *behind] if not self._prefers_behind(own, behind) else [*behind, *reversed(own)]
        overall = self.setting.place
        at_home = overall if overall and overall.service and not self.alone else None
        if self._in_brackets():
            return joined_places([*own[-2:], *behind]) or overall
        chosen = nearest_way(how) or at_home or before.place or nearest_way([*reversed(earlier), *later])
        if (
            before.place
            and before.place.channel is Channel.PREMIERE
            and chosen is before.place
            and COMES_OUT.search(self._left() + self._right()[:24])
        ):
            chosen = None
        channel = chosen.channel if chosen and chosen.channel else overall.channel if overall else None
        service = chosen.service if chosen else overall.service if overall and not chosen else None
        if chosen is None and self.setting.festival and _SHOWN.search(self._left()):
            chosen = self.setting.festival
        if chosen and chosen.channel is Channel.PREMIERE:
            festival = self.setting.festival if not chosen.regions else None
            regions = chosen.regions or (festival.regions if festival else regions)
            service = chosen.service or (festival.service if festival else None)
        return Place(0, 0, regions or (overall.regions if overall else ()), channel, service)

    def _prefers_behind(self, own: list[Place], behind: list[Place]) -> bool:
        """Say whether what follows the date says more: "comes on May 5, only on Netflix"."""
        return any(one.service for one in behind) and not any(
            one.service or one.channel for one in own if self.part.date.start - one.end < 60
        )

    def _hedge(self) -> Certainty | None:
        return hedge(self.text[self.part.left[0] : self.part.right[1]])

    def _certainty(self, cue: Cue, date: Edtf | None, before: State) -> Certainty:
        today = self.setting.reference.today
        first = date.span().earliest if date else None
        if cue is Cue.RELEASED and (first is None or today is None or first <= today):
            return Certainty.RELEASED
        if cue is Cue.RELEASE and date and not self._has_verb() and _is_over(date, self.setting.reference):
            return Certainty.RELEASED
        level = self._hedge()
        if level is Certainty.CANCELLED and date and not date.is_tba:
            level = None
        if level is None and before.hedged is not Certainty.CONFIRMED and not re.search(r"[;]|\bbut\b", self._left()):
            level = before.hedged
        if level is None:
            level = hedge(self.text[: self.part.left[0]]) if self._is_reported() else None
        return level or Certainty.ANNOUNCED

    def _is_reported(self) -> bool:
        return re.match(r"[^.;]{0,80}\bthat\b", self.text) is not None

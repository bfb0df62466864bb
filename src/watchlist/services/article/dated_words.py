"""A date of a sentence with the words that belong to it, and what the dates before it led to."""

import re
from typing import NamedTuple

from watchlist.domain.claim import Certainty
from watchlist.domain.dates import Edtf
from watchlist.services.article.article_claim import Context
from watchlist.services.article.clauses import Part
from watchlist.services.article.cues import Cue, Found
from watchlist.services.article.date_reading import read_date
from watchlist.services.article.page import Kind
from watchlist.services.article.places import Place
from watchlist.services.article.titles import FilmMention, FilmName

_OPENS = re.compile(r"[”\"’',]*\s*(?:(?:on|in|at|from)\s*)?\([^()]{0,30}")


class SentenceState(NamedTuple):
    """What the earlier dates of a sentence led to: the film, place, cue, date and so on that apply to the next one.

    `at` is the end of the last date, 0 if there was none.
    """

    film: FilmName | None = None
    place: Place | None = None
    cue: Cue | None = None
    date: Edtf | None = None
    at: int = 0
    hedged: Certainty | None = None
    named: Edtf | None = None
    """The last date, whatever it was about: "that October" is in its year."""


class DatedWords:
    """One date of a sentence, and everything found in the sentence; `alone` if it is the only date."""

    def __init__(  # noqa: PLR0917  what was found in a sentence, in the order of the steps
        self,
        text: str,
        part: Part,
        films: tuple[FilmMention, ...],
        cues: tuple[Found, ...],
        places: tuple[Place, ...],
        context: Context,
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
        self.context = context
        self.kind = kind

    def left(self) -> str:
        """Return the words before the date that belong to it."""
        return self.text[slice(*self.part.left)]

    def right(self) -> str:
        """Return the words after the date that belong to it."""
        return self.text[slice(*self.part.right)]

    def has_verb(self) -> bool:
        """Return whether any of its words is a cue."""
        start, end = self.part.left[0], self.part.right[1]
        return any(start <= cue.start < end for cue in self.cues)

    def in_brackets(self) -> bool:
        """Return whether the date is in brackets right after a film: "Tenet (July 31)"."""
        before = [film for film in self.films if film.end <= self.part.date.start]
        return bool(before) and _OPENS.fullmatch(self._without_places(before[-1].end, self.part.date.start)) is not None

    def _without_places(self, start: int, end: int) -> str:
        """Return part of the sentence without its last place name, such as MUBI in "Ghosting on MUBI (October 2)"."""
        for one in reversed(self.places):
            if start <= one.start and one.end <= end:
                return f"{self.text[start : one.start].rstrip()} {self.text[one.end : end]}"
        return self.text[start:end]

    def in_brackets_of_a_country(self) -> bool:
        """Return whether the date is in brackets right after a country: "France (Le Pacte, January 13)"."""
        before = [one for one in self.places if one.regions and one.end <= self.part.date.start]
        gap = self.text[before[-1].end : self.part.date.start] if before else "-"
        return re.fullmatch(r"\s*\((?:[^(),]{1,30},\s*)?", gap) is not None

    def is_to_come(self) -> bool:
        """Return whether the date is after the article's day."""
        today = self.context.reference.today
        date = read_date(self.part.date, self.context.reference)
        first = date.span().earliest if date else None
        return today is not None and first is not None and first > today

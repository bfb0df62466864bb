"""What a sentence says without a date: that a film is out, that it is off, and of which year it is."""

import re
from collections.abc import Iterator

from watchlist.domain.claim import Certainty
from watchlist.domain.dates import Edtf
from watchlist.services.article.certainty import hedge
from watchlist.services.article.heard import Heard, Setting
from watchlist.services.article.how import nearest_regions, nearest_way
from watchlist.services.article.places import Place
from watchlist.services.article.titles import Mention as FilmMention

STATES = re.compile(
    r"\b(?:(?:is|are|now|already|currently) (?:now |already |currently |still )?(?:streaming|available|playing|showing|in (?:theat(?:er|re)s|cinemas)|out)|out now|now (?:streaming|playing|showing|available|in (?:theat(?:er|re)s|cinemas)|on)"
    r"|(?:streaming|available|in (?:theat(?:er|re)s|cinemas)|playing) now|still (?:in (?:theat(?:er|re)s|cinemas)|playing)|(?:can be|can now be) (?:streamed|rented|watched|seen)|is on (?=[A-Z]))\b"
)


_NO_FILM = re.compile(
    r"(?i)\b(?:series|shows?|seasons?|sitcom|games?|tours?|events?|screenings?|festivals?|panels?|part(?:y|ies)|concerts?|tickets|stage|musical on|book)\b"
)


def state_alone(
    text: str, films: tuple[FilmMention, ...], places: tuple[Place, ...], setting: Setting
) -> Iterator[Heard]:
    """Give what a sentence without a date says about the state: it is out, or it is cancelled."""
    level = hedge(text)
    match = STATES.search(text)
    film = films[0].film if films else None
    how = nearest_way(list(places))
    regions = nearest_regions(list(places))
    if level is Certainty.CANCELLED and (film or setting.film) and not _NO_FILM.search(text):
        yield Heard(film or setting.film, regions[0] if regions else None, None, None, None, text[:80], level, text)
    elif match and film and (how or "now" in match[0]) and level is None:
        yield Heard(
            film,
            regions[0] if regions else None,
            how.channel if how else None,
            how.service if how else None,
            None,
            match[0],
            Certainty.RELEASED,
            text,
        )


_YEAR_BEFORE = re.compile(
    r"(?:\b(?P<of>(?:19|20)\d\d)['’]s|\b(?:the|his|her|their|its|a|an) (?P<the>(?:19|20)\d\d)(?: [\w-]+){0,3}? (?:film|movie|drama|comedy|thriller|romance|hit|remake|feature|classic|adaptation|documentary),?) [“\"‘']?$"
)


_YEAR_BEHIND = re.compile(
    r"[”\"’',]*(?: \((?P<in>(?:19|20)\d\d)(?: film)?\)|,? (?:from|in) (?P<of>(?:19|20)\d\d)(?=[.,;)]|$| and\b))"
)


def in_passing(text: str, films: tuple[FilmMention, ...], setting: Setting) -> Iterator[Heard]:
    """Give the years that stand beside films as their own: "2012's The Dragon Braves", "Heat (1995)"."""
    for film in films:
        match = _YEAR_BEFORE.search(text[max(0, film.start - 60) : film.start]) or _YEAR_BEHIND.match(text, film.end)
        year = next(filter(None, match.groups()), "") if match else ""
        today = setting.reference.today
        if year and (today is None or int(year) < today.year):
            yield Heard(film.film, None, None, None, Edtf.parse(year), year, Certainty.RELEASED, text)

"""What a sentence says without a release date: that a film is out, is cancelled, or is from a given year."""

import re
from collections.abc import Iterator

from watchlist.domain.claim import Certainty
from watchlist.domain.dates import Edtf
from watchlist.services.article.article_claim import ArticleClaim, Context
from watchlist.services.article.certainty import cancelled_at, hedge
from watchlist.services.article.nearest_place import nearest_regions, nearest_way
from watchlist.services.article.places import Place
from watchlist.services.article.sentence_words import LIVES_ON
from watchlist.services.article.titles import FilmMention

STATES = re.compile(
    r"\b(?:(?:is|are|now|already|currently) (?:now |already |currently |still )?(?:streaming|available|playing|showing|in (?:theat(?:er|re)s|cinemas)|out)(?: now)?|out now|now (?:streaming|playing|showing|available|in (?:theat(?:er|re)s|cinemas)|on)"
    r"|(?:streaming|available|in (?:theat(?:er|re)s|cinemas)|playing) now|still (?:in (?:theat(?:er|re)s|cinemas)|playing)|(?:can be|can now be) (?:streamed|rented|watched|seen)|is on (?=[A-Z]))\b"
)


_NO_FILM = re.compile(
    r"(?i)\b(?:series|shows?|seasons?|sitcom|games?|tours?|events?|screenings?|festivals?|panels?|part(?:y|ies)|concerts?|tickets|stage|musical on|book)\b"
)


_JOINTS = re.compile(r";|\band (?=[a-z]+(?:ed|s)\b)|, (?:while|but|whereas)\b|\bwhile\b")


def part_called_off(text: str) -> tuple[int, int] | None:
    """Return the offsets of the part of a sentence that cancels a film; None if there is none, or it was revived."""
    end = cancelled_at(text)
    if end is None or LIVES_ON.search(text, end):
        return None
    joints = [match.end() for match in _JOINTS.finditer(text)]
    return max((at for at in joints if at < end), default=0), min((at for at in joints if at >= end), default=len(text))


def state_alone(
    text: str, films: tuple[FilmMention, ...], places: tuple[Place, ...], context: Context
) -> Iterator[ArticleClaim]:
    """Yield the claim of a sentence without a date: that a film is out, or cancelled."""
    called_off = part_called_off(text)
    level = hedge(text)
    match = STATES.search(text)
    film = films[0].film if films else None
    how = nearest_way(list(places)) or context.place
    regions = nearest_regions(list(places))
    if called_off and not _NO_FILM.search(text[slice(*called_off)]):
        gone = next((one.film for one in films if called_off[0] <= one.start < called_off[1]), film or context.film)
        if gone:
            region = regions[0] if regions else None
            yield ArticleClaim(gone, region, None, None, None, text[:80], Certainty.CANCELLED, text)
    elif match and film and (how or "now" in match[0]) and level is None:
        yield ArticleClaim(
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


_YEAR_AFTER = re.compile(
    r"[”\"’',]*(?: \((?P<in>(?:19|20)\d\d)(?: film)?\)|,? (?:from|in) (?P<of>(?:19|20)\d\d)(?=[.,;)]|$| and\b))"
)


def in_passing(text: str, films: tuple[FilmMention, ...], context: Context) -> Iterator[ArticleClaim]:
    """Yield the years given beside titles: "2012's The Dragon Braves", "Heat (1995)"."""
    for film in films:
        match = _YEAR_BEFORE.search(text[max(0, film.start - 60) : film.start]) or _YEAR_AFTER.match(text, film.end)
        year = next(filter(None, match.groups()), "") if match else ""
        today = context.reference.today
        if year and (today is None or int(year) < today.year):
            yield ArticleClaim(film.film, None, None, None, Edtf.parse(year), year, Certainty.RELEASED, text)

"""Where a film comes out on a date: by the date's own words, else the sentence, else what was said before."""

import re

from watchlist.domain.claim import Channel
from watchlist.services.article.dated_words import DatedWords, SentenceState
from watchlist.services.article.nearest_place import joined_places, nearest_regions, nearest_way
from watchlist.services.article.places import Place
from watchlist.services.article.sentence_words import COMES_OUT, THERE

_SHOWN = re.compile(r"\b(?:[Pp]remier(?:es?|ed|ing)|[Ss]creen(?:s|ed))\b")


def place_of(words: DatedWords, before: SentenceState) -> Place | None:
    """Return where a film comes out on a date: by the date's own words, else the sentence, else what was said before.

    Regions and channel may come from different words.
    """
    own = [one for one in words.places if words.part.left[0] <= one.start and one.end <= words.part.date.start]
    after = [one for one in words.places if words.part.date.end <= one.start < words.part.right[1]]
    earlier = [one for one in words.places if one.end <= words.part.left[0]]
    later = [one for one in words.places if one.start >= words.part.right[1]] if words.alone and not earlier else []
    regions = (
        nearest_regions(own, after)
        or (before.place.regions if before.place and before.place.channel is not Channel.PREMIERE else ())
        or nearest_regions(earlier)
    )
    if THERE.search(words.left()) and (named := [one for one in (*earlier, *own) if one.service]):
        return named[-1]._replace(regions=regions or named[-1].regions)
    how = [*reversed(own), *after] if not _prefers_after(words, own, after) else [*after, *reversed(own)]
    overall = words.context.place
    at_home = overall if overall and overall.service and not words.alone else None
    if words.in_brackets():
        return joined_places([*own[-2:], *after]) or overall
    chosen = nearest_way(how) or at_home or before.place or nearest_way([*reversed(earlier), *later])
    if (
        before.place
        and before.place.channel is Channel.PREMIERE
        and chosen is before.place
        and COMES_OUT.search(words.left() + words.right()[:24])
    ):
        chosen = None
    if chosen is None and words.context.festival and _SHOWN.search(words.left()):
        chosen = words.context.festival
    channel = chosen.channel if chosen and chosen.channel else overall.channel if overall else None
    service = chosen.service if chosen else overall.service if overall and not chosen else None
    if chosen and chosen.channel is Channel.PREMIERE:
        festival = words.context.festival if not chosen.regions else None
        regions = chosen.regions or (festival.regions if festival else regions)
        service = chosen.service or (festival.service if festival else None)
    return Place(0, 0, regions or (overall.regions if overall else ()), channel, service)


def _prefers_after(words: DatedWords, own: list[Place], after: list[Place]) -> bool:
    """Return whether the words after the date are more specific: "comes on May 5, only on Netflix"."""
    return any(one.service for one in after) and not any(
        one.service or one.channel for one in own if words.part.date.start - one.end < 60
    )

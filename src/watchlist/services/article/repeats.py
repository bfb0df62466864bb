"""Merging claims that an article makes more than once."""

from watchlist.domain.claim import Certainty, Channel
from watchlist.domain.dates import Precision
from watchlist.services.article.article_claim import ArticleClaim
from watchlist.services.article.page import Page
from watchlist.services.article.places import find_places
from watchlist.services.article.titles import FilmName


def on_only_service(claims: list[ArticleClaim], page: Page, main: FilmName | None) -> list[ArticleClaim]:
    """Add the service to the main film's claims without a channel, if the article names one service and no cinemas."""
    if not any(one.film == main and one.channel is None and one.date for one in claims):
        return claims
    places = [one for block in page.blocks for one in find_places(block.text)]
    services = [one.service for one in places if one.channel is Channel.DIGITAL and one.service]
    if (
        len(set(services)) != 1
        or len(services) < 2
        or any(one.channel in (Channel.THEATRICAL, Channel.LIMITED) for one in places)
    ):
        return claims
    return [
        one._replace(channel=Channel.DIGITAL, service=services[0])
        if one.film == main and one.channel is None and one.date and one.certainty is not Certainty.RELEASED
        else one
        for one in claims
    ]


def without_repeats(claims: list[ArticleClaim]) -> list[ArticleClaim]:
    """Merge claims that say the same into one with all their details.

    "No date" is dropped if the same film has a date: it was true earlier, or of another release.
    """
    gone = {one.film for one in claims if one.certainty is Certainty.CANCELLED}
    claims = [
        one
        for one in claims
        if not (
            one.film in gone
            and one.certainty is Certainty.RELEASED
            and one.date
            and one.date.precision is Precision.YEAR
        )
    ]
    dated = {
        (one.film, how)
        for one in claims
        for how in {one.channel, None}
        if one.date and not one.date.is_tba and one.certainty is not Certainty.RELEASED and not one.why
    }
    kept: list[ArticleClaim] = []
    for one in claims:
        if one.date and one.date.is_tba and (one.film, one.channel) in dated and one.region is None:
            continue
        for at, other in enumerate(kept):
            if _same(one, other):
                kept[at] = _fuller(other, one)
                break
        else:
            kept.append(one)
    return kept


def _same(one: ArticleClaim, other: ArticleClaim) -> bool:
    return (
        one.film == other.film
        and one.date == other.date
        and one.why == other.why == ""
        and (one.channel == other.channel or None in (one.channel, other.channel))
        and (one.region == other.region or None in (one.region, other.region))
        and (one.service == other.service or None in (one.service, other.service))
    )


def _fuller(one: ArticleClaim, other: ArticleClaim) -> ArticleClaim:
    best, rest = (other, one) if _weight(other) > _weight(one) else (one, other)
    return best._replace(
        region=best.region or rest.region,
        channel=best.channel or rest.channel,
        service=best.service or rest.service,
        certainty=Certainty.RELEASED
        if Certainty.RELEASED in (one.certainty, other.certainty)
        else Certainty.CONFIRMED
        if Certainty.CONFIRMED in (one.certainty, other.certainty)
        and Certainty.RELEASED not in (one.certainty, other.certainty)
        else best.certainty,
    )


def _weight(one: ArticleClaim) -> int:
    return (one.region is not None) + (one.channel is not None) + (one.service is not None)


def finest(claims: list[ArticleClaim]) -> list[ArticleClaim]:
    """Leave out a date if the sentence has a more precise one inside it: "next weekend, on October 9"."""
    return [one for one in claims if not any(_is_finer(other, one) for other in claims)]


def _is_finer(one: ArticleClaim, other: ArticleClaim) -> bool:
    inner, outer = (each.date.span() if each.date else None for each in (one, other))
    same = (one.film, one.region, one.channel) == (other.film, other.region, other.channel)
    return same and inner is not None and outer is not None and inner != outer and outer.contains(inner)

"""Comparing an article with what is known: each claim with its film, and what keeping it would change."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple
from urllib.parse import urlsplit

from watchlist.domain.change import Change, UserFilm
from watchlist.domain.claim import UNSOURCED, Channel, Claim, Source
from watchlist.domain.dates import Edtf
from watchlist.domain.film import Film
from watchlist.domain.names import fold, slug
from watchlist.domain.region import WORLDWIDE
from watchlist.domain.release import Release, key_of, releases_on
from watchlist.services import track
from watchlist.services.article.article_claim import ArticleClaim
from watchlist.services.article.source import ArticleSource
from watchlist.services.article.titles import Known
from watchlist.services.film_lookup import FilmLookup


class Effect(StrEnum):
    """What keeping a claim would change about its release."""

    NEW = "new"
    SAME = "says the same"
    KNOWN = "already noted"
    MOVES = "moves the date"
    CONTRADICTS = "contradicts"


class ClaimOffer(NamedTuple):
    """A claim of the article that can be kept: its film, None if it is unknown, and what it would change.

    `days` is how far it moves the date, positive for later; `others` is how many claims it contradicts.
    """

    found: ArticleClaim
    film: Film | None
    title: str
    claim: Claim
    effect: Effect
    days: int = 0
    others: int = 0


class ClaimQuestion(NamedTuple):
    """What is not clear about a claim of the article; `films` are the ids of those that may be meant."""

    found: ArticleClaim
    why: str
    films: tuple[str, ...] = ()


class ArticleReading(NamedTuple):
    """What was read in an article: its source, the claims that can be kept, questions, and refused proposals."""

    source: ArticleSource
    offers: tuple[ClaimOffer, ...]
    questions: tuple[ClaimQuestion, ...] = ()
    refused: tuple[str, ...] = ()


_NEAR_YEARS = 2
"""Years by which a release and a film's year may differ for a title to mean that film."""


_AGAIN = re.compile(
    r"(?i)\b(?:returns?|returning|back (?:to|in|on)|re-?releas\w+|re-?issue\w*|restor\w+|remaster\w*"
    r"|anniversary|\d+th|again|4K)\b"
)
"""Words for an old film that returns to cinemas."""


def known_titles(films: FilmLookup) -> Known:
    """Return a function that looks folded titles up, for `read_article`."""

    def look_up(titles: Iterable[str]) -> Mapping[str, tuple[tuple[str, str], ...]]:
        wanted = set(titles)
        found: dict[str, dict[str, str]] = {}
        for film in films.named(wanted, ()).films.values():
            for title in map(fold, film.titles):
                if title in wanted:
                    found.setdefault(title, {})[film.id] = film.title
        return {title: tuple(named.items()) for title, named in found.items()}

    return look_up


def source_of(said: ArticleSource) -> Source:
    """Return the source for an article's claims, from what the article states about itself.

    Without a publisher, the host of its address is used; without that too, the claims are unsourced.
    """
    publisher = said.publisher or (urlsplit(said.url).hostname if said.url else None)
    if not publisher:
        return UNSOURCED
    day = said.published.isoformat() if said.published else slug(said.title or "article")[:40]
    return Source(
        id=f"{slug(publisher)}-{day}",
        publisher=publisher,
        title=said.title,
        author=said.author,
        url=said.url,
        published=Edtf.of(said.published) if said.published else None,
    )


def offers(
    source: ArticleSource, claims: Iterable[ArticleClaim], films: FilmLookup, today: date
) -> tuple[tuple[ClaimOffer, ...], tuple[ClaimQuestion, ...]]:
    """Find the films of an article's claims; return the claims that can be kept, and questions about the others."""
    clear: list[ClaimOffer] = []
    questions: list[ClaimQuestion] = []
    found = list(claims)
    known = films.films({key for one in found if one.film for key in one.film.ids}).films
    for one in found:
        if one.why or one.film is None:
            questions.append(ClaimQuestion(one, one.why or "which film", one.film.ids if one.film else ()))
            continue
        fits = [known[key] for key in one.film.ids if key in known and _fits(known[key], one)]
        if len(fits) > 1 or (one.film.ids and not fits):
            questions.append(ClaimQuestion(one, "which film", one.film.ids))
        else:
            clear.append(offer(source, one, fits[0] if fits else None, one.film.title, today))
    return tuple(clear), tuple(questions)


def _fits(film: Film, found: ArticleClaim) -> bool:
    """Return whether a film can have this date: an old one may come out at home, or return to cinemas."""
    span = found.date.span() if found.date else None
    if film.year is None or span is None or span.earliest is None:
        return True
    years = span.earliest.year - film.year
    at_home = channel_of(found) in (Channel.DIGITAL, Channel.PHYSICAL, Channel.TV)
    return abs(years) <= _NEAR_YEARS or (years > 0 and (at_home or _AGAIN.search(found.sentence) is not None))


def offer(source: ArticleSource, found: ArticleClaim, film: Film | None, title: str, today: date) -> ClaimOffer:
    """Make the claim that would be kept, and work out what it would change; `film` None is an unknown one."""
    details = track.ClaimDetails(
        region=found.region or (WORLDWIDE if found.service else None),
        channel=channel_of(found),
        service=found.service,
        certainty=found.certainty,
        reported=Edtf.of(source.published) if source.published else None,
    )
    about = film or Film("", title)
    claim = track.make_claim(about, details, found.date, said=found.said, today=today, source=source_of(source))
    return ClaimOffer(found, film, film.title if film else title, claim, *_effect(film, claim, today))


def channel_of(found: ArticleClaim) -> Channel | None:
    """Return the channel of an article's claim; with a service it is digital, otherwise None if not stated."""
    return found.channel or (Channel.DIGITAL if found.service else None)


def _effect(film: Film | None, claim: Claim, today: date) -> tuple[Effect, int, int]:
    before = _release(film.claims if film else (), claim, today)
    if film is None or before is None:
        return Effect.NEW, 0, 0
    if any(_is_same_word(one, claim) for one in before.claims):
        return Effect.KNOWN, 0, 0
    if claim.span is None or before.span is None or claim.span == before.span:
        return Effect.SAME if claim.span == before.span else Effect.NEW, 0, 0
    after = _release((*film.claims, claim), claim, today)
    last, now = before.span.latest, after.span.latest if after and after.span else None
    if last and now and last != now:
        return Effect.MOVES, (now - last).days, 0
    others = sum(1 for one in before.claims if one.span and not one.span.overlaps(claim.span))
    return (Effect.CONTRADICTS, 0, others) if others else (Effect.SAME, 0, 0)


def _is_same_word(one: Claim, other: Claim) -> bool:
    return (one.source.id, one.date, one.certainty) == (other.source.id, other.date, other.certainty)


def _release(claims: Iterable[Claim], like: Claim, today: date) -> Release | None:
    key = key_of(like)
    return next((one for one in releases_on(claims, today) if one.key == key), None)


def unkept(offered: Iterable[ClaimOffer]) -> list[ClaimOffer]:
    """Leave out claims that were already kept from this article."""
    return [one for one in offered if one.effect is not Effect.KNOWN]


def keep(taken: Iterable[ClaimOffer], films: FilmLookup) -> Change:
    """Return one change that keeps the claims; unknown films become the user's own."""
    grouped: dict[str, list[ClaimOffer]] = {}
    for one in taken:
        grouped.setdefault(one.film.id if one.film else f"title:{fold(one.title)}", []).append(one)
    return Change(user_films=tuple(_user_films(grouped, films)))


def _user_films(grouped: Mapping[str, list[ClaimOffer]], films: FilmLookup) -> Iterator[UserFilm]:
    made: set[str] = set()
    for group in grouped.values():
        claims = tuple(dict.fromkeys(one.claim for one in group))
        film = group[0].film
        if film is not None:
            yield UserFilm(film.id, claims=claims)
            continue
        title = group[0].title
        film_id = track.free_id(title, lambda key: key in made or key in films.films([key]).films)
        made.add(film_id)
        yield UserFilm(film_id, title, claims=claims)

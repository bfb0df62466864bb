"""Asking TMDB about a batch of films, for a user with a key: one call per film."""

from collections.abc import Iterator, Sequence
from datetime import date

from watchlist.domain.film import Film
from watchlist.services.live.identity import Hit, movie_hits, the_one
from watchlist.services.live.news import Answer
from watchlist.services.live.shape import number, rows
from watchlist.services.live.tmdb import APPENDED, read_found, read_movie
from watchlist.services.upkeep.refresh.draft import FilmDraft
from watchlist.storage.web.client import Client
from watchlist.storage.web.fault import SiteError
from watchlist.storage.web.sites import LiveSite

_SITE = LiveSite.TMDB.value
_MOST_PAGES = 500
"""TMDB has no pages after this one."""


def ask_tmdb(client: Client, drafts: Sequence[FilmDraft], regions: Sequence[str], today: date) -> None:
    """Ask about a batch of films, and record the answers in the drafts; raise `Fault` if TMDB fails."""
    for draft in drafts:
        key = _key(draft) or _find(client, draft)
        if key is None:
            continue
        try:
            value = client.ask(f"/movie/{key}", append_to_response=APPENDED, language="en-US")
        except SiteError as error:
            if error.code != "404":
                raise
            draft.note = f"TMDB no longer has the film {key}"
            continue
        movie = read_movie(value, draft.film.id, today=today, regions=regions)
        if movie and movie.id == key:
            draft.was_answered()
            if draft.answer in (Answer.NOT_FOUND, Answer.SEVERAL):
                draft.answer, draft.note = Answer.SAME, ""
            draft.remember(tmdb=key, tmdb_day=today.isoformat())
            draft.facts[_SITE] = movie.facts
            draft.offers = movie.offers
            draft.record(_SITE, movie.claims, today)


def find_upcoming(client: Client, region: str | None, first: date, last: date) -> Iterator[Film]:
    """Yield the films that open in cinemas between two days, anywhere or in a region, page by page; raise `Fault`."""
    wanted: dict[str, str | int] = {
        **({"region": region} if region else {}),
        "with_release_type": "2|3",
        "release_date.gte": first.isoformat(),
        "release_date.lte": last.isoformat(),
    }
    page, pages = 1, 1
    while page <= min(pages, _MOST_PAGES):
        answer = client.ask("/discover/movie", **wanted, page=page)
        pages = number(answer, "total_pages") or 1
        yield from (film for row in rows(answer, "results") if (film := read_found(row)))
        page += 1


def _key(draft: FilmDraft) -> str | None:
    """Return the TMDB id of a film, if we or Wikidata know it."""
    facts = draft.facts.get(LiveSite.WIKIDATA.value)
    ids = (*draft.film.ids, *(facts.ids if facts else ()))
    listed = next((one.id for one in ids if one.site == "tmdb" and one.id.isascii() and one.id.isdigit()), None)
    return listed or draft.remembered.tmdb


def _find(client: Client, draft: FilmDraft) -> str | None:
    imdb = next((one.id for one in draft.film.ids if one.site == "imdb"), None)
    if imdb and imdb.isascii() and imdb.isalnum():
        answer = client.ask(f"/find/{imdb}", external_source="imdb_id")
        found = movie_hits({"results": rows(answer, "movie_results")})
        return found[0].key if len(found) == 1 else None
    year = {"year": draft.film.year} if draft.film.year else {}
    hit: Hit | None = the_one(draft.film, movie_hits(client.ask("/search/movie", query=draft.film.title, **year)))
    return hit.key if hit else None

"""Saving the results of a refresh: claims and facts in the fetched files, the memory in the state directory."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime, timedelta

from watchlist.domain.claim import Claim
from watchlist.domain.film import Film
from watchlist.services.live import offers
from watchlist.services.live.memory import Memory, Remembered, from_json, to_json
from watchlist.services.live.news import Answer
from watchlist.services.live.offers import OffersOfDay
from watchlist.services.live.shape import table
from watchlist.services.live.wikidata import Thing
from watchlist.services.upkeep.refresh.draft import FilmDraft, dated_by
from watchlist.storage.fetched_file import FetchedFile
from watchlist.storage.files import locked, real_path
from watchlist.storage.memory.data_file import read_data, write_data
from watchlist.storage.paths import Paths
from watchlist.storage.web.sites import LiveSite

_TMDB_KEEPS = timedelta(days=180)
"""TMDB's terms do not allow storing anything for more than six months."""
_TMDB_REPEATS = timedelta(days=30)
"""How long after `seen` a claim that TMDB still makes gets a new `seen`."""


class FetchedStore:
    """The fetched files and the memory, held under one lock."""

    def __init__(self, paths: Paths) -> None:
        """Read the files; raise `InvalidFile` if one is damaged."""
        self._paths = paths
        self._fetched = FetchedFile(paths.fetched)
        self._tmdb = FetchedFile(paths.fetched_tmdb)
        self.memory = from_json(read_data(paths.memory))

    def keep(self, drafts: Sequence[FilmDraft], things: Mapping[str, Thing], now: datetime) -> set[str]:
        """Save the results of a batch; return the ids of the films with new claims."""
        changed: set[str] = set()
        films: dict[str, Remembered] = dict(self.memory.films)
        for draft in drafts:
            if self._put(draft):
                changed.add(draft.film.id)
            if draft.answer is not Answer.NOT_ANSWERED:
                films[draft.film.id] = draft.remembered._replace(answered=now.isoformat(timespec="seconds"))
        self.memory = Memory(films, {**self.memory.things, **things})
        self._expire(now.date())
        self._save()
        self._save_offers(drafts, now.date())
        return changed

    def _put(self, draft: FilmDraft) -> bool:
        """Put the news about a film into the files; return whether there are new claims."""
        others = [claim for site, claims in draft.claims.items() if site != LiveSite.TMDB for claim in claims]
        facts = draft.facts.get(LiveSite.WIKIDATA.value)
        if others or facts:
            old = _dated(self._fetched.film(draft.film.id), draft)
            self._fetched.put(_grown(old, facts, draft.film.id, others))
        tmdb, facts = draft.claims.get(LiveSite.TMDB.value, []), draft.facts.get(LiveSite.TMDB.value)
        if tmdb or facts:
            old = _repeated(self._tmdb.film(draft.film.id), draft.said.get(LiveSite.TMDB.value, ()))
            self._tmdb.put(_grown(old, facts, draft.film.id, tmdb))
        return bool(others or tmdb)

    def _expire(self, today: date) -> None:
        """Drop what TMDB has not repeated for half a year."""
        for film in self._tmdb.films:
            self._tmdb.put(film._replace(claims=unexpired(film.claims, today)))
        old = (today - _TMDB_KEEPS).isoformat()
        self._tmdb.drop([film.id for film in self._tmdb.films if self.memory.of(film.id).tmdb_day < old])

    def _save(self) -> None:
        self._fetched.save(real_path(self._paths.fetched))
        self._tmdb.save(real_path(self._paths.fetched_tmdb))
        write_data(self._paths.memory, to_json(self.memory))

    def _save_offers(self, drafts: Sequence[FilmDraft], today: date) -> None:
        """Save today's offers for the films that TMDB was asked about."""
        named = [draft for draft in drafts if LiveSite.TMDB.value in draft.facts]
        asked = {draft.film.id: OffersOfDay(today, draft.offers) for draft in named}
        before = read_data(self._paths.offers)
        if asked or before:
            known = {key: one for key in table(before) if (one := offers.from_json(before, key))}
            write_data(self._paths.offers, offers.to_json({**known, **asked}, today))


@contextmanager
def open_fetched_store(paths: Paths) -> Iterator[FetchedStore]:
    """Hold the lock of the fetched files during a run: two runs at once would overwrite each other's results."""
    with locked(paths.fetched):
        yield FetchedStore(paths)


def _grown(old: Film | None, facts: Film | None, film_id: str, claims: Sequence[Claim]) -> Film:
    """Return a film with newer facts, and with more claims after those it has."""
    before = old.claims if old else ()
    return (facts or old or Film(film_id, ""))._replace(claims=(*before, *claims))


def unexpired(claims: Sequence[Claim], today: date) -> tuple[Claim, ...]:
    """Return the claims that TMDB has repeated within half a year."""
    return tuple(claim for claim in claims if today - claim.seen <= _TMDB_KEEPS)


def _dated(film: Film | None, draft: FilmDraft) -> Film | None:
    """Date the claims of unknown age by the film's history, if that was asked for."""
    return film and film._replace(claims=tuple(dated_by(draft.history, claim) for claim in film.claims))


def _repeated(film: Film | None, said: Sequence[Claim]) -> Film | None:
    """Update `seen` of the claims that TMDB still makes, at most once a month."""
    if film is None:
        return None
    days = {(one.region, one.channel, one.service, one.date): one.seen for one in said}
    claims = []
    for claim in film.claims:
        day = days.get((claim.region, claim.channel, claim.service, claim.date), claim.seen)
        claims.append(claim._replace(seen=day) if day - claim.seen > _TMDB_REPEATS else claim)
    return film._replace(claims=tuple(claims))

"""A refresh: asking about films in batches, those with the oldest answers first; each batch is saved when complete."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date, datetime, timedelta
from typing import NamedTuple

from watchlist.domain.film import Film
from watchlist.services.live.news import Answer, AskedFilm, Refreshed, SiteState, newest_first, news_of
from watchlist.services.moved import Moved
from watchlist.services.upkeep.refresh.ask_tmdb import ask_tmdb
from watchlist.services.upkeep.refresh.ask_wikidata import WikidataPass
from watchlist.services.upkeep.refresh.ask_wikipedia import ask_wikipedia
from watchlist.services.upkeep.refresh.draft import FilmDraft
from watchlist.services.upkeep.refresh.fetched_store import FetchedStore
from watchlist.services.upkeep.refresh.sites import Sites
from watchlist.services.upkeep.refresh.wikidata_calls import in_batches
from watchlist.storage.web.client import Client
from watchlist.storage.web.fault import BudgetSpent, Fault

_BATCH = 50
_FRESH = timedelta(hours=1)
"""Films with an answer that is not older than this are not asked about again."""
_ENOUGH = 10
"""If a site has lost most of this many known films or more, its answers are not trusted."""


class RefreshOptions(NamedTuple):
    """The options of a refresh: the regions of interest, and whether to ignore doubts and fresh answers (`force`)."""

    today: date
    now: datetime
    regions: tuple[str, ...] = ()
    force: bool = False


class Run:
    """One refresh, batch by batch."""

    def __init__(self, sites: Sites, store: FetchedStore, options: RefreshOptions) -> None:
        self._sites = sites
        self._store = store
        self._options = options
        self._wikidata = WikidataPass(sites.wikidata, store.memory, options.today)
        self._faults: dict[Client, Fault] = {}

    def refresh(self, films: Sequence[Film], done: Callable[[int], None]) -> Refreshed:
        """Ask about films, and save the answers; `done` is called with the size of each batch.

        Raises what saving raises.
        """
        stale = [film for film in films if self._options.force or not self._is_fresh(film)]
        stale.sort(key=lambda film: self._store.memory.of(film.id).answered)
        asked: list[AskedFilm] = []
        news: list[Moved] = []
        for batch in in_batches(stale, _BATCH):
            drafts = [FilmDraft(film, self._store.memory.of(film.id)) for film in batch]
            if self._goes_on:
                self._ask(drafts)
                news += self._keep(drafts)
            self._mark_left(drafts)
            asked += [AskedFilm(one.film, one.answer, one.note) for one in drafts]
            done(len(batch))
        states = tuple(state_of(one, self._faults.get(one)) for one in self._sites.all)
        return Refreshed(newest_first(news), tuple(asked), states, len(films) - len(stale), self._options.today)

    @property
    def _goes_on(self) -> bool:
        return any(client not in self._faults for client in self._sites.all if client is not self._sites.wikipedia)

    def _is_fresh(self, film: Film) -> bool:
        with suppress(ValueError):
            answered = datetime.fromisoformat(self._store.memory.of(film.id).answered)
            return timedelta() <= self._options.now - answered < _FRESH
        return False

    def _ask(self, drafts: Sequence[FilmDraft]) -> None:
        """Ask each site that has not failed yet; if one fails, the others are still asked."""
        sites, today = self._sites, self._options.today
        tmdb = sites.tmdb
        self._try(sites.wikidata, lambda: self._wikidata.ask(drafts))
        self._try(sites.wikipedia, lambda: ask_wikipedia(sites.wikipedia, drafts, today))
        if tmdb:
            self._try(tmdb, lambda: ask_tmdb(tmdb, drafts, self._options.regions, today))

    def _try(self, client: Client, ask: Callable[[], None]) -> None:
        if client in self._faults:
            return
        try:
            ask()
        except Fault as fault:
            self._faults[client] = fault

    def _keep(self, drafts: Sequence[FilmDraft]) -> list[Moved]:
        """Save the answers of a batch, unless they look wrong; return the news in them."""
        if self._looks_wrong(drafts) and not self._options.force:
            for draft in drafts:
                draft.answer, draft.note = Answer.NOT_ANSWERED, "the answers look wrong, so nothing was changed"
            return []
        changed = self._store.keep(drafts, self._wikidata.things, self._options.now)
        news: list[Moved] = []
        for draft in drafts:
            if draft.film.id in changed:
                draft.answer = Answer.CHANGED
                after = draft.film._replace(claims=draft.known)
                news += news_of(draft.film, after, self._options.today, self._options.regions)
        return news

    @staticmethod
    def _looks_wrong(drafts: Sequence[FilmDraft]) -> bool:
        known = [one for one in drafts if one.remembered.item]
        lost = [one for one in known if one.empty or one.answer in (Answer.GONE, Answer.NO_FILM)]
        return len(known) >= _ENOUGH and 2 * len(lost) > len(known)

    def _mark_left(self, drafts: Sequence[FilmDraft]) -> None:
        """If the calls are used up, mark the films without an answer as left for the next run."""
        spent = any(isinstance(fault, BudgetSpent) for fault in self._faults.values())
        for draft in drafts:
            if spent and draft.answer is Answer.NOT_ANSWERED and not draft.note:
                draft.answer = Answer.LEFT


def state_of(client: Client, fault: Fault | None) -> SiteState:
    """Return the state of a site; that the calls of a run are used up does not count as a fault."""
    if fault is None or fault.site != client.site or isinstance(fault, BudgetSpent):
        return SiteState(client.site.value, client.calls)
    return SiteState(client.site.value, client.calls, fault.cause, fault.offline)

"""Looking one film up: the films that a title may mean, what the sites know about the one meant, and saving it."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import NamedTuple

from watchlist.domain.film import Film
from watchlist.services.live.identity import contradicts, item_hit, shares_id, the_one
from watchlist.services.live.wikidata import ITEM_ID, Item
from watchlist.services.upkeep.refresh.ask_tmdb import ask_tmdb
from watchlist.services.upkeep.refresh.ask_wikidata import WikidataPass
from watchlist.services.upkeep.refresh.ask_wikipedia import ask_wikipedia
from watchlist.services.upkeep.refresh.draft import FilmDraft
from watchlist.services.upkeep.refresh.fetched_store import FetchedStore
from watchlist.services.upkeep.refresh.history_calls import PAUSE, date_history
from watchlist.services.upkeep.refresh.sites import Sites
from watchlist.services.upkeep.refresh.wikidata_calls import find_by_title
from watchlist.storage.web.fault import Fault
from watchlist.storage.web.sites import LiveSite


class Candidate(NamedTuple):
    """A film that a title may mean: its item, and the facts in it, under a new id of ours."""

    item: Item
    facts: Film


class LookedUp(NamedTuple):
    """A film with all claims, ours and those of the sites; `faults` says which sites failed, and why."""

    film: Film
    faults: tuple[str, ...] = ()


class Lookup:
    """One search for one film."""

    def __init__(self, sites: Sites, store: FetchedStore, now: datetime, regions: Sequence[str] = ()) -> None:
        """Take the `regions` for which offers are wanted."""
        self._regions = regions
        self._sites = sites
        self._store = store
        self._now = now
        self._wikidata = WikidataPass(sites.wikidata, store.memory, now.date())
        self._drafts: list[FilmDraft] = []

    def candidates(self, title: str) -> list[Candidate]:
        """Return Wikidata's films with a title, or the one with an item number; raise `Fault` if a request fails."""
        ids = [title] if ITEM_ID.fullmatch(title) else find_by_title(self._sites.wikidata, title)
        items = self._wikidata.items(ids)
        return [Candidate(item, self._wikidata.facts(item)) for item in items]

    def is_same(self, film: Film, candidate: Candidate, *, chosen: bool) -> bool:
        """Return whether one of our films is the candidate: certainly, or because the user has `chosen` it."""
        ids = candidate.item.ids
        if contradicts(film, ids):
            return False
        hit = item_hit(candidate.item, self._wikidata.things)
        return chosen or shares_id(film, ids) or the_one(film, [hit]) is not None

    def look(self, candidate: Candidate, film: Film, *, history: bool) -> LookedUp:
        """Ask every site about the film; if one fails, the others are still asked. `history` adds old revisions."""
        draft = FilmDraft(film, self._store.memory.of(film.id))
        self._drafts = [draft]
        today = self._now.date()
        faults: list[str] = []
        wikipedia, tmdb = self._sites.wikipedia, self._sites.tmdb
        article = candidate.item.article
        if history and article:
            self._try(faults, LiveSite.WIKIPEDIA, lambda: self._add_history(draft, article, today))
        self._wikidata.read(draft, candidate.item)
        self._try(faults, LiveSite.WIKIPEDIA, lambda: ask_wikipedia(wikipedia, [draft], today))
        if tmdb:
            self._try(faults, LiveSite.TMDB, lambda: ask_tmdb(tmdb, [draft], self._regions, today))
        facts = draft.facts.get(LiveSite.WIKIDATA.value, film)
        shown = film if film.title else facts
        return LookedUp(shown._replace(claims=draft.known), tuple(faults))

    def keep(self) -> None:
        """Save the film that was looked up."""
        self._store.keep(self._drafts, self._wikidata.things, self._now)

    def _add_history(self, draft: FilmDraft, article: str, today: date) -> None:
        self._sites.wikipedia.slow_down(PAUSE)
        draft.add_history(LiveSite.WIKIPEDIA.value, date_history(self._sites.wikipedia, article, today=today))

    @staticmethod
    def _try(faults: list[str], site: LiveSite, ask: Callable[[], None]) -> None:
        try:
            ask()
        except Fault as fault:
            faults.append(f"{site}: {fault.cause}")

"""Finding upcoming films: in Wikipedia's category, with what Wikidata knows about each, and by TMDB's search."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from watchlist.domain.claim import Channel, Claim
from watchlist.domain.dates import Span
from watchlist.domain.film import Film
from watchlist.domain.region import WORLDWIDE
from watchlist.services.film_lookup import FilmLookup
from watchlist.services.live.memory import Remembered
from watchlist.services.live.news import Answer, AskedFilm, Refreshed, newest_first, news_of
from watchlist.services.live.wikidata import Item
from watchlist.services.live.wikipedia import WikipediaArticle, read_infobox
from watchlist.services.moved import Moved
from watchlist.services.upkeep.refresh.ask_tmdb import ask_tmdb, find_upcoming
from watchlist.services.upkeep.refresh.ask_wikidata import WikidataPass
from watchlist.services.upkeep.refresh.draft import FilmDraft
from watchlist.services.upkeep.refresh.fetched_store import FetchedStore
from watchlist.services.upkeep.refresh.film_match import matching_film, new_film
from watchlist.services.upkeep.refresh.run import RefreshOptions, state_of
from watchlist.services.upkeep.refresh.sites import Sites
from watchlist.services.upkeep.refresh.wikidata_calls import in_batches
from watchlist.services.upkeep.refresh.wikipedia_calls import fetch_members, fetch_pages
from watchlist.storage.web.fault import Fault
from watchlist.storage.web.sites import LiveSite

_CATEGORY = "Category:Upcoming films"
_BATCH = 50
_AHEAD = timedelta(days=548)
"""How far ahead to look: eighteen months."""


class Discovery:
    """One search for upcoming films. Each batch is saved when complete; the next run continues after it."""

    def __init__(self, sites: Sites, store: FetchedStore, options: RefreshOptions, films: FilmLookup) -> None:
        self._sites = sites
        self._store = store
        self._options = options
        self._films = films
        self._wikidata = WikidataPass(sites.wikidata, store.memory, options.today)
        self._taken: set[str] = set()
        self._unread = 0
        self._window = Span(options.today, options.today + _AHEAD)

    def discover(self) -> Refreshed:
        """Search all sites for upcoming films, and save them. Raises what saving raises."""
        asked: list[AskedFilm] = []
        news: list[Moved] = []
        failed: list[Fault] = []
        for search in (self._in_wikipedia, self._in_tmdb):
            try:
                for drafts in search():
                    self._store.keep(drafts, self._wikidata.things, self._options.now)
                    asked += [AskedFilm(one.film, Answer.CHANGED) for one in drafts]
                    news += [move for one in drafts for move in self._news(one)]
            except Fault as fault:
                failed.append(fault)
        states = tuple(state_of(one, next((f for f in failed if f.site == one.site), None)) for one in self._sites.all)
        return Refreshed(newest_first(news), tuple(asked), states, 0, self._options.today, self._unread)

    def _in_wikipedia(self) -> Iterator[list[FilmDraft]]:
        titles = self._unread_titles()
        self._unread = len(titles)
        for batch in in_batches(titles, _BATCH):
            yield self._drafts(batch)
            self._unread -= len(batch)

    def _in_tmdb(self) -> Iterator[list[FilmDraft]]:
        """Search for upcoming films that are not known yet, for a user with a key: one call per film."""
        client = self._sites.tmdb
        if client is None:
            return
        first, last = self._options.today, self._options.today + _AHEAD
        for region in self._options.regions or (None,):
            for found in find_upcoming(client, region, first, last):
                if matching_film(self._films, self._store.memory, found) or dict(found.ids)["tmdb"] in self._numbers():
                    continue
                draft = FilmDraft(self._new(found)._replace(ids=found.ids), Remembered())
                ask_tmdb(client, [draft], self._options.regions, self._options.today)
                yield [draft]

    def _numbers(self) -> set[str | None]:
        """Return the TMDB ids of all films that were ever asked about."""
        return {one.tmdb for one in self._store.memory.films.values()}

    def _new(self, facts: Film) -> Film:
        """Make a film with an id that is free, also in this run."""
        film = new_film(self._films, facts, self._store.memory.films.keys() | self._taken)
        self._taken.add(film.id)
        return film

    def _unread_titles(self) -> list[str]:
        """Return the articles about upcoming films that have not been read for any film yet."""
        known = {one.article for one in self._store.memory.films.values()}
        return [title for title in fetch_members(self._sites.wikipedia, _CATEGORY) if title not in known]

    def _drafts(self, titles: Sequence[str]) -> list[FilmDraft]:
        """Read articles; return the films that come out where and when the user wants, as both sites have them."""
        pages = fetch_pages(self._sites.wikipedia, titles)
        words = {page.item: read_infobox(page, today=self._options.today) for page in pages.values() if page.item}
        wanted = [item for item, claims in words.items() if any(map(self._is_wanted, claims))]
        by_item = {page.item: page for page in pages.values()}
        items = [item for item in self._wikidata.items(wanted) if item.id in by_item]
        return [draft for item in items if (draft := self._draft(item, by_item[item.id], words[item.id]))]

    def _draft(self, item: Item, page: WikipediaArticle, words: Sequence[Claim]) -> FilmDraft | None:
        facts = self._wikidata.facts(item)
        memory = self._store.memory
        film = matching_film(self._films, memory, facts) or self._new(facts)
        draft = FilmDraft(film, memory.of(film.id))
        self._wikidata.read(draft, item)
        if draft.remembered.item != item.id:
            return None
        draft.remember(article=page.title, article_revision=page.revision)
        draft.record(LiveSite.WIKIPEDIA.value, words, self._options.today)
        if not film.title:
            draft.film = facts._replace(id=film.id)
        return draft

    def _is_wanted(self, claim: Claim) -> bool:
        regions = self._options.regions
        is_here = not regions or claim.region in (*regions, WORLDWIDE)
        return (
            claim.channel is not Channel.PREMIERE and is_here and bool(claim.span and claim.span.overlaps(self._window))
        )

    def _news(self, draft: FilmDraft) -> list[Moved]:
        after = draft.film._replace(claims=draft.known)
        return news_of(draft.film, after, self._options.today, self._options.regions)

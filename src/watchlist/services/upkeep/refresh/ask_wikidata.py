"""Asking Wikidata about a batch of films: finding their items, and reading those that have changed."""

from collections.abc import Sequence
from datetime import date

from watchlist.domain.film import Film
from watchlist.domain.names import slug
from watchlist.services.live.identity import contradicts, item_hit, shares_id, the_one
from watchlist.services.live.memory import Memory
from watchlist.services.live.news import Answer
from watchlist.services.live.wikidata import Item, Thing, places_of, publishers_of
from watchlist.services.live.wikidata_claims import read_claims, years_of
from watchlist.services.live.wikidata_facts import names_of, read_facts
from watchlist.services.upkeep.refresh.draft import FilmDraft
from watchlist.services.upkeep.refresh.wikidata_calls import (
    fetch_items,
    fetch_revisions,
    fetch_things,
    find_by_ids,
    find_by_title,
)
from watchlist.storage.web.client import Client
from watchlist.storage.web.sites import LiveSite

_SITE = LiveSite.WIKIDATA.value


class WikidataPass:
    """One pass over films; `things` are the places and people that it has looked up, kept for the next pass."""

    def __init__(self, client: Client, memory: Memory, today: date) -> None:
        self._client = client
        self._today = today
        self.things: dict[str, Thing] = dict(memory.things)
        self._film_of = {one.item: film_id for film_id, one in memory.films.items() if one.item}

    def ask(self, drafts: Sequence[FilmDraft]) -> None:
        """Ask about a batch of films, and record the answers in the drafts.

        Raises `Fault` if Wikidata fails; answers that came before that are kept.
        """
        self._ask_known([one for one in drafts if one.id_of_item])
        self._find([one for one in drafts if not one.id_of_item])

    def _ask_known(self, drafts: list[FilmDraft]) -> None:
        ids: dict[str, FilmDraft] = {}
        for draft in drafts:
            key = draft.id_of_item or ""
            if self._is_of(draft, key):
                ids[key] = draft
        revisions = fetch_revisions(self._client, ids)
        changed = [key for key, revision in revisions.items() if self._has_changed(ids[key], revision)]
        for key, revision in revisions.items():
            if revision and key not in changed:
                ids[key].was_answered()
                ids[key].record_unchanged(_SITE, self._today)
            elif not revision:
                _is_gone(ids[key], key)
        items = fetch_items(self._client, changed)
        self._look_up([item for item in items.values() if item])
        for key, item in items.items():
            if item is None:
                _is_gone(ids[key], key)
            elif not item.is_film or _contradicts_now(ids[key], item):
                ids[key].answer, ids[key].note = Answer.NO_FILM, f"{key} is no longer this film in Wikidata"
            else:
                self.read(ids[key], item)

    def _has_changed(self, draft: FilmDraft, revision: int) -> bool:
        return bool(revision) and (revision != draft.remembered.item_revision or draft.is_due(_SITE, self._today))

    def _find(self, drafts: list[FilmDraft]) -> None:
        """Find the items of films that were never asked about: by ids on other sites, then by title."""
        keys = [key for one in drafts for key in one.film.ids]
        items = fetch_items(self._client, find_by_ids(self._client, keys))
        self._look_up([item for item in items.values() if item])
        for draft in drafts:
            match = next(
                (item for item in items.values() if item and item.is_film and shares_id(draft.film, item.ids)), None
            )
            if match:
                self.read(draft, match)
            else:
                self._find_by_title(draft)

    def items(self, ids: Sequence[str]) -> list[Item]:
        """Return the items that are films, and look up everything that they refer to; raise `Fault`."""
        found = fetch_items(self._client, ids)
        films = [item for item in found.values() if item and item.is_film]
        self._look_up(films)
        return films

    def facts(self, item: Item) -> Film:
        """Return what an item says about a film besides its dates, under a new id of ours."""
        year = min(years_of(item), default=None)
        return read_facts(item, self.things, slug(item.title or item.id, year))

    def _find_by_title(self, draft: FilmDraft) -> None:
        found = self.items(find_by_title(self._client, draft.film.title))
        items = [item for item in found if not contradicts(draft.film, item.ids)]
        hit = the_one(draft.film, [item_hit(item, self.things) for item in items])
        match = next((item for item in items if hit and item.id == hit.key), None)
        if match:
            self.read(draft, match)
        elif items and draft.answer is Answer.NOT_ANSWERED:
            draft.answer, draft.note = Answer.SEVERAL, ", ".join(item.id for item in items)
        elif draft.answer is Answer.NOT_ANSWERED:
            draft.answer = Answer.NOT_FOUND

    def _look_up(self, items: Sequence[Item]) -> None:
        """Look up the places, people and publishers that items refer to, and the countries of those places."""
        wanted = {one for item in items for one in (*places_of(item), *publishers_of(item), *names_of(item))}
        self._learn(wanted)
        self._learn({thing.country for one in wanted if (thing := self.things.get(one)) and thing.country})

    def _learn(self, wanted: set[str]) -> None:
        self.things |= fetch_things(self._client, sorted(wanted - self.things.keys()))

    def read(self, draft: FilmDraft, item: Item) -> None:
        """Record in a draft what the item of its film says."""
        if not self._is_of(draft, item.id):
            return
        draft.was_answered()
        draft.remember(item=item.id, item_revision=item.revision)
        if item.article != draft.remembered.article:
            draft.remember(article=item.article, article_revision=0)
        draft.facts[_SITE] = read_facts(item, self.things, draft.film.id)
        draft.record(_SITE, read_claims(item, self.things, today=self._today), self._today)

    def _is_of(self, draft: FilmDraft, key: str) -> bool:
        """Note that an item is a draft's film, and return True, unless another film of ours already has that item."""
        other = self._film_of.setdefault(key, draft.film.id)
        if other == draft.film.id:
            return True
        draft.answer, draft.note = Answer.SEVERAL, f"Wikidata has the same item for it and for {other}"
        return False


def _contradicts_now(draft: FilmDraft, item: Item) -> bool:
    """Return whether the item of one of our films now has the ids of a different film."""
    return contradicts(
        draft.film._replace(ids=tuple(one for one in draft.film.ids if one.site != "wikidata")), item.ids
    )


def _is_gone(draft: FilmDraft, key: str) -> None:
    draft.answer, draft.note = Answer.GONE, f"{key} is no longer in Wikidata"

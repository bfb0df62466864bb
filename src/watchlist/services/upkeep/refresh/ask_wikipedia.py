"""Asking Wikipedia about a batch of films, by the articles that their items in Wikidata link to."""

from collections.abc import Sequence
from datetime import date

from watchlist.services.live.wikipedia import read_infobox
from watchlist.services.upkeep.refresh.draft import FilmDraft
from watchlist.services.upkeep.refresh.wikipedia_calls import fetch_page_revisions, fetch_pages
from watchlist.storage.web.client import Client
from watchlist.storage.web.sites import LiveSite

_SITE = LiveSite.WIKIPEDIA.value


def ask_wikipedia(client: Client, drafts: Sequence[FilmDraft], today: date) -> None:
    """Read the articles about a batch of films, and record the answers in the drafts; raise `Fault` if that fails."""
    titled = {title: one for one in drafts if (title := one.remembered.article)}
    known = [title for title, one in titled.items() if one.remembered.article_revision]
    revisions = fetch_page_revisions(client, known)
    wanted = [title for title, one in titled.items() if _is_wanted(one, revisions.get(title), today)]
    for title in set(known).difference(wanted):
        titled[title].was_answered()
        titled[title].record_unchanged(_SITE, today)
    for title, page in fetch_pages(client, wanted).items():
        draft = titled[title]
        draft.was_answered()
        if page.item and draft.remembered.item and page.item != draft.remembered.item:
            draft.note = f'the article "{page.title}" is about something else now'
            continue
        draft.remember(article_revision=page.revision)
        draft.record(_SITE, read_infobox(page, today=today), today)


def _is_wanted(draft: FilmDraft, revision: int | None, today: date) -> bool:
    return revision != draft.remembered.article_revision or draft.is_due(_SITE, today)

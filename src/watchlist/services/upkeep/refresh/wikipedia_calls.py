"""The calls to the English Wikipedia's API: revisions, and the first sections of articles."""

from collections.abc import Iterable, Mapping

from watchlist.domain.json_value import Json
from watchlist.services.live.shape import day_of, member, number, rows, text
from watchlist.services.live.wikipedia import WikipediaArticle
from watchlist.services.upkeep.refresh.wikidata_calls import in_batches
from watchlist.storage.web.client import Client

_MOST_TITLES = 50
_MOST_MEMBERS = 10_000
_COMMON: dict[str, str | int] = {"action": "query", "format": "json", "formatversion": 2, "maxlag": 5}
_HEAD: dict[str, str | int] = {
    "rvslots": "main",
    "rvsection": 0,
    "prop": "revisions|pageprops",
    "ppprop": "wikibase_item",
}


def fetch_page_revisions(client: Client, titles: Iterable[str]) -> dict[str, int]:
    """Return the newest revisions of articles, by the titles asked for."""
    found: dict[str, int] = {}
    for batch in in_batches(_valid(titles), _MOST_TITLES):
        answer = client.ask(titles="|".join(batch), redirects=1, prop="revisions", rvprop="ids|timestamp", **_COMMON)
        pages = _by_asked(answer, batch)
        found |= {asked: number(page, "revisions", 0, "revid") or 0 for asked, page in pages.items()}
    return found


def fetch_pages(client: Client, titles: Iterable[str]) -> dict[str, WikipediaArticle]:
    """Return the first sections of articles, by the titles asked for; articles that do not exist are left out."""
    found: dict[str, WikipediaArticle] = {}
    for batch in in_batches(_valid(titles), _MOST_TITLES):
        answer = client.ask(titles="|".join(batch), redirects=1, rvprop="ids|timestamp|content", **_HEAD, **_COMMON)
        for asked, value in _by_asked(answer, batch).items():
            page = read_page(value, member(value, "revisions", 0))
            if page:
                found[asked] = page
    return found


def fetch_members(client: Client, category: str) -> list[str]:
    """Return the titles of the articles in a category."""
    titles: list[str] = []
    goes_on: dict[str, str | int] = {}
    while len(titles) < _MOST_MEMBERS:
        answer = client.ask(list="categorymembers", cmtitle=category, cmtype="page", cmlimit=500, **goes_on, **_COMMON)
        titles += [title for row in rows(answer, "query", "categorymembers") if (title := text(row, "title"))]
        further = text(answer, "continue", "cmcontinue")
        if further is None:
            break
        goes_on = {"cmcontinue": further}
    return titles


def read_page(value: Json, revision: Json) -> WikipediaArticle | None:
    """Read a revision of an article; None if its text is missing."""
    title, content = text(value, "title"), member(revision, "slots", "main", "content")
    edited = day_of(text(revision, "timestamp"))
    if title is None or edited is None or not isinstance(content, str):
        return None
    return WikipediaArticle(
        title, number(revision, "revid") or 0, edited, text(value, "pageprops", "wikibase_item"), content
    )


def _by_asked(answer: Json, asked: list[str]) -> dict[str, Json]:
    """Return pages by the titles asked for, which the answer may have normalised or redirected."""
    pages = {title: page for page in rows(answer, "query", "pages") if (title := text(page, "title"))}
    normalised = _names(answer, "normalized")
    moved = _names(answer, "redirects")
    titles = {one: normalised.get(one, one) for one in asked}
    return {one: pages[moved.get(to, to)] for one, to in titles.items() if moved.get(to, to) in pages}


def _names(answer: Json, kind: str) -> Mapping[str, str]:
    pairs = ((text(row, "from"), text(row, "to")) for row in rows(answer, "query", kind))
    return {before: after for before, after in pairs if before and after}


def _valid(titles: Iterable[str]) -> list[str]:
    return [one for one in dict.fromkeys(titles) if one and "|" not in one]

"""Faults in sources that the schema cannot see: unusual names of outlets, addresses of front pages, duplicates."""

import re
from collections.abc import Iterator, Mapping
from urllib.parse import SplitResult, parse_qsl, urlsplit

from watchlist.domain.claim import UNSOURCED, Source
from watchlist.domain.names import fold
from watchlist.storage.toml.schema import Problem


def source_faults(sources: Mapping[str, Source], places: Mapping[str, int]) -> Iterator[Problem]:
    """Find the faults in the sources of one film file; `places` has the position of each by id."""
    outlets: dict[str, str] = {}
    pages: dict[str, str] = {}
    pieces: dict[tuple[str, str], str] = {}
    for key, number in places.items():
        source = sources[key]
        name = source.publisher
        usual = outlets.setdefault(_outlet(name), name)
        if re.search(_NO_OUTLET, name, re.IGNORECASE) and source != UNSOURCED:
            yield Problem(("sources", number, "publisher"), f'"{name}": give the outlet by the name that readers know')
        elif usual != name:
            yield Problem(("sources", number, "publisher"), f'"{name}" is "{usual}" elsewhere: give it one name')
        if source.url and is_front_page(source.url):
            words = "the address is a front page: give that of the page that says it"
            yield Problem(("sources", number, "url"), words)
        elif source.url and pages.setdefault(_page(source.url), key) != key:
            words = f'"{pages[_page(source.url)]}" has the same address: make them one source'
            yield Problem(("sources", number, "url"), words)
        elif source.title and pieces.setdefault((_outlet(name), source.title), key) != key:
            words = f'"{pieces[_outlet(name), source.title]}" is the same article: make them one source'
            yield Problem(("sources", number, "title"), words)


_NO_OUTLET = (
    r"^[\w.-]+/[\w./-]+$|\.(json|csv|ics|toml|txt|xml|md)$|^https?:|^www\.|^(news\.google\.com|google|reddit)$"
    r"|\b(headlines?|stored|corpus|repository|repo|backend|github|gitlab|gist|rss)\b"
    r"|^(an? |the )?(unknown|various|several|internet|web|online|list|data ?(set|base)|article|google news)$"
)
"""Matches names that are a repository, a file, an address, or too vague to look up."""


def _outlet(name: str) -> str:
    """Return a key that is equal for all names of an outlet: JoBlo and JoBlo.com, The Verge and Verge."""
    return re.sub(r"^the | (com|net|org)$", "", fold(name)) or name


_CODE_HOSTS = ("github.com", "gitlab.com", "codeberg.org", "bitbucket.org")
_PROFILE_HOSTS = ("twitter.com", "x.com", "facebook.com", "instagram.com", "threads.net", "bsky.app")
_DEPTHS = {**dict.fromkeys(_CODE_HOSTS, 2), **dict.fromkeys(_PROFILE_HOSTS, 1)}
"""How many parts the path of a front page has: owner and name of a repository, or the name of an account."""
_OPENING = (
    r"(index|home|default)(\.\w+)?|[a-z]{2}(-[a-z]{2})?|news|movies?|films?|cinema|articles?|blog|latest|entertainment"
)
"""Matches parts of a path that do not lead to a single page: a start page, a language, a section."""
_NOT_OF_THE_PAGE = r"utm_\w+|ref|source|fbclid|gclid|lang|hl"


def is_front_page(address: str) -> bool:
    """Return whether an address is the front page of a site, a section or a repository, or a search."""
    parts = urlsplit(address)
    host = _host(parts)
    path = [part for part in parts.path.split("/") if part]
    if host in _DEPTHS:
        is_tree = host in _CODE_HOSTS and (path[2:3] == ["tree"] or path[-1].lower().startswith("readme"))
        return len(path) <= _DEPTHS[host] or is_tree
    if path[-1:] == ["search"]:
        return True
    return all(re.fullmatch(_OPENING, part, re.IGNORECASE) for part in path) and not _query(parts.query)


def _host(address: SplitResult) -> str:
    return address.netloc.lower().removeprefix("www.")


def _query(query: str) -> list[tuple[str, str]]:
    """Return the parameters of a query that distinguish pages, without those for tracking."""
    return [pair for pair in parse_qsl(query) if not re.fullmatch(_NOT_OF_THE_PAGE, pair[0], re.IGNORECASE)]


def _page(address: str) -> str:
    """Return a key that is equal for all addresses of a page."""
    parts = urlsplit(address)
    return f"{_host(parts)}{parts.path.rstrip('/')}?{_query(parts.query)}"

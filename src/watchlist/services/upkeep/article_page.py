"""Fetching the web page that the user gave as an article, with one request."""

from email.message import Message
from typing import NamedTuple

from watchlist.domain.errors import NetworkFailed, UsageMistake
from watchlist.services.live.shape import safe_address
from watchlist.services.upkeep.web_address import has_login, is_https, split_address
from watchlist.storage.web.client import agent
from watchlist.storage.web.fault import Fault
from watchlist.storage.web.network import Limits, Network

_LARGEST = 5 * 1024 * 1024
_KEPT = "Nothing was kept."
_SAVE_IT = "Or save the page in a browser, and give its file."


class ArticlePage(NamedTuple):
    """The bytes of a page, and the encoding that its server stated."""

    data: bytes
    charset: str | None


def fetch_article(address: str) -> ArticlePage:
    """Fetch a page; raise `UsageMistake` for an address that is not fetched, `NetworkFailed` if no page came."""
    url = _checked(address)
    asked = {"User-Agent": agent(), "Accept": "text/html,text/plain;q=0.9,*/*;q=0.1", "Accept-Encoding": "gzip"}
    try:
        answer = Network(url, Limits(bytes=_LARGEST), pages=True).get(url, asked)
    except Fault as fault:
        target = safe_address(fault.target)
        hint = f"To read that page: watchlist read {target}" if target else _SAVE_IT
        raise NetworkFailed(
            "no network" if fault.offline else f"{address} {fault.cause}", kept=_KEPT, hint=hint
        ) from None
    if answer.status != 200:
        raise NetworkFailed(f"{address} answered with the error {answer.status}", kept=_KEPT, hint=_SAVE_IT)
    kind = Message()
    kind["Content-Type"] = answer.headers.get("content-type", "")
    return ArticlePage(answer.body, kind.get_content_charset())


def _checked(address: str) -> str:
    """Check an address, and return it without its fragment, which is only for browsers."""
    parts = split_address(address)
    if has_login(parts):
        raise UsageMistake("addresses with a user name or password are not fetched", hint=_SAVE_IT)
    if not is_https(parts) or safe_address(address) is None:
        raise UsageMistake(f'"{address}" is not an address that starts with https://', hint=_SAVE_IT)
    url = address.partition("#")[0]
    return url if parts.path else f"{url}/"

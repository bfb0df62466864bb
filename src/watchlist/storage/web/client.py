"""A polite client of one site: one request at a time, with pauses, few in all, and retries only as the site allows.

The rules are Wikimedia's (robot policy and user agent policy of 2026), which are stricter
than those of the other sites.
"""

import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from importlib.metadata import version
from typing import NamedTuple, Protocol
from urllib.parse import quote, urlencode

from watchlist.domain.json_value import Json
from watchlist.storage.web.body import read_json
from watchlist.storage.web.fault import BudgetSpent, Fault, SiteError
from watchlist.storage.web.network import AGENT, Response
from watchlist.storage.web.recording import Trace
from watchlist.storage.web.sites import LiveSite

_MOST_SKEW = 48 * 3600
"""Seconds by which our clock may differ from a server's; with more, wrong days would enter the history."""


class Transport(Protocol):
    """Where answers come from: the network, or a recording."""

    def get(self, url: str, headers: Mapping[str, str], /) -> Response:
        """Return the answer to a request; raise `Fault` if there is none."""


class Manners(NamedTuple):
    """The limits for asking a site: seconds between calls, tries per call, and calls in one run."""

    pause: float = 0.25
    slow: float = 1.0
    """An answer that takes more seconds than this is a sign of load."""
    pause_after_slow: float = 5.0
    tries: int = 4
    wait: float = 5.0
    """Seconds before the next try, unless the site says how long to wait."""
    longest_wait: float = 60.0
    calls: int = 60


UNIDENTIFIED = Manners(pause=6.0)
"""Wikimedia allows ten calls a minute to a program that does not say who runs it."""


class Client:
    """Asks one site. `now` is the time of the run; `report` is called with a message before each wait."""

    def __init__(
        self,
        site: LiveSite,
        address: str,
        transport: Transport,
        *,
        agent: str,
        now: datetime,
        manners: Manners = Manners(),  # noqa: B008  a NamedTuple never changes
        report: Callable[[str], None] = lambda _: None,
        trace: Trace | None = None,
    ) -> None:
        self.site = site
        self.calls = 0
        self._address = address
        self._transport = transport
        self._headers = {"User-Agent": agent, "Accept-Encoding": "gzip", "Accept": "application/json"}
        self._now = now
        self._manners = manners
        self._report = report
        self._trace = trace
        self._free_at = 0.0

    def slow_down(self, pause: float) -> None:
        """Raise the pause between calls to at least `pause` seconds; without any pause (in tests), do nothing."""
        if self._manners.pause:
            self._manners = self._manners._replace(pause=max(pause, self._manners.pause))

    def ask(self, path: str = "", /, **parameters: str | int) -> Json:
        """Return the data at a path of the site; retry if that may help, and raise `Fault` if no data came.

        Raises `BudgetSpent` instead of making one call too many.
        """
        url = f"{self._address}{path}"
        if parameters:
            url += f"?{urlencode(parameters, quote_via=quote)}"
        for attempt in range(1, self._manners.tries + 1):
            try:
                return self._checked(self._exchange(url))
            except Fault as fault:
                fault.site = self.site
                if not fault.again or attempt == self._manners.tries:
                    raise
                self._wait(fault.wait)
        raise AssertionError("unreachable")

    def _exchange(self, url: str) -> Response:
        if self.calls >= self._manners.calls:
            raise BudgetSpent(f"the {self._manners.calls} calls of one run are used up")
        self.calls += 1
        time.sleep(max(0.0, self._free_at - time.monotonic()))
        started = time.monotonic()
        try:
            answer = self._transport.get(url, self._headers)
        except Fault as fault:
            if self._trace:
                self._trace.note_fault(url, fault)
            raise
        finally:
            ended = time.monotonic()
            is_slow = ended - started > self._manners.slow
            self._free_at = ended + (self._manners.pause_after_slow if is_slow else self._manners.pause)
        if self._trace:
            self._trace.note(url, answer)
        return answer

    def _checked(self, answer: Response) -> Json:
        """Return the data of an answer; raise `Fault` if it is an error."""
        self._refuse_skew(answer)
        if answer.status in (429, 502, 503, 504):
            raise Fault(_busy_words(answer.status), again=True, wait=self._asked_wait(answer))
        if answer.status in (401, 403):
            raise Fault(f"refused us ({answer.status}): {self._who()}")
        if answer.status >= 400:
            raise SiteError(str(answer.status), f"answered with the error {answer.status}")
        value = read_json(answer.body)
        if isinstance(value, dict) and "error" in value:
            error = value["error"]
            code = str(error.get("code") if isinstance(error, dict) else error)[:60]
            if code in ("maxlag", "ratelimited"):
                raise Fault("is busy", again=True, wait=self._asked_wait(answer))
            raise SiteError(code, f'answered with the error "{code}"')
        if isinstance(value, dict) and isinstance(value.get("errors"), list):
            raise SiteError("errors", "answered with an error")
        return value

    def _who(self) -> str:
        if self.site is LiveSite.TMDB:
            return "is the key right?"
        return "is the contact right? See: watchlist config set contact"

    def _asked_wait(self, answer: Response) -> float | None:
        """Return the seconds of Retry-After, a number or a date; None if it is neither. Raise `Fault` if too long."""
        text = answer.headers.get("retry-after", "").strip()
        if text.isascii() and text.isdigit() and len(text) < 10:
            wait = float(text)
        else:
            until, there = _moment(text), _moment(answer.headers.get("date", "")) or self._now
            wait = (until - there).total_seconds() if until else -1.0
        if wait > self._manners.longest_wait:
            raise Fault(f"asks us to come back in {_long_words(wait)}")
        return wait if wait >= 0 else None

    def _wait(self, asked: float | None) -> None:
        if asked is None:
            self._report(f"{self.site} will be asked again in {self._manners.wait:g} s.")
        else:
            self._report(f"{self.site} asks us to wait {asked:g} s.")
        time.sleep(self._manners.wait if asked is None else asked)

    def _refuse_skew(self, answer: Response) -> None:
        there = _moment(answer.headers.get("date", ""))
        if there and abs((there - self._now).total_seconds()) > _MOST_SKEW:
            raise Fault(f"has {there.date()} where this computer has {self._now.date()}: set the clock right")


def _moment(text: str) -> datetime | None:
    """Parse an HTTP date (RFC 9110, 5.6.7); None for anything else."""
    try:
        return parsedate_to_datetime(text).astimezone(UTC)
    except (ValueError, TypeError, OverflowError):
        return None


def agent(contact: str = "") -> str:
    """Return the User-Agent: the program, who runs it, and the library, in the form that Wikimedia asks for."""
    program = f"watchlist/{version('watchlist')}"
    return f"{program} ({contact}) {AGENT}" if contact else f"{program} {AGENT}"


def _busy_words(status: int) -> str:
    return "has had too many calls from here" if status == 429 else f"is busy or down ({status})"


def _long_words(seconds: float) -> str:
    hours, minutes = seconds / 3600, seconds / 60
    return f"{hours:.0f} hours" if hours >= 2 else f"{minutes:.0f} minutes"

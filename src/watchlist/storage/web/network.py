"""One request over the network at a time, with limits on everything that a server decides.

Certificates are always checked against those that the system trusts. Redirects are not
followed. A request, name lookup included, ends at a deadline: it runs in its own
thread, and its socket is shut down then.
"""

import http.client
import socket
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from importlib.metadata import version
from ssl import PROTOCOL_TLS_CLIENT
from typing import NamedTuple
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import truststore
import urllib3
from urllib3 import exceptions
from urllib3.connection import HTTPConnection

from watchlist.storage.web.body import unpacked, web_page
from watchlist.storage.web.fault import Fault

_UNCHANGED = 304
"""The HTTP status "not modified": an answer without a body."""

AGENT = f"urllib3/{version('urllib3')}"
"""The library's part of the User-Agent."""


class Limits(NamedTuple):
    """The limits of a request: seconds, and bytes of the unpacked body."""

    deadline: float = 60
    connect: float = 10
    read: float = 20
    bytes: int = 32 * 1024 * 1024


class Response(NamedTuple):
    """The answer of a server; the names of its headers are in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Secret(NamedTuple):
    """The user's key for one server: sent as a bearer token, or as a parameter of the address."""

    value: str
    parameter: str = ""


class Network:
    """Requests to one server, over one connection that is kept open. The `secret` is sent to this server only.

    A web page as an answer is a fault, unless `pages` are wanted.
    """

    def __init__(
        self,
        address: str,
        limits: Limits = Limits(),  # noqa: B008  a NamedTuple never changes
        secret: Secret | None = None,
        *,
        pages: bool = False,
    ) -> None:
        parts = urlsplit(address)
        self._secret = secret
        self._origin = f"{parts.scheme}://{parts.netloc}"
        self._host = parts.hostname or ""
        self._limits = limits
        self._pages = pages
        self._line = self._new_line()

    def _new_line(self) -> "_Line":
        return _Line(self._origin, self._host, self._limits, pages=self._pages)

    def get(self, url: str, headers: Mapping[str, str]) -> Response:
        """Return the answer for an address on this server; raise `Fault` unless a whole answer came."""
        if not url.startswith(f"{self._origin}/"):
            raise Fault("was asked for a page on another server")
        line = self._line
        url, headers = self._with_secret(url, headers)
        outcome: list[Response | BaseException] = []
        worker = threading.Thread(target=line.run, args=(url, headers, outcome), daemon=True)
        worker.start()
        worker.join(self._limits.deadline)
        if not outcome:
            line.cut()
            self._line = self._new_line()
            raise Fault(f"no complete answer within {self._limits.deadline:g} seconds")
        (came,) = outcome
        if isinstance(came, BaseException):
            raise came
        return came

    def _with_secret(self, url: str, headers: Mapping[str, str]) -> tuple[str, Mapping[str, str]]:
        if self._secret is None:
            return url, headers
        if self._secret.parameter:
            return f"{url}{'&' if '?' in url else '?'}{self._secret.parameter}={self._secret.value}", headers
        return url, {**headers, "Authorization": f"Bearer {self._secret.value}"}


class _Line:
    """A pool of one connection, which can be cut from another thread."""

    def __init__(self, origin: str, host: str, limits: Limits, *, pages: bool) -> None:
        self._limits = limits
        self._pages = pages
        self._connections: list[HTTPConnection] = []
        self._is_cut = False
        self._pool = _manager(origin, host, limits).connection_from_url(origin)
        self._pool.ConnectionCls = _remembering(self._pool.ConnectionCls, self._remember)

    def run(self, url: str, headers: Mapping[str, str], outcome: list[Response | BaseException]) -> None:
        """Make one request, and append its answer or its error to `outcome`."""
        try:
            outcome.append(self._exchange(url, headers))
        except BaseException as error:  # noqa: BLE001  raised again in the thread that asked
            outcome.append(error)

    def cut(self) -> None:
        """Shut the connection down, and refuse to open another."""
        self._is_cut = True
        for connection in self._connections:
            if connection.sock is not None:
                with suppress(OSError):
                    connection.sock.shutdown(socket.SHUT_RDWR)

    def _remember(self, connection: HTTPConnection) -> None:
        if self._is_cut:
            raise OSError("cut off at the deadline")
        self._connections[:] = [connection]

    def _exchange(self, url: str, headers: Mapping[str, str]) -> Response:
        try:
            response = self._pool.urlopen(
                "GET", url, headers=headers, retries=False, redirect=False, preload_content=False, decode_content=False
            )
            try:
                return self._read(response)
            finally:
                response.close()
        except exceptions.HTTPError as error:
            raise _fault(error) from None

    def _read(self, response: urllib3.BaseHTTPResponse) -> Response:
        headers = {name.lower(): value for name, value in response.headers.items()}
        if 300 <= response.status < 400 and response.status != _UNCHANGED:
            raise sent_elsewhere(headers.get("location", ""))
        if response.status < 400 and not self._pages and "html" in headers.get("content-type", ""):
            raise web_page()
        chunks = response.stream(1 << 16, decode_content=False)
        body = unpacked(chunks, headers.get("content-encoding", ""), limit=self._limits.bytes)
        return Response(response.status, headers, body)


def _remembering(kind: type, remember: Callable[[HTTPConnection], None]) -> type:
    """Return a kind of connection that calls `remember` with itself before it connects."""

    class Remembered(kind):  # type: ignore[misc]
        def connect(self) -> None:
            remember(self)
            super().connect()

    return Remembered


def _manager(origin: str, host: str, limits: Limits) -> urllib3.PoolManager:
    """Return the connection pools for a server, through the system's proxy if there is one."""
    scheme = urlsplit(origin).scheme
    timeout = urllib3.Timeout(connect=limits.connect, read=limits.read)
    context = truststore.SSLContext(PROTOCOL_TLS_CLIENT)
    proxy = getproxies().get(scheme)
    if scheme == "http" or not proxy or proxy_bypass(host):
        return urllib3.PoolManager(maxsize=1, block=True, timeout=timeout, ssl_context=context)
    return urllib3.ProxyManager(proxy, maxsize=1, block=True, timeout=timeout, ssl_context=context)


def sent_elsewhere(target: str) -> Fault:
    """Return the fault for a redirect."""
    host = urlsplit(target).hostname or "another page"
    return Fault(f"wants to send us to {host[:100]}, which is not followed", target=target)


def _fault(error: exceptions.HTTPError) -> Fault:
    """Turn an error of the library into a fault."""
    match error:
        case exceptions.SSLError():
            return Fault(f"the connection is not safe ({_reason(error)})")
        case exceptions.NewConnectionError() | exceptions.ConnectTimeoutError() | exceptions.ProxyError():
            return Fault("cannot be reached", offline=True)
        case exceptions.ReadTimeoutError():
            return Fault("stopped in the middle of an answer")
        case exceptions.ProtocolError() if _was_broken_off(error):
            return Fault("closed the connection", again=True)
        case exceptions.IncompleteRead() | exceptions.InvalidChunkLength():
            return Fault("the answer was cut off", again=True)
    return Fault("answered with something that is not HTTP")


def _was_broken_off(error: exceptions.ProtocolError) -> bool:
    cause = error.args[1] if len(error.args) > 1 else error
    broken = (ConnectionError, http.client.IncompleteRead, http.client.RemoteDisconnected)
    return isinstance(cause, broken)


def _reason(error: exceptions.SSLError) -> str:
    """Return a short reason why the handshake failed."""
    cause = error.args[0] if error.args else error
    return str(getattr(cause, "verify_message", "") or getattr(cause, "reason", "") or "TLS").lower()[:100]

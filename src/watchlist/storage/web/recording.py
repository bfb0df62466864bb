"""A recording of what sites answered: written for a bug report, and replayed without a network.

One line of JSON per exchange. The user's key is blanked out of addresses and answers; of a
request, only the address is recorded.
"""

import json
from collections import deque
from collections.abc import Mapping
from pathlib import Path

from watchlist.domain.errors import InvalidFile
from watchlist.storage.files import disk_failed, read_bytes
from watchlist.storage.web.fault import Fault
from watchlist.storage.web.network import Response

_KEPT_HEADERS = ("content-type", "date", "retry-after")
STRUCK_OUT = "***"


class Trace:
    """Writes exchanges to a file as they are made, with `secret` blanked out."""

    def __init__(self, path: Path, secret: str = "") -> None:
        """Empty or create the file, readable for this user only; raise `DiskFailed` if it cannot be written."""
        self._path = path
        self._secret = secret
        try:
            path.touch(mode=0o600)
            path.write_bytes(b"")
        except OSError as error:
            raise disk_failed("write", path, error) from None

    def note(self, url: str, answer: Response) -> None:
        """Record one exchange."""
        record = {
            "url": url,
            "status": answer.status,
            "headers": {name: answer.headers[name] for name in _KEPT_HEADERS if name in answer.headers},
            "body": answer.body.decode(errors="surrogateescape"),
        }
        self._write(record)

    def note_fault(self, url: str, fault: Fault) -> None:
        """Record that there was no answer."""
        self._write({"url": url, "fault": fault.cause})

    def _write(self, record: Mapping[str, object]) -> None:
        line = json.dumps(record)
        if self._secret:
            line = line.replace(self._secret, STRUCK_OUT)
        try:
            with self._path.open("a", encoding="ascii") as file:
                file.write(f"{line}\n")
        except OSError as error:
            raise disk_failed("write", self._path, error) from None


class Replay:
    """Answers from a recording, each exchange once, in the order of the file."""

    def __init__(self, path: Path) -> None:
        """Read a recording; raise `InvalidFile` with the number of the first line that is not an exchange."""
        self._exchanges: dict[str, deque[Response | Fault]] = {}
        data = read_bytes(path)
        if data is None:
            raise InvalidFile(f"{path}: there is no such file", kept="Nothing was changed.")
        for number, line in enumerate(data.splitlines(), 1):
            try:
                url, came = _exchange(json.loads(line))
            except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
                raise InvalidFile(
                    f"{path}:{number}: this line was not written by --trace", kept="Nothing was changed."
                ) from None
            self._exchanges.setdefault(url, deque()).append(came)

    def has_answers_of(self, address: str) -> bool:
        """Return whether the recording has any exchange with the site at an address."""
        return any(url.startswith(address) for url in self._exchanges)

    def get(self, url: str, headers: Mapping[str, str]) -> Response:
        """Return the next recorded answer for an address; raise `Fault` if there is none, or a fault was recorded."""
        del headers
        recorded = self._exchanges.get(url)
        if not recorded:
            raise Fault(f"the recording has no answer for {url[:200]}")
        came = recorded.popleft()
        if isinstance(came, Fault):
            raise came
        return came


def _exchange(record: Mapping[str, object]) -> tuple[str, Response | Fault]:
    url = str(record["url"])
    if "fault" in record:
        return url, Fault(str(record["fault"]))
    headers, status = record["headers"], record["status"]
    if not isinstance(headers, dict) or not isinstance(status, int):
        raise TypeError
    texts = {str(name): str(value) for name, value in headers.items()}
    return url, Response(status, texts, str(record["body"]).encode(errors="surrogateescape"))

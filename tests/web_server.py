"""A web server in a process of its own that plays what a test gives it, and notes each request.

It speaks over bare sockets, so that it can break every rule of HTTP. `web_faults` has what
it does wrong; a `world` file has answers by their address, read again at each request.
"""

import json
import socket
import ssl
import subprocess
import sys
import threading
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, urlsplit

sys.path.insert(0, str(Path(__file__).parent))

from web_faults import FAULTS, respond
from web_world import answer_from


class Request(NamedTuple):
    """What the server noted of a request: when it came and was answered, in seconds, and what was in it."""

    path: str
    query: dict[str, str]
    headers: dict[str, str]
    began: float
    ended: float


class Server(NamedTuple):
    """A running server: where it is, and the folder with its world and its log."""

    address: str
    folder: Path

    def play(self, world: dict[str, Any]) -> None:
        """Give the server another world to answer from."""
        new = self.folder / "world.new"
        new.write_text(json.dumps(world))
        new.replace(self.folder / "world.json")

    @property
    def requests(self) -> list[Request]:
        """Every request so far, in the order in which they were answered."""
        log = self.folder / "log.jsonl"
        return [Request(**json.loads(line)) for line in log.read_text().splitlines()] if log.exists() else []

    def forget(self) -> None:
        """Empty the log."""
        (self.folder / "log.jsonl").unlink(missing_ok=True)


@contextmanager
def running(folder: Path, *certificate: str) -> Iterator[Server]:
    """Run a server until the block ends; with the files of a certificate and its kind, over TLS."""
    folder.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, __file__, str(folder), *certificate]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            port = int(process.stdout.readline())
            scheme, host = ("https", "localhost") if certificate else ("http", "127.0.0.1")
            yield Server(f"{scheme}://{host}:{port}", folder)
        finally:
            process.kill()


def main(folder: Path, certificate: list[str]) -> None:
    context = _context(*certificate) if certificate else None
    with socket.create_server(("127.0.0.1", 0), backlog=50) as listening:
        sys.stdout.write(f"{listening.getsockname()[1]}\n")
        sys.stdout.flush()
        while True:
            accepted, _ = listening.accept()
            threading.Thread(target=serve, args=(accepted, context, folder), daemon=True).start()


def _context(certificate: str, kind: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    if kind == "tls1.0":
        context.set_ciphers("ALL:@SECLEVEL=0")
        context.minimum_version = context.maximum_version = ssl.TLSVersion.TLSv1
    return context


def serve(accepted: socket.socket, context: ssl.SSLContext | None, folder: Path) -> None:
    """Answer the requests of one connection."""
    with suppress(OSError, ssl.SSLError):
        connection = context.wrap_socket(accepted, server_side=True) if context else accepted
        with connection, connection.makefile("rb") as incoming:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            while line := incoming.readline():
                began = time.monotonic()
                headers = dict(_header(head) for head in iter(incoming.readline, b"\r\n"))
                parts = urlsplit(line.split()[1].decode())
                query = dict(parse_qsl(parts.query, keep_blank_values=True))
                note = Request(parts.path, query, headers, began, began)
                if not _answer(connection, note, folder):
                    return


def _header(line: bytes) -> tuple[str, str]:
    name, _, value = line.decode("latin-1").partition(":")
    return name.lower(), value.strip()


def _answer(connection: socket.socket, request: Request, folder: Path) -> bool:
    """Answer a request and note it; say whether the connection goes on."""
    name, calls = request.path.strip("/").removesuffix("/films.toml"), _count(folder, request.path)
    if name in FAULTS:
        _note(folder, request)
        FAULTS[name](connection, calls)
        return False
    world = json.loads((folder / "world.json").read_text())
    if request.path[1:] in world.get("files", {}):
        _note(folder, request)
        _send_file(connection, world["files"][request.path[1:]], request.headers)
        return True
    if request.path[1:] in world.get("articles", {}):
        article = world["articles"][request.path[1:]]
        _note(folder, request)
        respond(connection, article["status"], body=article["body"].encode("latin-1"), **article["headers"])
        return True
    answer = answer_from(world, request.path, request.query, calls)
    _note(folder, request._replace(ended=time.monotonic()))
    respond(connection, *answer)
    return True


def _send_file(connection: socket.socket, text: str, headers: dict[str, str]) -> None:
    """Send a text file with a validator, or say that it is as it was."""
    mark = f'"{zlib.crc32(text.encode())}"'
    if headers.get("if-none-match") == mark:
        connection.sendall(f"HTTP/1.1 304 Not Modified\r\nETag: {mark}\r\n\r\n".encode())
    else:
        respond(connection, 200, body=text.encode(), Content_Type="text/plain", ETag=mark)


_LOCK = threading.Lock()


def _note(folder: Path, request: Request) -> None:
    with _LOCK, (folder / "log.jsonl").open("a") as log:
        log.write(json.dumps(request._asdict()) + "\n")


def _count(folder: Path, path: str) -> int:
    """Count the requests for a path that were answered before."""
    log = folder / "log.jsonl"
    lines = log.read_text().splitlines() if log.exists() else []
    return sum(json.loads(line)["path"] == path for line in lines)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])

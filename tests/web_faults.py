"""What a server can do wrong, each by a name: functions that get the socket, and how often they were called before."""

import gzip
import json
import socket
import time
import zlib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

Fault = Callable[[socket.socket, int], None]

GOOD = {"good": True}
JSON = "application/json; charset=utf-8"


def respond(
    connection: socket.socket, status: int, value: object = None, *, body: bytes | None = None, **headers: str
) -> None:
    """Send a whole answer; `headers` have their names with underscores."""
    data = json.dumps(value).encode() if body is None else body
    head = {"Content-Type": JSON, "Content-Length": str(len(data))}
    head |= {name.replace("_", "-"): text for name, text in headers.items()}
    lines = "".join(f"{name}: {text}\r\n" for name, text in head.items())
    connection.sendall(f"HTTP/1.1 {status} Said\r\n{lines}\r\n".encode() + data)


def playing(status: int = 200, value: object = None, *, body: bytes | None = None, **headers: str) -> Fault:
    """Make a fault that always answers the same."""
    return lambda connection, _: respond(connection, status, value, body=body, **headers)


def once(status: int = 200, value: object = None, *, body: bytes | None = None, **headers: str) -> Fault:
    """Make a fault that is gone at the second call."""

    def play(connection: socket.socket, calls: int) -> None:
        if calls:
            respond(connection, 200, GOOD)
        else:
            respond(connection, status, value, body=body, **headers)

    return play


def raw(*pieces: bytes) -> Fault:
    """Make a fault that sends bytes and hangs up."""

    def play(connection: socket.socket, _: int) -> None:
        for piece in pieces:
            connection.sendall(piece)

    return play


def drip_headers(connection: socket.socket, _: int) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nX-Drip: ")
    for _number in range(600):
        connection.sendall(b"x")
        time.sleep(0.1)


def drip_body(connection: socket.socket, _: int) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 600\r\n\r\n")
    for _number in range(600):
        connection.sendall(b" ")
        time.sleep(0.1)


def silence(connection: socket.socket, _: int) -> None:
    del connection
    time.sleep(30)


def bomb(connection: socket.socket, _: int) -> None:
    """Send 2 GiB of spaces in 2 MB of gzip."""
    packer = zlib.compressobj(9, wbits=31)
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\n\r\n")
    for _number in range(2048):
        connection.sendall(packer.compress(b" " * (1 << 20)))
    connection.sendall(packer.flush())


def endless(connection: socket.socket, _: int) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n")
    for _number in range(1024):
        connection.sendall(b" " * (1 << 20))


def skewed(connection: socket.socket, _: int) -> None:
    past = format_datetime(datetime.now(UTC) - timedelta(days=40), usegmt=True)
    respond(connection, 200, GOOD, Date=past)


def again_at(when: timedelta) -> Fault:
    def play(connection: socket.socket, calls: int) -> None:
        if calls:
            respond(connection, 200, GOOD)
        else:
            respond(connection, 429, Retry_After=format_datetime(datetime.now(UTC) + when, usegmt=True))

    return play


FAULTS: dict[str, Fault] = {
    "good": playing(value=GOOD),
    "good-gzip": playing(body=gzip.compress(json.dumps(GOOD).encode()), Content_Encoding="gzip"),
    "good-chunked": raw(
        b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n",
        b'8\r\n{"good":\r\n6\r\n true}\r\n0\r\n\r\n',
    ),
    "gzip-bomb": bomb,
    "endless": endless,
    "declared-huge": raw(
        b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 99999999999\r\n\r\n", b" " * (40 << 20)
    ),
    "two-encodings": playing(body=gzip.compress(gzip.compress(b"{}")), Content_Encoding="gzip, gzip"),
    "brotli": playing(body=b"{}", Content_Encoding="br"),
    "drip-headers": drip_headers,
    "drip-body": drip_body,
    "silence": silence,
    "many-headers": raw(
        b"HTTP/1.1 200 OK\r\n" + b"".join(b"X-%d: 1\r\n" % n for n in range(200)) + b"Content-Length: 2\r\n\r\n{}"
    ),
    "long-header": raw(b"HTTP/1.1 200 OK\r\nX-Long: " + b"x" * 70_000 + b"\r\nContent-Length: 2\r\n\r\n{}"),
    "http-0.9": raw(b'{"good": true}'),
    "redirect-away": playing(302, Location="http://evil.example/steal?x=1"),
    "redirect-here": playing(301, Location="/good"),
    "redirect-file": playing(302, Location="file:///etc/passwd"),
    "web-page": playing(body=b"<!DOCTYPE html><title>Sign in</title>", Content_Type="text/html"),
    "web-page-as-data": playing(body=b"\n<!DOCTYPE html><title>Sign in</title>"),
    "error": playing(value={"error": {"code": "no-such-entity", "info": "x"}, "servedby": "mw1"}),
    "errors": playing(value={"errors": [{"message": "x"}], "data": None}),
    "warnings": playing(value={**GOOD, "warnings": {"main": {"*": "deprecated"}}}),
    "maxlag": once(value={"error": {"code": "maxlag", "info": "Waiting"}}, Retry_After="0"),
    "maxlag-always": playing(value={"error": {"code": "maxlag", "info": "Waiting"}}, Retry_After="0"),
    "cut-json": once(body=b'{"good": tr'),
    "cut-json-always": playing(body=b'{"good": tr'),
    "cut-gzip": once(body=gzip.compress(b'{"good": true}' * 99)[:60], Content_Encoding="gzip"),
    "damaged-gzip": once(body=b"\x1f\x8bnonsense", Content_Encoding="gzip"),
    "gzip-and-more": once(body=gzip.compress(b"{}") + b"more", Content_Encoding="gzip"),
    "empty": once(body=b""),
    "byte-order-mark": once(body=b'\xef\xbb\xbf{"good": true}'),
    "two-documents": once(body=b"{}{}"),
    "short": once(body=b"{}", Content_Length="100"),
    "cut-chunks": raw(
        b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n", b"8\r\n{"
    ),
    "hang-up": raw(),
    "deep": playing(body=b"[" * 100_000 + b"]" * 100_000),
    "long-number": playing(body=b'{"a": ' + b"9" * 5000 + b"}"),
    "nan": playing(body=b'{"a": NaN}'),
    "infinity": playing(body=b'{"a": -Infinity}'),
    "skewed": skewed,
    "401": playing(401, {"status_code": 7, "status_message": "Invalid API key", "success": False}),
    "403": playing(403, body=b"Please honor our robot policy"),
    "404": playing(404, {"status_code": 34}),
    "500": playing(500, body=b"oops"),
    "503": once(503, body=b"<html>", Content_Type="text/html", Retry_After="0"),
    "503-always": playing(503, body=b"", Retry_After="0"),
    "429": once(429, body=b"", Retry_After="1"),
    "retry-long": playing(429, body=b"", Retry_After="86400"),
    "retry-minus": once(429, body=b"", Retry_After="-1"),
    "retry-words": once(429, body=b"", Retry_After="abc"),
    "retry-past": again_at(timedelta(days=-3)),
    "retry-soon": again_at(timedelta(seconds=2)),
}
"""What is played at an address of that name."""

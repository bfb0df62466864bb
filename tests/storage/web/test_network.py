"""Whatever a server does, the client answers with one cause, in time and in bounded memory."""

import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import trustme

from watchlist.storage.web.client import Client, Manners
from watchlist.storage.web.fault import Fault
from watchlist.storage.web.network import Limits, Network, Secret
from watchlist.storage.web.sites import LiveSite
from web_server import Server, running

QUICK = Manners(pause=0, wait=0.01)
LIMITS = Limits(deadline=3, connect=1, read=0.5)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with running(tmp_path_factory.mktemp("server")) as server:
        yield server


def client(address: str, limits: Limits = LIMITS, **options: object) -> Client:
    network = Network(address, limits)
    return Client(LiveSite.WIKIDATA, address, network, agent="test", now=datetime.now(UTC), manners=QUICK, **options)  # type: ignore[arg-type]


def cause(address: str) -> str:
    with pytest.raises(Fault) as raised:
        client(address).ask()
    return raised.value.cause


@pytest.mark.parametrize("name", ["good", "good-gzip", "good-chunked", "warnings"])
def test_a_good_answer_is_read(server: Server, name: str) -> None:
    value = client(f"{server.address}/{name}").ask()
    assert isinstance(value, dict)
    assert value["good"] is True


NO_WAY = {
    "gzip-bomb": "answered with more than 32 MiB",
    "endless": "answered with more than 32 MiB",
    "declared-huge": "answered with more than 32 MiB",
    "two-encodings": 'answered in an encoding that was not requested: "gzip, gzip"',
    "brotli": 'answered in an encoding that was not requested: "br"',
    "drip-headers": "no complete answer within 3 seconds",
    "drip-body": "no complete answer within 3 seconds",
    "silence": "stopped in the middle of an answer",
    "many-headers": "answered with something that is not HTTP",
    "long-header": "answered with something that is not HTTP",
    "http-0.9": "answered with something that is not HTTP",
    "redirect-away": "wants to send us to evil.example, which is not followed",
    "redirect-here": "wants to send us to another page, which is not followed",
    "redirect-file": "wants to send us to another page, which is not followed",
    "web-page": "answered with a web page, not data: is there a sign-in page in between?",
    "web-page-as-data": "answered with a web page, not data: is there a sign-in page in between?",
    "error": 'answered with the error "no-such-entity"',
    "errors": "answered with an error",
    "401": "refused us (401): is the contact right? See: watchlist config set contact",
    "403": "refused us (403): is the contact right? See: watchlist config set contact",
    "404": "answered with the error 404",
    "500": "answered with the error 500",
    "retry-long": "asks us to come back in 24 hours",
}


@pytest.mark.parametrize("name", NO_WAY)
def test_what_would_not_get_better_is_asked_once(server: Server, name: str) -> None:
    server.forget()
    assert cause(f"{server.address}/{name}") == NO_WAY[name]
    assert sum(request.path == f"/{name}" for request in server.requests) <= 1


PASSING = [
    *("maxlag", "cut-json", "cut-gzip", "damaged-gzip", "gzip-and-more", "empty", "byte-order-mark", "two-documents"),
    *("short", "503", "429", "retry-minus", "retry-words", "retry-past", "retry-soon"),
]


@pytest.mark.parametrize("name", PASSING)
def test_what_passes_is_asked_again(server: Server, name: str) -> None:
    assert client(f"{server.address}/{name}").ask() == {"good": True}


LASTING = {
    "maxlag-always": "is busy",
    "503-always": "is busy or down (503)",
    "cut-json-always": "the answer is not valid data",
    "hang-up": "closed the connection",
    "cut-chunks": "closed the connection",
    "deep": "the answer is not valid data",
    "long-number": "the answer is not valid data",
    "nan": "the answer is not valid data",
    "infinity": "the answer is not valid data",
}


@pytest.mark.parametrize("name", LASTING)
def test_what_lasts_is_asked_four_times(server: Server, name: str) -> None:
    server.forget()
    assert cause(f"{server.address}/{name}") == LASTING[name]
    assert sum(request.path == f"/{name}" for request in server.requests) == 4


def test_a_clock_that_is_far_off_is_said(server: Server) -> None:
    assert "set the clock right" in cause(f"{server.address}/skewed")


def test_a_wait_that_is_asked_for_is_kept_and_said(server: Server) -> None:
    server.forget()
    said: list[str] = []
    client(f"{server.address}/429", report=said.append).ask()
    first, second = server.requests
    assert second.began - first.ended >= 1
    assert said == ["Wikidata asks us to wait 1 s."]


def test_after_a_cut_the_next_request_has_a_line_of_its_own(server: Server) -> None:
    network = Network(server.address, Limits(deadline=0.5, connect=1, read=1))
    with pytest.raises(Fault, match="no complete answer"):
        network.get(f"{server.address}/drip-body", {})
    assert network.get(f"{server.address}/good", {}).status == 200


def test_nobody_there_is_known_at_once() -> None:
    started = time.monotonic()
    with pytest.raises(Fault) as raised:
        client("http://127.0.0.1:9/api").ask()
    assert (raised.value.cause, raised.value.offline) == ("cannot be reached", True)
    assert time.monotonic() - started < 2


def test_a_name_that_is_not_there_is_known_at_once() -> None:
    with pytest.raises(Fault) as raised:
        client("https://no-such-host.invalid/api").ask()
    assert raised.value.offline


def test_a_key_goes_to_its_server_alone(server: Server) -> None:
    for secret in (Secret("s3cret"), Secret("s3cret", "api_key")):
        network = Network(server.address, LIMITS, secret)
        network.get(f"{server.address}/good?a=1", {})
        with pytest.raises(Fault, match="another server"):
            network.get("http://127.0.0.1:1/good", {})
    bearer, parameter = server.requests[-2:]
    assert (bearer.headers["authorization"], parameter.query) == ("Bearer s3cret", {"a": "1", "api_key": "s3cret"})


MEMORY = """
import sys
from pathlib import Path
from watchlist.storage.web.fault import Fault
from watchlist.storage.web.network import Network
try:
    Network(sys.argv[1]).get(sys.argv[1], {})
except Fault as fault:
    peak = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
    print(fault.cause, int(peak.split()[1]) // 1024, sep="|")
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="peak memory as Linux tells it")
@pytest.mark.parametrize("name", ["gzip-bomb", "endless", "declared-huge"])
def test_too_much_is_refused_in_eighty_megabytes(server: Server, name: str) -> None:
    command = [sys.executable, "-c", MEMORY, f"{server.address}/{name}"]
    ran = subprocess.run(command, capture_output=True, text=True, check=True, timeout=30)
    said, megabytes = ran.stdout.strip().split("|")
    assert said == "answered with more than 32 MiB"
    assert int(megabytes) < 80


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> tuple[trustme.CA, Path]:
    """Make an authority that the tests trust."""
    authority = trustme.CA()
    path = tmp_path_factory.mktemp("authority") / "authority.pem"
    authority.cert_pem.write_to_path(path)
    return authority, path


def tls_cause(folder: Path, leaf: trustme.LeafCert, kind: str = "") -> str:
    folder.mkdir(exist_ok=True)
    certificate = folder / "certificate.pem"
    leaf.private_key_and_cert_chain_pem.write_to_path(certificate)
    with running(folder, str(certificate), kind) as server:
        try:
            return str(client(f"{server.address}/good").ask())
        except Fault as fault:
            return fault.cause


def test_a_certificate_must_be_right(
    authority: tuple[trustme.CA, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trusted, path = authority
    monkeypatch.setenv("SSL_CERT_FILE", str(path))
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path))
    right = trusted.issue_cert("localhost")
    expired = trusted.issue_cert(
        "localhost", not_after=datetime(2020, 1, 1, tzinfo=UTC), not_before=datetime(2019, 1, 1, tzinfo=UTC)
    )
    assert tls_cause(tmp_path / "right", right) == "{'good': True}"
    assert tls_cause(tmp_path / "old", right, "tls1.0").startswith("the connection is not safe (")
    assert "expired" in tls_cause(tmp_path / "expired", expired)
    assert "mismatch" in tls_cause(tmp_path / "other", trusted.issue_cert("example.org"))
    assert tls_cause(tmp_path / "self", trustme.CA().issue_cert("localhost")).startswith("the connection is not safe (")

"""What tests of addresses share: a server over TLS, with a certificate that the program trusts."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import trustme

from web_server import Server, running


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    authority = trustme.CA()
    authority.cert_pem.write_to_path(tmp_path / "authority.pem")
    authority.issue_cert("localhost").private_key_and_cert_chain_pem.write_to_path(tmp_path / "leaf.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path))
    with running(tmp_path / "server", str(tmp_path / "leaf.pem"), "") as server:
        yield server

"""What the tests share: a home of their own, a way to run the program, and golden files."""

import io
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from program import Run, Typed, run_piped
from watchlist.storage.index.indexed_films import open_films
from watchlist.storage.paths import Paths
from watchlist.storage.web.sites import LiveSite

GOLDENS = Path(__file__).parent / "goldens"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-goldens", action="store_true", help="write the golden files anew; then read the diff")


@pytest.fixture(scope="session")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Compile the bundled films once for all tests."""
    folder = tmp_path_factory.mktemp("compiled")
    nowhere = folder / "nowhere"
    bundled = Path(__file__).parents[1] / "data" / "films.toml"
    cache = folder / "watchlist"
    open_films(Paths(nowhere, nowhere, bundled, nowhere, nowhere, nowhere, cache))
    return cache


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, compiled: Path) -> Path:
    """Give every test a home directory with nothing in it but the compiled films, and no colour."""
    shutil.copytree(compiled, tmp_path / "cache" / "watchlist", copy_function=os.link)  # an index is known by its inode
    for name in ("DATA", "CONFIG", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "CLICOLOR", "WATCHLIST_FILE", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    for site in LiveSite:  # no test asks a real site
        monkeypatch.setenv(f"WATCHLIST_{site.name}_URL", "http://127.0.0.1:9/nobody")
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


@pytest.fixture
def list_file(home: Path) -> Path:
    return home / "data" / "watchlist" / "watchlist.toml"


@pytest.fixture
def films_file(home: Path) -> Path:
    return home / "data" / "watchlist" / "films.toml"


@pytest.fixture
def run() -> Run:
    """Give the way to run the program."""
    return run_piped


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Typed:
    """Give the way to put a text on standard input, which is no terminal."""

    def put(text: str) -> None:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))

    return put


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare text with a golden file, or write it anew with --update-goldens."""

    def check(name: str, text: str) -> None:
        path = GOLDENS / name
        if request.config.getoption("--update-goldens"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8")

    return check

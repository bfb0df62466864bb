"""The folders by XDG are those that platformdirs finds."""

import sys

import pytest
from platformdirs import PlatformDirs

from watchlist.storage.folders import cache_folder, xdg_folder
from watchlist.storage.paths import find_paths

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other platforms have other folders")


@pytest.mark.parametrize("named", ["/elsewhere", "here", "", " ", None])
def test_each_folder_is_the_one_that_platformdirs_finds(named: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in ("DATA", "CONFIG", "STATE", "CACHE"):
        if named is None:
            monkeypatch.delenv(f"XDG_{kind}_HOME")
        else:
            monkeypatch.setenv(f"XDG_{kind}_HOME", named)
    known = PlatformDirs("watchlist", appauthor=False)
    expected = [known.user_data_dir, known.user_config_dir, known.user_state_dir, known.user_cache_dir]
    assert [xdg_folder(kind) for kind in ("DATA", "CONFIG", "STATE", "CACHE")] == expected
    assert cache_folder() == str(find_paths().cache)

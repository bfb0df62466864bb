"""The browser gets the address as one word, without a shell; where there is none, nothing happens."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ADDRESS = "https://www.imdb.com/title/..%2F$(touch%20x)/?a=1&b=2"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have browsers of their own")
def test_the_address_is_one_word_for_the_users_browser_or_for_nobody(tmp_path: Path) -> None:
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\nprintf "%s|" "$#" "$@" > "{tmp_path}/seen"\n')
    browser.chmod(0o755)
    code = f"from watchlist.storage.outside.browser import open_page; open_page({ADDRESS!r})"
    nothing = {"PATH": str(tmp_path / "empty"), "HOME": str(tmp_path)}
    for environment in ({**os.environ, "BROWSER": str(browser)}, nothing):
        ran = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=False)
        assert (ran.returncode, ran.stdout, ran.stderr) == (0, b"", b"")
        assert (tmp_path / "seen").read_text() == f"1|{ADDRESS}|"

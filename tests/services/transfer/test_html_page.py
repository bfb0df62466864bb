"""The page in a browser."""

import os
import re
import subprocess
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest

from program import Run

CHROMIUM = next((path for path in ("/usr/bin/chromium", "/usr/bin/google-chrome") if Path(path).exists()), "")


@pytest.mark.slow
@pytest.mark.skipif(not CHROMIUM, reason="there is no browser")
def test_the_page_counts_down_in_a_browser_and_is_readable_without_scripts(run: Run, tmp_path: Path) -> None:
    run("add", "Tomorrow's Film", "--release", "2031-06-27", "--certainty", "confirmed")
    page = tmp_path / "page.html"
    text = run("export", "html").out
    assert "Friday 27 June 2031, cinemas, worldwide" in text
    page.write_text(_at(text, "2031-06-25T12:00:00"))
    shown = subprocess.run(
        [
            CHROMIUM,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            f"--user-data-dir={tmp_path / 'profile'}",
            "--dump-dom",
            page.as_uri(),
        ],
        capture_output=True,
        check=True,
        text=True,
        env={**os.environ, "HOME": str(tmp_path)},
    ).stdout
    assert '<p class="countdown">in 2 days</p>' in shown


def _at(page: str, moment: str) -> str:
    """Let the script of a page read another clock; its policy names the script by its hash."""
    (script,) = re.findall(r"<script>(.*?)</script>", page, flags=re.DOTALL)
    changed = script.replace("new Date()", f'new Date("{moment}")')
    return page.replace(script, changed).replace(_hash(script), _hash(changed))


def _hash(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()


def test_the_policy_of_the_page_names_its_script_by_a_hash(run: Run) -> None:
    page = run("export", "html").out
    assert _at(page, "2031-06-25T12:00:00").count("2031-06-25") == 1
    assert _hash(re.findall(r"<script>(.*?)</script>", page, flags=re.DOTALL)[0]) in page

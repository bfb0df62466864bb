"""The page in a browser."""

import os
import subprocess
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
    page.write_text(text.replace("new Date()", 'new Date("2031-06-25T12:00:00")'))
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

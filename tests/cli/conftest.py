"""What the tests of commands share: an article on disk."""

from pathlib import Path

import pytest

_THREE_DATES = """<html lang="en-US"><head><title>Three dates | The Daily Reel</title>
<meta property="og:site_name" content="The Daily Reel"><meta name="author" content="Ann Cole">
<meta property="article:published_time" content="2026-11-20"></head><body><h1>Three dates</h1>
<p><i>Shrek 5</i> has been pushed to September 22, 2027.</p>
<p><i>Copper Sky</i> opens in U.S. theaters on December 11.</p>
<p><i>Copper Sky</i> is expected on Netflix in the spring.</p>
<p>A reboot of it is set for May 7, 2028.</p></body></html>"""


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "three-dates.html"
    path.write_text(_THREE_DATES)
    return str(path)

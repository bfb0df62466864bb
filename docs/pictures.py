"""The pictures in the README: `python docs/pictures.py` draws them, with `--check` it says whether they are fresh."""

import io
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.terminal_theme import MONOKAI

from watchlist.domain.catalogue import merge
from watchlist.domain.entry import Entry, Status
from watchlist.rendering.view import View
from watchlist.rendering.views import home, timeline, upcoming
from watchlist.rendering.views import show as film_facts
from watchlist.services.home import home as look
from watchlist.services.preferences import ReleaseFilter
from watchlist.services.show import film_facts as look_up
from watchlist.services.timeline import timeline as look_ahead
from watchlist.services.upcoming import upcoming as find
from watchlist.storage.films.film_file import load_bundled

HERE = Path(__file__).parent
TODAY = date(2026, 11, 20)
SINCE = date(2026, 11, 1)
WIDTH = 88
LISTED = (
    "the-hunger-games-sunrise-on-the-reaping-2026",
    "the-adventures-of-cliff-booth-2026",
    "avengers-doomsday-2026",
    "king-2026",
    "spider-man-beyond-the-spider-verse-2027",
    "shrek-5-2027",
    "incredibles-3-2028",
    "coco-2",
)
STYLES = """\
<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
    <style>
    .{unique_id}-matrix {{
        font-family: ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace;
        font-size: {char_height}px;
        line-height: {line_height}px;
        font-variant-east-asian: full-width;
    }}
    .{unique_id}-title {{ font-size: 18px; font-weight: bold; font-family: sans-serif; }}
    {styles}
    </style>
    <defs>
    <clipPath id="{unique_id}-clip-terminal">
      <rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" />
    </clipPath>
    {lines}
    </defs>
    {chrome}
    <g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
    {backgrounds}
    <g class="{unique_id}-matrix">
    {matrix}
    </g>
    </g>
</svg>
"""
"""Rich's own frame, without the fonts that it fetches from the network."""


def pictures() -> dict[str, str]:
    """Draw every picture; give the SVG of each by its file name."""
    films = merge([load_bundled(HERE.parent / "data" / "films.toml").layer]).films
    entries = [Entry(key, films[key].title) for key in LISTED]
    return {
        "upcoming.svg": _draw(
            "watchlist upcoming", upcoming, find(films, entries, today=TODAY, release_filter=ReleaseFilter())
        ),
        "home.svg": _draw("watchlist", home, look(films, entries, _counts(entries), since=SINCE, today=TODAY)),
        "timeline.svg": _draw(
            "watchlist timeline",
            timeline,
            look_ahead(films, entries, today=TODAY, release_filter=ReleaseFilter()),
        ),
        "show.svg": _draw('watchlist show "Shrek 5"', film_facts, look_up(films["shrek-5-2027"], None, today=TODAY)),
    }


def _counts(entries: list[Entry]) -> Mapping[Status, int]:
    return {status: sum(entry.status is status for entry in entries) for status in Status}


def _draw(title: str, view: View[Any], result: Any) -> str:
    console = Console(
        file=io.StringIO(), record=True, width=WIDTH, force_terminal=True, markup=False, emoji=False, highlight=False
    )
    console.print(view.as_drawing(result, width=WIDTH))
    svg = console.export_svg(title=title, theme=MONOKAI, code_format=STYLES, unique_id="watchlist")
    return "".join(f"{line.rstrip()}\n" for line in svg.splitlines())


def main() -> int:
    """Write the pictures, or compare them with what is there."""
    stale = [
        name
        for name, svg in pictures().items()
        if not (HERE / name).exists() or (HERE / name).read_text(encoding="utf-8") != svg
    ]
    if "--check" in sys.argv[1:]:
        sys.stderr.writelines(f"docs/{name} is stale: run python docs/pictures.py\n" for name in stale)
        return 1 if stale else 0
    for name, svg in pictures().items():
        (HERE / name).write_text(svg, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

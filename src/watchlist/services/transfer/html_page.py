"""HTML: the list as one self-contained page with a live countdown."""

import html
import json
from base64 import b64encode
from hashlib import sha256

from watchlist.services.transfer.export_request import ExportRequest, ExportResult, PageRow
from watchlist.services.transfer.pages import PagePart, page_parts


def write(request: ExportRequest) -> ExportResult:
    """Write one page with every entry. It can be read without JavaScript, which keeps the countdowns current."""
    parts = "\n".join(map(_part, page_parts(request))) or "<p>The list is empty.</p>"
    today = html.escape(request.today_words)
    policy = f"default-src 'none'; style-src {_hash(_STYLE)}; script-src {_hash(_SCRIPT)}; base-uri 'none'"
    return ExportResult.of_text(
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        f"<title>Watchlist</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f'<h1>Watchlist</h1>\n<p class="quiet">As of {today}.</p>\n'
        f"<main>\n{parts}\n</main>\n<script>{_SCRIPT}</script>\n</body>\n</html>\n"
    )


def _hash(text: str) -> str:
    """Return the hash of a script or style for the content security policy, which allows no others."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _part(part: PagePart) -> str:
    """Write a part as a list; `role` is for screen readers that ignore lists without bullets."""
    kind = ' class="films" role="list"' if part.rows else ""
    items = (*map(_film, part.rows), *(f"<li>{html.escape(line)}</li>" for line in part.lines))
    return f"<section><h2>{html.escape(part.name)}</h2>\n<ul{kind}>\n" + "\n".join(items) + "\n</ul></section>"


def _film(row: PageRow) -> str:
    days = html.escape(json.dumps([day.isoformat() if day else None for day in (row.earliest, row.latest)]))
    when = ", ".join(part for part in (row.day, row.place) if part)
    lines = (
        f'<p lang="mul">{html.escape(row.original_title)}</p>' if row.original_title else "",
        f'<p class="countdown">{html.escape(row.countdown)}</p>',
        f"<p>{html.escape(when)}</p>",
        f'<p class="quiet">{html.escape(row.sureness)}</p>' if row.sureness else "",
        f'<p><strong class="moved">{html.escape(row.moved)}</strong></p>' if row.moved else "",
    )
    near = ' class="near"' if row.is_near else ""
    return f'<li{near} data-days="{days}"><h3>{html.escape(row.title)}</h3>{"".join(lines)}</li>'


_STYLE = """
:root { color-scheme: light dark; font-family: system-ui, sans-serif; line-height: 1.5; }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
.films { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(min(17rem, 100%), 1fr)); }
.films { list-style: none; padding: 0; }
.films > li { border: 1px solid #8886; border-radius: .6rem; padding: 1rem; }
.films > .near { border: 2px solid; }
.near .countdown::after { content: " \\2013  soon"; }
h3, p { margin: 0 0 .3rem; }
.countdown { font-size: 1.4rem; font-weight: 600; }
.quiet { opacity: .75; font-size: .9rem; }
.moved::before { content: "\\21b7  "; }
"""

_SCRIPT = """
const day = 86400000;
const near = 30;
const now = new Date();
const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
const ahead = (n) => n === 0 ? "today" : n === 1 ? "tomorrow" : "in " + n.toLocaleString("en") + " days";
const ago = (n) => n === 1 ? "out yesterday" : "out " + n.toLocaleString("en") + " days ago";
for (const film of document.querySelectorAll("li[data-days]")) {
  const [first, last] = JSON.parse(film.dataset.days).map((text) => text && (Date.parse(text) - today) / day);
  const line = film.querySelector(".countdown");
  if (first === null || last === null) continue;
  film.classList.toggle("near", last >= 0 && last <= near);
  if (first === last) {
    line.textContent = first >= 0 ? ahead(first) : ago(-first);
  } else if (first > 0) {
    line.textContent = "in " + first + "\\u2013" + last + " days";
  } else if (last >= 0) {
    line.textContent = "any day now";
  }
}
"""

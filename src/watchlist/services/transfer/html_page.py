"""HTML: the list as one page that needs nothing else, and counts down by itself."""

import html
import json

from watchlist.services.transfer.export_request import ExportRequest, ExportResult, PageRow
from watchlist.services.upcoming import upcoming


def write(request: ExportRequest) -> ExportResult:
    """Write one page: readable without scripts, counting down with them."""
    coming = upcoming(request.films, request.entries, today=request.today, release_filter=request.release_filter)
    films = "\n".join(map(_film, request.wording.page_rows(coming))) or "<p>Nothing is to come.</p>"
    watched = "".join(f"<li>{html.escape(one)}</li>" for one in request.wording.watched_words(request.listed))
    page = _PAGE.format(
        today=html.escape(request.today_words),
        films=films,
        watched=f"<h2>Watched</h2><ul>{watched}</ul>" if watched else "",
    )
    return ExportResult.of_text(page)


def _film(row: PageRow) -> str:
    days = json.dumps([day.isoformat() if day else None for day in (row.earliest, row.latest)])
    original = f"<p lang='mul'>{html.escape(row.original_title)}</p>" if row.original_title else ""
    return (
        f"<article data-days='{html.escape(days)}'><h3>{html.escape(row.title)}</h3>{original}"
        f"<p class='countdown'>{html.escape(row.countdown)}</p>"
        f"<p>{html.escape(row.day)}, {html.escape(row.place)}</p>"
        f"<p class='quiet'>{html.escape(row.sureness)}</p></article>"
    )


_PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy"
  content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>Watchlist</title>
<style>
:root {{ color-scheme: light dark; font-family: system-ui, sans-serif; line-height: 1.5; }}
body {{ max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }}
main {{ display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); }}
article {{ border: 1px solid #8886; border-radius: .6rem; padding: 1rem; }}
h3, p {{ margin: 0 0 .3rem; }}
.countdown {{ font-size: 1.4rem; font-weight: 600; }}
.quiet {{ opacity: .7; font-size: .9rem; }}
</style>
<h1>Watchlist</h1>
<p class="quiet">As of {today}.</p>
<main>
{films}
</main>
{watched}
<script>
const day = 86400000;
const now = new Date();
const today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
const plural = (n) => n === 1 ? "tomorrow" : "in " + n.toLocaleString("en") + " days";
for (const film of document.querySelectorAll("article[data-days]")) {{
  const [first, last] = JSON.parse(film.dataset.days).map((text) => text && (Date.parse(text) - today) / day);
  const line = film.querySelector(".countdown");
  if (first === null || last === null) continue;
  if (first === last) {{
    line.textContent = first > 0 ? plural(first) : first === 0 ? "today" : "out " + -first + " days ago";
  }} else if (first > 0) {{
    line.textContent = "in " + first + "\\u2013" + last + " days";
  }} else if (last >= 0) {{
    line.textContent = "any day now";
  }}
}}
</script>
"""

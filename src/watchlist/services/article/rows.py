"""What a table row claims, by the headings of its columns."""

import re
from collections.abc import Iterator
from datetime import date

from watchlist.domain.claim import Certainty
from watchlist.domain.dates import Edtf
from watchlist.services.article.article_claim import ArticleClaim, Context
from watchlist.services.article.certainty import hedge
from watchlist.services.article.cues import Cue, find_cues
from watchlist.services.article.date_finding import Form, find_dates
from watchlist.services.article.date_reading import read_date
from watchlist.services.article.nearest_place import joined_places
from watchlist.services.article.page import Block
from watchlist.services.article.places import Place, find_places
from watchlist.services.article.titles import FilmName, Titles


def table_claims(block: Block, titles: Titles, context: Context) -> Iterator[ArticleClaim]:
    """Yield the claims of a table row: what a cell means depends on the heading of its column."""
    films = [one.film for cell in block.cells for one in titles.mentions(cell)]
    film = films[0] if films else context.film
    if film is None:
        return
    heads = [block.columns[at] if at < len(block.columns) else block.label for at in range(len(block.cells))]
    rest = [
        _before_dates(cell)
        for cell, head in zip(block.cells, heads, strict=True)
        if cell.startswith("(") or not _REMARKS.search(head)
    ]
    place = joined_places([one for cell in rest for one in find_places(cell)])
    for cell, head in zip(block.cells, heads, strict=True):
        if _GONE.search(head) or _is_other(head) or (not titles.mentions(cell) and _is_other(cell)):
            continue
        for line in cell.split("\n") if "\n" in cell else [cell]:
            yield from _cell_claims(line, head, block, film, place, context)


def _in_brackets(line: str, at: int) -> bool:
    return line.rfind("(", 0, at) > line.rfind(")", 0, at)


def _before_dates(cell: str) -> str:
    """Return the text of a cell before a dated remark in brackets: "limited" in "limited (wide on the 16th)"."""
    dates = find_dates(cell)
    if not dates:
        return cell
    return cell[: cell.rfind("(", 0, dates[0].start)] if _in_brackets(cell, dates[0].start) else ""


_REMARKS = re.compile(r"(?i)\b(?:notes?|remarks?|comments?|distribut\w+|studios?|director|cast|genre)\b")
_GONE = re.compile(r"(?i)\b(?:old|previous|previously|original|originally|former|formerly|was|from)\b")
"""Words in the heading of a column with outdated dates."""


def _is_other(text: str) -> bool:
    return any(one.cue is Cue.OTHER for one in find_cues(text))


def _cell_claims(  # noqa: PLR0917  a cell and its surroundings
    line: str, head: str, block: Block, film: FilmName | None, place: Place | None, context: Context
) -> Iterator[ArticleClaim]:
    for found in find_dates(line):
        bare = found.form is Form.YEAR and len(line) > 4
        if bare or (
            block.label
            and not block.columns
            and not re.search(r"(?i)releas|open|out|cinema|theat|stream|premier|date|disc|digital|dvd", block.label)
        ):
            continue
        near = line[line.rfind("(", 0, found.start) + 1 :] if _in_brackets(line, found.start) else line
        beside = joined_places([*find_places(near), *find_places(head)])
        where = Place(0, 0, _either(beside, place, context.place, "regions") or (), None, None)
        how = next((one for one in (beside, place, context.place) if one and (one.channel or one.service)), None)
        read = read_date(found, context.reference)
        claim = ArticleClaim(
            film,
            where.regions[0] if where.regions else None,
            how.channel if how else None,
            how.service if how else None,
            read,
            line[found.start : found.end],
            _certainty(line, read, context.reference.today),
            block.text,
            "" if read else "which day",
        )
        yield claim


def _certainty(line: str, read: Edtf | None, today: date | None) -> Certainty:
    day = read.span().day if read else None
    return Certainty.RELEASED if day and today and day < today else hedge(line) or Certainty.ANNOUNCED


def _either(*given: object) -> tuple[str, ...]:
    for one in given[:-1]:
        if isinstance(one, Place) and one.regions:
            return one.regions
    return ()

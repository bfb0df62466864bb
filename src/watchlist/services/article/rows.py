"""What a row of a table claims: the words at the head of a column say what stands in it."""

import re
from collections.abc import Iterator

from watchlist.domain.claim import Certainty
from watchlist.services.article.certainty import hedge
from watchlist.services.article.cues import Cue, find_cues
from watchlist.services.article.date_finding import Form, find_dates
from watchlist.services.article.date_reading import read_date
from watchlist.services.article.heard import Heard, Setting
from watchlist.services.article.how import joined_places
from watchlist.services.article.page import Block
from watchlist.services.article.places import Place, find_places
from watchlist.services.article.titles import FilmName, Titles


def table_claims(block: Block, titles: Titles, setting: Setting) -> Iterator[Heard]:
    """Give what a row of a table claims: the words at the head of a column say what stands in it."""
    films = [one.film for cell in block.cells for one in titles.mentions(cell)]
    film = films[0] if films else setting.film
    if film is None or any(one.cue is Cue.OTHER for one in find_cues(block.text)):
        return
    rest = [cell for cell in block.cells if not find_dates(cell)]
    place = joined_places([one for cell in rest for one in find_places(cell)])
    for at, cell in enumerate(block.cells):
        head = block.columns[at] if at < len(block.columns) else block.label
        if any(one.cue is Cue.OTHER for one in find_cues(head)):
            continue
        for line in cell.split("\n") if "\n" in cell else [cell]:
            yield from _cell_claims(line, head, block, film, place, setting)


def _cell_claims(  # noqa: PLR0917  a cell, and what stands around it
    line: str, head: str, block: Block, film: FilmName | None, place: Place | None, setting: Setting
) -> Iterator[Heard]:
    for date in find_dates(line):
        bare = date.form is Form.YEAR and len(line) > 4
        if bare or (
            block.label
            and not block.columns
            and not re.search(r"(?i)releas|open|out|cinema|theat|stream|premier|date|disc|digital|dvd", block.label)
        ):
            continue
        own = joined_places([*find_places(line), *find_places(head)])
        whole = Place(0, 0, _either(own, place, setting.place, "regions") or (), None, None)
        how = next((one for one in (own, place, setting.place) if one and (one.channel or one.service)), None)
        read = read_date(date, setting.reference)
        heard = Heard(
            film,
            whole.regions[0] if whole.regions else None,
            how.channel if how else None,
            how.service if how else None,
            read,
            line[date.start : date.end],
            hedge(line) or Certainty.ANNOUNCED,
            block.text,
            "" if read else "which day",
        )
        yield heard


def _either(*given: object) -> tuple[str, ...]:
    for one in given[:-1]:
        if isinstance(one, Place) and one.regions:
            return one.regions
    return ()

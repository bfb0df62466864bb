"""A film in one line: countdown, title, year, how sure the date is, date, place; shared by all lists of films."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from watchlist.domain.countdown import ReleaseToday, State
from watchlist.domain.film import Film
from watchlist.domain.release import Agreement
from watchlist.rendering import wording
from watchlist.rendering.age_words import doubt_words, short_lacking
from watchlist.rendering.drawing import (
    QUIET,
    STATE,
    TITLE,
    Cell,
    Row,
    aligned,
    beside,
    cell,
    flowing,
    lines,
)
from watchlist.rendering.marks import Mark, sureness_mark
from watchlist.rendering.short_words import short_countdown, short_date, short_place
from watchlist.rendering.styled_text import columns, cut
from watchlist.services.preferences import Lacking
from watchlist.services.upcoming import UpcomingFilm

_LEAST = 2
"""Columns that a part of a title has at least: those of one letter of Chinese."""
NARROW, WIDE = 72, 118
"""Columns: below the first, a film takes two lines; from the second on, how sure its date is is given in words."""


def title_cells(film: Film, style: str = TITLE) -> tuple[Cell, Cell]:
    """Draw the title of a film, and its year."""
    return cell(wording.title_words(film), style), cell(f" ({film.year})" if film.year else "", QUIET)


def countdown_cell(film: UpcomingFilm, today: date) -> Cell:
    """Draw a short countdown; if the user's own release has no date, say that instead."""
    if film.shown is None:
        return cell("no date yet", QUIET)
    if film.lacking and film.lacking.is_awaited:
        return cell(short_lacking(film.lacking), QUIET)
    words = short_countdown(film.shown.countdown, film.shown.release.span, today)
    return cell(words, style_of(film.shown, film.lacking))


def style_of(shown: ReleaseToday, lacking: Lacking | None = None) -> str:
    """Return the colour of a date and its countdown: green only if it is sure, dim if it is stale or not the user's."""
    if shown.stale or lacking:
        return QUIET
    is_doubtful = shown.countdown.state is State.DUE and not shown.is_sure
    return TITLE if is_doubtful else STATE[shown.countdown.state]


def is_counted_in_days(shown: ReleaseToday, lacking: Lacking | None = None) -> bool:
    """Return whether a countdown suits big digits: it is to one day ahead, which is sure and the user's own."""
    days, days_latest = shown.countdown.days, shown.countdown.days_latest
    return not lacking and shown.is_sure and shown.countdown.state is State.DATED and days == days_latest


def date_cell(film: UpcomingFilm, today: date) -> Cell:
    """Draw the mark of how sure a date is, and the date."""
    shown = film.shown
    if shown is None or (shown.countdown.state is State.UNDATED and shown.release.resolution.last is None):
        return cell("")
    mark = sureness_mark(shown)
    date_words = cell(short_date(shown.release, today), date_style(shown, film.lacking))
    return beside(cell(f"{mark.sign} ", mark.style), date_words)


def date_style(shown: ReleaseToday, lacking: Lacking | None) -> str:
    """Return the style of a date beside its countdown: that of the countdown, but not bold."""
    return style_of(shown, lacking).removeprefix(TITLE).strip()


def place_cell(shown: ReleaseToday | None) -> Cell:
    """Draw where and how a film is released."""
    return cell(short_place(shown.release.key) if shown else "", QUIET)


def sureness_cells(shown: ReleaseToday | None, today: date) -> tuple[Cell, ...]:
    """Draw in words how sure a date is, why it may be wrong, and how it moved; for wide terminals."""
    if shown is None:
        return (cell("nothing known yet", QUIET),)
    release = shown.release
    differs = wording.agreement_words(release) if release.agreement is Agreement.CONFLICT else ""
    words = (str(release.certainty), doubt_words(shown, today), differs, wording.moved_words(release))
    return tuple(cell(part, QUIET) for part in words if part)


def draw_rows(rows: Sequence[Row], *, width: int) -> list[Cell]:
    """Draw one line per row; on a narrow terminal two, the title first."""
    if width >= NARROW:
        return aligned(rows, width=width)
    return [_in_two_lines(row, width) for row in rows]


def _in_two_lines(row: Row, width: int) -> Cell:
    mark = beside(row.mark, cell(" " if row.mark.pieces else ""))
    title = beside(mark, row.head, row.tail)
    below = flowing(" · ", (*row.before, *row.after), width=width, indent=2)
    return lines(title if title.width <= width else _broken(mark, row.head, width), below)


def _broken(mark: Cell, title: Cell, width: int) -> Cell:
    """Break a long title into lines that begin below its first word, not below its mark."""
    plain, (_, style) = title.plain, title.pieces[0]
    words = (cell(part, style) for part in _parts(plain, max(_LEAST, width - mark.width)))
    broken = flowing(" ", words, width=width, indent=mark.width)
    return beside(mark, broken._replace(pieces=broken.pieces[1:])) if mark.pieces else broken


def _parts(title: str, room: int) -> Iterator[str]:
    """Yield the words of a title; one that is longer than a line of `room` columns is in parts."""
    for word in title.split():
        rest = word
        while columns(rest) > room:
            start = cut(rest, room)
            yield start
            rest = rest[len(start) :]
        yield rest


def draw_legend(marks: Iterable[Mark], *others: str, width: int) -> Cell:
    """Draw the meanings of marks and of other signs, to stand below the lines that use them."""
    used = set(marks)
    meanings = (beside(cell(mark.sign, mark.style), cell(f" {mark.meaning}", QUIET)) for mark in Mark if mark in used)
    return flowing("   ", (*meanings, *(cell(one, QUIET) for one in others)), width=width)

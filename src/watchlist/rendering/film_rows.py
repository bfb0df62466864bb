"""A film in a line: countdown, title and year, how sure its date is, the date, where; shared by all lists of films."""

from collections.abc import Iterable, Sequence
from datetime import date

from watchlist.domain.countdown import ReleaseToday, State
from watchlist.domain.entry import Entry
from watchlist.domain.film import Film
from watchlist.domain.release import Agreement
from watchlist.rendering import wording
from watchlist.rendering.drawing import (
    CONFLICT,
    QUIET,
    STARS,
    STATE,
    TITLE,
    WARNING,
    Cell,
    Drawing,
    Row,
    aligned,
    beside,
    cell,
    flowing,
    indented,
    joined,
    lines,
    stack,
)
from watchlist.rendering.marks import STATUS, Mark, certainty_mark, legend, sureness_mark
from watchlist.rendering.short_words import elsewhere_words, heard_words, short_countdown, short_date, short_place

NARROW, WIDE = 72, 118
"""Columns below which a film takes two lines, and from which how sure a date is stands there in words too."""


def title_cells(film: Film, style: str = TITLE) -> tuple[Cell, Cell]:
    """Draw the title of a film, and its year."""
    return cell(wording.title_words(film), style), cell(f" ({film.year})" if film.year else "", QUIET)


def countdown_cell(shown: ReleaseToday | None, today: date) -> Cell:
    """Draw a short countdown."""
    if shown is None:
        return cell("no date yet", QUIET)
    words = short_countdown(shown.countdown, shown.release.span, today)
    return cell(words, style_of(shown))


def style_of(shown: ReleaseToday) -> str:
    """Return the colour of a date and its countdown: green only where it is sure."""
    if shown.stale:
        return QUIET
    is_doubtful = shown.countdown.state is State.DUE and not shown.is_sure
    return TITLE if is_doubtful else STATE[shown.countdown.state]


def is_counted_in_days(shown: ReleaseToday) -> bool:
    """Tell whether a countdown is to a single day to come that is sure enough for big digits."""
    days, days_latest = shown.countdown.days, shown.countdown.days_latest
    return shown.is_sure and shown.countdown.state is State.DATED and days == days_latest


def date_cell(shown: ReleaseToday | None, today: date) -> Cell:
    """Draw the mark of how sure a date is, and the date."""
    mark = sureness_mark(shown)
    if shown is None or (shown.countdown.state is State.UNDATED and shown.release.resolution.last is None):
        return cell("")
    return beside(cell(f"{mark.sign} ", mark.style), cell(short_date(shown.release, today), style_of(shown)))


def place_cell(shown: ReleaseToday | None) -> Cell:
    """Draw where and how a film is released."""
    return cell(short_place(shown.release.key) if shown else "", "")


def sureness_cell(shown: ReleaseToday | None, today: date) -> Cell:
    """Draw in words how sure a date is, and how it moved; for wide terminals."""
    if shown is None:
        return cell("nothing known yet", QUIET)
    release = shown.release
    differs = wording.agreement_words(release) if release.agreement is Agreement.CONFLICT else ""
    words = (str(release.certainty), differs, wording.moved_words(release), *_doubts(shown, today))
    return joined(", ", (cell(part, QUIET) for part in words))


def _doubts(shown: ReleaseToday, today: date) -> tuple[str, ...]:
    """Say in words why a date is not to be relied on: it is an old one, or only as announced; and where it is out."""
    heard = heard_words(shown.release.last_heard, today) if shown.stale else ""
    as_announced = "as announced, no release reported yet" if shown.presumed else ""
    return heard, as_announced, elsewhere_words(shown.elsewhere) if shown.stale else ""


def draw_rows(rows: Sequence[Row], *, width: int) -> list[Cell]:
    """Draw a line per row; on a narrow terminal two, the title above."""
    if width >= NARROW:
        return aligned(rows, width=width)
    return [lines(_title_line(row), beside(cell("  "), joined(" · ", (*row.before, *row.after)))) for row in rows]


def _title_line(row: Row) -> Cell:
    return beside(row.mark, cell(" " if row.mark.plain else ""), row.head, row.tail)


def details(
    film: Film, shown: ReleaseToday | None, others: Iterable[ReleaseToday], today: date, *notes: Cell
) -> Drawing:
    """Draw a film in a few lines: its titles, then date and place in full, how sure that is, and other releases."""
    other = wording.other_title_words(film)
    title, year = title_cells(film)
    head = joined("  ", (beside(title, year), cell(other, QUIET)))
    parts = [indented(one) for one in (*answer(shown, today), *notes) if one.plain]
    also = (cell(f"also {release_line(one)}", QUIET) for one in others)
    return stack(head, *parts, *map(indented, also))


def answer(shown: ReleaseToday | None, today: date) -> tuple[Cell, ...]:
    """Draw when and where a film comes out, and how sure that is, in lines of full words."""
    if shown is None:
        return (cell("nothing known yet", QUIET),)
    words = wording.countdown_words(shown.countdown, shown.release.span, today)
    where = cell(wording.place_words(shown.release.key))
    return (
        joined(" · ", (cell(words, style_of(shown)), when_cell(shown), where)),
        sureness(shown, today),
        history_cell(shown),
    )


def when_cell(shown: ReleaseToday) -> Cell:
    """Draw the date in full, with its weekday; a lost one is struck through."""
    words = wording.release_date_words(shown.release, weekday=True)
    return cell(words, f"{style_of(shown)}{' strike' if shown.release.resolution.last else ''}")


def sureness(shown: ReleaseToday, today: date) -> Cell:
    """Draw how sure a date is: the certainty, what sources say, when it was last heard."""
    release = shown.release
    mark = Mark.STALE if shown.stale else certainty_mark(release.certainty)
    conflict = release.agreement is Agreement.CONFLICT
    return joined(
        " · ",
        (
            cell(f"{mark.sign} {release.certainty}", mark.style),
            cell(wording.agreement_words(release), CONFLICT if conflict else QUIET),
            cell("as announced" if shown.presumed else ""),
            cell(heard_words(release.last_heard, today), WARNING if shown.stale else QUIET),
        ),
    )


def history_cell(shown: ReleaseToday) -> Cell:
    """Draw how a date moved, and where the film is out already if that makes the date an old one."""
    elsewhere = elsewhere_words(shown.elsewhere) if shown.stale else ""
    return joined(" · ", (cell(words, WARNING) for words in (elsewhere, wording.moved_words(shown.release))))


def release_line(one: ReleaseToday) -> str:
    """Word another release of a film in a line."""
    return f"{wording.release_date_words(one.release)}: {wording.place_words(one.release.key)}"


def entry_cell(entry: Entry) -> Cell:
    """Draw all that the user noted about a film, with stars as stars."""
    mark = STATUS[entry.status]
    noted = cell(wording.entry_words(entry._replace(rating=None)))
    return joined(" ", (cell(mark.sign, mark.style), stars_cell(entry), noted))


def stars_cell(entry: Entry) -> Cell:
    """Draw a rating as stars."""
    return cell(wording.stars_words(entry.rating) if entry.rating else "", STARS)


def draw_legend(marks: Iterable[Mark], *others: str, width: int) -> Cell:
    """Draw what marks mean, and other signs, below the lines that have them."""
    return flowing("   ", (cell(one, QUIET) for one in (*legend(set(marks)), *others)), width=width)

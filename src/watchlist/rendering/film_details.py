"""A film in full words: when and where it comes out, how sure and how old that date is, and the user's notes."""

from datetime import date

from watchlist.domain.countdown import ReleaseToday, State
from watchlist.domain.entry import Entry
from watchlist.domain.release import Agreement
from watchlist.rendering import wording
from watchlist.rendering.age_words import elsewhere_words, heard_words, lacking_words
from watchlist.rendering.drawing import (
    CONFLICT,
    QUIET,
    STARS,
    WARNING,
    Cell,
    Drawing,
    beside,
    cell,
    flowing,
    indented,
    joined,
    stack,
)
from watchlist.rendering.film_rows import style_of, title_cells
from watchlist.rendering.marks import STATUS, Mark, certainty_mark
from watchlist.services.preferences import Lacking
from watchlist.services.upcoming import UpcomingFilm


def details(film: UpcomingFilm, today: date, *notes: Cell, width: int) -> Drawing:
    """Draw a film in a few lines: its titles, then date and place in full, how sure that is, and other releases."""
    other = wording.other_title_words(film.film)
    title, year = title_cells(film.film)
    head = joined("  ", (beside(title, year), cell(other, QUIET)))
    answered = answer(film.shown, film.lacking, today, width=width - 2)
    parts = [indented(one) for one in (*answered, *notes) if one.plain]
    also = (cell(f"also {release_line(one)}", QUIET) for one in film.others)
    return stack(head, *parts, *map(indented, also))


def answer(shown: ReleaseToday | None, lacking: Lacking | None, today: date, *, width: int) -> tuple[Cell, ...]:
    """Draw when and where a film comes out, and how sure that is, in full words, in lines of `width` columns."""
    if shown is None:
        return (cell("nothing known yet", QUIET),)
    words = wording.countdown_words(shown.countdown, shown.release.span, today)
    where = cell(wording.place_words(shown.release.key))
    when = (cell(words, style_of(shown, lacking)), when_cell(shown, lacking), where)
    answered = (flowing(" · ", when, width=width), sureness(shown, today, width=width))
    return (lacking_cell(lacking), *answered, history_cell(shown, width=width))


def lacking_cell(lacking: Lacking | None) -> Cell:
    """Draw which release the user waits for that has no date; the one shown after it is another."""
    words = lacking_words(lacking)
    return cell(f"{words}; elsewhere:" if words else "", WARNING)


def when_cell(shown: ReleaseToday, lacking: Lacking | None = None) -> Cell:
    """Draw the date in full, with its weekday; a lost one is struck through."""
    words = wording.release_date_words(shown.release, weekday=True)
    return cell(words, f"{style_of(shown, lacking)}{' strike' if shown.release.resolution.last else ''}")


def sureness(shown: ReleaseToday, today: date, *, width: int) -> Cell:
    """Draw how sure a date is: the certainty, what sources say, when it was last heard; in lines of `width` columns."""
    release = shown.release
    conflict = release.agreement is Agreement.CONFLICT
    agreement = cell(wording.agreement_words(release), CONFLICT if conflict else QUIET)
    return flowing(" · ", (_certainty_cell(shown), agreement, _heard_cell(shown, today)), width=width)


def _certainty_cell(shown: ReleaseToday) -> Cell:
    if shown.presumed:
        return cell(f"{Mark.PRESUMED.sign} {Mark.PRESUMED.meaning}", Mark.PRESUMED.style)
    mark = Mark.STALE if shown.stale else certainty_mark(shown.release.certainty)
    return cell(f"{mark.sign} {shown.release.certainty}", mark.style)


def _heard_cell(shown: ReleaseToday, today: date) -> Cell:
    heard = heard_words(shown, today)
    return cell(f"stale: {heard}", WARNING) if shown.stale else cell(heard, QUIET)


def history_cell(shown: ReleaseToday, *, width: int) -> Cell:
    """Draw where the film is already out, and how the date moved, in lines of `width` columns."""
    words = (elsewhere_words(shown), wording.moved_words(shown.release))
    return flowing(" · ", (cell(part, WARNING) for part in words), width=width)


def release_line(one: ReleaseToday) -> str:
    """Word another release of a film on one line; one without a date as "cinemas, GB: cancelled, was 12 March 2027"."""
    when, where = wording.release_date_words(one.release), wording.place_words(one.release.key)
    lost = {State.CANCELLED: "cancelled", State.UNDATED: "no date yet"}.get(one.countdown.state)
    if not lost:
        return f"{when}: {where}"
    return f"{where}: {lost}, {when}" if one.release.resolution.last else f"{where}: {lost}"


def entry_cell(entry: Entry) -> Cell:
    """Draw everything that the user noted about a film, with the rating as stars."""
    mark = STATUS[entry.status]
    noted = cell(wording.entry_words(entry, rated=False))
    return joined(" ", (cell(mark.sign, mark.style), stars_cell(entry), noted))


def stars_cell(entry: Entry) -> Cell:
    """Draw a rating as stars."""
    return cell(wording.stars_words(entry.rating) if entry.rating else "", STARS)

"""Record a viewing, or take it back."""

from typing import Annotated

import typer

from watchlist.cli.change_entry import New, Yes, change_entries, must_agree, report_changes
from watchlist.cli.choose_film import Make, Meant, film_to_change
from watchlist.cli.command import writes
from watchlist.cli.completion import Offered
from watchlist.cli.options import Note, Stars, Title
from watchlist.cli.session import Session
from watchlist.cli.several import STDIN, films_of_lines
from watchlist.domain.entry import Viewing
from watchlist.domain.errors import UsageMistake
from watchlist.rendering.change_words import doubt_words, unwatched_words, watched_words
from watchlist.rendering.step_words import TAKEN_BACK, WATCHED
from watchlist.services import track
from watchlist.services.choose import Scope
from watchlist.services.plausibility import viewing_doubt
from watchlist.services.track import Noted


@writes
def command(
    session: Session,
    title: Title,
    *,
    day: Annotated[
        str | None,
        typer.Option("--date", metavar="DATE", help='The day you saw it, if not today: yesterday, "20 Nov", -3d.'),
        Offered.DAYS,
    ] = None,
    no_date: Annotated[bool, typer.Option("--no-date", help="You do not know the day.")] = False,
    rating: Stars = None,
    note: Note = None,
    remove: Annotated[
        bool,
        typer.Option("--remove", help="Take back a viewing: the last one, or the one given by --date or --no-date."),
    ] = False,
    new: New = False,
    yes: Yes = False,
) -> None:
    """Record that you watched a film; run it again for another viewing. `-` reads one title per line."""
    if day and no_date:
        raise UsageMistake("use either --date or --no-date")
    viewing = Viewing(session.day(day)) if day else Viewing(None) if no_date else None
    if remove:
        _take_back(session, title, viewing, is_bare=rating is None and note is None)
        return
    seen = viewing or Viewing(session.today)
    make = Make.AT_ONCE if new else Make.OFFER
    several = title == [STDIN]
    films = (
        films_of_lines(session, Scope.LIST_FIRST, make=make) if several else [film_to_change(session, title, make=make)]
    )
    for meant in films:
        doubt = viewing_doubt(meant.film, seen.day or session.today, session.today)
        must_agree(session, doubt_words(doubt), yes=yes)
    noted = Noted(rating, note=note)
    change = change_entries(
        session,
        films,
        lambda entry, film: track.watched(entry, film, day=seen.day, noted=noted, today=session.today),
        verb=WATCHED,
    )
    report_changes(session, films, change, lambda one, film: watched_words(one, film, seen.day), as_array=several)


def _take_back(session: Session, title: list[str], wanted: Viewing | None, *, is_bare: bool) -> None:
    if not is_bare:
        raise UsageMistake("--remove takes no rating and no note")
    film = film_to_change(session, title).film
    viewing = wanted or track.last_viewing(session.listed.entry(film.id))
    change = change_entries(
        session, [Meant(film)], lambda entry, film: track.unwatched(entry, film, viewing), verb=TAKEN_BACK
    )
    day = viewing.day if viewing else None
    report_changes(session, [Meant(film)], change, lambda one, film: unwatched_words(one, film, day))

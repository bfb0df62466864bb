"""Add films to the list, with a release date that the user has heard."""

from typing import Annotated

import typer

from watchlist.cli.ask import ask
from watchlist.cli.candidates import with_release
from watchlist.cli.change_entry import New, Yes, change_entries, report_changes
from watchlist.cli.choose_film import Make, Meant
from watchlist.cli.claim_details import ClaimOptions
from watchlist.cli.command import writes
from watchlist.cli.completion import Offered
from watchlist.cli.options import Note, Stars, Tags
from watchlist.cli.session import Session
from watchlist.cli.several import STDIN, films_named, films_of_lines
from watchlist.domain.errors import UsageMistake
from watchlist.rendering.added_words import added_words
from watchlist.services import track
from watchlist.services.choose import Scope
from watchlist.services.track import Noted


@writes
def command(
    session: Session,
    title: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[TITLE...]", help="An id, a link, or any full title of the film; - reads one per line."
        ),
        Offered.CATALOGUE,
    ] = None,
    *,
    release: Annotated[
        str | None,
        typer.Option("--release", metavar="DATE", help='The date you have heard: "25 June 2027", "spring 2027", 2027.'),
    ] = None,
    details: ClaimOptions,
    tag: Tags = None,
    note: Note = None,
    rating: Stars = None,
    new: New = False,
    yes: Yes = False,
) -> None:
    """Add films to your list; with --release, also note a date that you have heard."""
    if release is None and details != track.NO_DETAILS:
        raise UsageMistake(
            "a region, channel, service, source or certainty needs a date",
            hint='Add --release with a date, such as --release "spring 2027".',
        )
    make = Make.AT_ONCE if new or release is not None else Make.OFFER
    films = _films(session, title or _ask_for_title(session), make, yes=yes)
    if rating is not None or release is not None:
        from watchlist.cli.noted_details import with_details  # a title alone does not need it

        films = with_details(session, films, release, details, is_rated=rating is not None, yes=yes)
    noted = Noted(rating, tuple(tag or ()), note)
    change = change_entries(
        session, films, lambda entry, film: track.add(entry, film, noted=noted, today=session.today), verb="add"
    )
    report_changes(
        session,
        films,
        change,
        lambda one, film: added_words(one, change.user_films, with_release(session, film), session.today),
        as_array=len(films) > 1 or title == [STDIN],
    )


def _films(session: Session, title: list[str], make: Make, *, yes: bool) -> list[Meant]:
    if title == [STDIN]:
        return films_of_lines(session, Scope.CATALOGUE, make=make)
    return films_named(session, title, Scope.CATALOGUE, make=make, yes=yes)


def _ask_for_title(session: Session) -> list[str]:
    if not session.can_ask:
        raise UsageMistake("add needs a title", hint='For example: watchlist add "Drawing Closer"')
    return [ask("Which film?")]

"""The command that puts a film on the list, and notes what the user has heard about it."""

from typing import Annotated

import typer

from watchlist.cli.claim import noted_claim
from watchlist.cli.options import CertaintyOption, ChannelOption, Region, Reported, Service, SourceOption, Url
from watchlist.cli.session import Session, confirm, title_of
from watchlist.domain.change import Change, UserFilm
from watchlist.domain.errors import UsageMistake
from watchlist.domain.film import Film
from watchlist.storage.list_file import UserList


def add(
    ctx: typer.Context,
    title: Annotated[
        list[str] | None,
        typer.Argument(metavar="[TITLE...]", help="A title in any of its forms, or one that nobody knows yet."),
    ] = None,
    *,
    release: Annotated[
        str | None,
        typer.Option(
            "--release", metavar="DATE", help='What you have heard: "25 June 2027", "spring 2027", 2027, TBA.'
        ),
    ] = None,
    region: Region = None,
    channel: ChannelOption = None,
    service: Service = None,
    source: SourceOption = None,
    url: Url = None,
    certainty: CertaintyOption = None,
    reported: Reported = None,
) -> None:
    """Put a film on your list; with --release, note what you have heard about its date."""
    from watchlist.rendering.change_words import say_added
    from watchlist.services import track

    details = (region, channel, service, source, url, certainty, reported)
    if release is None and any(details):
        raise UsageMistake(
            "a region, channel, service, source or certainty says something about a date: which one?",
            hint='Add --release with a date, such as --release "spring 2027", or --release TBA.',
        )
    session = Session(ctx)
    query = title_of(title or _ask_for_title(session))
    film = session.film_or_none(query)
    if film is None and release is None and not (session.can_ask and confirm(f'Make "{query}" your own film?')):
        film = session.film([query])
    own: tuple[UserFilm, ...] = ()
    if release is not None:
        claim = noted_claim(
            session,
            film,
            release,
            region=region,
            channel=channel,
            service=service,
            source=source,
            url=url,
            certainty=certainty,
            reported=reported,
        )
        own = (track.user_film(film, query, claim, is_taken=session.has_film),)
    elif film is None:
        own = (track.user_film(None, query, None, is_taken=session.has_film),)
    entry_film = film or Film(own[0].film_id, query)

    def step(entries: UserList) -> Change:
        return Change(track.add(entries.entry(entry_film.id), entry_film, today=session.today).entries, own)

    say_added(session.change(step, what=f'add "{entry_film.title}"'), session.today)


def _ask_for_title(session: Session) -> list[str]:
    if not session.can_ask:
        raise UsageMistake("add needs a title", hint='For example: watchlist add "Drawing Closer"')
    return [str(typer.prompt("Which film?", err=True, prompt_suffix=" "))]

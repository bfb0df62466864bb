"""Ask the sites for news about films."""

from typing import Annotated

import typer

from watchlist.cli.choose_film import film_to_change
from watchlist.cli.command import OptionGroup, writes
from watchlist.cli.completion import Offered
from watchlist.cli.recordings import Recordings, recordings
from watchlist.cli.session import Session
from watchlist.domain.entry import Status
from watchlist.domain.errors import NOTHING_CHANGED, NetworkFailed, NoSuchFilm, SeveralFilms, UsageMistake
from watchlist.domain.film import Film
from watchlist.rendering.console import message
from watchlist.rendering.progress import progress
from watchlist.rendering.views import refresh as view
from watchlist.rendering.wording import day_words
from watchlist.services.live.memory import Memory
from watchlist.services.live.news import Answer, Refreshed
from watchlist.services.live.scope import worth_asking
from watchlist.services.upkeep.catalogue_address import update_catalogues
from watchlist.services.upkeep.refresh.discover import Discovery
from watchlist.services.upkeep.refresh.fetched_store import open_fetched_store
from watchlist.services.upkeep.refresh.run import RefreshOptions, Run
from watchlist.services.upkeep.refresh.sites import SiteAccess, open_sites
from watchlist.storage.web.tmdb_key import read_tmdb_key


@writes
def command(
    session: Session,
    title: Annotated[
        list[str] | None,
        typer.Argument(metavar="[TITLE...]", help="A film, on your list or not; without it, the films you want."),
        Offered.FILMS,
    ] = None,
    *,
    every: Annotated[bool, typer.Option("--all", help="All films on your list, even those long out.")] = False,
    upcoming: Annotated[
        bool, typer.Option("--upcoming", help="Find films of the next 18 months that are not in the catalogue.")
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Ask again within the hour, and accept answers that look wrong.")
    ] = False,
    recorded: Annotated[Recordings, OptionGroup(recordings)],
) -> None:
    """Ask Wikidata, Wikipedia and TMDB for news about your films, and keep every earlier claim."""
    if upcoming and (title or every):
        raise UsageMistake("--upcoming looks for new films: it takes no title and no --all")
    if not (title or upcoming or recorded.replay):
        _update_catalogues(session)
    options = RefreshOptions(session.today, session.now, session.settings.regions, force)
    with open_fetched_store(session.paths) as kept:
        sites = open_sites(errand_of(session, recorded), message)
        if upcoming:
            result = Discovery(sites, kept, options, session.films).discover()
        else:
            films = [film_to_change(session, title).film] if title else _films_of_list(session, every=every)
            with progress("Asking", len(films), from_total=2) as done:
                result = Run(sites, kept, options).refresh(films, done)
        _refuse_where_nothing_came(result, kept.memory)
    session.forget_films()
    session.has_film("")  # updates the index now, so that the next command does not have to
    session.show(result, view)
    message(*view.message_lines(result))
    if title:
        _leave_where_unknown(result)


def errand_of(session: Session, recorded: Recordings) -> SiteAccess:
    """Return who asks, from the settings; print a hint if there is no contact."""
    contact = session.settings.contact or ""
    if not contact and not recorded.replay:
        message("Wikimedia answers slowly unless it can contact you: watchlist config set contact you@example.org")
    key = read_tmdb_key(session.paths.tmdb_key)
    return SiteAccess(session.now, contact, key, recorded.trace, recorded.replay)


def _update_catalogues(session: Session) -> None:
    """Update the catalogues that were added by address."""
    for one in update_catalogues(session.paths, session.progress):
        if one.fault:
            message(f"{one.name}: {one.fault}; your copy of it is unchanged.")
        elif one.has_changed:
            message(f"Updated {one.name}.")


def _films_of_list(session: Session, *, every: bool) -> list[Film]:
    entries = [entry for entry in session.entries.everything() if every or entry.status is Status.WANTED]
    known = session.films.films(entry.id for entry in entries).films
    films = [known.get(entry.id) or Film(entry.id, entry.title, ids=entry.ids) for entry in entries]
    return films if every else [film for film in films if worth_asking(film, session.today)]


def _refuse_where_nothing_came(result: Refreshed, memory: Memory) -> None:
    """Raise `NetworkFailed` if no site answered anything about any film."""
    faults = [one for one in result.sites if one.fault]
    if not faults or not all(one.answer is Answer.NOT_ANSWERED for one in result.asked):
        return
    if all(one.is_offline for one in faults):
        answered = memory.answered
        raise NetworkFailed("no network", kept=f"Your data is from {day_words(answered)}." if answered else "")
    fact = "; ".join(f"{one.site}: {one.fault}" for one in faults)
    raise NetworkFailed(fact, kept=NOTHING_CHANGED)


def _leave_where_unknown(result: Refreshed) -> None:
    answers = {one.answer for one in result.asked}
    if answers == {Answer.NOT_FOUND}:
        raise typer.Exit(NoSuchFilm.exit_code)
    if answers == {Answer.SEVERAL}:
        raise typer.Exit(SeveralFilms.exit_code)

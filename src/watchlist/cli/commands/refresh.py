"""The command that asks the sites what is new about your films."""

from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import typer

from watchlist.cli.completion import catalogue_films
from watchlist.cli.options import Json
from watchlist.cli.session import Session
from watchlist.domain.entry import Status
from watchlist.domain.errors import NetworkFailed, NoSuchFilm, SeveralFilms, UsageMistake
from watchlist.domain.film import Film
from watchlist.rendering.console import say
from watchlist.rendering.progress import progress
from watchlist.rendering.views import refresh as view
from watchlist.rendering.wording import day_words
from watchlist.services.live.memory import Memory
from watchlist.services.live.news import Answer, Refreshed
from watchlist.services.live.scope import worth_asking
from watchlist.services.upkeep.catalogue_address import update_catalogues
from watchlist.services.upkeep.refresh.discover import Discovery
from watchlist.services.upkeep.refresh.keeping import keeping
from watchlist.services.upkeep.refresh.run import Run, Wishes
from watchlist.services.upkeep.refresh.sites import Errand, open_sites
from watchlist.storage.index.indexed_films import open_films
from watchlist.storage.tmdb_key import read_tmdb_key
from watchlist.storage.web.client import agent


def refresh(
    ctx: typer.Context,
    *,
    title: Annotated[
        list[str] | None,
        typer.Argument(metavar="[TITLE...]", help="One film, on your list or not.", autocompletion=catalogue_films),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Every film on your list, also those long out.")] = False,
    upcoming: Annotated[
        bool, typer.Option("--upcoming", help="Find the films of the coming 18 months that nobody here knows.")
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Ask again within the hour, and take answers that look wrong.")
    ] = False,
    trace: Annotated[
        Path | None, typer.Option("--trace", metavar="FILE", help="Write down what the sites say, for a bug report.")
    ] = None,
    replay: Annotated[
        Path | None, typer.Option("--replay", metavar="FILE", help="Take the answers from such a file, offline.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Ask Wikidata, Wikipedia and TMDB what is new about your films, and keep what was said before."""
    session = Session(ctx, as_json=as_json)
    if upcoming and (title or every):
        raise UsageMistake("--upcoming looks for films to come: it takes no title, and not --all")
    if not (title or upcoming or replay):
        _update_catalogues(session)
    errand = errand_of(session, trace=trace, replay=replay)
    wishes = Wishes(session.today, session.now, session.settings.regions, force)
    with keeping(session.paths) as kept:
        sites = open_sites(errand, say)
        if upcoming:
            result = Discovery(sites, kept, wishes, session.films).discover()
        else:
            films = [session.film(title)] if title else _films_of_list(session, every=every)
            with progress("Asking", len(films), from_total=2) as done:
                result = Run(sites, kept, wishes).refresh(films, done)
        _refuse_where_nothing_came(result, kept.memory)
    open_films(session.paths, session.watch)  # its index is brought up to date here: the next command finds it ready
    session.show(result, view)
    say(*view.message_lines(result))
    if title:
        _leave_where_unknown(result)


def _update_catalogues(session: Session) -> None:
    """Bring the catalogues up to date that were added by their addresses."""
    for one in update_catalogues(session.paths, agent(version("watchlist")), session.watch):
        if one.fault:
            say(f"{one.name}: {one.fault}; what you have of it stays.")
        elif one.has_changed:
            say(f"Updated {one.name}.")


def errand_of(session: Session, *, trace: Path | None, replay: Path | None) -> Errand:
    """Say who asks, from the settings; hint at the contact where it is missing."""
    contact = session.settings.contact or ""
    if not contact and not replay:
        say("Wikimedia answers slowly without a way to reach you. Type: watchlist config set contact you@example.org")
    key = read_tmdb_key(session.paths.tmdb_key)
    return Errand(version("watchlist"), session.now, contact, key, trace, replay)


def _films_of_list(session: Session, *, every: bool) -> list[Film]:
    entries = session.entries.everything()
    wanted = [entry for entry in entries if every or entry.status is Status.WANTED]
    films = [session.film_of(entry) for entry in wanted]
    return films if every else [film for film in films if worth_asking(film, session.today)]


def _refuse_where_nothing_came(result: Refreshed, memory: Memory) -> None:
    """Raise `NetworkFailed` if no site answered anything about any film."""
    faults = [one for one in result.sites if one.fault]
    if not faults or not all(one.answer is Answer.NOT_ANSWERED for one in result.asked):
        return
    if all(one.is_offline for one in faults):
        answered = memory.answered
        raise NetworkFailed("no network", kept=f"What you have is of {day_words(answered)}." if answered else "")
    fact = "; ".join(f"{one.site}: {one.fault}" for one in faults)
    raise NetworkFailed(fact, kept="Nothing was changed.")


def _leave_where_unknown(result: Refreshed) -> None:
    answers = {one.answer for one in result.asked}
    if answers == {Answer.NOT_FOUND}:
        raise typer.Exit(NoSuchFilm.exit_code)
    if answers == {Answer.SEVERAL}:
        raise typer.Exit(SeveralFilms.exit_code)

"""Find a film that is not in the catalogue, show it, and offer to add it."""

import shlex
from collections.abc import Sequence
from typing import Annotated

import typer

from watchlist.cli.ask import ask, confirm
from watchlist.cli.candidates import with_release
from watchlist.cli.choose_film import films_called, title_of
from watchlist.cli.command import OptionGroup, writes
from watchlist.cli.commands.refresh import errand_of
from watchlist.cli.recordings import Recordings, recordings
from watchlist.cli.session import Session
from watchlist.domain.change import Change
from watchlist.domain.entry import Status
from watchlist.domain.errors import NOTHING_CHANGED, NetworkFailed, NoSuchFilm, SeveralFilms
from watchlist.domain.film import Film
from watchlist.rendering.added_words import added_words
from watchlist.rendering.console import message, report
from watchlist.rendering.step_words import step_words
from watchlist.rendering.views import show
from watchlist.rendering.wording import film_words
from watchlist.services import track
from watchlist.services.show import film_facts
from watchlist.services.upkeep.refresh.fetched_store import open_fetched_store
from watchlist.services.upkeep.refresh.film_match import matching_film, new_film
from watchlist.services.upkeep.refresh.lookup import Candidate, LookedUp, Lookup
from watchlist.services.upkeep.refresh.sites import open_sites
from watchlist.storage.list_file import UserList
from watchlist.storage.web.fault import Fault


@writes
def command(
    session: Session,
    title: Annotated[
        list[str], typer.Argument(metavar="TITLE...", help="A title, or a Wikidata item such as Q184843.")
    ],
    *,
    history: Annotated[
        bool, typer.Option("--history", help="Also ask Wikipedia how its date moved; this takes a minute.")
    ] = False,
    add: Annotated[bool, typer.Option("--add", help="Add it to your list without asking.")] = False,
    recorded: Annotated[Recordings, OptionGroup(recordings)],
) -> None:
    """Find a film that is not in the catalogue, and offer to add it."""
    query = title_of(title)
    known = _known(session, query)
    with open_fetched_store(session.paths) as kept:
        sites = open_sites(errand_of(session, recorded), message)
        search = Lookup(sites, kept, session.now, session.settings.regions)
        candidate = _chosen(session, query, _candidates(search, known.title if known else query))
        film = known if known and search.is_same(known, candidate, chosen=query == known.id) else None
        film = film or matching_film(session.films, kept.memory, candidate.facts)
        film = film or new_film(session.films, candidate.facts)
        found = search.look(candidate, film, history=history)
        entry = session.entries.entry(film.id)
        session.show(film_facts(found.film, entry, today=session.today), show, show.in_full)
        message(*found.faults)
        is_listed = entry is not None and entry.status is not Status.DROPPED
        may_ask = session.can_ask and not is_listed
        is_wanted = add or (may_ask and confirm(f"Add {film_words(found.film)} to your list?"))
        if is_wanted or entry is not None:
            search.keep()
    if is_wanted:
        _add(session, found)
    elif not (session.can_ask or is_listed):
        message(f"To add it: watchlist lookup {candidate.item.id} --add")


def _known(session: Session, query: str) -> Film | None:
    """Return the known film with exactly this name; None if there is none, or more than one."""
    called = films_called(session, [query])
    return called[0] if len(called) == 1 else None


def _candidates(search: Lookup, query: str) -> list[Candidate]:
    try:
        return search.candidates(query)
    except Fault as fault:
        fact = "no network" if fault.offline else f"Wikidata: {fault.cause}"
        raise NetworkFailed(fact, kept=NOTHING_CHANGED) from None


def _chosen(session: Session, query: str, candidates: Sequence[Candidate]) -> Candidate:
    """Return the only candidate; if there are several, ask on a terminal."""
    if not candidates:
        raise NoSuchFilm(
            f'Wikidata has no film called "{query}"', hint=f"To add it: watchlist add {shlex.quote(query)} --new"
        )
    if len(candidates) == 1:
        return candidates[0]
    names = [f"{one.item.id}  {_named(one.facts)}" for one in candidates]
    if not session.can_ask:
        lines = tuple(f"  watchlist lookup {one.item.id}  # {_named(one.facts)}" for one in candidates)
        raise SeveralFilms(f'"{query}" could be {len(candidates)} films:', candidates=lines)
    message(f'"{query}" could be:', *(f"  {number}  {name}" for number, name in enumerate(names, 1)))
    while True:
        answer = ask(f"Which one? 1-{len(candidates)}, n for none:")
        if answer.casefold() == "n":
            raise NoSuchFilm(f'none of these is "{query}"')
        if answer.isdecimal() and answer.isascii() and 0 < int(answer) <= len(candidates):
            return candidates[int(answer) - 1]


def _add(session: Session, found: LookedUp) -> None:
    film = found.film

    def step(entries: UserList) -> Change:
        return track.add(entries.entry(film.id), film, today=session.today)

    change = session.change(step, what=lambda done: step_words("lookup", done))
    say = message if session.as_json else report  # the film is on stdout already
    say(*added_words(change.entries[0], (), with_release(session, film), session.today))


def _named(film: Film) -> str:
    return f"{film_words(film)}{', ' + ', '.join(film.directors) if film.directors else ''}"

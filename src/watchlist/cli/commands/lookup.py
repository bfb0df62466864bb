"""The command that finds a film which nobody here knows, shows it, and adds it on a yes."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from watchlist.cli.commands.refresh import errand_of
from watchlist.cli.options import Json
from watchlist.cli.session import Session, confirm, title_of
from watchlist.domain.change import Change
from watchlist.domain.errors import NetworkFailed, NoSuchFilm, SeveralFilms, WhichFilm
from watchlist.domain.film import Film
from watchlist.rendering.change_words import say_added
from watchlist.rendering.console import say
from watchlist.rendering.views import show as view
from watchlist.rendering.wording import film_words
from watchlist.services import track
from watchlist.services.search import find
from watchlist.services.show import film_facts
from watchlist.services.upkeep.refresh.keeping import keeping
from watchlist.services.upkeep.refresh.lookup import Candidate, LookedUp, Lookup
from watchlist.services.upkeep.refresh.ours import new_film, our_film
from watchlist.services.upkeep.refresh.sites import open_sites
from watchlist.storage.list_file import UserList
from watchlist.storage.web.fault import Fault


def lookup(
    ctx: typer.Context,
    title: Annotated[list[str], typer.Argument(metavar="TITLE...", help="A title, or an item of Wikidata: Q184843.")],
    *,
    history: Annotated[
        bool, typer.Option("--history", help="Ask Wikipedia how its date moved, too; this takes a minute.")
    ] = False,
    add: Annotated[bool, typer.Option("--add", help="Add it to your list without asking.")] = False,
    trace: Annotated[
        Path | None, typer.Option("--trace", metavar="FILE", help="Write down what the sites say, for a bug report.")
    ] = None,
    replay: Annotated[
        Path | None, typer.Option("--replay", metavar="FILE", help="Take the answers from such a file, offline.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Look a film up that nobody here knows yet, and add it if it is the one you mean."""
    session = Session(ctx, as_json=as_json)
    query = title_of(title)
    known = _known(session, query)
    with keeping(session.paths) as kept:
        search = Lookup(open_sites(errand_of(session, trace=trace, replay=replay), say), kept, session.now)
        candidate = _chosen(session, query, _candidates(search, known.title if known else query))
        film = known or our_film(session.films, kept.memory, candidate.facts)
        film = film or new_film(session.films, candidate.facts)
        found = search.look(candidate, film, history=history)
        session.show(film_facts(found.film, session.entries.entry(film.id), today=session.today), view)
        say(*found.faults)
        is_wanted = add or (session.can_ask and confirm(f"Add {film_words(found.film)} to your list?"))
        if is_wanted or session.entries.entry(film.id) is not None:
            search.keep()
    if is_wanted:
        _add(session, found)
    elif not session.can_ask:
        say(f"To add it: watchlist lookup {candidate.item.id} --add")


def _known(session: Session, query: str) -> Film | None:
    """Give the film that is called just this here; None where there is none, or where it is not clear."""
    try:
        return find(session.films, query, exactly=True).film
    except WhichFilm:
        return None


def _candidates(search: Lookup, query: str) -> list[Candidate]:
    try:
        return search.candidates(query)
    except Fault as fault:
        fact = "no network" if fault.offline else f"Wikidata: {fault.cause}"
        raise NetworkFailed(fact, kept="Nothing was changed.") from None


def _chosen(session: Session, query: str, candidates: Sequence[Candidate]) -> Candidate:
    """Give the one candidate; ask on a terminal where there are several."""
    if not candidates:
        raise NoSuchFilm(
            f'Wikidata has no film called "{query}"', hint=f'To add it: watchlist add "{query}" --release TBA'
        )
    if len(candidates) == 1:
        return candidates[0]
    names = [f"{one.item.id}  {_named(one.facts)}" for one in candidates]
    if not session.can_ask:
        keys = tuple(one.item.id for one in candidates)
        hint = f"{'; '.join(names)}. Type for example: watchlist lookup {keys[0]}"
        raise SeveralFilms(f'"{query}" could be {len(candidates)} films', hint=hint, candidates=keys)
    say(f'"{query}" could be:', *(f"  {number}  {name}" for number, name in enumerate(names, 1)))
    number = int(typer.prompt("Which one?", type=int, default=1, err=True, prompt_suffix=" "))
    if not 0 < number <= len(candidates):
        raise NoSuchFilm("none of these", kept="Nothing was changed.")
    return candidates[number - 1]


def _add(session: Session, found: LookedUp) -> None:
    film = found.film

    def step(entries: UserList) -> Change:
        return track.add(entries.entry(film.id), film, today=session.today)

    say_added(session.change(step, what=f'lookup "{film.title}"'), session.today)


def _named(film: Film) -> str:
    return f"{film_words(film)}{', ' + ', '.join(film.directors) if film.directors else ''}"

"""The commands that look films up: the card of one, the reasons for its date, and the search."""

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from watchlist.cli.completion import catalogue_films
from watchlist.cli.options import (
    AsOf,
    AtLeast,
    Cast,
    Director,
    Iso,
    Json,
    Limit,
    Service,
    StatusOption,
    Tag,
    Title,
    Years,
    filter_of,
)
from watchlist.cli.session import Session, title_of
from watchlist.domain.errors import UsageMistake

if TYPE_CHECKING:  # what only one of these commands needs is imported by it
    from watchlist.domain.catalogue import Catalogue
    from watchlist.services.filters import Filter
    from watchlist.services.live.offers import OffersOfDay


class Site(StrEnum):
    """Sites on which a film can have a page."""

    IMDB = "imdb"
    TMDB = "tmdb"
    LETTERBOXD = "letterboxd"
    TRAKT = "trakt"
    WIKIDATA = "wikidata"


def show(ctx: typer.Context, title: Title, as_of: AsOf = None, as_json: Json = False, iso: Iso = False) -> None:
    """Show a film: its facts, its releases, every claim behind them, and where sources differ."""
    from watchlist.rendering.views import show as view
    from watchlist.services.show import film_facts

    session = Session(ctx, as_of=as_of, as_json=as_json, iso=iso)
    film = session.film(title)
    people = session.films.films([film.id]).people
    facts = film_facts(film, session.entries.entry(film.id), today=session.today, people=people)
    session.show(facts._replace(offers=_offers(session, film.id)), view)


def _offers(session: Session, film_id: str) -> "OffersOfDay | None":
    """Give where a film can be watched, as far as that is known today: not on a day of the past."""
    if session.today != session.clock or not session.paths.offers.exists():
        return None
    from watchlist.services.live.offers import from_json
    from watchlist.storage.data_file import read_data

    return from_json(read_data(session.paths.offers), film_id)


def history(ctx: typer.Context, title: Title, as_of: AsOf = None, as_json: Json = False, iso: Iso = False) -> None:
    """Show how the dates of a film moved, with the source of each change."""
    from watchlist.rendering.views import history as view
    from watchlist.services.show import film_facts

    session = Session(ctx, as_of=as_of, as_json=as_json, iso=iso)
    session.show(film_facts(session.film(title), None, today=session.today), view)


def why(ctx: typer.Context, title: Title, as_of: AsOf = None, as_json: Json = False, iso: Iso = False) -> None:
    """Explain how the date of a film was chosen, claim by claim."""
    from watchlist.rendering.views import why as view
    from watchlist.services.why import explain

    session = Session(ctx, as_of=as_of, as_json=as_json, iso=iso)
    session.show(explain(session.film(title), today=session.today), view)


def open_(
    ctx: typer.Context,
    title: Title,
    site: Annotated[
        Site | None, typer.Option("--site", help="Which page; the first that is known, if you do not say.")
    ] = None,
) -> None:
    """Open the page of a film in your browser, and print its address."""
    from watchlist.rendering.console import tell
    from watchlist.services.open import page_of
    from watchlist.storage.browser import open_page

    session = Session(ctx)
    address = page_of(session.film(title), str(site) if site else None)
    tell(address)
    if sys.stdout.isatty():
        open_page(address)


def search(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WORDS...]", help="A title, a person, a role, or an id.", autocompletion=catalogue_films
        ),
    ] = None,
    *,
    status: StatusOption = None,
    tag: Tag = None,
    service: Service = None,
    director: Director = None,
    cast: Cast = None,
    year: Years = None,
    rating: AtLeast = None,
    limit: Limit = None,
    as_of: AsOf = None,
    as_json: Json = False,
    iso: Iso = False,
) -> None:
    """Search all films by title, person, role or id, in any spelling."""
    from watchlist.rendering.views import search as view
    from watchlist.services.filters import Filter
    from watchlist.services.finding import browse, findings
    from watchlist.services.search import search as find

    session = Session(ctx, as_of=as_of, as_json=as_json, iso=iso)
    only = filter_of(status=status, tag=tag, service=service, director=director, cast=cast, year=year, rating=rating)
    query = title_of(words) if words else only.person
    if not words and only == Filter():
        raise UsageMistake("what to search for?", hint="For example: watchlist search nagase")
    matches = find(session.films, query) if query else browse(_candidates(session, only))
    catalogue = session.films.films(match.film.id for match in matches)
    entries = session.entries.of(match.film.id for match in matches)
    result = findings(
        query, matches, entries, catalogue, today=session.today, preferences=session.preferences, only=only, limit=limit
    )
    session.show(result, view)


def _candidates(session: Session, only: "Filter") -> "Catalogue":
    """Give the films that a filter alone can mean: of the list, where it asks for what only an entry has."""
    if only.is_about_entries:
        return session.films.films(entry.id for entry in session.entries.everything())
    return session.films.of_years(only.years) if only.years and not only.service else session.films.claimed()

"""The commands that look films up: the card of one, the reasons for its date, and the search."""

from typing import Annotated

import typer

from watchlist.cli.options import AsOf, Json, Title
from watchlist.cli.session import Session, title_of


def show(ctx: typer.Context, title: Title, as_of: AsOf = None, as_json: Json = False) -> None:
    """Show a film: its facts, its releases, every claim behind them, and where sources differ."""
    from watchlist.rendering import film_facts as view
    from watchlist.services.film_facts import film_facts

    here = Session(ctx, as_of=as_of, as_json=as_json)
    film = here.film(title)
    here.show(film_facts(film, here.entries.entry(film.id), today=here.today), view)


def history(ctx: typer.Context, title: Title, as_of: AsOf = None, as_json: Json = False) -> None:
    """Show how the dates of a film moved, with the source of each change."""
    from watchlist.rendering import history as view
    from watchlist.services.film_facts import film_facts

    here = Session(ctx, as_of=as_of, as_json=as_json)
    here.show(film_facts(here.film(title), None, today=here.today), view)


def why(ctx: typer.Context, title: Title, as_of: AsOf = None, as_json: Json = False) -> None:
    """Explain how the date of a film was chosen, claim by claim."""
    from watchlist.rendering import explanation as view
    from watchlist.services.explanation import explain

    here = Session(ctx, as_of=as_of, as_json=as_json)
    here.show(explain(here.film(title), today=here.today), view)


def search(
    ctx: typer.Context,
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help="A title, a person, a role, or an id.")],
    as_of: AsOf = None,
    as_json: Json = False,
) -> None:
    """Search all films by title, person, role or id, in any spelling."""
    from watchlist.rendering import finding as view
    from watchlist.services.finding import findings
    from watchlist.services.search import search as find

    here = Session(ctx, as_of=as_of, as_json=as_json)
    query = title_of(words)
    matches = find(here.shelf, query)
    entries = here.entries.of(match.film.id for match in matches)
    here.show(findings(query, matches, entries, today=here.today), view)

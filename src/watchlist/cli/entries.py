"""The commands that keep the list: what is on it, what was watched, what goes."""

from typing import Annotated

import typer

from watchlist.cli.options import AsOf, Json, Title
from watchlist.cli.session import Session


def list_(ctx: typer.Context, as_of: AsOf = None, as_json: Json = False) -> None:
    """Show your list, in its order."""
    from watchlist.rendering import listing as view
    from watchlist.services.listing import listing

    here = Session(ctx, as_of=as_of, as_json=as_json)
    entries = here.entries.entries
    films = here.shelf.films(entry.id for entry in entries).films
    here.show(listing(films, entries, today=here.today), view)


def watched(
    ctx: typer.Context,
    title: Title,
    day: Annotated[str | None, typer.Option("--date", metavar="DATE", help="The day you saw it, if not today.")] = None,
    rating: Annotated[
        float | None, typer.Option("--rating", metavar="STARS", help="Half a star to five: 0.5, 1, 1.5 ... 5.")
    ] = None,
) -> None:
    """Note that you have watched a film; again for another viewing."""
    from watchlist.domain.entry import half_stars
    from watchlist.rendering.change import say_watched
    from watchlist.services import track
    from watchlist.services.phrase import parse_day

    here = Session(ctx)
    stars = None if rating is None else half_stars(rating)
    seen = parse_day(day, today=here.today) if day else here.today
    film = here.film(title)
    change = here.change(
        lambda entries: track.watched(entries.entry(film.id), film, day=seen, rating=stars, today=here.today),
        what=f'watched "{film.title}"',
    )
    say_watched(change, seen)


def remove(ctx: typer.Context, title: Title) -> None:
    """Take a film off your list."""
    from watchlist.rendering.change import say_removed
    from watchlist.services import track

    here = Session(ctx)
    film = here.film(title)
    say_removed(
        here.change(
            lambda entries: track.remove(entries.entry(film.id), film.title),
            what=f'remove "{film.title}"',
        )
    )

"""The commands that keep the list: what is on it, what was watched, what goes."""

from typing import Annotated

import typer

from watchlist.cli.completion import listed_films
from watchlist.cli.completion import tags as known_tags
from watchlist.cli.options import (
    AsOf,
    AtLeast,
    Cast,
    ChannelOption,
    Director,
    Iso,
    Json,
    Limit,
    ListedTitle,
    OneTitle,
    Region,
    Service,
    StatusOption,
    Tag,
    Title,
    Years,
    filter_of,
)
from watchlist.cli.session import Session, title_of
from watchlist.domain.entry import Sort
from watchlist.domain.errors import UsageMistake


def list_(
    ctx: typer.Context,
    *,
    status: StatusOption = None,
    tag: Tag = None,
    service: Service = None,
    director: Director = None,
    cast: Cast = None,
    year: Years = None,
    rating: AtLeast = None,
    sort: Annotated[Sort, typer.Option("--sort", help="The order; the first or best comes on top.")] = Sort.LIST,
    reverse: Annotated[bool, typer.Option("--reverse", help="The other way round.")] = False,
    limit: Limit = None,
    as_of: AsOf = None,
    as_json: Json = False,
    iso: Iso = False,
) -> None:
    """Show your list, or the part of it that you ask for, in the order that you like."""
    from watchlist.rendering.views import list as view
    from watchlist.services.filters import Filter
    from watchlist.services.list import listing

    session = Session(ctx, as_of=as_of, as_json=as_json, iso=iso)
    only = filter_of(status=status, tag=tag, service=service, director=director, cast=cast, year=year, rating=rating)
    entries = session.entries.with_status(status) if status else session.entries.everything()
    if only == Filter(status) and sort is Sort.LIST and not reverse:
        entries = entries[:limit]
    films = session.films.films(entry.id for entry in entries)
    session.show(
        listing(
            films,
            entries,
            today=session.today,
            preferences=session.preferences,
            only=only,
            sort=sort,
            reverse=reverse,
            limit=limit,
        ),
        view,
    )


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
    from watchlist.rendering.change_words import say_watched
    from watchlist.services import track
    from watchlist.services.phrase import parse_day

    session = Session(ctx)
    stars = None if rating is None else half_stars(rating)
    seen = parse_day(day, today=session.today) if day else session.today
    film = session.film(title)
    change = session.change(
        lambda entries: track.watched(entries.entry(film.id), film, day=seen, rating=stars, today=session.today),
        what=f'watched "{film.title}"',
    )
    say_watched(change, seen)


def rate(
    ctx: typer.Context,
    words: Annotated[
        list[str],
        typer.Argument(metavar="TITLE... STARS", help="A title, then 0.5 to 5, or none.", autocompletion=listed_films),
    ],
) -> None:
    """Rate a film on your list, in half stars."""
    from watchlist.domain.entry import parse_stars
    from watchlist.rendering.change_words import say_entry
    from watchlist.services import track

    session = Session(ctx)
    *title, stars = _title_and(words, "stars", 'rate "Drawing Closer" 4.5')
    rating = parse_stars(stars)
    film = session.film(title)
    change = session.change(
        lambda entries: track.rate(entries.entry(film.id), film.title, rating), what=f'rate "{film.title}"'
    )
    say_entry(change)


def note(
    ctx: typer.Context,
    title: OneTitle,
    text: Annotated[list[str] | None, typer.Argument(metavar="[TEXT...]", help="Nothing takes the note away.")] = None,
) -> None:
    """Write a note on a film."""
    from watchlist.rendering.change_words import say_entry
    from watchlist.services import track

    session = Session(ctx)
    film = session.film([title])
    words = title_of(text) if text and "".join(text).strip() else None
    change = session.change(
        lambda entries: track.annotate(entries.entry(film.id), film, words, today=session.today),
        what=f'note on "{film.title}"',
    )
    say_entry(change)


def tag(
    ctx: typer.Context,
    title: OneTitle,
    tags: Annotated[list[str], typer.Argument(metavar="TAG...", help="Words of your own.", autocompletion=known_tags)],
    remove: Annotated[bool, typer.Option("--remove", help="Take these tags off instead.")] = False,
) -> None:
    """Put tags on a film, or take them off."""
    from watchlist.rendering.change_words import say_entry
    from watchlist.services import track

    session = Session(ctx)
    film = session.film([title])
    words = [title_of([one]) for one in tags]
    change = session.change(
        lambda entries: track.tag(entries.entry(film.id), film, words, remove=remove, today=session.today),
        what=f'tag "{film.title}"',
    )
    say_entry(change)


def drop(ctx: typer.Context, title: ListedTitle) -> None:
    """Keep a film on your list, but wait for it no more."""
    from watchlist.rendering.change_words import say_entry
    from watchlist.services import track

    session = Session(ctx)
    film = session.film(title)
    say_entry(
        session.change(lambda entries: track.drop(entries.entry(film.id), film.title), what=f'drop "{film.title}"')
    )


def want(
    ctx: typer.Context,
    title: Title,
    region: Region = None,
    channel: ChannelOption = None,
    service: Service = None,
) -> None:
    """Wait for a film: for one release of it, by region, channel or service, or for the next one anywhere."""
    from watchlist.domain.entry import Want
    from watchlist.domain.region import parse_region
    from watchlist.rendering.change_words import say_entry
    from watchlist.services import track

    session = Session(ctx)
    film = session.film(title)
    wish = Want(parse_region(region) if region else None, channel, service)
    change = session.change(
        lambda entries: track.want(entries.entry(film.id), film, wish if wish != Want() else None, today=session.today),
        what=f'want "{film.title}"',
    )
    say_entry(change)


def remove(ctx: typer.Context, title: ListedTitle) -> None:
    """Take a film off your list."""
    from watchlist.rendering.change_words import say_removed
    from watchlist.services import track

    session = Session(ctx)
    film = session.film(title)
    say_removed(
        session.change(
            lambda entries: track.remove(entries.entry(film.id), film.title),
            what=f'remove "{film.title}"',
        )
    )


def _title_and(words: list[str], what: str, example: str) -> list[str]:
    if len(words) < 2:
        raise UsageMistake(f"a title and {what} are needed", hint=f"For example: watchlist {example}")
    return words

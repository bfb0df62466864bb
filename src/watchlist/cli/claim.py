"""The command that notes what the user has read about a release, and takes it back."""

from typing import Annotated

import typer

from watchlist.cli.options import CertaintyOption, ChannelOption, OneTitle, Region, Reported, Service, SourceOption, Url
from watchlist.cli.session import Session
from watchlist.domain.claim import Certainty, Channel, Claim
from watchlist.domain.errors import Refused, UsageMistake
from watchlist.domain.film import Film


def claim(
    ctx: typer.Context,
    title: OneTitle,
    release: Annotated[
        list[str] | None, typer.Argument(metavar="[DATE]", help='"25 June 2027", "spring 2027", 2027, TBA.')
    ] = None,
    *,
    region: Region = None,
    channel: ChannelOption = None,
    service: Service = None,
    source: SourceOption = None,
    url: Url = None,
    certainty: CertaintyOption = None,
    reported: Reported = None,
    remove: Annotated[bool, typer.Option("--remove", help="Take the last claim of yours on this film back.")] = False,
) -> None:
    """Note what you have read about a release, beside what is bundled, and see what it changes."""
    from watchlist.domain.change import Change
    from watchlist.rendering.change_words import say_claimed
    from watchlist.services import track

    session = Session(ctx)
    film = session.film([title])
    if remove:
        gone, committed = session.store.take_back_claim(
            film.id, what=f'take a claim on "{film.title}" back', now=session.now
        )
        if gone is None:
            raise Refused(f'there is no claim of yours on "{film.title}"')
        session.say_saved(committed)
        say_claimed("Taken back", gone, film, session.anew(film), session.today)
        return
    if not release:
        raise UsageMistake(
            "a claim needs a date", hint='For example: watchlist claim "Shrek 5" "spring 2028" --source Variety'
        )
    noted = noted_claim(
        session,
        film,
        " ".join(release),
        region=region,
        channel=channel,
        service=service,
        source=source,
        url=url,
        certainty=certainty,
        reported=reported,
    )
    session.change(lambda _: Change(own=(track.user_film(film, film.title, noted),)), what=f'claim on "{film.title}"')
    say_claimed("Noted", noted, film, session.anew(film), session.today)


def noted_claim(
    session: Session,
    film: Film | None,
    said: str,
    *,
    region: str | None,
    channel: Channel | None,
    service: str | None,
    source: str | None,
    url: str | None,
    certainty: Certainty | None,
    reported: str | None,
) -> Claim:
    """Make the claim that the options of `add` and `claim` describe; raise `BadValue` for what is none."""
    from watchlist.domain.claim import parse_address
    from watchlist.domain.dates import Hemisphere
    from watchlist.domain.region import parse_region
    from watchlist.services import track
    from watchlist.services.phrase import parse_phrase

    return track.make_claim(
        film,
        said=said,
        release=parse_phrase(
            said, today=session.today, seasons=Hemisphere.NORTH if region else session.settings.seasons
        ),
        region=parse_region(region) if region else None,
        channel=channel,
        service=service,
        source=source,
        url=parse_address(url) if url else None,
        certainty=certainty,
        reported=parse_phrase(reported, today=session.today) if reported else None,
        today=session.today,
    )

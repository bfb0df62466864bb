"""Read an article, and keep what it says as claims after a yes to each."""

from pathlib import Path
from typing import Annotated, TypeVar

import typer

from watchlist.cli.ask import ask_key
from watchlist.cli.choose_film import choose_film, films_called
from watchlist.cli.command import reads_now
from watchlist.cli.session import Session
from watchlist.domain.claim import Certainty, Channel
from watchlist.domain.errors import BadValue
from watchlist.domain.region import parse_region
from watchlist.rendering.change_words import kept_words
from watchlist.rendering.console import message, report, show_part
from watchlist.rendering.safe_text import visible
from watchlist.rendering.views import read as view
from watchlist.services.article.heard import Heard
from watchlist.services.article.proposals import read_proposals
from watchlist.services.article.reading import Article, read_article
from watchlist.services.article.source import ArticleSource
from watchlist.services.phrase import parse_phrase
from watchlist.services.read import (
    Effect,
    Offer,
    Question,
    Reading,
    channel_of,
    keep,
    known_titles,
    offer,
    offers,
    source_of,
)
from watchlist.storage.outside.article_file import read_article_file, read_proposals_file

Kind = TypeVar("Kind", Certainty, Channel)

_KEYS = "[t]ake  [s]kip  [e]dit  take the [r]est  [q]uit"


@reads_now
def command(
    session: Session,
    article: Annotated[
        str, typer.Argument(metavar="ARTICLE", help="A saved page, markdown or text, or its https address; - is stdin.")
    ],
    *,
    yes: Annotated[bool, typer.Option("--yes", help="Keep all that is clear, without asking.")] = False,
    published: Annotated[
        str | None, typer.Option("--published", metavar="DATE", help="The day of the article, if it does not say it.")
    ] = None,
    proposals: Annotated[
        Path | None,
        typer.Option("--proposals", metavar="FILE", help="Claims that another program found, to be checked and kept."),
    ] = None,
) -> None:
    """Read an article, and keep what it says about release dates as claims."""
    found = _found(session, article, published, proposals)
    clear, questions = offers(found.source, (*found.claims, *found.unclear), session.films, session.today)
    result = Reading(found.source, clear, questions, found.refused)
    if session.as_json or (not yes and not session.can_ask):
        session.show(result, view)
        if not session.as_json and clear:
            message("Nothing was kept. To keep what is clear: add --yes")
    elif yes:
        session.show(result, view)
        _keep(session, result.source, _news(clear))
    else:
        _keep(session, result.source, _asked(session, result))


def _found(session: Session, article: str, published: str | None, proposals: Path | None) -> Article:
    """Read the article, or check what was proposed about it."""
    data, charset, address = _bytes_of(session, article)
    return read_article(
        data,
        known_titles(session.films),
        name="the article" if article == "-" else article,
        address=address,
        charset=charset,
        published=session.day(published) if published else None,
        proposed=read_proposals(read_proposals_file(proposals), name=str(proposals)) if proposals else None,
    )


def _bytes_of(session: Session, article: str) -> tuple[bytes, str | None, str | None]:
    """Give the bytes of an article; of one that was fetched also its encoding, as the server says, and its address."""
    if "://" in article:
        from watchlist.services.upkeep.article_page import fetch_article  # the client of the web takes 100 ms

        page = fetch_article(article)
        return page.data, page.charset, article
    if article == "-" and session.can_ask:
        message("Paste the article, and end it with Ctrl-D.")
    return read_article_file(Path(article)), None, None


def _news(offered: tuple[Offer, ...]) -> list[Offer]:
    """Leave out what was kept before from the same article."""
    return [one for one in offered if one.effect is not Effect.KNOWN]


def _keep(session: Session, source: ArticleSource, taken: list[Offer]) -> None:
    """Keep claims as one step of the journal, and report it."""
    if taken:
        name = source.title or source.publisher or "an article"
        session.change(lambda _: keep(taken, session.films), what=f'read "{name}"')
    report(kept_words(len(taken), source_of(source)))


def _asked(session: Session, result: Reading) -> list[Offer]:
    """Go through the claims with the user: each is taken, skipped or edited; what is not clear is asked."""
    message(*view.source_lines(result.source), "")
    taken: list[Offer] = []
    waiting = _news(result.offers)
    if not waiting and not result.questions:
        message("The article makes no claim about a release that is new.")
    rest = False
    for number, one in enumerate(waiting, 1):
        show_part(view.offer_drawing(one))
        key = "t" if rest else ask_key(f"{number} of {len(waiting)}:  {_KEYS}", "tserq")
        if key == "q":
            return taken
        rest = rest or key == "r"
        chosen = _edited(session, result.source, one.heard, one.title) if key == "e" else one
        if key != "s" and chosen:
            taken.append(chosen)
    for question in result.questions:
        answered = _answered(session, result.source, question)
        taken.extend([answered] if answered else [])
    return taken


def _answered(session: Session, source: ArticleSource, question: Question) -> Offer | None:
    """Ask what is not clear; None where the user leaves it."""
    show_part(view.question_drawing(question))
    key = ask_key("[e]dit  [s]kip", "es")
    title = question.heard.film.title if question.heard.film else ""
    return _edited(session, source, question.heard, title) if key == "e" else None


def _edited(session: Session, source: ArticleSource, heard: Heard, title: str) -> Offer | None:
    """Ask for each part of a claim, with what was read as the answer that Enter gives."""
    name = _ask("Film?", title)
    if not name:
        return None
    called = films_called(session, [name])
    film = called[0] if len(called) == 1 else choose_film(session, name, [one.id for one in called]) if called else None
    day = _ask("Date? (none for no date)", heard.date.text if heard.date else "none")
    region = _ask("Region? (none if not said)", heard.region or "none")
    channel = _ask(f"Channel? ({', '.join(Channel)})", str(channel_of(heard) or Channel.THEATRICAL))
    service = _ask("Service? (none if not said)", heard.service or "none")
    certainty = _ask(f"Certainty? ({', '.join(Certainty)})", str(heard.certainty))
    changed = heard._replace(
        date=None if day == "none" else parse_phrase(day, today=source.published or session.today),
        region=None if region == "none" else parse_region(region),
        channel=_member(Channel, channel),
        service=None if service == "none" else service,
        certainty=_member(Certainty, certainty),
        why="",
    )
    return offer(source, changed, film, name, session.today)


def _ask(question: str, default: str) -> str:
    return str(typer.prompt(visible(question), default=visible(default), err=True, prompt_suffix=" ")).strip()


def _member(kind: type[Kind], text: str) -> Kind:
    try:
        return kind(text)
    except ValueError:
        raise BadValue(f'"{text}" must be one of {", ".join(kind)}') from None

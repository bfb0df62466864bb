"""Read an article, and ask which of its claims to keep."""

from datetime import date
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from watchlist.cli.command import writes
from watchlist.cli.completion import Offered
from watchlist.cli.read_dialogue import asked, with_whole_source
from watchlist.cli.session import Session
from watchlist.rendering.claim_words import kept_words
from watchlist.rendering.console import message, report
from watchlist.rendering.views import read as view
from watchlist.rendering.wording import count
from watchlist.services.article.proposals import read_proposals
from watchlist.services.article.reading import Article, read_article
from watchlist.services.article.source import ArticleSource
from watchlist.services.read import ArticleReading, ClaimOffer, keep, known_titles, offers, source_of, unkept
from watchlist.storage.outside.article_file import read_article_file, read_proposals_file


@writes
def command(
    session: Session,
    article: Annotated[
        str,
        typer.Argument(
            metavar="ARTICLE", help="A saved web page, Markdown or text file, or an https address; - is stdin."
        ),
        Offered.FILES,
    ],
    *,
    yes: Annotated[bool, typer.Option("--yes", help="Keep everything that is clear, without asking.")] = False,
    published: Annotated[
        str | None,
        typer.Option("--published", metavar="DATE", help="The date of the article, if it does not state one."),
    ] = None,
    proposals: Annotated[
        Path | None,
        typer.Option("--proposals", metavar="FILE", help="Claims that another program found, to check and keep."),
    ] = None,
) -> None:
    """Read an article, and keep what it says about release dates."""
    asks = session.can_ask and not session.as_json and not yes
    given = _given(session, article)
    found = _read(session, given, session.day(published) if published else None, proposals)
    if asks:
        found = with_whole_source(session, found, lambda day: _read(session, given, day, proposals))
    clear, questions = offers(found.source, (*found.claims, *found.unclear), session.films, session.today)
    result = ArticleReading(found.source, clear, questions, found.refused)
    if asks:
        _keep(session, result.source, asked(session, result))
        return
    session.show(result, view)
    if yes:
        _keep(session, result.source, unkept(clear))
    elif clear and not session.as_json:
        message("Nothing was kept. To keep the clear claims, add --yes")


class _Given(NamedTuple):
    """An article: its bytes and a name for it; if it was fetched, also its address and the charset of the server."""

    data: bytes
    name: str
    charset: str | None = None
    address: str | None = None


def _read(session: Session, given: _Given, published: date | None, proposals: Path | None) -> Article:
    """Read the article, or check the claims that another program proposes."""
    return read_article(
        given.data,
        known_titles(session.films),
        name=given.name,
        address=given.address,
        charset=given.charset,
        published=published,
        proposed=read_proposals(read_proposals_file(proposals), name=str(proposals)) if proposals else None,
    )


def _given(session: Session, article: str) -> _Given:
    """Fetch an article, or read it from a file or from standard input."""
    if "://" in article:
        from watchlist.services.upkeep.article_page import fetch_article  # the web client takes 100 ms to import

        page = fetch_article(article)
        return _Given(page.data, article, page.charset, article)
    if article == "-" and session.can_ask:
        message("Paste the article, then press Ctrl-D.")
    return _Given(read_article_file(Path(article)), "the article" if article == "-" else article)


def _keep(session: Session, source: ArticleSource, taken: list[ClaimOffer]) -> None:
    """Keep claims as one step of the journal, and report how many."""
    if taken:
        name = source.title or source.publisher or "an article"
        session.change(lambda _: keep(taken, session.films), what=f'read "{name}": {count(len(taken), "claim")} kept')
    say = message if session.as_json else report  # the reading is on stdout already
    say(kept_words(len(taken), source_of(source)))

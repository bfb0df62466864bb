"""Articles for tests, in few words: whole pages, and sentences whose films stand between asterisks."""

from datetime import date

from watchlist.domain.claim import Certainty, Channel
from watchlist.domain.dates import Edtf
from watchlist.services.article.article_claim import ArticleClaim, Context
from watchlist.services.article.clauses import split_parts
from watchlist.services.article.cues import find_cues
from watchlist.services.article.dated_words import DatedWords
from watchlist.services.article.page import Kind
from watchlist.services.article.places import find_places
from watchlist.services.article.reading import Article, read_article
from watchlist.services.article.sentence_dates import dates_that_count
from watchlist.services.article.titles import FilmMention, FilmName
from watchlist.services.article.years import Reference

TODAY = date(2026, 5, 5)
"""The Tuesday on which the articles of the tests appear."""
CONTEXT = Context(Reference(TODAY))
"""What holds in an article of that day that says nothing once for all."""
DATED = '<html lang="en-US"><meta property="article:published_time" content="2026-05-05"><body>'
"""The head of a page of that day."""


def read(page: str | bytes, **said: object) -> Article:
    """Read a page, with no catalogue."""
    data = page if isinstance(page, bytes) else page.encode()
    return read_article(data, lambda _: {}, **said)  # type: ignore[arg-type]


def claims(page: str | bytes, **said: object) -> list[tuple[str, str | None]]:
    """Give the films and the dates that a page claims."""
    return [(one.film.title if one.film else "", one.date and one.date.text) for one in read(page, **said).claims]


def sentence(marked: str) -> tuple[str, tuple[FilmMention, ...]]:
    """Take the asterisks off a sentence; what stands between two of them is a film."""
    text, films = "", []
    for at, piece in enumerate(marked.split("*")):
        if at % 2:
            films.append(FilmMention(len(text), len(text) + len(piece), FilmName(piece)))
        text += piece
    return text, tuple(films)


def dated_words(marked: str, context: Context = CONTEXT, kind: Kind = Kind.PARAGRAPH) -> list[DatedWords]:
    """Give each date of a sentence with the words that belong to it."""
    text, films = sentence(marked)
    parts = split_parts(text, dates_that_count(text, films))
    cues, places = find_cues(text), find_places(text)
    alone = len(parts) == 1
    return [DatedWords(text, part, films, cues, places, context, kind, alone=alone) for part in parts]


def found(
    film: str | None,
    when: str | None,
    certainty: str = "announced",
    *,
    region: str | None = None,
    channel: Channel | None = None,
    service: str | None = None,
    said: str = "then",
    sentence: str = "It comes then.",
    why: str = "",
) -> ArticleClaim:
    """Make what an article says about a release: `found("Copper Sky", "2026-06-12", region="US")`."""
    return ArticleClaim(
        FilmName(film) if film else None,
        region,
        channel,
        service,
        Edtf.parse(when) if when else None,
        said,
        Certainty(certainty),
        sentence,
        why,
    )

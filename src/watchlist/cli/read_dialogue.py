"""The dialogue about an article: its source, then each claim, which one key takes, skips or edits."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from watchlist.cli.ask import ask, ask_key
from watchlist.cli.choose_film import choose_film, films_called
from watchlist.cli.session import Session
from watchlist.domain.claim import CHANNEL_CHOICE, Certainty, Channel, parse_channel
from watchlist.domain.errors import BadValue
from watchlist.domain.region import parse_region
from watchlist.rendering.console import message, show_part
from watchlist.rendering.views import read as view
from watchlist.services.article.article_claim import ArticleClaim
from watchlist.services.article.reading import Article
from watchlist.services.article.source import ArticleSource
from watchlist.services.phrase import parse_phrase
from watchlist.services.read import ArticleReading, ClaimOffer, ClaimQuestion, channel_of, offer, unkept

Value = TypeVar("Value")

_KEYS = "[t]ake  [s]kip  [e]dit  take the [r]est  [q]uit"


def with_whole_source(session: Session, found: Article, read_again: Callable[[date], Article]) -> Article:
    """Ask for the day and the publisher if the article does not state them; with a day, it is read again."""
    if found.source.published is None:
        day = _ask("When was it published? (Enter if not known)", "", lambda text: text and session.day(text))
        found = read_again(day) if isinstance(day, date) else found
    if found.source.publisher is None:
        publisher = _ask("Who published it? (Enter if not known)", "", str)
        found = found._replace(source=found.source._replace(publisher=publisher or None))
    return found


def asked(session: Session, result: ArticleReading) -> list[ClaimOffer]:
    """Return the claims that the user takes, as they are or edited; ask about what is not clear."""
    message(*view.source_lines(result.source), "")
    waiting = unkept(result.offers)
    taken: list[ClaimOffer] = []
    if not waiting and not result.questions:
        message("The article makes no new claim about a release.")
    rest = False
    for number, one in enumerate(waiting, 1):
        show_part(view.offer_drawing(one))
        key = "t" if rest else ask_key(f"{number} of {len(waiting)}:  {_KEYS}", "tserq")
        if key == "q":
            return taken
        rest = rest or key == "r"
        chosen = _edited(session, result.source, one.found, one.title) if key == "e" else one
        if key != "s" and chosen:
            taken.append(chosen)
    for question in result.questions:
        answered = _answered(session, result.source, question)
        taken.extend([answered] if answered else [])
    return taken


def _answered(session: Session, source: ArticleSource, question: ClaimQuestion) -> ClaimOffer | None:
    """Ask about what is not clear; return None if the user skips it."""
    show_part(view.question_drawing(question))
    key = ask_key("[e]dit  [s]kip", "es")
    title = question.found.film.title if question.found.film else ""
    return _edited(session, source, question.found, title) if key == "e" else None


def _edited(session: Session, source: ArticleSource, found: ArticleClaim, title: str) -> ClaimOffer | None:
    """Ask for each part of a claim; Enter keeps what was read. Return None if the film is left empty."""
    name = _ask("Film?", title, str)
    if not name:
        return None
    called = films_called(session, [name])
    film = called[0] if len(called) == 1 else choose_film(session, name, [one.id for one in called]) if called else None
    today = source.published or session.today
    changed = ArticleClaim(
        film=found.film,
        date=_ask(
            "Date? (none for no date)",
            found.date.text if found.date else _NONE,
            _or_none(lambda text: parse_phrase(text, today=today)),
        ),
        region=_ask("Region? (none if not said)", found.region or _NONE, _or_none(parse_region)),
        channel=_ask(f"Channel? ({CHANNEL_CHOICE})", (channel_of(found) or Channel.THEATRICAL).word, parse_channel),
        service=_ask("Service? (none if not said)", found.service or _NONE, _or_none(str)),
        certainty=_ask(f"Certainty? ({', '.join(Certainty)})", str(found.certainty), _certainty),
        said=found.said,
        sentence=found.sentence,
    )
    return offer(source, changed, film, name, session.today)


_NONE = "none"


def _or_none(read: Callable[[str], Value]) -> Callable[[str], Value | None]:
    """Return a parser that accepts "none" too."""
    return lambda text: None if text == _NONE else read(text)


def _ask(question: str, default: str, read: Callable[[str], Value]) -> Value:
    """Ask for a value; if the answer cannot be read, say why and ask again. Enter gives the default."""
    while True:
        try:
            return read(ask(question, default))
        except BadValue as error:
            message(str(error))


def _certainty(text: str) -> Certainty:
    try:
        return Certainty(text)
    except ValueError:
        raise BadValue(f'"{text}" must be one of {", ".join(Certainty)}') from None

"""The view of an article: its source, each claim with its sentence and its effect, and what is unclear."""

from collections.abc import Iterator
from typing import TypedDict

from watchlist.domain.release import key_of
from watchlist.rendering import wording
from watchlist.rendering.drawing import (
    CONFLICT,
    QUIET,
    TITLE,
    WARNING,
    Cell,
    Drawing,
    beside,
    cell,
    lines,
    section,
    stack,
)
from watchlist.rendering.marks import certainty_mark
from watchlist.rendering.safe_text import line
from watchlist.services.article.article_claim import ArticleClaim
from watchlist.services.article.source import ArticleSource
from watchlist.services.read import ArticleReading, ClaimOffer, ClaimQuestion, Effect, channel_of


class FilmJson(TypedDict):
    """A film: its title, and its id in the catalogue or null."""

    id: str | None
    title: str | None


class ClaimJson(TypedDict):
    """One claim, as `--json` prints it and `--proposals` reads it."""

    film: FilmJson
    region: str | None
    channel: str
    service: str | None
    date: str | None
    said: str
    certainty: str
    sentence: str


class SourceJson(TypedDict):
    """What the article states about itself; null for what it does not state."""

    publisher: str | None
    title: str | None
    author: str | None
    published: str | None
    url: str | None


class OfferJson(ClaimJson):
    """A claim with what keeping it would change."""

    effect: str
    days: int
    others: int


class QuestionJson(ClaimJson):
    """Something that is not clear: why, and the ids of the films that could be meant."""

    why: str
    films: list[str]


class ReadingJson(TypedDict):
    """What `--json` prints."""

    source: SourceJson
    claims: list[OfferJson]
    unclear: list[QuestionJson]
    refused: list[str]


def as_json(result: ArticleReading) -> ReadingJson:
    """Return the source, the claims, what is not clear, and the proposals that were refused."""
    return {
        "source": _source_json(result.source),
        "claims": [
            {
                **_claim_json(one.found, one.film.id if one.film else None, one.title),
                "effect": one.effect.value,
                "days": one.days,
                "others": one.others,
            }
            for one in result.offers
        ],
        "unclear": [
            {
                **_claim_json(one.found, None, one.found.film.title if one.found.film else None),
                "why": one.why,
                "films": list(one.films),
            }
            for one in result.questions
        ],
        "refused": list(result.refused),
    }


def _source_json(source: ArticleSource) -> SourceJson:
    return {
        "publisher": source.publisher,
        "title": source.title,
        "author": source.author,
        "published": source.published.isoformat() if source.published else None,
        "url": source.url,
    }


def _claim_json(found: ArticleClaim, film_id: str | None, title: str | None) -> ClaimJson:
    return {
        "film": {"id": film_id, "title": title},
        "region": found.region or ("WW" if found.service and found.channel in (None, "digital") else None),
        "channel": str(channel_of(found) or "theatrical"),
        "service": found.service,
        "date": found.date.text if found.date else None,
        "said": found.said,
        "certainty": str(found.certainty),
        "sentence": found.sentence,
    }


def as_lines(result: ArticleReading) -> Iterator[str]:
    """One line for the source, then one per claim, question and refusal."""
    source = result.source
    yield line(
        "source", source.publisher or "", source.title or "", source.author or "", _day(source), source.url or ""
    )
    for one in result.offers:
        yield line(
            "claim",
            one.title,
            date_of(one),
            str(one.claim.certainty),
            wording.place_words(key_of(one.claim)),
            effect_words(one),
            one.found.sentence,
        )
    for question in result.questions:
        named = question.found.film.title if question.found.film else ""
        yield line("unclear", named, question.found.said, question.why, question.found.sentence)
    for refusal in result.refused:
        yield line("refused", refusal)


def as_drawing(result: ArticleReading, *, width: int) -> Drawing:  # noqa: ARG001
    """Draw the source, the claims, and what is not clear."""
    parts: list[Drawing] = [cell(one) for one in source_lines(result.source)]
    if not result.offers:
        parts.append(cell("The article makes no clear claim about a release.", QUIET))
    parts.extend(offer_drawing(one) for one in result.offers)
    if result.questions:
        parts.append(section("Not clear", *(question_drawing(one) for one in result.questions)))
    if result.refused:
        parts.append(section("Refused", *(cell(one, CONFLICT) for one in result.refused)))
    return stack(*parts)


def source_lines(source: ArticleSource) -> tuple[str, ...]:
    """Word who says it: publisher and day, title, author."""
    published = wording.day_words(source.published) if source.published else "day not stated"
    first = f"{source.publisher or 'Publisher not stated'}, {published}"
    return tuple(filter(None, (first, source.title, f"by {source.author}" if source.author else None)))


def offer_drawing(one: ClaimOffer) -> Cell:
    """Draw a claim: the film and its release, the sentence with the date marked, and what it would change."""
    head = beside(
        cell(one.title, TITLE),
        cell(f"  {date_of(one)}, "),
        cell(str(one.claim.certainty), certainty_mark(one.claim.certainty).style),
        cell(f", {wording.place_words(key_of(one.claim))}"),
    )
    style = WARNING if one.effect in (Effect.MOVES, Effect.CONTRADICTS) else ""
    return lines(head, _sentence(one.found), cell(f"  {effect_words(one)}", style))


def question_drawing(question: ClaimQuestion) -> Cell:
    """Draw what is not clear: the question, and the sentence."""
    head = beside(
        cell(question.found.film.title if question.found.film else "a film", TITLE),
        cell(f"  {question.found.said}: "),
        cell(f"{question.why}?", WARNING),
    )
    return lines(head, _sentence(question.found))


def _sentence(found: ArticleClaim) -> Cell:
    before, said, after = found.sentence.partition(found.said)
    return beside(cell(f"  {before}", QUIET), cell(said, "bold underline"), cell(after, QUIET))


def date_of(one: ClaimOffer) -> str:
    """Word the date of a claim, or say that it gives none."""
    return wording.date_words(one.claim.date, one.claim.span) if one.claim.date else "no date given"


def effect_words(one: ClaimOffer) -> str:
    """Word what keeping a claim would change."""
    match one.effect:
        case Effect.NEW:
            return "new" if one.film else "new: a film of your own"
        case Effect.MOVES:
            return f"moves the date by {wording.signed_words(one.days)}"
        case Effect.CONTRADICTS:
            return f"contradicts {wording.count(one.others, 'other claim')}"
    return one.effect.value


def _day(source: ArticleSource) -> str:
    return wording.day_words(source.published) if source.published else ""

"""Checking claims that another program proposes: each must quote a sentence of the article that says so.

Any program may propose claims, and none can invent them: the sentence must be in the article, and
our own reading of the date in it must give the proposed date.
"""

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import NamedTuple, TypeVar

from watchlist.domain.claim import Certainty, Channel
from watchlist.domain.dates import Edtf
from watchlist.domain.errors import BadValue
from watchlist.domain.names import fold
from watchlist.domain.region import parse_region
from watchlist.services.article.article_claim import ArticleClaim
from watchlist.services.article.certainty import hedge
from watchlist.services.article.date_finding import DateMention, find_dates
from watchlist.services.article.date_reading import read_date
from watchlist.services.article.decode import refused
from watchlist.services.article.page import Page
from watchlist.services.article.titles import FilmName
from watchlist.services.article.years import Reference

_Kind = TypeVar("_Kind", Certainty, Channel)

_SHORTEST = 8
"""Letters; a shorter sentence could be found in any article."""
_MOST = 1000


class CheckedProposals(NamedTuple):
    """The proposals that the article supports, and a message for each one that was refused."""

    claims: tuple[ArticleClaim, ...]
    refused: tuple[str, ...]


def read_proposals(data: bytes, *, name: str) -> list[object]:
    """Read a file of proposals: the JSON that `--json` prints, or only its list of claims; raises `InvalidFile`."""
    try:
        value: object = json.loads(data)
    except (ValueError, RecursionError):
        raise refused(name, "is not JSON", hint="Write what watchlist read ARTICLE --json prints.") from None
    claims = value.get("claims") if isinstance(value, dict) else value
    if not isinstance(claims, list) or len(claims) > _MOST:
        raise refused(
            name, f"has no list of at most {_MOST} claims", hint="Write what watchlist read ARTICLE --json prints."
        )
    return claims


def judge(proposed: list[object], page: Page, reference: Reference) -> CheckedProposals:
    """Accept the proposals whose sentence is in the article, and whose date our parser reads in that sentence."""
    text = _squeezed("\n".join(block.text for block in page.everything))
    taken: list[ArticleClaim] = []
    refusals: list[str] = []
    for number, one in enumerate(proposed, 1):
        try:
            taken.append(_checked(one, text, reference))
        except BadValue as error:
            refusals.append(f"proposal {number}: {error}")
    return CheckedProposals(tuple(taken), tuple(refusals))


def _checked(one: object, text: str, reference: Reference) -> ArticleClaim:
    if not isinstance(one, dict):
        raise BadValue("is not an object")
    film, sentence, said = one.get("film"), _string(one, "sentence"), _string(one, "said")
    title = film.get("title") if isinstance(film, dict) else film
    if not isinstance(title, str) or not title.strip():
        raise BadValue("does not name a film")
    if len(sentence) < _SHORTEST or _squeezed(sentence) not in text:
        raise BadValue(f'the article has no sentence "{sentence}"')
    if not said or said not in sentence:
        raise BadValue(f'"{said}" is not in its sentence')
    if not _squeezed(fold(title)) or _squeezed(fold(title)) not in _squeezed(fold(text)):
        raise BadValue(f'the article does not name "{title}"')
    certainty = _member(one, "certainty", Certainty)
    day = _day(one, sentence, said, reference, certainty)
    region = one.get("region")
    return ArticleClaim(
        FilmName(title, _ids(film)),
        parse_region(region) if isinstance(region, str) else None,
        _member(one, "channel", Channel) if one.get("channel") else None,
        _string(one, "service") or None,
        day,
        said,
        certainty,
        sentence,
    )


def _ids(film: object) -> tuple[str, ...]:
    key = film.get("id") if isinstance(film, dict) else None
    return (key,) if isinstance(key, str) else ()


def _day(one: dict[str, object], sentence: str, said: str, reference: Reference, certainty: Certainty) -> Edtf | None:
    """Return the proposed date if the words say it; raise `BadValue` if they do not."""
    stated = one.get("date")
    if stated is None:
        if certainty not in (Certainty.RELEASED, Certainty.CANCELLED) or (
            certainty is Certainty.CANCELLED and hedge(sentence) is not certainty
        ):
            raise BadValue("has neither a date nor a state")
        return None
    wanted = Edtf.parse(str(stated))
    start = sentence.index(said)
    inside = [one for one in find_dates(sentence) if one.start < start + len(said) and one.end > start]
    if wanted not in set(_readings(inside, find_dates(sentence), reference)):
        raise BadValue(f'"{said}" does not say {wanted.text}')
    return wanted


def _readings(inside: list[DateMention], in_sentence: tuple[DateMention, ...], reference: Reference) -> Iterator[Edtf]:
    """Yield everything the dates in the quoted words can mean: future or past, alone or after an earlier date."""
    before = [read_date(one, reference) for one in in_sentence if one.end <= inside[0].start] if inside else []
    for past in (False, True):
        for previous in (None, *before):
            for one in inside:
                day = read_date(one, reference._replace(past=past, previous=previous))
                if day:
                    yield day


def _string(one: dict[str, object], key: str) -> str:
    value = one.get(key)
    return value if isinstance(value, str) else ""


def _member(one: dict[str, object], key: str, kind: type[_Kind]) -> _Kind:
    with suppress(ValueError):
        return kind(str(one.get(key)))
    raise BadValue(f'"{one.get(key)}" is not a {key}')


def _squeezed(text: str) -> str:
    return re.sub(r"[\s*_]+", "", text)

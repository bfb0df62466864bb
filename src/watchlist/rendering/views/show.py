"""The view of one film: its facts, its releases with every claim behind them, and where sources differ."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from watchlist.rendering import wording
from watchlist.rendering.age_words import certainty_words, lacking_words
from watchlist.rendering.film_json import claim_json, entry_json, film_json, lacking_json, release_json
from watchlist.rendering.film_words import OFFERS_CREDIT, claim_words, facts, head_facts, nothing_known, offers_words
from watchlist.rendering.safe_text import line
from watchlist.services.live.offers import OffersOfDay
from watchlist.services.show import FilmFacts

if TYPE_CHECKING:
    from watchlist.rendering.drawing import Drawing


def as_json(result: FilmFacts) -> object:
    """Return the film's facts, its releases with claims and moves, other claims that are errors, and the entry."""
    return {
        **film_json(result.film),
        "releases": [release_json(one) for one in result.releases],
        "lacking": lacking_json(result.lacking),
        "errors": [claim_json(claim) for claim in result.errors],
        "offers": result.offers and _offers_json(result.offers),
        "entry": result.entry and entry_json(result.entry),
    }


def _offers_json(known: OffersOfDay) -> dict[str, object]:
    return {"day": known.day.isoformat(), "credit": OFFERS_CREDIT, "regions": [one._asdict() for one in known.offers]}


def as_lines(result: FilmFacts) -> Iterator[str]:
    """One line per fact, then one per release and claim, then one per reading on which sources differ."""
    film = result.film
    yield line("film", wording.film_words(film), film.id)
    for fact in (*head_facts(film), *facts(film, result.people)):
        yield line(*fact)
    if result.entry:
        yield line("your list", wording.entry_words(result.entry))
        if result.entry.rating:
            yield line("your rating", f"{result.entry.rating / 2:g}")
    for fact in offers_words(result):
        yield line(*fact)
    if not result.releases:
        yield line("release", nothing_known(result))
    yield from _release_lines(result)
    for dispute in film.disputes:
        for reading in dispute.readings:
            wrong = "an error" if reading.wrong else ""
            yield line("dispute", dispute.field, reading.value, wording.source_words(reading.source), wrong)


def _release_lines(result: FilmFacts) -> Iterator[str]:
    """One line per release, and below it one per claim; then the claims that are errors."""
    if result.lacking:
        yield line("release", lacking_words(result.lacking))
    for one in result.releases:
        release = one.release
        yield line(
            "release",
            wording.place_words(release.key),
            wording.release_date_words(release, weekday=True),
            wording.countdown_words(one.countdown, release.span, result.today),
            certainty_words(one, result.today),
            wording.agreement_words(release),
            wording.moved_words(release),
        )
        for claim in release.newest_first:
            yield line("claim", *claim_words(claim))
    for claim in result.errors:
        yield line("claim", *claim_words(claim))


def as_drawing(result: FilmFacts, *, width: int) -> "Drawing":
    """Draw the answer, the entry, the film and who says so: at most a screen of 80 columns and 24 lines."""
    return _draw(result, width)


def in_full(result: FilmFacts, *, width: int) -> "Drawing":
    """Draw all facts, every claim behind each release, and every reading on which sources differ."""
    return _draw(result, width, full=True)


def _draw(result: FilmFacts, width: int, *, full: bool = False) -> "Drawing":
    from watchlist.rendering.drawings import show as drawing  # not loaded for a pipe

    return drawing.in_full(result, width=width) if full else drawing.in_short(result, width=width)

"""Words for what is known about a film: its facts, its claims, and where it can be watched."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from watchlist.domain.claim import Claim
from watchlist.domain.code_names import country_name, language_name
from watchlist.domain.film import Film, Filming, Series, Work
from watchlist.domain.people import NOBODY, Person, Role
from watchlist.rendering import wording
from watchlist.rendering.credit import TMDB_NOTICE
from watchlist.services.show import FilmFacts


class ClaimWords(NamedTuple):
    """A claim in words: its date, what the source says, certainty, source, when it was said, a note."""

    date: str
    said: str
    certainty: str
    source: str
    reported: str
    note: str


def claim_words(claim: Claim) -> ClaimWords:
    """Word a claim; parts that it does not have are empty."""
    return ClaimWords(
        date=wording.date_words(claim.date, claim.span) if claim.date else "",
        said=f"“{claim.said}”" if claim.said else "",
        certainty=str(claim.certainty),
        source=wording.source_words(claim.source),
        reported=wording.reported_words(claim),
        note=f"an error: {claim.error}" if claim.error else claim.note or "",
    )


class Fact(NamedTuple):
    """A fact about a film in words, with its name."""

    name: str
    value: str


def head_facts(film: Film) -> Iterator[Fact]:
    """Word the facts below the title of a film: its other title, what it is, its story."""
    name = "original title" if wording.title_words(film) == film.title else "other title"
    yield from _given((name, wording.other_title_words(film)), ("about", _about(film)), ("synopsis", film.synopsis))


def facts(film: Film, people: Mapping[str, Person] = NOBODY) -> Iterator[Fact]:
    """Word the other facts about a film: who made it and how."""

    def names(keys: Iterable[str]) -> str:
        return ", ".join(wording.person_words(key, people) for key in keys)

    yield from _given(
        ("directed by", names(film.directors)),
        ("written by", names(film.writers)),
        ("based on", _work_words(film.based_on) if film.based_on else None),
        ("series", ", ".join(map(_series_words, film.series))),
        ("produced by", names(film.producers)),
        ("companies", ", ".join(film.companies)),
        ("music", names(film.composers)),
        ("theme song", film.theme_song),
        ("filmed", _filming_words(film.filming) if film.filming else None),
        *(("with", _role_words(role, wording.person_words(role.name, people))) for role in film.cast),
        *(("also known as", _alias_words(alias.title, alias.note)) for alias in film.also_known_as),
        ("note", film.note),
    )


def _given(*named: tuple[str, str | None]) -> Iterator[Fact]:
    return (Fact(name, value) for name, value in named if value)


def _about(film: Film) -> str:
    parts = (
        ", ".join(country_name(code) for code in film.countries),
        ", ".join(language_name(code) for code in film.languages),
        f"{film.runtime} minutes" if film.runtime else "",
        ", ".join(film.genres),
    )
    return " · ".join(part for part in parts if part)


def _role_words(role: Role, name: str) -> str:
    words = f"{name} as {role.role}" if role.role else name
    return f"{words} (also written {', '.join(role.role_variants)})" if role.role_variants else words


def _alias_words(title: str, note: str | None) -> str:
    return f"{title} ({note})" if note else title


def _work_words(work: Work) -> str:
    words = ", ".join(part for part in (work.title, work.kind) if part)
    by = f" by {work.author}" if work.author else ""
    published = ", ".join(str(part) for part in (work.publisher, work.year) if part)
    return f"{words}{by}" + (f" ({published})" if published else "") + (f"; {work.note}" if work.note else "")


def _series_words(series: Series) -> str:
    return f"{series.name} {series.place}" if series.place else series.name


OFFERS_CREDIT = "JustWatch, via TMDB"
"""The source of where a film can be watched, as TMDB's terms want it named."""


def offers_words(result: FilmFacts) -> Iterator[Fact]:
    """Say where the film can be watched now and who says so, with the notice that TMDB requires."""
    for one in result.offers.offers if result.offers else ():
        ways = (
            ("", one.subscription),
            ("free on ", one.free),
            ("to rent on ", one.rent),
            ("to buy on ", one.buy),
        )
        words = "; ".join(f"{how}{', '.join(names)}" for how, names in ways if names)
        if words and result.offers:
            yield Fact(
                f"to watch in {one.region}", f"{words} ({OFFERS_CREDIT}, {wording.day_words(result.offers.day)})"
            )
    if result.offers or any(claim.source.publisher == "TMDB" for claim in result.film.claims):
        yield Fact("credit", TMDB_NOTICE)


def _filming_words(filming: Filming) -> str:
    days = " to ".join(wording.date_words(day) for day in (filming.start, filming.end) if day)
    words = ", ".join(part for part in (filming.place, days) if part)
    said = f" ({filming.source.publisher})" if filming.source else ""
    return f"{words}{said}" + (f"; in doubt: {filming.doubt}" if filming.doubt else "")


def nothing_known(result: FilmFacts) -> str:
    """Say that no release was known on the day."""
    return f"nothing was known about a release on {wording.day_words(result.today)}"

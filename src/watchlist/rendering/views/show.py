"""The view of one film: the facts, the releases, every claim behind them, and where sources differ."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from watchlist.domain.claim import Claim
from watchlist.domain.entry import Entry
from watchlist.domain.film import Dispute, Film, Filming, Series, Work
from watchlist.domain.people import NOBODY, Person, Role
from watchlist.rendering import wording
from watchlist.rendering.film_json import CREDIT, film_json
from watchlist.rendering.view import line
from watchlist.services.preferences import ReleaseToday
from watchlist.services.show import FilmFacts

if TYPE_CHECKING:
    from rich.console import RenderableType

_LANGUAGES = {"ja": "Japanese", "en": "English", "zh": "Chinese", "ko": "Korean", "fr": "French", "hi": "Hindi"}
_NARROW = 100
"""Columns below which a claim takes two lines."""


def as_json(result: FilmFacts) -> Any:
    """Give the film's facts, its releases with claims and moves, and the entry or None."""
    return film_json(result)


def as_lines(result: FilmFacts) -> Iterator[str]:
    """Give a line a fact, then a line a release and a claim."""
    yield line("film", wording.film_words(result.film), result.film.id)
    for name, value in facts(result.film, result.people):
        yield line(name, value)
    if result.entry:
        yield line("your list", entry_words(result.entry))
    for name, value in offers_words(result):
        yield line(name, value)
    if not result.releases:
        yield line("release", nothing_known(result))
    for one in result.releases:
        release = one.release
        yield line(
            "release",
            wording.place_words(release.key),
            wording.release_date_words(release, weekday=True),
            wording.countdown_words(one.countdown, release.span, result.today),
            str(release.certainty),
            wording.agreement_words(release),
            wording.moved_words(release),
        )
        for claim in release.newest_first:
            yield line("claim", *claim_fields(claim))
    for dispute in result.film.disputes:
        for reading in dispute.readings:
            wrong = "an error" if reading.wrong else ""
            yield line("dispute", dispute.field, reading.value, wording.source_words(reading.source), wrong)


def claim_fields(claim: Claim) -> tuple[str, ...]:
    """Word a claim: date, the source's words, certainty, source, when it was said."""
    return (
        wording.date_words(claim.date, claim.span) if claim.date else "",
        f"“{claim.said}”" if claim.said else "",
        str(claim.certainty),
        wording.source_words(claim.source),
        wording.reported_words(claim),
        claim.note or "",
    )


def facts(film: Film, people: Mapping[str, Person] = NOBODY) -> Iterator[tuple[str, str]]:
    """Word the facts about a film, each with its name."""

    def names(keys: Iterable[str]) -> str:
        return ", ".join(wording.person_words(key, people) for key in keys)

    named = (
        (_other_title(film), wording.other_title_words(film)),
        ("about", _about(film)),
        ("synopsis", film.synopsis),
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
    yield from ((name, value) for name, value in named if value)


def _other_title(film: Film) -> str:
    return "original title" if wording.title_words(film) == film.title else "other title"


def _about(film: Film) -> str:
    parts = (
        ", ".join(film.countries),
        ", ".join(_LANGUAGES.get(code, code) for code in film.languages),
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


_TMDB_NOTICE = "This product uses TMDB and the TMDB APIs but is not endorsed, certified, or otherwise approved by TMDB."
"""The words that TMDB's terms ask for where its data is shown."""


def offers_words(result: FilmFacts) -> Iterator[tuple[str, str]]:
    """Say where the film can be watched now and who says so, and what TMDB wants said where its data is shown."""
    for one in result.offers.offers if result.offers else ():
        ways = (
            ("", one.subscription),
            ("free on ", one.free),
            ("to rent on ", one.rent),
            ("to buy on ", one.buy),
        )
        words = "; ".join(f"{how}{', '.join(names)}" for how, names in ways if names)
        if words and result.offers:
            yield f"to watch in {one.region}", f"{words} ({CREDIT}, {wording.day_words(result.offers.day)})"
    if result.offers or any(claim.source.publisher == "TMDB" for claim in result.film.claims):
        yield "credit", _TMDB_NOTICE


def _series_words(series: Series) -> str:
    return f"{series.name} {series.place}" if series.place else series.name


def _filming_words(filming: Filming) -> str:
    days = " to ".join(wording.date_words(day) for day in (filming.start, filming.end) if day)
    words = ", ".join(part for part in (filming.place, days) if part)
    said = f" ({filming.source.publisher})" if filming.source else ""
    return f"{words}{said}" + (f"; in doubt: {filming.doubt}" if filming.doubt else "")


def entry_words(entry: Entry) -> str:
    """Word what the user did with a film."""
    parts = [str(entry.status) + (f" ({wording.want_words(entry.want)})" if entry.want else "")]
    if entry.viewings:
        parts.append("seen on " + ", ".join(wording.day_words(day) for day in entry.viewings))
    if entry.rating:
        parts.append(wording.rating_words(entry.rating))
    if entry.tags:
        parts.append("tagged " + ", ".join(entry.tags))
    if entry.added:
        parts.append(f"added on {wording.day_words(entry.added)}")
    return "; ".join(parts) + (f"; {entry.note}" if entry.note else "")


def nothing_known(result: FilmFacts) -> str:
    """Say that there was no word on any release yet."""
    return f"nothing was known about a release on {wording.day_words(result.today)}"


def as_drawing(result: FilmFacts, *, width: int) -> "RenderableType":
    """Draw the film's card."""
    from rich.console import Group

    from watchlist.rendering.drawing import QUIET, TITLE, cell, grid, section

    film = result.film
    head = grid("film")
    head.add_row(cell(wording.film_words(film), TITLE))
    table = grid("name", "value")
    for name, value in facts(film, result.people):
        if name in ("original title", "other title"):
            head.add_row(cell(value))
        elif name == "about":
            head.add_row(cell(value, QUIET))
        elif name == "synopsis":
            head.add_row(cell(value))
        else:
            table.add_row(cell(name, QUIET), cell(value))
    if result.entry:
        table.add_row(cell("your list", QUIET), cell(entry_words(result.entry)))
    for name, value in offers_words(result):
        table.add_row(cell(name, QUIET), cell(value))
    parts: list[RenderableType] = [head, "", table]
    if not result.releases:
        parts += ["", cell(f"{nothing_known(result).capitalize()}.", QUIET)]
    for one in result.releases:
        parts += ["", _draw_release(one, result, width=width)]
    if film.disputes:
        parts += ["", section("Where sources differ", _draw_disputes(film.disputes))]
    return Group(*parts)


def _draw_release(one: ReleaseToday, result: FilmFacts, *, width: int) -> "RenderableType":
    from rich.text import Text

    from watchlist.rendering.drawing import QUIET, STATE, cell, grid, section
    from watchlist.rendering.views.upcoming import sureness

    release = one.release
    countdown = wording.countdown_words(one.countdown, release.span, result.today)
    lost = " strike" if release.resolution.last else ""
    shown = wording.release_date_words(release, weekday=True).removeprefix("was ")
    when = cell(shown, f"bold{lost}") + cell(f"  {countdown}", STATE[one.countdown.state])
    table = grid("date", "certainty", "source", "reported")
    for claim in release.newest_first:
        shown, said, certainty, source, reported, note = claim_fields(claim)
        date = cell(shown or said)
        if width >= _NARROW:
            who = _with_note(source, claim, said if shown else "", note)
            table.add_row(date, cell(certainty), who, cell(reported, QUIET))
        else:
            table.add_row(date, cell(certainty), _with_note(source, claim, reported, said if shown else "", note))
    facts_line = Text(" · ").join(sureness(one).split("\n"))
    return section(wording.place_words(release.key), when, facts_line, "", table)


def _with_note(source: str, claim: Claim, *notes: str) -> "RenderableType":
    from watchlist.rendering.drawing import QUIET, cell, lines, linked

    return lines(linked(source, "", claim.source.url), *(cell(note, QUIET) for note in notes))


def _draw_disputes(disputes: tuple[Dispute, ...]) -> "RenderableType":
    from rich.console import Group
    from rich.padding import Padding

    from watchlist.rendering.drawing import CONFLICT, QUIET, cell, grid

    parts: list[RenderableType] = []
    for dispute in disputes:
        note = f" ({dispute.note})" if dispute.note else ""
        parts.append(cell(dispute.field) + cell(note, QUIET))
        table = grid("value", "source", ratios=(3, 2))
        for reading in dispute.readings:
            wrong = cell(", an error", CONFLICT) if reading.wrong else cell("")
            table.add_row(cell(reading.value), cell(reading.source.publisher, QUIET) + wrong)
        parts.append(Padding(table, (0, 0, 0, 2)))
    return Group(*parts)

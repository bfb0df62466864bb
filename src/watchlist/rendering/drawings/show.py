"""A film, drawn: the answer first, then the user's entry, the film, who says so, and where sources differ."""

from collections.abc import Iterator, Sequence

from watchlist.domain.claim import Certainty, Claim
from watchlist.domain.countdown import ReleaseToday, distinct
from watchlist.domain.film import Dispute, Film
from watchlist.rendering import wording
from watchlist.rendering.big_digits import big
from watchlist.rendering.drawing import (
    CONFLICT,
    HEADING,
    QUIET,
    Cell,
    Drawing,
    Row,
    aligned,
    beside,
    cell,
    grid,
    indented,
    joined,
    lines,
    linked,
    section,
    stack,
)
from watchlist.rendering.film_details import answer, entry_cell, history_cell, release_line, sureness, when_cell
from watchlist.rendering.film_rows import is_counted_in_days, style_of, title_cells
from watchlist.rendering.film_words import claim_words, facts, head_facts, nothing_known, offers_words
from watchlist.rendering.marks import certainty_mark
from watchlist.rendering.short_words import short_edtf, short_reported
from watchlist.services.show import FilmFacts

_DAYS_FROM = 56
"""Columns; from this many on, there is room for the day on which a claim was made."""
_NARROW = 100
"""Columns; below this many, a claim takes several lines."""
_DIGITS_WIDTH = 20
"""The most columns that big digits take, with the gap beside them."""
_CLAIMS, _OTHERS, _NAMES = 3, 3, 4
"""How many claims, other releases and names of the cast are shown in short."""
_MAKERS = ("directed by", "written by")
"""The facts that share one line."""


def in_short(result: FilmFacts, *, width: int) -> Drawing:
    """Draw a film on one screen."""
    about = _film(result.film, result)
    parts = [*_head(result, width), *([""] if about else []), *about, *_who_says_so(result, width)]
    below = (_folded(result), *(fact.value for fact in offers_words(result) if fact.name == "credit"))
    return stack(*parts, *(cell(words, QUIET) for words in below if words))


def in_full(result: FilmFacts, *, width: int) -> Drawing:
    """Draw a film with all its facts, every claim, and every reading on which sources differ."""
    film = result.film
    about = [
        cell(fact.value, QUIET if fact.name == "about" else "")
        for fact in head_facts(film)
        if fact.name in ("about", "synopsis")
    ]
    parts: list[Drawing] = [*_head(result, width), "", *about, "", _facts_table(result)]
    for one in result.releases:
        parts += ["", _draw_release(one, result, width=width)]
    if result.errors:
        parts += ["", section("Known to be wrong", _claims_table(result.errors, width))]
    if film.disputes:
        parts += ["", section("Where sources differ", stack(*_draw_disputes(film.disputes)))]
    parts += [cell(fact.value, QUIET) for fact in offers_words(result) if fact.name == "credit"]
    return stack(*parts)


def _facts_table(result: FilmFacts) -> Drawing:
    """Draw one row per fact; a name shared by several facts is shown once."""
    table = grid("name", "value")
    named = ""
    for name, value in facts(result.film, result.people):
        table.add_row(cell("" if name == named else name, QUIET), cell(value))
        named = name
    return table


def _head(result: FilmFacts, width: int) -> list[Drawing]:
    """Draw the titles, when and where the film comes out, its other releases, and what the user did with it."""
    title, year = title_cells(result.film)
    other = cell(wording.other_title_words(result.film), QUIET)
    fits = title.width + year.width + other.width < width
    parts: list[Drawing] = [(joined("  ", (beside(title, year), other)) if fits else lines(beside(title, year), other))]
    if not result.releases:
        words = nothing_known(result)
        parts += ["", cell(f"{words[:1].upper()}{words[1:]}.", QUIET)]
    else:
        first, others = result.releases[0], distinct(result.releases)
        also = [cell(f"also {release_line(one)}", QUIET) for one in others if one is not first]
        parts += ["", _answer(first, result, width), *map(indented, also[:_OTHERS])]
    offers = (fact for fact in offers_words(result) if fact.name != "credit")
    parts += [indented(cell(f"{fact.name}: {fact.value}", QUIET)) for fact in offers]
    if result.entry:
        parts += ["", entry_cell(result.entry)]
    return parts


def _answer(shown: ReleaseToday, result: FilmFacts, width: int) -> Drawing:
    """Draw when and where a film comes out; beside big digits if its day is sure."""
    number = shown.countdown.days if is_counted_in_days(shown, result.lacking) else None
    sure = sureness(shown, result.today, width=width - _DIGITS_WIDTH)
    if number is None or "\n" in sure.plain:
        return indented(lines(*answer(shown, result.lacking, result.today, width=width - 2)))
    to = beside(cell("day to " if number == 1 else "days to "), when_cell(shown))
    words = (to, cell(wording.place_words(shown.release.key)), sure)
    rows = zip(big(number), words, strict=True)
    answered = (joined("  ", (cell(digit, style_of(shown)), part)) for digit, part in rows)
    return indented(lines(*answered, history_cell(shown, width=width - 2)))


def _film(film: Film, result: FilmFacts) -> list[Drawing]:
    """Draw what the film is, its story, and who made it."""
    head = {fact.name: fact.value for fact in head_facts(film)}
    known = [fact for fact in facts(film, result.people) if fact.name in _MAKERS]
    parts = [
        cell(head.get("about", ""), QUIET),
        cell(head.get("synopsis", "")),
        joined(" · ", (cell(f"{fact.name} {fact.value}") for fact in known)),
        cell(_source_work(film)),
        cell(_cast(film, result)),
    ]
    return [part for part in parts if part.pieces]


def _source_work(film: Film) -> str:
    work = film.based_on
    if work is None:
        return ""
    is_namesake = not work.title or work.title in film.titles
    what = f"the {work.kind or 'work'}" if is_namesake else work.title
    return f"based on {what}" + (f" by {work.author}" if work.author else "")


def _cast(film: Film, result: FilmFacts) -> str:
    names = [
        wording.person_words(role.name, result.people) + (f" ({role.role})" if role.role else "") for role in film.cast
    ]
    more = f" and {len(names) - _NAMES} more" if len(names) > _NAMES else ""
    return f"with {', '.join(names[:_NAMES])}{more}" if names else ""


def _who_says_so(result: FilmFacts, width: int) -> list[Drawing]:
    """Draw the claims that matter on the first release, the newest first."""
    claims = _telling(result)
    if not claims:
        return []
    old = result.releases[0].stale
    rows = [_claim_row(claim, day=width >= _DAYS_FROM, old=old) for claim in claims]
    return ["", cell("Who says so", HEADING), *(indented(one) for one in aligned(rows, width=width - 2))]


def _telling(result: FilmFacts) -> Sequence[Claim]:
    """Choose the claim that gives the date, the surest one, and each publisher's newest; return them newest first."""
    if not result.releases:
        return ()
    release = result.releases[0].release
    claims = [claim for claim in release.newest_first if not claim.error]
    surest = (claim for claim in claims if claim.certainty is release.certainty)
    by_publisher = {claim.source.publisher: claim for claim in reversed(claims)}
    newest = (claim for claim in claims if by_publisher[claim.source.publisher] is claim)
    chosen: list[Claim] = []
    for claim in (release.resolution.winner, next(surest, None), *newest):
        if claim and claim not in chosen:
            chosen.append(claim)
    return [claim for claim in claims if claim in chosen[:_CLAIMS]]


def _claim_row(claim: Claim, *, day: bool, old: bool) -> Row:
    mark = certainty_mark(claim.certainty)
    is_over = claim.certainty in (Certainty.RELEASED, Certainty.CANCELLED)
    state = str(claim.certainty) if is_over else claim_words(claim).said or str(claim.certainty)
    date = short_edtf(claim.date) if claim.date else state
    publisher = linked(claim.source.publisher, "", claim.source.url)
    after = (cell(short_reported(claim), QUIET),) if day else ()
    return Row(cell(mark.sign, QUIET if old else mark.style), (cell(date),), publisher, cell(""), after)


def _folded(result: FilmFacts) -> str:
    """Say how much is left out, and how to see it."""
    claims = sum(len(one.release.claims) for one in result.releases) - len(_telling(result))
    facts_disputed = len(result.film.disputes)
    parts = (
        f"{claims} more" if claims else "",
        f"{wording.count(facts_disputed, 'fact')} on which sources differ" if facts_disputed else "",
    )
    return ", ".join(part for part in parts if part) + ": --all" if any(parts) else ""


def _draw_release(one: ReleaseToday, result: FilmFacts, *, width: int) -> Drawing:
    release = one.release
    countdown = wording.countdown_words(one.countdown, release.span, result.today)
    when = joined("  ", (when_cell(one), cell(countdown, style_of(one))))
    table = _claims_table(release.newest_first, width)
    sure, history = sureness(one, result.today, width=width - 2), history_cell(one, width=width - 2)
    return section(wording.place_words(release.key), when, sure, history, "", table)


def _claims_table(claims: Sequence[Claim], width: int) -> Drawing:
    table = grid("date", "certainty", "source", "reported")
    for claim in claims:
        words = claim_words(claim)
        said, note = words.said if words.date else "", claim.error or words.note
        row = [cell(words.date or words.said), cell("an error", CONFLICT) if claim.error else cell(words.certainty)]
        if width >= _NARROW:
            row += [_source(claim, said, note), cell(words.reported, QUIET)]
        else:
            row += [_source(claim, words.reported, said, note)]
        table.add_row(*row)
    return table


def _source(claim: Claim, *notes: str) -> Cell:
    """Draw the source of a claim, a link if it has an address, with notes below it."""
    return lines(
        linked(wording.source_words(claim.source), "", claim.source.url), *(cell(note, QUIET) for note in notes)
    )


def _draw_disputes(disputes: tuple[Dispute, ...]) -> Iterator[Drawing]:
    for dispute in disputes:
        note = f" ({dispute.note})" if dispute.note else ""
        yield beside(cell(dispute.field), cell(note, QUIET))
        table = grid("value", "source", ratios=(3, 2))
        for reading in dispute.readings:
            wrong = cell(", an error", CONFLICT) if reading.wrong else cell("")
            table.add_row(cell(reading.value), beside(cell(reading.source.publisher, QUIET), wrong))
        yield indented(table)

"""The view of why a date is shown."""

from collections.abc import Iterator

from watchlist.rendering import wording
from watchlist.rendering.age_words import certainty_words
from watchlist.rendering.drawing import (
    CONFLICT,
    GOOD,
    QUIET,
    TITLE,
    Cell,
    Drawing,
    cell,
    grid,
    indented,
    lines,
    section,
    stack,
)
from watchlist.rendering.film_json import claim_json, film_fields, key_fields, release_fields
from watchlist.rendering.film_rows import NARROW
from watchlist.rendering.film_words import claim_words
from watchlist.rendering.safe_text import line
from watchlist.services.why import Explanation, JudgedClaim, ReleaseExplanation, Verdict

RULE = (
    "The newest announcement gives the date; rumours and speculation count only while nothing has been announced. "
    "A later, vaguer claim never makes a date less precise. "
    "A claim that is known to be wrong counts for nothing. "
    "An announced day or month that has passed counts as out unless somebody has said otherwise since."
)
"""The rules of `domain.resolution` and `domain.countdown` in a few sentences."""

_VERDICT = {
    Verdict.GIVES: "bold green",
    Verdict.SAME: GOOD,
    Verdict.FINER: "",
    Verdict.COARSER: "",
    Verdict.STATE: "",
    Verdict.TAKES_AWAY: "",
    Verdict.CALLED_OFF: "",
    Verdict.REPLACED: QUIET,
    Verdict.DIFFERS: CONFLICT,
    Verdict.OVERLAPS: "",
    Verdict.ERROR: QUIET,
    Verdict.NOT_YET: QUIET,
}

_WORDS = {
    Verdict.FINER: "says the same, more exactly",
    Verdict.COARSER: "says the same, less exactly",
    Verdict.STATE: "names no date",
}
"""Words on the screen for verdicts that a film fan would word differently."""


def as_json(result: Explanation) -> object:
    """Return the film and, for each release, its fields and the verdict on every claim."""
    return {
        **film_fields(result.film),
        "rule": RULE,
        "releases": [
            {
                **release_fields(one.shown),
                **key_fields(one.key),
                "claims": [
                    {**claim_json(judged.claim), "verdict": str(judged.verdict), "known_from": _known_from(judged)}
                    for judged in one.judged
                ],
            }
            for one in result.releases
        ],
    }


def as_lines(result: Explanation) -> Iterator[str]:
    """One line per release, and below it one line per claim."""
    for one in result.releases:
        yield line("release", wording.place_words(one.key), _shown(one, result))
        for judged in one.judged:
            yield line("claim", _verdict(judged), *claim_words(judged.claim), f"known from {_known_from(judged)}")


def as_drawing(result: Explanation, *, width: int) -> Drawing:
    """Draw the claims about each release, each with its verdict beside it, or above it on a narrow terminal."""
    parts: list[Drawing] = [cell(wording.film_words(result.film), TITLE), cell(RULE, QUIET)]
    for one in result.releases:
        head = cell(_shown(one, result), TITLE)
        parts += ["", section(wording.place_words(one.key), head, "", *_draw_claims(one, is_narrow=width < NARROW))]
    if not result.releases:
        parts.append(cell("No release is known yet.", QUIET))
    return stack(*parts)


def _draw_claims(one: ReleaseExplanation, *, is_narrow: bool) -> Iterator[Drawing]:
    judged = [(_claim(each), cell(_verdict(each), _VERDICT[each.verdict])) for each in one.judged]
    if is_narrow:
        yield from (part for claim, verdict in judged for part in (verdict, indented(claim)))
        return
    table = grid("claim", "verdict")
    for claim, verdict in judged:
        table.add_row(claim, verdict)
    yield table


def _verdict(judged: JudgedClaim) -> str:
    return _WORDS.get(judged.verdict, str(judged.verdict))


def _claim(judged: JudgedClaim) -> Cell:
    words = claim_words(judged.claim)
    return lines(
        cell(words.date or words.said),
        cell(words.said, QUIET) if words.date and words.said else None,
        cell(f"{words.certainty}, {words.source}, {words.reported}", QUIET),
        cell(words.note, QUIET) if words.note else None,
    )


def _shown(one: ReleaseExplanation, result: Explanation) -> str:
    if one.shown is None:
        return f"nothing was known on {wording.day_words(result.today)}"
    date_words = wording.release_date_words(one.shown.release, weekday=True)
    return f"{date_words}, {certainty_words(one.shown, result.today)}"


def _known_from(judged: JudgedClaim) -> str:
    return judged.claim.known_from.isoformat()

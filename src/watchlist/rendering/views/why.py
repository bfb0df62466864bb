"""The view of why a date is shown."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from watchlist.rendering import wording
from watchlist.rendering.fields import film_fields, release_fields
from watchlist.rendering.film_json import claim_json
from watchlist.rendering.view import line
from watchlist.rendering.views.show import claim_fields
from watchlist.services.why import Explanation, Judged, ReleaseExplanation, Verdict

if TYPE_CHECKING:
    from rich.console import RenderableType

RULE = (
    "The newest announcement gives the date; rumours and speculation count only while nobody has announced one. "
    "A later but coarser word takes no precision away."
)


def as_json(result: Explanation) -> Any:
    """Give the film and, for each release, its fields and the verdict on every claim."""
    return {
        **film_fields(result.film),
        "rule": RULE,
        "releases": [
            {
                **release_fields(one.shown),
                "region": one.key.region,
                "channel": str(one.key.channel),
                "service": one.key.service,
                "claims": [
                    {**claim_json(judged.claim), "verdict": str(judged.verdict), "known_from": _known_from(judged)}
                    for judged in one.judged
                ],
            }
            for one in result.releases
        ],
    }


def as_lines(result: Explanation) -> Iterator[str]:
    """Give a line a claim, under a line for each release."""
    for one in result.releases:
        yield line("release", wording.place_words(one.key), _shown(one, result))
        for judged in one.judged:
            yield line("claim", str(judged.verdict), *claim_fields(judged.claim), f"known from {_known_from(judged)}")


def as_drawing(result: Explanation, *, width: int) -> "RenderableType":  # noqa: ARG001
    """Draw the claims of each release with what became of them."""
    from rich.console import Group

    from watchlist.rendering.drawing import QUIET, TITLE, cell, grid, lines, section

    parts: list[RenderableType] = [cell(wording.film_words(result.film), TITLE), cell(RULE, QUIET)]
    for one in result.releases:
        table = grid("claim", "verdict")
        for judged in one.judged:
            shown, said, certainty, source, reported, note = claim_fields(judged.claim)
            claim = lines(
                cell(shown or said),
                cell(said, QUIET) if shown and said else None,
                cell(f"{certainty}, {source}, {reported}", QUIET),
                cell(note, QUIET) if note else None,
            )
            table.add_row(claim, cell(str(judged.verdict), _VERDICT_STYLE.get(judged.verdict, "")))
        head = cell(_shown(one, result), "bold")
        parts += ["", section(wording.place_words(one.key), head, "", table)]
    if not result.releases:
        parts.append(cell("Nobody has said anything about a release.", QUIET))
    return Group(*parts)


_VERDICT_STYLE = {
    Verdict.GIVES: "bold green",
    Verdict.SAME: "green",
    Verdict.DIFFERS: "bold red",
    Verdict.REPLACED: "dim",
    Verdict.NOT_YET: "dim",
}


def _shown(one: ReleaseExplanation, result: Explanation) -> str:
    if one.shown is None:
        return f"nothing was known on {wording.day_words(result.today)}"
    release = one.shown.release
    return f"{wording.release_date_words(release, weekday=True)}, {release.certainty}"


def _known_from(judged: Judged) -> str:
    return judged.claim.known_from.isoformat()

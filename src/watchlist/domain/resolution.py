"""Resolution: the single date and certainty that the claims about one release resolve to.

The rules, in the order in which `resolve` applies them:

1. Only firm claims (announced or surer) decide the date; the others count only if there is no firm one.
2. The newest of them gives the date. An older one whose span is inside it makes it more precise, so a
   later, vaguer claim never makes a date less precise.
3. A release or a cancellation holds until a newer firm claim contradicts it.
4. The certainty is that of the surest claim with the date shown.
5. Live claims that exclude each other are a conflict, and are shown as one (`live_claims`, `conflict`).

Where two texts of one publisher contradict each other on one day, the later one in the file counts as newer.

A claim that is known to be an error is not evidence and is ignored by all of this.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from watchlist.domain.claim import UNSOURCED, Certainty, Claim
from watchlist.domain.dates import Edtf, Span


class Resolution(NamedTuple):
    """What a set of claims resolves to.

    `winner` is the claim whose date is shown; None if no claim has a date. `last` is the
    claim with the previous date, if the winner says that there is no longer one or the
    release is cancelled.
    """

    winner: Claim | None
    certainty: Certainty
    last: Claim | None = None
    contested: bool = False
    """True if a newer claim that is too weak to win gives another date, or says that there is none."""

    @property
    def date(self) -> Edtf | None:
        """The date shown, `XXXX` for "no date"; None if no claim has one or the release is cancelled."""
        if self.winner is None or self.certainty is Certainty.CANCELLED:
            return None
        return self.winner.date

    @property
    def span(self) -> Span | None:
        """The bounds of the date shown."""
        if self.winner is None or self.certainty is Certainty.CANCELLED:
            return None
        return self.winner.span


def evidence(claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims that are not known to be errors."""
    return [claim for claim in claims if claim.error is None]


def newest_first(claims: Iterable[Claim]) -> list[Claim]:
    """Sort claims newest first; on the same day by the more precise date, the surer claim, the later in the file."""
    return [claim for words in reversed(in_turn(claims)) for claim in words]


def in_turn(claims: Iterable[Claim]) -> list[list[Claim]]:
    """Group claims by when they were made, the oldest group first; in each group the claim that counts most is first.

    A group is a day, or a part of a day on which a publisher said one thing and then another.
    """
    days: dict[date, list[tuple[int, Claim]]] = {}
    for place, claim in enumerate(claims):
        days.setdefault(claim.newness, []).append((place, claim))
    return [turn for day in sorted(days) for turn in _turns(days[day])]


def _turns(placed: list[tuple[int, Claim]]) -> Iterator[list[Claim]]:
    """Yield the groups of one day; `placed` are its claims with their places, in the order of the file."""
    if len(placed) == 1:
        yield [placed[0][1]]
        return
    turns: dict[int, list[tuple[int, Claim]]] = {}
    for words_after, one in zip(_words_after([claim for _, claim in placed]), placed, strict=True):
        turns.setdefault(words_after, []).append(one)
    for words_after in sorted(turns, reverse=True):
        yield [claim for _, claim in sorted(turns[words_after], key=_weight, reverse=True)]


def _weight(placed: tuple[int, Claim]) -> tuple[int, int, int]:
    place, claim = placed
    return (-_breadth(claim.span), claim.certainty.rank, place)


def _words_after(claims: Sequence[Claim]) -> list[int]:
    """Return, for each claim of one day, how often its publisher contradicted it later on that day."""
    counts = [0] * len(claims)
    for place in reversed(range(len(claims))):
        later = range(place + 1, len(claims))
        counts[place] = max((counts[one] + 1 for one in later if _takes_back(claims[one], claims[place])), default=0)
    return counts


def _takes_back(later: Claim, claim: Claim) -> bool:
    """Return whether a claim contradicts an earlier one of the same publisher and day, made in another text."""
    if later.newness != claim.newness or claim.newness == date.min or later.error or claim.error:
        return False
    is_same = later.source.publisher == claim.source.publisher and later.source.id != claim.source.id
    if not (is_same and later.is_dated and claim.is_dated):
        return False
    return (later.span is None) != (claim.span is None) or conflict(later, claim)


def resolve(claims: Sequence[Claim]) -> Resolution:
    """Resolve claims by the rules at the top of this module; at least one of them must be evidence."""
    known = evidence(claims)
    if len(known) == 1:  # as for most releases: by the rules, a single claim is what is shown
        (only,) = known
        has_date = only.is_dated and only.certainty is not Certainty.CANCELLED
        return Resolution(only if has_date else None, only.certainty)
    ordered = newest_first(known)
    dated = [claim for claim in ordered if claim.is_dated and claim.certainty is not Certainty.CANCELLED]
    dated = [claim for claim in dated if claim.certainty.is_firm] or dated
    winner = _finest(dated) if dated else None
    last = next((claim for claim in dated if claim.span), None)
    if _holds(Certainty.CANCELLED, ordered):
        return Resolution(winner, Certainty.CANCELLED, _finest(dated[dated.index(last) :]) if last else None)
    if winner is None:
        released = _holds(Certainty.RELEASED, ordered)
        return Resolution(None, Certainty.RELEASED if released else ordered[0].certainty)
    certainty = Certainty.RELEASED if _holds(Certainty.RELEASED, ordered) else _surest(winner, ordered)
    if winner.span is None and last is not None:
        return Resolution(winner, certainty, _finest(dated[dated.index(last) :]))
    newer = (claim for claim in ordered if claim.is_dated and claim.newness > dated[0].newness)
    contested = any(not (claim.span and winner.span and claim.span.agrees(winner.span)) for claim in newer)
    return Resolution(winner, certainty, contested=contested)


def live_claims(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return the claims that are neither errors nor replaced by a newer claim, newest first."""
    ordered = newest_first(evidence(claims))
    return tuple(
        older
        for position, older in enumerate(ordered)
        if not any(_replaces(newer, older) for newer in ordered[:position])
    )


def _breadth(span: Span | None) -> int:
    """Return how many days a date leaves open, for sorting; an open end counts more, no date at all the most."""
    if span is None or span.earliest is None or span.latest is None:
        return _ENDLESS if span else _DATELESS
    days = (span.latest - span.earliest).days
    return days if days < _FEW_DAYS else round(days, -1)


_FEW_DAYS = 14
"""Days from which on they are rounded: all months are equally precise, and so are all years."""
_ENDLESS = date.max.toordinal()
_DATELESS = _ENDLESS + 1


def _finest(ordered: Sequence[Claim]) -> Claim:
    """Return the most precise claim, going from the newest to older ones inside its span until one disagrees."""
    winner, bounds = ordered[0], ordered[0].span
    if bounds is None:
        return winner
    for older in ordered[1:]:
        span = older.span
        if span is None or not span.agrees(bounds):
            break
        if bounds.contains(span) and span != bounds:
            winner, bounds = older, span
    return winner


def _surest(winner: Claim, ordered: Sequence[Claim]) -> Certainty:
    """Return the strongest certainty among the claims with the winner's date."""
    return max(
        (
            claim.certainty
            for claim in ordered
            if claim.is_dated
            and claim.span == winner.span
            and claim.certainty not in (Certainty.RELEASED, Certainty.CANCELLED)
        ),
        key=lambda certainty: certainty.rank,
        default=winner.certainty,
    )


def _holds(state: Certainty, ordered: Sequence[Claim]) -> bool:
    """Return whether a claim gives this state and no newer firm claim contradicts it."""
    claim = next((one for one in ordered if one.certainty is state), None)
    return claim is not None and not any(
        _contradicts(newer, claim) for newer in ordered if newer.newness > claim.newness
    )


def _contradicts(newer: Claim, state: Claim) -> bool:
    if not newer.certainty.is_firm or newer.certainty is state.certainty:
        return False
    if state.certainty is Certainty.CANCELLED or newer.certainty is Certainty.CANCELLED:
        return newer.is_dated or newer.certainty is Certainty.CANCELLED
    if newer.date is None:
        return False
    if newer.span is None:
        return True
    if state.span is not None:
        return not newer.span.overlaps(state.span)
    return newer.span.earliest is not None and newer.span.earliest > newer.newness


def _replaces(newer: Claim, older: Claim) -> bool:
    """Return whether a newer claim contradicts and outweighs an older one: it is firm, or from the same source."""
    is_newer = newer.newness > older.newness or _takes_back(newer, older)
    if not is_newer or newer.date is None or older.span is None:
        return False
    same_source = newer.source.publisher == older.source.publisher and newer.source != UNSOURCED
    return (same_source or newer.certainty.is_firm) and (newer.span is None or not newer.span.overlaps(older.span))


def conflict(one: Claim, other: Claim) -> bool:
    """Return whether the dates of two claims rule each other out."""
    return one.span is not None and other.span is not None and not one.span.overlaps(other.span)

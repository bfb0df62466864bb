"""Viewings of an import: what several files say of one viewing becomes one, and nothing that is there is replaced."""

from collections.abc import Iterable

from watchlist.domain.entry import Viewing, in_order


def joined(before: tuple[Viewing, ...], new: Iterable[Viewing]) -> tuple[Viewing, ...]:
    """Add viewings to a diary. One of a day that is there fills in what is missing there; another review is another."""
    after = list(before)
    for viewing in new:
        place = next((place for place, one in enumerate(after) if _is_same(one, viewing)), None)
        if place is None:
            after.append(viewing)
        else:
            after[place] = _filled(after[place], viewing)
    return before if tuple(after) == before else in_order(after)


def _is_same(one: Viewing, other: Viewing) -> bool:
    return one.day == other.day and (one.review == other.review or None in (one.review, other.review))


def _filled(known: Viewing, other: Viewing) -> Viewing:
    return known._replace(**{name: value for name, value in other._asdict().items() if getattr(known, name) is None})

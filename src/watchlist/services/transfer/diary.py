"""Joining the viewings of an import: several files may describe the same viewing; existing values are kept."""

from collections import Counter
from collections.abc import Callable, Iterable

from watchlist.domain.entry import Viewing, in_order


def joined(before: tuple[Viewing, ...], new: Iterable[Viewing]) -> tuple[Viewing, ...]:
    """Add the viewings of one file to a diary. Two lines of a file are two viewings, even on the same day.

    A viewing that matches an existing one by its day only fills in what that lacks. A different review is a different
    viewing.
    """
    after, rest = list(before), list(new)
    free = list(range(len(before)))
    for fits in _FITS:
        added: list[Viewing] = []
        for viewing in rest:
            place = next((place for place in free if fits(after[place], viewing)), None)
            if place is None:
                added.append(viewing)
            else:
                free.remove(place)
                after[place] = _filled(after[place], viewing)
        rest = added
    after += rest
    return before if tuple(after) == before else in_order(after)


def noteworthy(viewings: Iterable[Viewing]) -> tuple[Viewing, ...]:
    """Return the viewings of one file, without those that have only a day, and are the only ones on it."""
    every = tuple(viewings)
    times = Counter(one.day for one in every)
    return tuple(one for one in every if one != Viewing(one.day) or (one.day and times[one.day] > 1))


def _can_be(one: Viewing, other: Viewing) -> bool:
    return one.day == other.day and _agree(one.review, other.review)


def _is_like(one: Viewing, other: Viewing) -> bool:
    return _can_be(one, other) and one.rating == other.rating and _agree(one.rewatch, other.rewatch)


_FITS: tuple[Callable[[Viewing, Viewing], bool], ...] = (Viewing.__eq__, _is_like, _can_be)
"""The ways to match a viewing with an existing one, the surest first."""


def _agree(one: object, other: object) -> bool:
    return one == other or None in (one, other)


def _filled(known: Viewing, other: Viewing) -> Viewing:
    return known._replace(**{name: value for name, value in other._asdict().items() if getattr(known, name) is None})

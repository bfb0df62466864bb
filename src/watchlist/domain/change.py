"""A change: what a command does to the list and to the user's own films, before and after."""

from dataclasses import dataclass

from watchlist.domain.claim import Claim
from watchlist.domain.entry import Entry


@dataclass(frozen=True, slots=True)
class EntryChange:
    """One entry before and after: None before for a new one, None after for one that goes."""

    before: Entry | None
    after: Entry | None

    @property
    def entry(self) -> Entry:
        """The entry as it is now, or as it was."""
        entry = self.after or self.before
        if entry is None:
            raise ValueError("an entry change needs an entry")
        return entry


@dataclass(frozen=True, slots=True)
class OwnClaim:
    """A claim that the user adds to a film; `title` makes a film of their own where there is none."""

    film_id: str
    title: str
    claim: Claim | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What one command changes, as one step: empty if there is nothing to do."""

    entries: tuple[EntryChange, ...] = ()
    claims: tuple[OwnClaim, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.claims) or any(one.before != one.after for one in self.entries)

"""The JSON of a change: each film with its entry before and after, and the claims that were noted."""

from collections.abc import Iterable, Sequence

from watchlist.domain.change import EntryChange
from watchlist.domain.claim import Claim
from watchlist.domain.film import Film
from watchlist.domain.release import key_of
from watchlist.rendering.film_json import claim_json, entry_json, film_fields, key_fields


def changed_json(
    film: Film, change: EntryChange, *, noted: Sequence[Claim] = (), taken_back: Sequence[Claim] = ()
) -> dict[str, object]:
    """Return a film, whether anything changed, its entry before and after (None if there is none), and the claims."""
    return {
        **film_fields(film),
        "changed": bool(noted or taken_back) or change.before != change.after,
        "before": change.before and entry_json(change.before),
        "after": change.after and entry_json(change.after),
        "noted": [_claim_json(claim) for claim in noted],
        "taken_back": [_claim_json(claim) for claim in taken_back],
    }


def entry_changes_json(changes: Iterable[EntryChange]) -> list[dict[str, object]]:
    """Return changes of entries, without looking up their films."""
    return [
        {
            "id": one.entry.id,
            "title": one.entry.title,
            "before": one.before and entry_json(one.before),
            "after": one.after and entry_json(one.after),
        }
        for one in changes
    ]


def _claim_json(claim: Claim) -> dict[str, object]:
    return {**key_fields(key_of(claim)), **claim_json(claim)}

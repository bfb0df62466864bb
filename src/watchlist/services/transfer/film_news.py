"""What an export says about a film that is not known here yet."""

from typing import Any

from watchlist.domain.claim import Claim
from watchlist.domain.film import Film

_LISTS = ("also_known_as", "ids", "disputes", "claims")


def film_news(film: Film, known: Film | None) -> Film | None:
    """Return a film with only what `known` does not have; None if that is nothing."""
    if known is None:
        return film
    blank = Film(film.id, "")
    values: dict[str, Any] = {}
    for name, value in film._asdict().items():
        before = getattr(known, name)
        if name == "claims":
            heard = set(map(_said, known.claims))
            values[name] = tuple(claim for claim in film.claims if _said(claim) not in heard)
        elif name in _LISTS:
            values[name] = tuple(one for one in value if one not in before)
        elif name not in ("id", "other_ids"):
            values[name] = getattr(blank, name) if value == before else value
    others = tuple(one for one in (film.id, *film.other_ids) if not known.has_id(one))
    new = Film(**{**blank._asdict(), **values, "id": film.id, "other_ids": film.other_ids})
    return new if others or new._replace(other_ids=()) != blank else None


def _said(claim: Claim) -> Claim:
    """Return a claim without its source's id, which is only unique within one file."""
    return claim._replace(source=claim.source._replace(id=""))

"""Whether ids on other sites tell two films apart."""

from collections.abc import Iterable, Sequence

from watchlist.domain.film import ExternalId
from watchlist.domain.names import slug
from watchlist.domain.site import Site

_LONGEST_CODE = 6
"""Signs of the code in a short link of Letterboxd."""


def tell_apart(
    ids: Sequence[ExternalId], titles: Iterable[str], others: Sequence[ExternalId], other_titles: Iterable[str]
) -> bool:
    """Return whether the second of two films, by their ids and titles, has an id on a site that is none of the first.

    Letterboxd has two kinds of ids for each film, a code in the short link and a name: one says nothing of the other.
    """
    names, other_names = set(map(slug, titles)), set(map(slug, other_titles))
    known = [(_kind(key, names), key.id) for key in ids]
    wanted = [(_kind(key, other_names), key.id) for key in others]
    return any(kind in dict(known) and (kind, one) not in known for kind, one in wanted)


def _kind(key: ExternalId, names: set[str]) -> str:
    if key.site != Site.LETTERBOXD:
        return key.site
    is_name = len(key.id) > _LONGEST_CODE or not key.id.isalnum() or key.id in names
    return f"{key.site} {'name' if is_name else 'code'}"

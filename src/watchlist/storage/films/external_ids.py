"""The ids of a film on other sites, as the list and the film files have them."""

from watchlist.domain.film import ExternalId
from watchlist.domain.site import Site
from watchlist.storage.toml.schema import Key, Scalar, TableOf, one_word


def _external_ids(**ids: str) -> tuple[ExternalId, ...]:
    return tuple(ExternalId(site, value) for site, value in ids.items())


def _external_id(value: object) -> str:
    if isinstance(value, int) and not isinstance(value, bool) and 0 < value < 10**12:
        return str(value)
    return one_word(value)


EXTERNAL_IDS = TableOf(
    {str(one): Key(Scalar(_external_id, {"type": ["string", "integer"]}), f"its id on {one}") for one in Site},
    _external_ids,
)

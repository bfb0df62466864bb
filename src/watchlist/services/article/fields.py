"""Lines such as "Where to watch: Netflix", which apply to the film above them."""

import re

from watchlist.services.article.nearest_place import joined_places
from watchlist.services.article.places import Place, find_places

_LABEL = re.compile(
    r"(?im)^\W*(?:where(?: to (?:watch|stream|see(?: it)?|find it))?|(?:ott |streaming )?(?:platform|service|partner)s?|streaming(?: on)?"
    r"|available on|watch (?:it )?on|network|channel|in (?:cinemas|theat(?:er|re)s)|release type|format|venue)\s*[:–—-]\s*(?P<value>[^\n]+)"
)


def place_of_fields(text: str) -> Place | None:
    """Return where a film comes out by the fields in a block; None if it has no such field."""
    found = [find_places(match["value"]) for match in _LABEL.finditer(text)]
    return joined_places([place for places in found for place in places])

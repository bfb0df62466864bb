"""Settings and their values."""

from collections.abc import Iterator

from watchlist.cli.aliases import aliases
from watchlist.cli.offers import names as known
from watchlist.cli.offers.offer import Asked, Offer, beginning, words_beginning
from watchlist.domain.settings import SETTINGS


def settings(asked: Asked) -> Iterator[Offer]:
    """Offer the settings, each with what it does, and the user's aliases."""
    every = [(name, one.meaning) for name, one in SETTINGS.items() if name != "aliases"]
    own = [(f"aliases.{one.name}", one.line) for one in aliases(asked.paths)]
    return beginning(asked.word, [*every, *own, ("tmdb-key", "your TMDB key")])


def setting_values(asked: Asked) -> Iterator[Offer]:
    """Offer the values of the setting that was typed."""
    name = asked.given[0] if asked.given else ""
    if name in _VALUES:
        return _VALUES[name](asked)
    values = SETTINGS[name].may_be.split(", ") if name in SETTINGS else []
    return words_beginning(asked.word, (value for value in values if value.isalpha()))


_VALUES = {"regions": known.regions, "channels": known.channels, "services": known.services}

"""Known names: tags, services, regions, channels and catalogues."""

from collections.abc import Iterator

from watchlist.cli.offers.offer import Asked, Offer, beginning, words_beginning
from watchlist.domain.claim import Channel
from watchlist.domain.code_names import country_name
from watchlist.domain.region import REGIONS
from watchlist.storage.index.indexed_entries import open_entries
from watchlist.storage.index.indexed_films import open_films


def tags(asked: Asked) -> Iterator[Offer]:
    """Offer the tags that the user has used."""
    return words_beginning(asked.word, open_entries(asked.paths).tags())


def services(asked: Asked) -> Iterator[Offer]:
    """Offer the services and festivals that claims name."""
    return words_beginning(asked.word, open_films(asked.paths).services())


def regions(asked: Asked) -> Iterator[Offer]:
    """Offer the codes of regions, each with its name."""
    return beginning(asked.word, ((code, country_name(code)) for code in sorted(REGIONS)))


def channels(asked: Asked) -> Iterator[Offer]:
    """Offer the ways in which a film is released."""
    return words_beginning(asked.word, (channel.word for channel in Channel))


def catalogues(asked: Asked) -> Iterator[Offer]:
    """Offer the film files that the user added."""
    return words_beginning(asked.word, (path.name for path in sorted(asked.paths.catalogues.glob("[0-9]*"))))

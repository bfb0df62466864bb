"""Titles, found by any of their words in any case, and offered as they are written."""

from collections.abc import Iterable, Iterator

from watchlist.cli.offers.offer import Asked, Offer
from watchlist.domain.names import fold
from watchlist.storage.index.indexed_entries import Entries, open_entries
from watchlist.storage.index.indexed_films import IndexedFilms, open_films

_MOST = 60
"""The most films that are offered at once: nobody reads more."""


def catalogue(asked: Asked) -> Iterator[Offer]:
    """Offer films of the whole catalogue."""
    return _titles(asked, open_films(asked.paths))


def listed(asked: Asked) -> Iterator[Offer]:
    """Offer films on the list, by their titles there or else by any of their titles in the catalogue."""
    entries = open_entries(asked.paths)
    found = list(_titles(asked, entries))
    if found or not asked.word:
        return iter(found)
    films = _titles(asked, open_films(asked.paths))
    return (offer for offer in films if entries.entry(offer.meaning) is not None)


def films(asked: Asked) -> Iterator[Offer]:
    """Offer films on the list or, if none matches, in the catalogue."""
    found = list(_titles(asked, open_entries(asked.paths)))
    return iter(found) if found or not (asked.word or asked.given) else catalogue(asked)


def _titles(asked: Asked, known: Entries | IndexedFilms) -> Iterator[Offer]:
    """Offer whole titles, or the rest of a title after the words already typed."""
    given, typed = fold(" ".join(asked.given)), fold(asked.word)
    if asked.word.strip() and not typed:
        return
    titles = _as_typed(asked.word, _first_title_of_each(known.with_word(f"{given} {typed}".lstrip(), _MOST)))
    folded = [fold(title) for _, title in titles]
    for film_id, title in titles:
        if given:
            rest = _rest(title, given)
        else:
            rest = title if folded.count(fold(title)) == 1 and _can_be_typed(title) else film_id
        if rest:
            yield Offer(rest, film_id)
    if not titles and not given:
        yield from (Offer(film_id, title) for film_id, title in known.with_id_beginning(asked.word, _MOST))


def _can_be_typed(title: str) -> bool:
    """Return whether a title cannot be taken for an option, and is visible in full."""
    return not title.startswith("-") and " ".join(title.split()).isprintable()


def _as_typed(word: str, titles: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Keep the titles with the punctuation that was typed, such as the colon of "dune:"; all if none has it."""
    if word.replace(" ", "").isalnum():
        return titles
    return [one for one in titles if word.casefold() in one[1].casefold()] or titles


def _first_title_of_each(found: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    titles: dict[str, str] = {}
    for film_id, title in found:
        titles.setdefault(film_id, title)
    return list(titles.items())


def _rest(title: str, given: str) -> str | None:
    """Return the rest of a title after its first words; None if it does not begin with them."""
    ends = (at for at, sign in enumerate(title) if sign.isspace())
    return next((title[end:].strip() for end in ends if fold(title[:end]) == given), None)

"""Searching films by title, person, role, source work, song, company or disputed fact."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from typing import NamedTuple

from watchlist.domain.catalogue import Catalogue
from watchlist.domain.entry import Entry
from watchlist.domain.film import Film
from watchlist.domain.names import fold
from watchlist.services.film_lookup import FilmLookup
from watchlist.services.filters import EVERYTHING, Filter
from watchlist.services.find_film import How, Match, begin_words, match_order, near_misses, title_match
from watchlist.services.preferences import ANYTHING, Preferences, ReleaseFilter
from watchlist.services.upcoming import UpcomingFilm, upcoming_film


class FoundFilm(NamedTuple):
    """A film that matches, with its next release; `listed` if it is on the user's list."""

    match: Match
    upcoming: UpcomingFilm
    listed: bool


class SearchResult(NamedTuple):
    """The films that match a query, the best first, as seen on a day."""

    query: str
    films: tuple[FoundFilm, ...]
    today: date


def search(films: FilmLookup, query: str) -> tuple[Match, ...]:
    """Find every film that matches, the best first; near misses only if nothing else matches."""
    catalogue = films.fitting(query)
    matches = [match for film in catalogue.films.values() if (match := _match(catalogue, film, query))]
    return tuple(sorted(matches, key=match_order) or near_misses(films, query))


def browse(catalogue: Catalogue) -> tuple[Match, ...]:
    """Return all films of a catalogue as matches, the newest first."""
    films = sorted(catalogue.films.values(), key=lambda film: (-(film.year or 9999), fold(film.title)))
    return tuple(Match(film, How.TITLE, film.title) for film in films)


def search_result(
    query: str,
    matches: Iterable[Match],
    entries: Iterable[Entry],
    catalogue: Catalogue,
    *,
    today: date,
    preferences: Preferences = ANYTHING,
    only: Filter = EVERYTHING,
    limit: int | None = None,
) -> SearchResult:
    """Keep the matches that the filter admits, the first `limit` of them, each with its next release."""
    listed = {entry.id: entry for entry in entries}
    found = (
        FoundFilm(
            match,
            upcoming_film(
                match.film,
                listed.get(match.film.id),
                today=today,
                release_filter=ReleaseFilter(),
                preferences=preferences,
            ),
            match.film.id in listed,
        )
        for match in matches
        if only.admits(match.film, listed.get(match.film.id), catalogue)
    )
    return SearchResult(query, tuple(islice(found, limit)), today)


def _match(catalogue: Catalogue, film: Film, query: str) -> Match | None:
    title = title_match(film, query)
    if title:
        return title
    wanted = set(fold(query).split())
    for how, fits in _beside_titles(catalogue, film):
        if wanted and begin_words(wanted, fold(fits).split()):
            return Match(film, how, fits)
    return None


def _beside_titles(catalogue: Catalogue, film: Film) -> Iterator[tuple[How, str]]:
    for name in film.people:
        for form in catalogue.written_forms(name):
            yield How.PERSON, form
    for role in film.cast:
        yield from ((How.PERSON, played) for played in (role.role, *role.role_variants) if played)
    for series in film.series:
        yield How.SERIES, series.name
    if film.based_on:
        for work in (film.based_on.title, *film.based_on.also_known_as):
            if work:
                yield How.SOURCE_WORK, work
    if film.theme_song:
        yield How.SONG, film.theme_song
    yield from ((How.COMPANY, company) for company in film.companies)
    yield from ((How.DISPUTED, value) for value in film.disputed)

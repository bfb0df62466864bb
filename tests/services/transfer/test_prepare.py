"""What an import looks up: the films and entries that its lists can be about, many at once."""

from collections.abc import Iterable, Mapping
from datetime import date

from exports import ids
from watchlist.domain.catalogue import Catalogue, FilmsById
from watchlist.domain.change import WholeFilms
from watchlist.domain.entry import Entry
from watchlist.domain.film import OWN, ExternalId, Film
from watchlist.domain.last_export import LastExport
from watchlist.domain.names import fold
from watchlist.services.transfer.imported_list import ImportedList
from watchlist.services.transfer.prepare import Lookups, prepare, rows_of
from watchlist.services.transfer.row import ImportedRow

TODAY = date(2026, 11, 20)
HEAT = Film("heat-1995", "Heat", year=1995, ids=ids(imdb="tt0113277"), other_ids=("heat",))
JAWS = Film("jaws-1975", "Jaws", year=1975)
ALIEN = Film("alien-1979", "Alien", year=1979, ids=ids(imdb="tt0078748"))


class Films:
    """Films in memory, and those of the user's own file, exactly as asked."""

    def __init__(self, *films: Film, user_films: Mapping[str, Film] | None = None) -> None:
        self.all = FilmsById(films)
        self.mine = user_films or {}

    def films(self, wanted: Iterable[str], /) -> Catalogue:
        return Catalogue(FilmsById(self.all[one] for one in wanted if one in self.all))

    def named(self, titles: Iterable[str], wanted: Iterable[ExternalId], /) -> Catalogue:
        folded, keys = set(titles), set(wanted)
        found = (film for film in self.all.values() if fold(film.title) in folded or keys & set(film.ids))
        return Catalogue(FilmsById(found))

    def user_films(self, wanted: Iterable[str], /) -> Mapping[str, Film]:
        return {one: self.mine[one] for one in wanted if one in self.mine}


class Listed:
    """Entries in memory."""

    def __init__(self, *entries: Entry) -> None:
        self.entries = entries

    def about(self, titles: Iterable[str], keys: Iterable[ExternalId], /) -> tuple[Entry, ...]:
        folded, wanted = set(titles), set(keys)
        return tuple(
            one for one in self.entries if fold(one.title) in folded or wanted & {ExternalId(OWN, one.id), *one.ids}
        )


def rows(*given: ImportedRow) -> tuple[ImportedList, ...]:
    return tuple(ImportedList("Letterboxd", rows=(row,)) for row in given)


def test_the_rows_of_all_lists_are_one_list() -> None:
    first, second = ImportedRow(2, "Heat"), ImportedRow(2, "Jaws")
    assert rows_of(rows(first, second)) == [first, second]


def test_films_are_found_by_title_by_id_and_by_the_id_that_a_row_would_have() -> None:
    lists = rows(
        ImportedRow(2, "HEAT"),
        ImportedRow(3, "Der weiße Hai", 1975, original_title="Jaws"),
        ImportedRow(4, "", ids=ids(imdb="tt0078748")),
        ImportedRow(5, "Up", 2009),
    )
    up, other = Film("up-2009", "Above", year=2009), Film("other", "Other")
    lookups = Lookups(Films(HEAT, JAWS, ALIEN, up, other), Listed())
    found = prepare(lists, lookups, came_along=WholeFilms(), today=TODAY)
    assert set(found.catalogue.films.values()) == {HEAT, JAWS, ALIEN, up}
    assert (found.lists, found.today, found.entries) == (lists, TODAY, ())


def test_entries_are_found_by_title_and_by_every_id_of_their_film() -> None:
    old, named, other = Entry("heat", "Hitze"), Entry("jaws-mine", "Jaws"), Entry("other", "Other")
    lookups = Lookups(Films(HEAT, user_films={"heat": Film("heat", "Heat")}), Listed(old, named, other))
    found = prepare(rows(ImportedRow(2, "Heat"), ImportedRow(3, "Jaws")), lookups, came_along=WholeFilms(), today=TODAY)
    assert found.entries == (old, named)
    assert found.user_films == {"heat": Film("heat", "Heat")}


def test_films_and_entries_of_an_export_of_ours_are_looked_up() -> None:
    mine = Film("alien-mine", "Alien", ids=ids(imdb="tt0078748"))
    exported = (ImportedList("watchlist", entries=(Entry("jaws-1975", "Jaws"),)),)
    lookups = Lookups(Films(ALIEN, JAWS), Listed(Entry("alien-mine", "Alien")))
    found = prepare(
        exported, lookups, came_along=WholeFilms((mine,)), today=TODAY, last={"a list": LastExport(("heat",))}
    )
    assert set(found.catalogue.films) == {"alien-1979", "jaws-1975"}
    assert (found.entries, found.came_along.films) == ((Entry("alien-mine", "Alien"),), (mine,))
    assert found.last == {"a list": LastExport(("heat",))}


def test_an_id_is_taken_by_a_film_or_an_entry() -> None:
    lookups = Lookups(Films(HEAT, JAWS), Listed(Entry("mine", "Mine")))
    found = prepare(rows(ImportedRow(2, "Heat", 1995)), lookups, came_along=WholeFilms(), today=TODAY)
    wanted = ("heat-1995", "jaws-1975", "mine", "heat-1995-2")
    assert [found.has_film(one) for one in wanted] == [True, True, True, False]
    assert list(found.find_entries(["mine", "heat-1995"])) == [Entry("mine", "Mine")]

"""The last day of each entry's film: that in its index, or that of all that the files say together."""

from pathlib import Path

from adds import paths_in
from claims import claim
from exports import ids
from watchlist.domain.entry import Entry
from watchlist.domain.film import Film
from watchlist.storage.films.film_tables import whole_film_table
from watchlist.storage.index.film_writer import last_day
from watchlist.storage.index.indexed_entries import open_entries
from watchlist.storage.index.indexed_films import no_progress, open_layers
from watchlist.storage.index.last_days import last_days
from watchlist.storage.list_file import entry_table
from watchlist.storage.paths import Paths
from watchlist.storage.toml.edit import write_table

HEAD = "schema = 1\nseen = 2026-11-20\n"
OUT, COMING = (
    claim("2020-01-01", "released", "2020-01-01", by="A"),
    claim("2031-01-01", region="JP", reported="2026-01-01", by="B"),
)
LOW = (
    Film("a", "Alpha", claims=(OUT,)),
    Film("b", "Bravo", ids=ids(imdb="tt1"), claims=(OUT,)),
    Film("c", "Charlie", year=2028),
)


def home(folder: Path, own: tuple[Film, ...], listed: tuple[Entry, ...]) -> Paths:
    paths = paths_in(folder)
    paths.films.parent.mkdir()
    for path, films in ((paths.bundled, LOW), (paths.films, own)):
        sources = {one.source.id: {"id": one.source.id, "publisher": "P"} for film in films for one in film.claims}
        blocks = [write_table("sources", one) for one in sources.values()]
        path.write_text("\n".join([HEAD, *blocks, *(write_table("films", whole_film_table(one)) for one in films)]))
    paths.list.write_text("\n".join(["schema = 1\n", *(write_table("films", entry_table(one)) for one in listed)]))
    return paths


def test_records_of_one_film_are_put_together_by_any_id_and_one_without_a_film_has_no_day(tmp_path: Path) -> None:
    own = (Film("mine", "Bravo", ids=ids(imdb="tt1"), claims=(COMING,)),)
    listed = tuple(Entry(one, one) for one in ("a", "b", "c", "nobody"))
    paths = home(tmp_path, own, listed)
    days = last_days(open_layers(paths, no_progress), open_entries(paths), [entry.id for entry in listed])
    assert days == {"a": last_day(LOW[0]), "b": last_day(LOW[1]._replace(claims=(OUT, COMING))), "c": last_day(LOW[2])}


def test_an_entry_leads_to_a_film_by_its_id_on_a_site_too_and_only_those_asked_for_are_told(tmp_path: Path) -> None:
    paths = home(tmp_path, (), (Entry("other", "Bravo", ids=ids(imdb="tt1")), Entry("a", "Alpha")))
    layers, entries = open_layers(paths, no_progress), open_entries(paths)
    assert last_days(layers, entries, ["other"]) == {"other": last_day(LOW[1])}
    assert last_days(layers, entries, []) == {}

"""The bundled films, looked up in their index."""

from pathlib import Path

from watchlist.domain.film import OWN, ExternalId
from watchlist.storage.films.film_file import load_bundled
from watchlist.storage.index.bundled_films import BundledFilms
from watchlist.storage.paths import find_paths


def test_it_says_what_the_file_says() -> None:
    paths = find_paths()
    file, looked_up = load_bundled(paths.bundled), BundledFilms(paths)
    by_id = {film.id: film for film in file.layer.films}

    found = looked_up.films(ExternalId(OWN, one) for one in ("shrek-5-2027", "nobody", "inception-2010"))

    assert {film.id: film for film in found} == {key: by_id[key] for key in ("shrek-5-2027", "inception-2010")}
    assert looked_up.sources() == file.sources
    assert [looked_up.person(person.name) for person in file.layer.people] == list(file.layer.people)
    assert looked_up.person("Nobody at All") is None


def test_a_damaged_index_is_built_again(home: Path) -> None:
    paths = find_paths()
    whole = BundledFilms(paths).sources()
    for index in (home / "cache" / "watchlist").glob("bundled-*.sqlite"):
        index.unlink()
        index.write_bytes(b"rubbish")

    assert BundledFilms(paths).sources() == whole

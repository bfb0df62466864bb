"""A film is the same after it was stored."""

import json

from bundled import catalogue
from watchlist.storage.index.film_row import film_table, read_film


def test_every_bundled_film_is_the_same_after_it_was_stored() -> None:
    for film in catalogue().films.values():
        table, sources = json.loads(json.dumps(film_table(film)))
        assert read_film(table, sources) == film

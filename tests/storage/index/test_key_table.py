"""What has one of some keys is found in order, and its keys come back in theirs."""

import sqlite3

from exports import ids
from watchlist.domain.film import OWN, ExternalId
from watchlist.storage.index.key_table import KEY_INDEXES, KEY_TABLE, keys_of, numbers_with
from watchlist.storage.index.sqlite_index import Index

ODD = 'it\'s "7"\u2028'
ROWS = [(OWN, "b", 7), ("tmdb", "5", 7), ("imdb", "5", 3), (OWN, "a", 3), (OWN, ODD, 3), ("imdb", "5", 9)]


def index() -> Index:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    for statement in (KEY_TABLE, *KEY_INDEXES):
        connection.execute(statement)
    connection.executemany("INSERT INTO key VALUES (?, ?, ?)", ROWS)
    return Index(connection)


def test_a_key_counts_on_its_own_site_alone() -> None:
    query = index().query
    assert numbers_with(query, ids(imdb="5")) == [3, 9]
    assert numbers_with(query, [*ids(tmdb="5", imdb="5"), ExternalId(OWN, ODD)]) == [3, 7, 9]
    assert numbers_with(query, [*ids(trakt="5"), ExternalId(OWN, "5")]) == numbers_with(query, []) == []


def test_the_keys_of_each_number_are_in_the_order_in_which_they_were_written() -> None:
    assert keys_of(index().query, [7, 3, 99]) == {
        7: [ExternalId(OWN, "b"), ExternalId("tmdb", "5")],
        3: [ExternalId("imdb", "5"), ExternalId(OWN, "a"), ExternalId(OWN, ODD)],
    }

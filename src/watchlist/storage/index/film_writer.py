"""Writing the index of a film file: its tables, and the rows that each film has in them."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

from watchlist.domain.film import Film
from watchlist.domain.names import fold
from watchlist.domain.people import Person
from watchlist.storage.index.film_reader import NEVER, film_of, padded, trigrams
from watchlist.storage.index.sqlite_index import packed

TABLES = """
CREATE TABLE film (
    num INTEGER PRIMARY KEY, id TEXT NOT NULL, claims INTEGER, last INTEGER, year INTEGER, body TEXT, sum INTEGER
);
CREATE TABLE name (num INTEGER NOT NULL, fold TEXT NOT NULL, title TEXT NOT NULL, ascii INTEGER NOT NULL);
CREATE TABLE key (site TEXT NOT NULL, key TEXT NOT NULL, num INTEGER NOT NULL);
CREATE TABLE word (word TEXT NOT NULL, num INTEGER NOT NULL);
CREATE TABLE days (first INTEGER NOT NULL, last INTEGER NOT NULL, num INTEGER NOT NULL);
CREATE TABLE credit (name TEXT NOT NULL, num INTEGER NOT NULL);
CREATE TABLE service (name TEXT NOT NULL, num INTEGER NOT NULL);
CREATE TABLE piece (num INTEGER PRIMARY KEY, digest BLOB NOT NULL);
CREATE TABLE person (name TEXT PRIMARY KEY, family TEXT, written TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE person_word (word TEXT NOT NULL, name TEXT NOT NULL);
CREATE TABLE source (id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
CREATE VIRTUAL TABLE gram USING
    fts5(title, tokenize = "trigram case_sensitive 1", content = '', detail = none, columnsize = 0);
"""
INDEXES = """
CREATE INDEX film_id ON film (id);
CREATE INDEX film_last ON film (last) WHERE claims > 0;
CREATE INDEX film_year ON film (year);
CREATE INDEX name_fold ON name (fold);
CREATE INDEX name_other ON name (num) WHERE ascii = 0;
CREATE INDEX key_key ON key (key, site);
CREATE INDEX word_word ON word (word, num);
CREATE INDEX days_first ON days (first);
CREATE INDEX days_wide ON days (last) WHERE last - first > 366;
CREATE INDEX credit_name ON credit (name);
CREATE INDEX service_name ON service (name);
CREATE INDEX person_word_word ON person_word (word);
INSERT INTO gram (gram) VALUES ('optimize');
CREATE VIRTUAL TABLE grams USING fts5vocab (gram, row);
CREATE TABLE frequency (gram TEXT PRIMARY KEY, titles INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO frequency SELECT term, doc FROM grams;
"""
_FILLED = (
    *("film", "name", "key", "word", "days", "credit", "service", "piece"),
    *("person", "person_word", "source"),
)
"""The tables that films, people and sources are written to; `gram` has a way of its own to be emptied."""


class FilmWriter:
    """Writes the films of one file into an index."""

    def __init__(self, connection: sqlite3.Connection, is_known: Callable[[Film], bool]) -> None:
        """Take `is_known` to say whether a file below has a film too: then no day of it is final."""
        self._connection = connection
        self._is_known = is_known
        self._number = 0

    def begin(self) -> None:
        """Make the tables."""
        _create(self._connection, TABLES)

    def anew(self) -> None:
        """Take everything back that was written."""
        for table in _FILLED:
            self._connection.execute(f"DELETE FROM {table}")
        self._connection.execute("INSERT INTO gram (gram) VALUES ('delete-all')")
        self._number = 0

    def put_source(self, source_id: str, body: dict[str, Any]) -> None:
        """Write a source, which the files above may name."""
        self._connection.execute("INSERT OR REPLACE INTO source VALUES (?, ?)", (source_id, _text(body)))

    def put_person(self, person: Person) -> None:
        """Write the forms of a name."""
        row = (person.name, person.family, _text(person.written))
        self._connection.execute("INSERT OR REPLACE INTO person VALUES (?, ?, ?)", row)
        words = {(word, person.name) for form in (person.name, *person.written) for word in fold(form).split()}
        self._connection.executemany("INSERT INTO person_word VALUES (?, ?)", sorted(words))

    def put(self, film: Film) -> None:
        """Write a film, behind those that were written before."""
        self._put(self._number, film)
        self._number += 1

    def put_piece(self, number: int, digest: bytes) -> None:
        """Note the digest of a piece of the file: that of the film with this number, or -1 for the head."""
        self._connection.execute("INSERT OR REPLACE INTO piece VALUES (?, ?)", (number, digest))

    def replace(self, number: int, film: Film) -> None:
        """Write a film in the place of another one, or behind the last one, into an index that is finished."""
        self._take_out(number)
        self._put(number, film)
        self._count_trigrams(film, "INSERT INTO frequency VALUES (?, 1) ON CONFLICT DO UPDATE SET titles = titles + 1")
        self._connection.execute("DELETE FROM frequency WHERE titles <= 0")

    def _take_out(self, number: int) -> None:
        run, run_many = self._connection.execute, self._connection.executemany
        for body, checksum in run("SELECT body, sum FROM film WHERE num = ?", (number,)).fetchall():
            film = film_of(body, checksum)
            self._count_trigrams(film, "UPDATE frequency SET titles = titles - 1 WHERE gram = ?")
            rows = [("delete", rowid, padded(fold(title))) for rowid, title in _titles(number, film)]
            run_many("INSERT INTO gram (gram, rowid, title) VALUES (?, ?, ?)", rows)
            run("DELETE FROM film WHERE num = ?", (number,))
            run("DELETE FROM name WHERE rowid BETWEEN ? AND ?", (number * _MOST_NAMES, (number + 1) * _MOST_NAMES - 1))
            for table, columns, keys in _leads(number, film):
                where = " AND ".join(f"{column} = ?" for column in columns)
                run_many(f"DELETE FROM {table} WHERE {where}", keys)

    def _count_trigrams(self, film: Film, statement: str) -> None:
        for title in dict.fromkeys(film.titles):
            self._connection.executemany(statement, [(gram,) for gram in trigrams(fold(title))])

    def _put(self, number: int, film: Film) -> None:
        from watchlist.storage.index.film_row import film_table

        run, run_many = self._connection.execute, self._connection.executemany
        last = NEVER if film.claims and self._is_known(film) else last_day(film)
        row = (number, film.id, len(film.claims), last, film.year, *packed(film_table(film)))
        run("INSERT INTO film VALUES (?, ?, ?, ?, ?, ?, ?)", row)
        for rowid, title in _titles(number, film):
            folded = fold(title)
            run(
                "INSERT INTO name (rowid, num, fold, title, ascii) VALUES (?, ?, ?, ?, ?)",
                (rowid, number, folded, title, folded.isascii()),
            )
            run("INSERT INTO gram (rowid, title) VALUES (?, ?)", (rowid, padded(folded)))
        if film.year:
            rowid, folded = (number + 1) * _MOST_NAMES - 1, fold(f"{film.title} {film.year}")
            run("INSERT INTO name (rowid, num, fold, title, ascii) VALUES (?, ?, ?, '', 1)", (rowid, number, folded))
        for table, columns, rows in _leads(number, film):
            marks = ", ".join("?" * len(columns))
            run_many(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", rows)

    def finish(self) -> None:
        """Make what is looked up quick to find."""
        _create(self._connection, INDEXES)


_MOST_NAMES = 1000
"""Numbers of names that each film has for itself: where a name stands does not depend on the films before it."""

_Leads = tuple[str, tuple[str, ...], list[tuple[Any, ...]]]


def _leads(number: int, film: Film) -> Iterator[_Leads]:
    """Give the rows that lead to a film: the table, its columns, and the rows."""
    yield "key", ("site", "key", "num"), [("", film.id, number), *((key.site, key.id, number) for key in film.ids)]
    words = {word for name in _names(film) for word in fold(name).split()}
    yield "word", ("word", "num"), [(word, number) for word in sorted(words)]
    if film.claims:
        yield "days", ("first", "last", "num"), [(*one, number) for one in sorted(_days(film))]
        services = {claim.service for claim in film.claims if claim.service}
        yield "service", ("name", "num"), [(name, number) for name in sorted(services)]
    people = dict.fromkeys(film.people)
    if people:
        yield "credit", ("name", "num"), [(name, number) for name in people]


def _titles(number: int, film: Film) -> list[tuple[int, str]]:
    """Give each title of a film once, with the number of its row."""
    titles = list(dict.fromkeys(film.titles))[: _MOST_NAMES - 1]
    return [(number * _MOST_NAMES + place, title) for place, title in enumerate(titles)]


def _create(connection: sqlite3.Connection, script: str) -> None:
    """Run a script inside a transaction, which `executescript` would end."""
    for statement in script.split(";\n"):
        if statement.strip():
            connection.execute(statement)


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _names(film: Film) -> Iterator[str]:
    """Give every name in a film that a search can fit, as the film writes it."""
    yield from film.titles
    if film.year:
        yield str(film.year)
    yield from film.people
    for role in film.cast:
        yield from (played for played in (role.role, *role.role_variants) if played)
    yield from (series.name for series in film.series)
    if film.based_on:
        yield from (work for work in (film.based_on.title, *film.based_on.also_known_as) if work)


def _days(film: Film) -> set[tuple[int, int]]:
    spans = (claim.span for claim in film.claims)
    return {
        (span.earliest.toordinal() if span.earliest else 1, span.latest.toordinal() if span.latest else NEVER)
        for span in spans
        if span
    }


def last_day(film: Film) -> int:
    """Give the last day, as a number, on which a film may be to come.

    Without claims that is the end of its year. Else it is the day after which every claim is
    known and every date has passed, if all releases count as out then: they stay so.
    Otherwise there is no such day.
    """
    from watchlist.domain.countdown import State, countdown
    from watchlist.domain.release import releases_on

    if not film.claims:
        return date(film.year, 12, 31).toordinal() if film.year else NEVER
    latest = [span.latest if (span := claim.span) else date.min for claim in film.claims]
    if None in latest or max(day for day in latest if day) == date.max:
        return NEVER
    last = max(*(day for day in latest if day), *(claim.known_from for claim in film.claims), date.min)
    if last == date.max:
        return NEVER
    after = last + timedelta(days=1)
    states = {countdown(release.resolution, after).state for release in releases_on(film.claims, after)}
    return last.toordinal() if states == {State.OUT} else NEVER

"""Filling the index of a film file: the rows that each film gets in its tables."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from watchlist.domain.countdown import State, countdown
from watchlist.domain.film import Film
from watchlist.domain.names import fold
from watchlist.domain.people import Person
from watchlist.domain.release import releases_on
from watchlist.domain.title import parse_title, short_forms
from watchlist.storage.index.film_reader import film_of
from watchlist.storage.index.film_row import Table, film_table
from watchlist.storage.index.film_tables import EMPTIED, INDEXES, NAMES_PER_FILM, NEVER, TABLES, padded, trigrams
from watchlist.storage.index.sqlite_index import packed


class FilmWriter:
    """Writes the films of one file into an index."""

    def __init__(self, connection: sqlite3.Connection, is_known: Callable[[Film], bool]) -> None:
        """Take a function that says whether a layer below has the same film: its claims may delay the release."""
        self._connection = connection
        self._is_known = is_known
        self._number = 0

    def begin(self) -> None:
        """Create the tables."""
        _create(self._connection, TABLES)

    def restart(self) -> None:
        """Delete everything that was written."""
        for table in EMPTIED:
            self._connection.execute(f"DELETE FROM {table}")
        self._connection.execute("INSERT INTO gram (gram) VALUES ('delete-all')")
        self._number = 0

    def put_source(self, source_id: str, body: Table) -> None:
        """Write a source."""
        self._connection.execute("INSERT OR REPLACE INTO source VALUES (?, ?)", (source_id, _text(body)))

    def put_person(self, person: Person) -> None:
        """Write the written forms of a person's name."""
        row = (person.name, person.family, _text(person.written))
        self._connection.execute("INSERT OR REPLACE INTO person VALUES (?, ?, ?)", row)
        words = {(word, person.name) for form in (person.name, *person.written) for word in fold(form).split()}
        self._connection.executemany("INSERT INTO person_word VALUES (?, ?)", sorted(words))

    def put(self, film: Film) -> None:
        """Write a film under the next number."""
        self._put(self._number, film)
        self._number += 1

    def put_piece(self, number: int, digest: bytes) -> None:
        """Write the digest of a piece of the file; `number` is that of its film, or -1 for the head."""
        self._connection.execute("INSERT OR REPLACE INTO piece VALUES (?, ?)", (number, digest))

    def replace(self, number: int, film: Film) -> None:
        """Replace a film, or add one after the last, in an index that is finished."""
        self._delete(number)
        self._put(number, film)
        self._count_trigrams(film, "INSERT INTO frequency VALUES (?, 1) ON CONFLICT DO UPDATE SET titles = titles + 1")
        self._connection.execute("DELETE FROM frequency WHERE titles <= 0")

    def _delete(self, number: int) -> None:
        run, run_many = self._connection.execute, self._connection.executemany
        for body, checksum in run("SELECT body, sum FROM film WHERE num = ?", (number,)).fetchall():
            film = film_of(body, checksum)
            self._count_trigrams(film, "UPDATE frequency SET titles = titles - 1 WHERE gram = ?")
            rows = [("delete", rowid, padded(fold(title))) for rowid, title in _titles(number, film)]
            run_many("INSERT INTO gram (gram, rowid, title) VALUES (?, ?, ?)", rows)
            run("DELETE FROM film WHERE num = ?", (number,))
            first = number * NAMES_PER_FILM
            run("DELETE FROM name WHERE rowid BETWEEN ? AND ?", (first, first + NAMES_PER_FILM - 1))
            for lead in _leads(number, film):
                where = " AND ".join(f"{column} = ?" for column in lead.columns)
                run_many(f"DELETE FROM {lead.table} WHERE {where}", lead.rows)

    def _count_trigrams(self, film: Film, statement: str) -> None:
        for title in dict.fromkeys(film.titles):
            self._connection.executemany(statement, [(gram,) for gram in trigrams(fold(title))])

    def _put(self, number: int, film: Film) -> None:
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
            rowid, folded = (number + 1) * NAMES_PER_FILM - 1, fold(f"{film.title} {film.year}")
            run("INSERT INTO name (rowid, num, fold, title, ascii) VALUES (?, ?, ?, '', 1)", (rowid, number, folded))
        for lead in _leads(number, film):
            if lead.rows:
                run_many(_insertion(lead.table, lead.columns), lead.rows)

    def finish(self) -> None:
        """Create the indexes that make lookups fast, after the last film."""
        _create(self._connection, INDEXES)


class _Leads(NamedTuple):
    """The rows of one table that lead to a film."""

    table: str
    columns: tuple[str, ...]
    rows: list[tuple[str | int, ...]]


@cache
def _insertion(table: str, columns: tuple[str, ...]) -> str:
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"


def _leads(number: int, film: Film) -> Iterator[_Leads]:
    """Yield the rows that lead to a film, table by table."""
    yield _Leads("key", ("site", "key", "num"), [(key.site, key.id, number) for key in film.keys])
    yield _Leads("reading", ("reading", "short", "num"), [(*row, number) for row in sorted(_readings(film))])
    words = set(fold(" ".join(_names(film))).split())
    yield _Leads("word", ("word", "num"), [(word, number) for word in sorted(words)])
    if film.claims:
        yield _Leads("days", ("first", "last", "num"), [(first, last, number) for first, last in sorted(_days(film))])
        services = {claim.service for claim in film.claims if claim.service}
        yield _Leads("service", ("name", "num"), [(name, number) for name in sorted(services)])
    people = dict.fromkeys(film.people)
    if people:
        yield _Leads("credit", ("name", "num"), [(name, number) for name in people])


def _readings(film: Film) -> set[tuple[str, int]]:
    """Return the readings of a film's titles, other than the folded title; with a 1 those without a subtitle."""
    rows: set[tuple[str, int]] = set()
    for title in film.titles:
        rows |= {(reading, 0) for reading in parse_title(title).readings - {fold(title)}}
        rows |= {(reading, 1) for reading in short_forms(title)}
    return rows


def _titles(number: int, film: Film) -> list[tuple[int, str]]:
    """Return the distinct titles of a film, each with its row number."""
    titles = list(dict.fromkeys(film.titles))[: NAMES_PER_FILM - 1]
    return [(number * NAMES_PER_FILM + place, title) for place, title in enumerate(titles)]


def _create(connection: sqlite3.Connection, script: str) -> None:
    """Run a script inside a transaction, which `executescript` would end."""
    for statement in script.split(";\n"):
        if statement.strip():
            connection.execute(statement)


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _names(film: Film) -> Iterator[str]:
    """Yield every name in a film that a search can match, as the film writes it."""
    yield from film.titles
    if film.year:
        yield str(film.year)
    yield from film.people
    for role in film.cast:
        yield from (played for played in (role.role, *role.role_variants) if played)
    yield from (series.name for series in film.series)
    if film.based_on:
        yield from (work for work in (film.based_on.title, *film.based_on.also_known_as) if work)
    if film.theme_song:
        yield film.theme_song
    yield from film.companies
    yield from film.disputed


def _days(film: Film) -> set[tuple[int, int]]:
    spans = (claim.span for claim in film.claims)
    return {
        (span.earliest.toordinal() if span.earliest else 1, span.latest.toordinal() if span.latest else NEVER)
        for span in spans
        if span
    }


def last_day(film: Film) -> int:
    """Return the last day, as an ordinal, on which a film may still be unreleased; `NEVER` if there is none.

    Without claims, that is the end of the film's year.
    """
    if not film.claims:
        return date(film.year, 12, 31).toordinal() if film.year else NEVER
    latest = [span.latest if (span := claim.span) else date.min for claim in film.claims]
    if None in latest or max(day for day in latest if day) == date.max:
        return NEVER
    over, known = max(day for day in latest if day), max(claim.known_from for claim in film.claims)
    # A film that is out on the first day on which all claims are known and all their dates have passed stays out
    # on every later day: a day only decides which claims are known (`releases_on`), and is compared with their
    # dates (`countdown`). A film in any other state could remain unreleased.
    first = max(known, over + timedelta(days=1))
    return first.toordinal() - 1 if _is_out(film, first) else NEVER


def _is_out(film: Film, day: date) -> bool:
    states = {countdown(release.resolution, day).state for release in releases_on(film.claims, day)}
    return states == {State.OUT}

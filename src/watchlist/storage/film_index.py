"""The index of one film file: its films by number, and where names, words, people, days and misspellings lead.

Every way of asking gives the numbers of films that may be meant: what is asked decides.
"""

import json
import sqlite3
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from watchlist.domain.claim import Source
from watchlist.domain.film import ExternalId, Film
from watchlist.domain.names import fold
from watchlist.domain.people import Person
from watchlist.storage.index import Index

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
NEVER = date.max.toordinal()
"""Day number for films that are not surely out on any day, and for spans without an end."""

MOST_FITTING = 500
"""Films that one way of asking gives at most: nobody reads more, and no answer takes longer for it."""

_WIDE = 366
_POSTINGS = 30_000
"""How many places of trigrams are looked at for a misspelt title; the rarest trigrams come first."""
_SHORT = 6
"""Letters up to which a misspelt title is looked for by its first letter and length as well."""
_LIKELY = 200
"""How many of the titles with the most trigrams in common are compared letter by letter."""


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
        for table in (
            "film",
            "name",
            "key",
            "word",
            "days",
            "credit",
            "service",
            "piece",
            "person",
            "person_word",
            "source",
        ):
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
        self._count_grams(film, "INSERT INTO frequency VALUES (?, 1) ON CONFLICT DO UPDATE SET titles = titles + 1")
        self._connection.execute("DELETE FROM frequency WHERE titles <= 0")

    def _take_out(self, number: int) -> None:
        run, run_many = self._connection.execute, self._connection.executemany
        for body, checksum in run("SELECT body, sum FROM film WHERE num = ?", (number,)).fetchall():
            film = _film(body, checksum)
            self._count_grams(film, "UPDATE frequency SET titles = titles - 1 WHERE gram = ?")
            rows = [("delete", rowid, _padded(fold(title))) for rowid, title in _titles(number, film)]
            run_many("INSERT INTO gram (gram, rowid, title) VALUES (?, ?, ?)", rows)
            run("DELETE FROM film WHERE num = ?", (number,))
            run("DELETE FROM name WHERE rowid BETWEEN ? AND ?", (number * _MOST_NAMES, (number + 1) * _MOST_NAMES - 1))
            for table, columns, keys in _leads(number, film):
                where = " AND ".join(f"{column} = ?" for column in columns)
                run_many(f"DELETE FROM {table} WHERE {where}", keys)

    def _count_grams(self, film: Film, statement: str) -> None:
        for title in dict.fromkeys(film.titles):
            self._connection.executemany(statement, [(gram,) for gram in _grams(fold(title))])

    def _put(self, number: int, film: Film) -> None:
        from watchlist.storage.film_table import film_table

        run, run_many = self._connection.execute, self._connection.executemany
        body = _text(film_table(film))
        last = NEVER if film.claims and self._is_known(film) else last_day(film)
        row = (number, film.id, len(film.claims), last, film.year, body, zlib.crc32(body.encode()))
        run("INSERT INTO film VALUES (?, ?, ?, ?, ?, ?, ?)", row)
        for rowid, title in _titles(number, film):
            folded = fold(title)
            run(
                "INSERT INTO name (rowid, num, fold, title, ascii) VALUES (?, ?, ?, ?, ?)",
                (rowid, number, folded, title, folded.isascii()),
            )
            run("INSERT INTO gram (rowid, title) VALUES (?, ?)", (rowid, _padded(folded)))
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


def _grams(folded: str) -> list[str]:
    """Give the trigrams of a title, each once, in order."""
    padded = _padded(folded)
    return sorted({padded[at : at + 3] for at in range(len(padded) - 2)})


def _film(body: str, checksum: int) -> Film:
    """Make the film of a row; raises `ValueError` where it is damaged."""
    from watchlist.storage.film_table import read_film

    if zlib.crc32(body.encode()) != checksum:
        raise ValueError("a row of the index is damaged")
    return read_film(*json.loads(body))


def _create(connection: sqlite3.Connection, script: str) -> None:
    """Run a script inside a transaction, which `executescript` would end."""
    for statement in script.split(";\n"):
        if statement.strip():
            connection.execute(statement)


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _padded(folded: str) -> str:
    """Put blanks around a title, so that its ends and short titles have trigrams too."""
    return f" {folded} "


def _names(film: Film) -> Iterator[str]:
    """Give every name in a film that a search can fit, as the film writes it."""
    yield from film.titles
    if film.year:
        yield str(film.year)
    yield from film.people
    for role in film.cast:
        yield from (played for played in (role.role, *role.role_variants) if played)
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


class FilmIndex:
    """What the index of one film file answers."""

    __slots__ = ("_query", "_read")

    def __init__(self, index: Index) -> None:
        self._query = index.query
        self._read: dict[int, Film] = {}

    def film(self, number: int) -> Film:
        """Give a film; raises `ValueError` where its row is damaged."""
        if number not in self._read:
            ((body, checksum),) = self._query("SELECT body, sum FROM film WHERE num = ?", number)
            self._read[number] = _film(body, checksum)
        return self._read[number]

    def claimed(self) -> list[int]:
        """Give the films on which there are claims."""
        return self._numbers("SELECT num FROM film WHERE claims > 0 ORDER BY num")

    def claimed_with_external_id(self) -> list[int]:
        """Give the films on which there are claims, and that have an id on another site."""
        return self._numbers("SELECT DISTINCT num FROM key JOIN film USING (num) WHERE site != '' AND claims > 0")

    def of_years(self, years: range) -> list[int]:
        """Give the films of some years, the newest first."""
        newest = "SELECT num FROM film WHERE year BETWEEN ? AND ? ORDER BY year DESC, num"
        return self._numbers(f"{newest} LIMIT {MOST_FITTING}", years.start, years.stop - 1)

    def with_id(self, film_id: str) -> list[int]:
        """Give the films with an id."""
        return self._numbers("SELECT num FROM film WHERE id = ?", film_id)

    def with_external_id(self, key: ExternalId) -> list[int]:
        """Give the films with an id on another site."""
        return self._numbers("SELECT num FROM key WHERE key = ? AND site = ?", key.id, key.site)

    def last_days(self, film_id: str) -> list[int]:
        """Give, for each film with an id, the last day on which it may be to come."""
        return self._numbers("SELECT last FROM film WHERE id = ?", film_id)

    def beginning(self, folded: str, most: int) -> list[tuple[str, str]]:
        """Give ids and titles of films with a title that begins so, in the order of the alphabet."""
        return self._query(
            "SELECT id, title FROM name JOIN film USING (num) WHERE fold >= ? AND fold < ? AND title != ''"
            " ORDER BY fold, num LIMIT ?",
            *(folded, _behind(folded), most),
        )

    def services(self) -> list[str]:
        """Name the services that claims name."""
        return self._numbers("SELECT DISTINCT name FROM service")

    def titled(self, folded: str) -> list[int]:
        """Give the films with a title that is folded so."""
        return self._numbers("SELECT DISTINCT num FROM name WHERE fold = ? AND title != ''", folded)

    def to_come(self, day: date, until: date | None) -> list[int]:
        """Give the films with a release that is not surely out on a day; with `until`, of which one may be by then."""
        first = day.toordinal()
        if until is None:
            return self._numbers("SELECT num FROM film WHERE claims > 0 AND last >= ?", first)
        last = until.toordinal()
        return self._numbers(
            "SELECT num FROM days WHERE first BETWEEN ? AND ? AND last >= ?"
            " UNION SELECT num FROM days WHERE last - first > 366 AND last >= ? AND first <= ?",
            *(first - _WIDE, last, first, first, last),
        )

    def fitting(self, query: str) -> Iterator[int]:
        """Give the films that a query fits by an id, a title or its beginning, words, or people as they are written."""
        folded = fold(query)
        yield from self._numbers("SELECT num FROM key WHERE key = ?", query.strip())
        if not folded:
            yield from self._numbers(f"SELECT num FROM name WHERE fold = '' LIMIT {MOST_FITTING}")
            return
        beginning = "SELECT num FROM name WHERE fold >= ? AND fold < ? ORDER BY fold, num"
        yield from self._numbers(f"{beginning} LIMIT {MOST_FITTING}", folded, _behind(folded))
        if not folded.isascii() and len(folded) > 1:
            inside = f"SELECT num FROM name WHERE ascii = 0 AND instr(fold, ?) LIMIT {MOST_FITTING}"
            yield from self._numbers(inside, folded)
        yield from self._with_words("num", "word", folded.split())

    def people(self, folded: str) -> list[str]:
        """Name the people whose written forms have all the words."""
        return list(self._with_words("name", "person_word", folded.split()))

    def with_credit(self, name: str) -> list[int]:
        """Give the films that credit a person."""
        return self._numbers("SELECT num FROM credit WHERE name = ?", name)

    def person(self, name: str) -> Person | None:
        """Give the written forms of a name; None where this file says nothing about it."""
        for family, written in self._query("SELECT family, written FROM person WHERE name = ?", name):
            return Person(name, family, tuple(json.loads(written)))
        return None

    def person_names(self) -> list[str]:
        """Name everyone about whom this file says something."""
        return self._numbers("SELECT name FROM person")

    def sources(self) -> dict[str, Source]:
        """Give the sources that this file names, by id."""
        from watchlist.storage.film_table import read_source

        return {key: read_source(json.loads(body)) for key, body in self._query("SELECT id, body FROM source")}

    def count(self) -> int:
        """Count the films."""
        ((films,),) = self._query("SELECT count(*) FROM film")
        return int(films)

    def like(self, folded: str) -> list[tuple[int, str]]:
        """Give the titles that are most like misspelt words, by the trigrams that they share, with their films."""
        grams = _grams(folded)
        marks = ",".join("?" * len(grams))
        counted = self._query(f"SELECT titles, gram FROM frequency WHERE gram IN ({marks}) ORDER BY 1, 2", *grams)
        shared: Counter[int] = Counter()
        spent = 0
        for titles, gram in counted:
            if spent and spent + titles > _POSTINGS:
                break
            spent += titles
            quoted = '"' + gram.replace('"', '""') + '"'
            shared.update(rowid for (rowid,) in self._query("SELECT rowid FROM gram WHERE gram MATCH ?", quoted))
        likely = sorted(shared, key=lambda rowid: (-shared[rowid], rowid))[:_LIKELY]
        found = [self._query("SELECT num, title FROM name WHERE rowid = ?", rowid)[0] for rowid in likely]
        return found + self._short(folded) if len(folded) <= _SHORT else found

    def _short(self, folded: str) -> list[tuple[int, str]]:
        """Give the titles that begin alike and are about as long: one slip can spoil every trigram of a short word."""
        return self._query(
            "SELECT num, title FROM name WHERE fold >= ? AND fold < ? AND length(fold) BETWEEN ? AND ?"
            f" AND title != '' ORDER BY fold, num LIMIT {MOST_FITTING}",
            *(folded[0], _behind(folded[0]), len(folded) - 2, len(folded) + 2),
        )

    def _with_words(self, column: str, table: str, words: Sequence[str]) -> Iterator[Any]:
        """Give what has words that begin so, by the rarest of them; by all of them where each is frequent."""
        selects = [
            (f"SELECT {column} FROM {table} WHERE word >= ? AND word < ?", (word, _behind(word, whole=len(word) < 3)))
            for word in sorted(set(words), key=len, reverse=True)
        ]
        for select, bounds in selects:
            found = self._numbers(f"{select} LIMIT {MOST_FITTING + 1}", *bounds)
            if len(found) <= MOST_FITTING:
                yield from found
                return
        if not selects:
            return
        every = " INTERSECT ".join(select for select, _ in selects)
        values = [value for _, bounds in selects for value in bounds]
        yield from self._numbers(f"{every} ORDER BY 1 LIMIT {MOST_FITTING}", *values)

    def _numbers(self, sql: str, *values: Any) -> list[Any]:
        return [number for (number,) in self._query(sql, *values)]


def _behind(text: str, *, whole: bool = False) -> str:
    """Give the end of the range of what begins with a text, or of the text alone."""
    return f"{text}\x00" if whole else f"{text}\U0010ffff"

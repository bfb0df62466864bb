"""Queries on the index of one film file: which films have an id, a name, a person, a date or a similar title.

Most return the numbers of films. Some return more films than asked for, never fewer (see `services.film_lookup`).
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from watchlist.domain.claim import Source
from watchlist.domain.film import ExternalId, Film
from watchlist.domain.names import fold
from watchlist.domain.people import Person
from watchlist.storage.index.film_row import read_film, read_source
from watchlist.storage.index.film_tables import NAMES_PER_FILM, WIDEST, trigrams
from watchlist.storage.index.key_table import keys_of, numbers_with
from watchlist.storage.index.sqlite_index import Index, Row, intact, prefix_end

MOST_FITTING = 500
"""The most films that one query returns: nobody reads more, and finding them would take longer."""

_POSTINGS = 30_000
"""How many occurrences of trigrams are read for a misspelt title; the rarest trigrams come first."""
_SHORT = 6
"""Misspelt titles of up to this many letters are also compared with titles of the same first letter and length."""
_LIKELY = 200
"""How many titles, those that share the most trigrams, are compared letter by letter."""


def film_of(body: str, checksum: int) -> Film:
    """Return the film that a row stores; raises `ValueError` if the row is damaged."""
    table, sources = json.loads(intact(body, checksum))
    return read_film(table, sources)


class FilmIndex:
    """The index of one film file."""

    __slots__ = ("_query", "_read", "fills_gaps", "may_repeat")

    def __init__(self, index: Index, *, fills_gaps: bool = False, may_repeat: bool = False) -> None:
        """Take an index; the flags are those of `domain.catalogue.Layer`."""
        self.fills_gaps = fills_gaps
        self.may_repeat = may_repeat
        self._query = index.query
        self._read: dict[int, Film] = {}

    def film(self, number: int) -> Film:
        """Return a film; raises `ValueError` if its row is damaged."""
        return self.films([number])[0]

    def films(self, numbers: Sequence[int]) -> list[Film]:
        """Return the films with these numbers; raises `ValueError` if the row of one is damaged."""
        unread = [number for number in numbers if number not in self._read]
        if unread:
            select = "SELECT num, body, sum FROM film WHERE num IN (SELECT value FROM json_each(?))"
            for number, body, checksum in self._query(select, json.dumps(unread)):
                self._read[number] = film_of(body, checksum)
        return [self._read[number] for number in numbers]

    def claimed(self) -> list[int]:
        """Return the films with claims."""
        return self._numbers("SELECT num FROM film WHERE claims > 0 ORDER BY num")

    def of_years(self, years: range) -> list[int]:
        """Return films of some years, the newest first."""
        newest = "SELECT num FROM film WHERE year BETWEEN ? AND ? ORDER BY year DESC, num"
        return self._numbers(f"{newest} LIMIT {MOST_FITTING}", years.start, years.stop - 1)

    def with_keys(self, keys: Iterable[ExternalId]) -> list[int]:
        """Return the films with any of these ids, in the order of the file."""
        return numbers_with(self._query, keys)

    def keys_of(self, numbers: Iterable[int]) -> dict[int, list[ExternalId]]:
        """Return the ids of each of some films."""
        return keys_of(self._query, numbers)

    def last_days(self, numbers: Iterable[int]) -> dict[int, int]:
        """Return the last day on which each of some films may still be unreleased, as an ordinal (see `last_day`)."""
        select = "SELECT num, last FROM film WHERE num IN (SELECT value FROM json_each(?))"
        return dict(self._query(select, json.dumps(list(numbers))))

    def beginning(self, folded: str, most: int) -> list[tuple[str, str]]:
        """Return id and title of each film with a title that begins with this text, in alphabetical order."""
        select = (
            "SELECT id, title FROM name JOIN film USING (num) WHERE fold >= ? AND fold < ? AND title != ''"
            " ORDER BY fold, num LIMIT ?"
        )
        return [(film_id, title) for film_id, title in self._query(select, folded, prefix_end(folded), most)]

    def with_word(self, folded: str, most: int) -> list[tuple[str, str]]:
        """Return ids and titles of films by the start of a title, then by the start of a later word in one."""
        found = self.beginning(folded, most)
        if len(found) < most:
            select = "SELECT id, title FROM name JOIN film USING (num) WHERE name.rowid >= ? AND name.rowid < ?"
            for (number,) in self._with_words("num", "word", folded.split()):
                rows = (number * NAMES_PER_FILM, (number + 1) * NAMES_PER_FILM)
                found += self._query(f"{select} AND title != '' AND instr(fold, ?)", *rows, f" {folded}")
        return list(dict.fromkeys(found))[:most]

    def with_id_beginning(self, start: str, most: int) -> list[tuple[str, str]]:
        """Return the film ids that begin with this text, each with a title."""
        title = f"SELECT title FROM name WHERE name.rowid >= film.num * {NAMES_PER_FILM} ORDER BY name.rowid LIMIT 1"
        select = f"SELECT id, ({title}) FROM film WHERE id >= ? AND id < ? ORDER BY id LIMIT ?"
        return [(film_id, title) for film_id, title in self._query(select, start, prefix_end(start), most)]

    def services(self) -> list[str]:
        """Return the services that claims name."""
        return self._texts("SELECT DISTINCT name FROM service")

    def titled(self, folded: Iterable[str]) -> list[int]:
        """Return the films with any of these folded titles."""
        select = "SELECT DISTINCT num FROM name WHERE fold IN (SELECT value FROM json_each(?)) AND title != ''"
        return self._numbers(select, json.dumps(list(folded)))

    def with_reading(self, reading: str) -> list[int]:
        """Return the films with a title that has this reading (see `domain.title`)."""
        named = "SELECT num FROM name WHERE fold = ? AND title != ''"
        return self._numbers(f"{named} UNION SELECT num FROM reading WHERE reading = ? AND short = 0", reading, reading)

    def shortened(self, reading: str) -> list[int]:
        """Return the films with a title that has this reading once its subtitle is left out."""
        return self._numbers("SELECT DISTINCT num FROM reading WHERE reading = ? AND short = 1", reading)

    def to_come(self, day: date, until: date | None) -> list[int]:
        """Return the films that may have an upcoming release on a day; with `until`, one that may be out by then."""
        first = day.toordinal()
        if until is None:
            return self._numbers("SELECT num FROM film WHERE claims > 0 AND last >= ?", first)
        last = until.toordinal()
        # The condition is first <= until and last >= day, but SQLite uses an index for only one of the two, and one
        # alone can match nearly every claim. A span of at most WIDEST days that reaches `day` begins at most WIDEST
        # days before it, which is a short range; the few wider spans have their own index.
        narrow = "SELECT num FROM days WHERE first BETWEEN ? AND ? AND last >= ?"
        wide = f"SELECT num FROM days WHERE last - first > {WIDEST} AND last >= ? AND first <= ?"
        return self._numbers(f"{narrow} UNION {wide}", first - WIDEST, last, first, first, last)

    def fitting(self, query: str) -> Iterator[int]:
        """Yield the films that match a query by id, by the beginning of a title, or by words in titles and names."""
        folded = fold(query)
        yield from self._numbers("SELECT num FROM key WHERE key = ?", query.strip())
        if not folded:
            yield from self._numbers(f"SELECT num FROM name WHERE fold = '' LIMIT {MOST_FITTING}")
            return
        beginning = "SELECT num FROM name WHERE fold >= ? AND fold < ? ORDER BY fold, num"
        yield from self._numbers(f"{beginning} LIMIT {MOST_FITTING}", folded, prefix_end(folded))
        if not folded.isascii() and len(folded) > 1:
            inside = f"SELECT num FROM name WHERE ascii = 0 AND instr(fold, ?) LIMIT {MOST_FITTING}"
            yield from self._numbers(inside, folded)
        yield from (number for (number,) in self._with_words("num", "word", folded.split()))

    def people(self, folded: str) -> list[str]:
        """Return the people whose written forms contain all the words."""
        return [name for (name,) in self._with_words("name", "person_word", folded.split())]

    def with_credit(self, name: str) -> list[int]:
        """Return the films that credit a person."""
        return self._numbers("SELECT num FROM credit WHERE name = ?", name)

    def person(self, name: str) -> Person | None:
        """Return the written forms of a person's name; None if this file has none."""
        for family, written in self._query("SELECT family, written FROM person WHERE name = ?", name):
            return Person(name, family, tuple(json.loads(written)))
        return None

    def person_names(self) -> list[str]:
        """Return the names of all people for whom this file has written forms."""
        return self._texts("SELECT name FROM person")

    def sources(self) -> dict[str, Source]:
        """Return the sources of this file, by id."""
        return {key: read_source(json.loads(body)) for key, body in self._query("SELECT id, body FROM source")}

    def count(self) -> int:
        """Count the films."""
        ((films,),) = self._query("SELECT count(*) FROM film")
        return int(films)

    def like(self, folded: str) -> list[tuple[int, str]]:
        """Return the titles most like a misspelt one, by shared trigrams, each with the number of its film."""
        grams = trigrams(folded)
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
        rows = [row for rowid in likely for row in self._query("SELECT num, title FROM name WHERE rowid = ?", rowid)]
        if len(folded) <= _SHORT:
            rows += self._short(folded)
        return [(number, title) for number, title in rows]

    def _short(self, folded: str) -> list[Row]:
        """Return titles with the same first letter and about the same length.

        In a short word a single typo can change every trigram.
        """
        select = (
            "SELECT num, title FROM name WHERE fold >= ? AND fold < ? AND length(fold) BETWEEN ? AND ?"
            f" AND title != '' ORDER BY fold, num LIMIT {MOST_FITTING}"
        )
        first, length = folded[0], len(folded)
        return self._query(select, first, prefix_end(first), length - 2, length + 2)

    def _with_words(self, column: str, table: str, words: Sequence[str]) -> Iterator[Row]:
        """Yield the rows with words that begin like these: found by one rare word, or by all if none is rare."""
        selects = [
            (
                f"SELECT {column} FROM {table} WHERE word >= ? AND word < ?",
                (word, prefix_end(word, whole=len(word) < 3)),
            )
            for word in sorted(set(words), key=len, reverse=True)
        ]
        for select, bounds in selects:
            found = self._query(f"{select} LIMIT {MOST_FITTING + 1}", *bounds)
            if len(found) <= MOST_FITTING:
                yield from found
                return
        if not selects:
            return
        every = " INTERSECT ".join(select for select, _ in selects)
        values = [value for _, bounds in selects for value in bounds]
        yield from self._query(f"{every} ORDER BY 1 LIMIT {MOST_FITTING}", *values)

    def _numbers(self, sql: str, *values: str | int) -> list[int]:
        return [number for (number,) in self._query(sql, *values)]

    def _texts(self, sql: str, *values: str | int) -> list[str]:
        return [text for (text,) in self._query(sql, *values)]

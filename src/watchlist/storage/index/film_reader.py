"""The index of one film file: its films by number, and where names, words, people, days and misspellings lead.

Every way of asking gives the numbers of films that may be meant: what is asked decides.
`film_writer` makes it.
"""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from watchlist.domain.claim import Source
from watchlist.domain.film import ExternalId, Film
from watchlist.domain.names import fold
from watchlist.domain.people import Person
from watchlist.storage.index.sqlite_index import Index, prefix_end, unpacked

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


def padded(folded: str) -> str:
    """Put blanks around a title, so that its ends and short titles have trigrams too."""
    return f" {folded} "


def trigrams(folded: str) -> list[str]:
    """Give the trigrams of a title, each once, in order."""
    text = padded(folded)
    return sorted({text[at : at + 3] for at in range(len(text) - 2)})


def film_of(body: str, checksum: int) -> Film:
    """Make the film of a row; raises `ValueError` where it is damaged."""
    from watchlist.storage.index.film_row import read_film

    return read_film(*unpacked(body, checksum))


class FilmIndex:
    """What the index of one film file answers."""

    __slots__ = ("_query", "_read", "fills_gaps")

    def __init__(self, index: Index, *, fills_gaps: bool = False) -> None:
        """Take an index; `fills_gaps` says that its facts are wanted only where the layers below have none."""
        self.fills_gaps = fills_gaps
        self._query = index.query
        self._read: dict[int, Film] = {}

    def film(self, number: int) -> Film:
        """Give a film; raises `ValueError` where its row is damaged."""
        if number not in self._read:
            ((body, checksum),) = self._query("SELECT body, sum FROM film WHERE num = ?", number)
            self._read[number] = film_of(body, checksum)
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
            *(folded, prefix_end(folded), most),
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
        yield from self._numbers(f"{beginning} LIMIT {MOST_FITTING}", folded, prefix_end(folded))
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
        from watchlist.storage.index.film_row import read_source

        return {key: read_source(json.loads(body)) for key, body in self._query("SELECT id, body FROM source")}

    def count(self) -> int:
        """Count the films."""
        ((films,),) = self._query("SELECT count(*) FROM film")
        return int(films)

    def like(self, folded: str) -> list[tuple[int, str]]:
        """Give the titles that are most like misspelt words, by the trigrams that they share, with their films."""
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
        found = [self._query("SELECT num, title FROM name WHERE rowid = ?", rowid)[0] for rowid in likely]
        return found + self._short(folded) if len(folded) <= _SHORT else found

    def _short(self, folded: str) -> list[tuple[int, str]]:
        """Give the titles that begin alike and are about as long: one slip can spoil every trigram of a short word."""
        return self._query(
            "SELECT num, title FROM name WHERE fold >= ? AND fold < ? AND length(fold) BETWEEN ? AND ?"
            f" AND title != '' ORDER BY fold, num LIMIT {MOST_FITTING}",
            *(folded[0], prefix_end(folded[0]), len(folded) - 2, len(folded) + 2),
        )

    def _with_words(self, column: str, table: str, words: Sequence[str]) -> Iterator[Any]:
        """Give what has words that begin so, by the rarest of them; by all of them where each is frequent."""
        selects = [
            (
                f"SELECT {column} FROM {table} WHERE word >= ? AND word < ?",
                (word, prefix_end(word, whole=len(word) < 3)),
            )
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

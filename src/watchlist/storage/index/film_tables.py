"""The tables in the index of a film file, and what `film_writer` and `film_reader` must agree on.

Films are numbered from 0 in the order of the file. The other tables lead to that number.
"""

from datetime import date

from watchlist.storage.index.key_table import KEY_INDEXES, KEY_TABLE

WIDEST = 366
"""Days: spans up to this wide are found by their first day; wider ones have their own index."""

NEVER = date.max.toordinal()
"""The ordinal that means "no last day": for films that may never come out, and for open spans."""

NAMES_PER_FILM = 1000
"""Row numbers reserved in `name` for each film, so that the row of a name depends on its film alone."""

TABLES = f"""
CREATE TABLE film (
    num INTEGER PRIMARY KEY, id TEXT NOT NULL, claims INTEGER, last INTEGER, year INTEGER, body TEXT, sum INTEGER
);
CREATE TABLE name (num INTEGER NOT NULL, fold TEXT NOT NULL, title TEXT NOT NULL, ascii INTEGER NOT NULL);
CREATE TABLE reading (reading TEXT NOT NULL, short INTEGER NOT NULL, num INTEGER NOT NULL);
{KEY_TABLE};
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
"""The tables:

- `film`: each film as JSON with a checksum; its number of claims; the last day on which it may still be unreleased
- `name`: each title, folded (see `domain.names.fold`) and as written; a row with an empty title is "title year"
- `reading`: the readings of titles (see `domain.title`) other than the folded title; `short`: without a subtitle
- `key`: see `key_table`; `word`: the folded words of titles, people, roles and source works
- `days`: the first and last day of each claim; `credit`: people; `service`: where a film streams or airs
- `piece`: a digest of each piece of the file, to see which films changed; -1 is the head
- `person`, `person_word`: other spellings of people's names; `source`: the sources that claims may refer to
- `gram`: the trigrams of folded titles, to find misspelt ones, under the row numbers of `name`
"""

EMPTIED = (
    *("film", "name", "reading", "key", "word", "days", "credit", "service"),
    *("piece", "person", "person_word", "source"),
)
"""The tables that `DELETE` empties; `gram`, which keeps no content, needs its own command."""

INDEXES = f"""
CREATE INDEX film_id ON film (id);
CREATE INDEX film_last ON film (last) WHERE claims > 0;
CREATE INDEX film_year ON film (year);
CREATE INDEX name_fold ON name (fold);
CREATE INDEX name_other ON name (num) WHERE ascii = 0;
CREATE INDEX reading_reading ON reading (reading);
{KEY_INDEXES[0]};
{KEY_INDEXES[1]};
CREATE INDEX word_word ON word (word, num);
CREATE INDEX days_first ON days (first);
CREATE INDEX days_wide ON days (last) WHERE last - first > {WIDEST};
CREATE INDEX credit_name ON credit (name);
CREATE INDEX service_name ON service (name);
CREATE INDEX person_word_word ON person_word (word);
INSERT INTO gram (gram) VALUES ('optimize');
CREATE VIRTUAL TABLE grams USING fts5vocab (gram, row);
CREATE TABLE frequency (gram TEXT PRIMARY KEY, titles INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO frequency SELECT term, doc FROM grams;
"""
"""What makes lookups fast, created after all films are written; `frequency` counts the titles with each trigram."""


def padded(folded: str) -> str:
    """Put spaces around a folded title, so that its ends and short titles have trigrams too."""
    return f" {folded} "


def trigrams(folded: str) -> list[str]:
    """Return the distinct trigrams of a folded title, sorted."""
    text = padded(folded)
    return sorted({text[at : at + 3] for at in range(len(text) - 2)})

"""Film files: `data/films.toml` and the user's `films.toml`, which share one schema."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from watchlist.domain.catalogue import Layer
from watchlist.domain.claim import Certainty, Channel, Claim, Source
from watchlist.domain.dates import Edtf
from watchlist.domain.errors import InvalidFile
from watchlist.domain.film import AlsoKnownAs, Dispute, DisputedValue, Film, Filming, Series, Work
from watchlist.domain.people import Person, Role
from watchlist.storage.files import read_bytes
from watchlist.storage.films.external_ids import EXTERNAL_IDS
from watchlist.storage.toml import schema
from watchlist.storage.toml.read import Document, read_document
from watchlist.storage.toml.schema import Key, ListOf, Report, TableOf

SCHEMA = 1
"""The version of the file format that this program reads and writes."""


def _claim(*, source: Source, reported: Edtf | None = None, **values: object) -> Claim:
    make: Callable[..., Claim] = Claim
    return make(**{"service": None, "date": None, **values}, source=source, reported=reported or source.published)


def _film(**values: object) -> Film:
    make: Callable[..., Film] = Film
    return make(**{"title": "", **values})


SOURCE = TableOf(
    {
        "id": Key(schema.WORD, "a unique name, by which claims refer to it", required=True),
        "publisher": Key(schema.TEXT, "who says it", required=True),
        "title": Key(schema.TEXT, "the headline"),
        "author": Key(schema.TEXT, "who wrote it"),
        "published": Key(schema.EDTF, "when it was published, as far as known"),
        "url": Key(schema.ADDRESS, "the page"),
        "note": Key(schema.TEXT, "remarks on its date or reliability"),
    },
    Source,
)

PERSON = TableOf(
    {
        "name": Key(schema.TEXT, "the name that credits use, given name first", required=True),
        "family": Key(schema.TEXT, "the part of the name that is the family name"),
        "written": Key(schema.TEXTS, "other spellings and scripts"),
    },
    Person,
)

CLAIM = TableOf(
    {
        "region": Key(schema.REGION, "ISO 3166-1 alpha-2, or WW for worldwide", required=True),
        "channel": Key(schema.choice(Channel), "how it reaches people", required=True),
        "service": Key(schema.TEXT, "the streaming service, festival or network"),
        "date": Key(schema.EDTF, "EDTF; XXXX for no date; absent if the claim only gives the state"),
        "said": Key(schema.TEXT, "a few of the source's own words"),
        "certainty": Key(schema.choice(Certainty), "how sure the source is", required=True),
        "source": Key(schema.SourceId(), "the id of a source, or unsourced", required=True),
        "reported": Key(schema.EDTF, "when it was said, if not on the day the source was published"),
        "seen": Key(schema.DAY, "when it entered this file, if not on the file's day"),
        "note": Key(schema.TEXT, "what supports or contradicts it"),
        "error": Key(schema.TEXT, "why it is known to be wrong"),
    },
    _claim,
    inherits=("seen",),
)

READING = TableOf(
    {
        "value": Key(schema.TEXT, "what the source says", required=True),
        "source": Key(schema.SourceId(), "the id of a source, or unsourced", required=True),
        "wrong": Key(schema.FLAG, "true if it has been shown to be an error"),
    },
    DisputedValue,
)

FILM = TableOf(
    {
        "id": Key(schema.WORD, "a slug that never changes", required=True),
        "title": Key(schema.TEXT, "the title in English, or the best known one"),
        "original_title": Key(schema.TEXT, "the title in the film's own language and script"),
        "also_known_as": Key(
            ListOf(
                TableOf(
                    {
                        "title": Key(schema.TEXT, "the other title", required=True),
                        "language": Key(schema.WORD, "ISO 639-1"),
                        "note": Key(schema.TEXT, "when or where it was used"),
                    },
                    AlsoKnownAs,
                    shorthand=schema.Scalar(lambda value: AlsoKnownAs(schema.text(value)), {"type": "string"}),
                )
            ),
            "other titles, former titles, romanised forms",
        ),
        "year": Key(schema.number(1870, 2200), "of the first release; absent if unknown"),
        "countries": Key(ListOf(schema.REGION), "where it was made"),
        "languages": Key(ListOf(schema.WORD), "ISO 639-1"),
        "runtime": Key(schema.number(1, 10_000), "minutes"),
        "genres": Key(schema.TEXTS, "the most specific first"),
        "synopsis": Key(schema.TEXT, "one or two sentences in our own words"),
        "directors": Key(schema.TEXTS, "given name first"),
        "writers": Key(schema.TEXTS, "given name first"),
        "producers": Key(schema.TEXTS, "given name first"),
        "companies": Key(schema.TEXTS, "production and distribution"),
        "composers": Key(schema.TEXTS, "given name first"),
        "theme_song": Key(schema.TEXT, "title and artist"),
        "note": Key(schema.TEXT, "what a reader should know about this record"),
        "based_on": Key(
            TableOf(
                {
                    "title": Key(schema.TEXT, "of the work"),
                    "also_known_as": Key(schema.TEXTS, "romanised and translated titles"),
                    "author": Key(schema.TEXT, "given name first"),
                    "kind": Key(schema.TEXT, "novel, manga, film ..."),
                    "year": Key(schema.number(1, 2200), "of its first publication"),
                    "publisher": Key(schema.TEXT, "who published it"),
                    "note": Key(schema.TEXT, "remarks"),
                },
                Work,
            ),
            "the work that it adapts",
        ),
        "series": Key(
            ListOf(
                TableOf(
                    {
                        "name": Key(schema.TEXT, "of the series", required=True),
                        "place": Key(schema.number(1, 1000), "the film's position in it"),
                    },
                    Series,
                    shorthand=schema.Scalar(lambda value: Series(schema.text(value)), {"type": "string"}),
                )
            ),
            "the series or collections that it belongs to",
        ),
        "filming": Key(
            TableOf(
                {
                    "start": Key(schema.EDTF, "EDTF"),
                    "end": Key(schema.EDTF, "EDTF"),
                    "place": Key(schema.TEXT, "where"),
                    "source": Key(schema.SourceId(), "the id of a source"),
                    "doubt": Key(schema.TEXT, "why it is in doubt"),
                },
                Filming,
            ),
            "when and where it was shot",
        ),
        "ids": Key(EXTERNAL_IDS, "its ids on other sites"),
        "other_ids": Key(ListOf(schema.WORD), "earlier ids of the film in this file, or its ids in other film files"),
        "cast": Key(
            ListOf(
                TableOf(
                    {
                        "name": Key(schema.TEXT, "given name first", required=True),
                        "role": Key(schema.TEXT, "whom they play"),
                        "role_variants": Key(schema.TEXTS, "other spellings of the role in sources"),
                    },
                    Role,
                )
            ),
            "who plays whom",
        ),
        "disputes": Key(
            ListOf(
                TableOf(
                    {
                        "field": Key(schema.TEXT, "the fact in question", required=True),
                        "readings": Key(ListOf(READING), "who says what", required=True),
                        "note": Key(schema.TEXT, "which value is right, as far as known"),
                    },
                    Dispute,
                )
            ),
            "other facts on which sources differ",
        ),
        "claims": Key(ListOf(CLAIM), "who said what about a release"),
    },
    _film,
)


class _Tables(NamedTuple):
    """The contents of a film file."""

    schema: int
    seen: date
    sources: tuple[Source, ...] = ()
    people: tuple[Person, ...] = ()
    films: tuple[Film, ...] = ()


FILM_FILE = TableOf(
    {
        "schema": Key(schema.number(1, SCHEMA), "the version of this format", required=True),
        "seen": Key(schema.DAY, "when the claims entered this file, unless they say otherwise", required=True),
        "sources": Key(ListOf(SOURCE), "everything that is quoted"),
        "people": Key(ListOf(PERSON), "people whose names have several written forms"),
        "films": Key(ListOf(FILM), "the films"),
    },
    _Tables,
)


class FilmFile(NamedTuple):
    """A film file that has been read: its layer of the catalogue, and its sources by id."""

    layer: Layer
    sources: Mapping[str, Source]


def load_bundled(path: Path) -> FilmFile:
    """Read the bundled films; raises `InvalidFile` if the file is missing or damaged."""
    return read_film_file(read_document(path, read_film_bytes(path), limit=None))


def load_own(path: Path, known: Mapping[str, Source]) -> FilmFile | None:
    """Read the user's own films and claims; `known` holds the bundled sources. None if the file is missing or empty.

    Raises `InvalidFile` if the file is damaged.
    """
    data = read_bytes(path)
    return None if not data or not data.strip() else read_film_file(read_document(path, data), known=known)


def read_film_bytes(path: Path) -> bytes:
    """Return the bytes of a film file; raises `InvalidFile` if it is missing (only the bundled one can be)."""
    data = read_bytes(path, limit=None)
    if data is None:
        raise InvalidFile(
            f"{path} is missing: it has the films that come with the program", hint="Install watchlist again."
        )
    return data


def read_film_file(document: Document, *, known: Mapping[str, Source] | None = None) -> FilmFile:
    """Read a film file; `known` holds the sources of the layers below.

    Raises `InvalidFile` with file:line for the first fault.
    """
    report = Report(known)
    file = film_file(document, report)
    if report.problems:
        places = document.places()
        at, message = min(report.problems, key=lambda problem: places(problem.at))
        raise document.fault(at, message)
    return file


def film_file(document: Document, report: Report) -> FilmFile:
    """Read as much of a film file as possible, and add every fault to the report."""
    # Claims name their sources by id, and default to the day of the file, so the head must be known before the
    # films are read. It is read again with the rest, which reports its faults, so they are dropped here.
    head = {key: value for key, value in document.tables.items() if key in ("schema", "seen", "sources")}
    first = FILM_FILE.read({"schema": SCHEMA, "seen": date.min, **head}, (), Report())
    if first is not None:
        report.sources |= {source.id: source for source in first.sources}
    report.inherited["seen"] = first and first.seen
    tables = FILM_FILE.read(document.tables, (), report)
    return FilmFile(Layer(tables.films, tables.people) if tables else Layer(), report.sources)

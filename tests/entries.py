"""Entries of any kind, for property tests, and their export."""

from collections.abc import Iterable
from datetime import UTC, date, datetime

from hypothesis import strategies as st

from watchlist.domain.entry import Entry, Status, Viewing, Want
from watchlist.domain.film import ExternalId, Film
from watchlist.rendering import export_words
from watchlist.services.transfer.export_request import ExportRequest

TEXTS = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=12)
WORDS = TEXTS.filter(lambda text: text.strip() == text and any(c.isprintable() and not c.isspace() for c in text))
VIEWINGS = st.builds(
    Viewing,
    day=st.none() | st.dates(date(1900, 1, 1)),
    rating=st.none() | st.integers(1, 10),
    rewatch=st.none() | st.booleans(),
    review=st.none() | WORDS,
)
ENTRIES = st.builds(
    Entry,
    id=st.from_regex(r"[a-z][a-z0-9-]{0,9}", fullmatch=True),
    title=WORDS,
    added=st.none() | st.dates(date(1900, 1, 1)),
    status=st.sampled_from(Status),
    want=st.none() | st.builds(Want, st.just("JP"), st.none(), st.none() | WORDS),
    rating=st.none() | st.integers(1, 10),
    viewings=st.lists(st.dates(date(1900, 1, 1)), unique=True, max_size=3).map(sorted).map(tuple),
    undated_viewings=st.integers(0, 3),
    tags=st.lists(WORDS.filter(lambda tag: "," not in tag), unique=True, max_size=3).map(tuple),
    note=st.none() | WORDS,
    ids=st.lists(st.just(ExternalId("imdb", "tt1234567")), max_size=1).map(tuple),
    diary=st.lists(VIEWINGS, max_size=2).map(tuple),
)
LISTS = st.lists(ENTRIES, unique_by=lambda entry: entry.id, max_size=4)


def request_for(entries: Iterable[Entry], *, year: int | None = None) -> ExportRequest:
    """Ask for an export of some entries, whose films have a year."""
    listed = tuple(entries)
    return ExportRequest(
        entries=listed,
        films={entry.id: Film(entry.id, entry.title, year=year) for entry in listed},
        now=datetime(2026, 11, 20, 12, tzinfo=UTC),
        today=date(2026, 11, 20),
        today_words="20 November 2026",
        wording=export_words,
    )

"""Of a long list, exactly the entries that may still be to come are looked at."""

import shutil
import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from adds import paths_in
from watchlist.domain.entry import Entry, Want
from watchlist.services.preferences import ReleaseFilter
from watchlist.services.upcoming import upcoming
from watchlist.storage.index import unreleased
from watchlist.storage.index.indexed_entries import open_entries
from watchlist.storage.index.indexed_films import no_progress, open_films
from watchlist.storage.list_file import entry_table
from watchlist.storage.paths import Paths
from watchlist.storage.toml.edit import write_table


def write(path: Path, entries: list[Entry]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    blocks = (write_table("films", entry_table(entry)) for entry in entries)
    path.write_text("\n".join(["schema = 1\n", *blocks]), encoding="utf-8")


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    found = paths_in(tmp_path)
    found.films.parent.mkdir()
    return found


CLAIMS = st.lists(
    st.tuples(
        st.sampled_from(["2024-06-27", "2025", "2026-12", "2027-21", "XXXX", "2020/2024", "2026-06/.."]),
        st.sampled_from(["rumoured", "announced", "confirmed", "released", "cancelled"]),
        st.sampled_from(["2024-01-01", "2025-05"]),
        st.sampled_from(["US", "JP"]),
    ),
    max_size=3,
)
FILMS = st.lists(st.tuples(CLAIMS, CLAIMS, st.sampled_from([None, 2020, 2027]), st.booleans()), max_size=6)


ClaimMade = tuple[str, str, str, str]
FilmMade = tuple[list[ClaimMade], list[ClaimMade], int | None, bool]


def film_blocks(films: list[list[ClaimMade]], years: list[int | None], *, whole: bool) -> str:
    blocks = []
    for number, claims in enumerate(films):
        if not claims and not whole:
            continue
        tables = [
            {
                "region": region,
                "channel": "theatrical",
                "date": when,
                "certainty": certainty,
                "source": "unsourced",
                "reported": reported,
            }
            for when, certainty, reported, region in claims
        ]
        year = {"year": years[number]} if years[number] else {}
        blocks.append(write_table("films", {"id": f"f{number}", "title": f"Film {number}", **year, "claims": tables}))
    return "\n".join(['schema = 1\nseen = "2024-01-01"\n', *blocks])


@given(FILMS, st.dates(date(2023, 1, 1), date(2029, 1, 1)))
@example([([("2024-06-27", "released", "2024-01-01", "US")], [], None, True)], date(2026, 1, 1))
@settings(max_examples=80, deadline=None)
def test_of_a_long_list_the_films_to_come_are_the_same(films: list[FilmMade], day: date) -> None:
    folder = Path(tempfile.mkdtemp())
    try:
        paths = paths_in(folder)
        folder.mkdir(exist_ok=True)
        years = [film[2] for film in films]
        paths.bundled.write_text(film_blocks([film[0] for film in films], years, whole=True))
        paths.films.parent.mkdir(parents=True, exist_ok=True)
        paths.films.write_text(film_blocks([film[1] for film in films], years, whole=False))
        wishes = [Want("JP") if film[3] else None for film in films]
        write(paths.list, [Entry(f"f{number}", f"Film {number}", want=wish) for number, wish in enumerate(wishes)])
        shelf, entries = open_films(paths), open_entries(paths)
        known = shelf.films(f"f{number}" for number in range(len(films))).films
        whole = upcoming(known, entries.everything(), today=day, release_filter=ReleaseFilter())
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(unreleased, "_FEW", -1)
            some = unreleased.unreleased(paths, entries, day, no_progress)
        assert upcoming(known, some, today=day, release_filter=ReleaseFilter()).films == whole.films
    finally:
        shutil.rmtree(folder)


def test_a_film_that_ones_own_file_dates_under_another_id_is_still_to_come(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    film = {"title": "Film", "ids": {"imdb": "tt1"}}
    claim = {"region": "US", "channel": "theatrical", "source": "unsourced", "reported": "2019-01-01"}
    out, coming = {"date": "2020-01-01", "certainty": "released"}, {"date": "2030-01-01", "certainty": "announced"}
    head = 'schema = 1\nseen = "2024-01-01"\n'
    paths.bundled.write_text(head + write_table("films", {"id": "f0", **film, "claims": [{**claim, **out}]}))
    own = {"id": "mine", **film, "claims": [{**claim, **coming, "region": "JP"}]}
    paths.films.write_text(head + write_table("films", own))
    write(paths.list, [Entry("f0", "Film")])
    monkeypatch.setattr(unreleased, "_FEW", -1)
    found = unreleased.unreleased(paths, open_entries(paths), date(2026, 1, 1), no_progress)
    assert [entry.id for entry in found] == ["f0"]

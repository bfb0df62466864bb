"""The user's films are changed without reading them whole, and as if they had been."""

import shutil
import tempfile
import tomllib
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from adds import NOW, paths_in
from claims import claim
from exports import ids
from watchlist.domain.change import Change, UserFilm
from watchlist.domain.claim import Source
from watchlist.domain.film import AlsoKnownAs
from watchlist.storage.changes.own_films import change_quickly
from watchlist.storage.changes.store import Store

HEAD = "schema = 1\nseen = 2026-11-01\n"
SOURCES = (Source("variety", "Variety"), Source("variety", "Variety", url="https://v.example/"), Source("x", 'a "b"'))
FILM = st.builds(
    UserFilm,
    st.sampled_from("abc"),
    title=st.sampled_from(["", "Heat", 'Quote "d"', "Über\\all"]),
    year=st.sampled_from([None, 2027]),
    ids=st.sampled_from([(), ids(imdb="tt1"), ids(tmdb="5")]),
    claims=st.lists(
        st.builds(
            lambda day, source, region: claim(day)._replace(source=source, region=region),
            st.sampled_from(["2027", "2028-05"]),
            st.sampled_from(SOURCES),
            st.sampled_from(["US", "JP"]),
        ),
        max_size=2,
    ).map(tuple),
    original_title=st.just(""),
    directors=st.just(()),
    other_ids=st.sampled_from([(), ("old",)]),
    also_known_as=st.sampled_from([(), (AlsoKnownAs("Hitze"), AlsoKnownAs("Heat", note="on posters"))]),
)
CHANGE = st.lists(FILM, unique_by=lambda film: film.film_id, max_size=3).map(
    lambda films: Change(user_films=tuple(films))
)


def saved(folder: Path, name: str, head: str, changes: list[Change]) -> dict[str, Any]:
    """Save changes one after the other in a home of their own; give what the file says then."""
    paths = paths_in(folder / name)
    paths.films.parent.mkdir(parents=True)
    paths.bundled.write_text(HEAD)
    paths.films.write_text(head)
    paths.list.write_text("schema = 1\n")
    for change in changes:
        Store(paths).change(lambda _, change=change: change, what="say", now=NOW)  # type: ignore[misc]
    return tomllib.loads(paths.films.read_text())


@given(st.lists(CHANGE, min_size=1, max_size=3))
@settings(max_examples=40, deadline=None)
def test_changes_are_those_of_a_file_that_is_read_whole(changes: list[Change]) -> None:
    folder = Path(tempfile.mkdtemp())
    try:
        quick = saved(folder, "quick", HEAD, changes)
        assert quick == saved(folder, "whole", f'# """\n{HEAD}', changes)
    finally:
        shutil.rmtree(folder)


TEXT = f"""{HEAD}
[[sources]]
id = "variety"
publisher = "Variety"

# mine
[[films]]
id = "a"   # stays
title = "Alpha"

[[films.claims]]
region = "US"
channel = "theatrical"
date = "2027"
certainty = "announced"
source = "variety"

[[films]]
id = "b"
title = "Bravo"
"""


def test_every_byte_stays_but_those_of_the_films_concerned() -> None:
    new = claim("2028")._replace(source=SOURCES[0], region="US")
    edited = change_quickly(TEXT, Change(user_films=(UserFilm("a", claims=(new,)), UserFilm("c", "Charlie"))))
    assert edited is not None
    assert edited.text.startswith(TEXT[: TEXT.index("[[films.claims]]")])
    assert TEXT[TEXT.index('[[films]]\nid = "b"') :] in edited.text
    assert edited.text.endswith('[[films]]\nid = "c"\ntitle = "Charlie"\n')
    assert [one.piece.number for one in edited.touched or ()] == [0, 2]


def test_a_film_that_goes_takes_its_lines_along() -> None:
    edited = change_quickly(TEXT, Change(removed_user_films=("b", "nobody")))
    assert edited is not None
    assert tomllib.loads(edited.text)["films"] == tomllib.loads(TEXT)["films"][:1]


def test_a_text_in_which_ids_can_hide_is_read_whole() -> None:
    for odd in (
        'films = [{ id = "a" }]\n',
        f'{TEXT}note = """\n[[films]]"""\n',
        TEXT.replace("[[films]]", "[[ films ]]"),
    ):
        assert change_quickly(odd, Change(user_films=(UserFilm("a", "Other"),))) is None

"""Films that are on the list twice, or may be, are named when one of them is shown, or films become known."""

import json
from pathlib import Path

import pytest

from nightfall import NIGHTFALL, film_file
from program import Run, data

SAME = (
    "Nightfall and Night Fall on your list are the same film. To join them: watchlist film join nightfall night-fall\n"
)
MAY_BE_SAME = (
    "Nightfall (nightfall) may be the same film as Nightfall (2097) (the-nightfall). "
    "To join them: watchlist film join nightfall the-nightfall\n"
)


@pytest.mark.usefixtures("twice")
@pytest.mark.parametrize("title", ["Nightfall", "night-fall", "The Nightfall"])
def test_showing_either_of_two_entries_says_that_they_are_one_film(run: Run, title: str) -> None:
    assert run("show", title).err == SAME


@pytest.mark.usefixtures("twice")
def test_showing_another_film_says_nothing_of_them(run: Run) -> None:
    assert run("show", "heat-1995").err == ""


def test_showing_a_film_to_somebody_without_a_list_says_nothing(run: Run) -> None:
    assert run("show", "alien-1979").err == ""


def test_an_import_that_finds_two_entries_to_be_one_film_says_so_once_and_names_no_other(run: Run, trakt: Path) -> None:
    keys = {"Nightfall": "tmdb:777777", "Night Fall": "trakt:9", "Dusk": "tmdb:888888", "Du Sk": "tmdb:888888"}
    for title, key in keys.items():
        run("add", "--new", title)
        run("film", "edit", title.casefold().replace(" ", "-"), "--id", key)
    assert run("import", str(trakt)).err == SAME
    run("film", "join", "nightfall", "night-fall")
    assert run("import", str(trakt)).err == ""


def test_a_catalogue_that_has_a_film_of_the_list_under_another_id_says_that_it_may_be_the_same(
    run: Run, home: Path
) -> None:
    run("add", "--new", "Nightfall", "--note", "mine")
    run("add", "--new", "Daybreak (2098)")
    films = (NIGHTFALL | {"title": "Nightfall"}, {"id": "daybreak", "title": "Daybreak", "year": 2098})
    added = run("catalogue", "add", str(film_file(home / "more.toml", *films)))
    assert added.err == MAY_BE_SAME + (
        "Daybreak (2098) (daybreak-2098) may be the same film as Daybreak (2098) (daybreak). "
        "To join them: watchlist film join daybreak-2098 daybreak\n"
    )
    for title in ("nightfall", "the-nightfall"):
        assert run("show", title).err == MAY_BE_SAME
    assert "watchlist film join nightfall the-nightfall" in run("doctor").out
    assert [one["id"] for one in data(run("list", "--json"))] == ["nightfall", "daybreak-2098"]
    run("film", "join", "nightfall", "the-nightfall")
    shown = run("show", "nightfall", "--json")
    assert (shown.err, json.loads(shown.out)["year"], json.loads(shown.out)["entry"]["note"]) == ("", 2097, "mine")


@pytest.mark.usefixtures("twice")
def test_of_two_entries_of_one_film_and_another_that_may_be_it_both_are_said(run: Run, home: Path) -> None:
    film = {"id": "nightfall-too", "title": "The Nightfall", "year": 2097}
    added = run("catalogue", "add", str(film_file(home / "other.toml", film)))
    assert added.err == SAME + (
        "The Nightfall (2097) (nightfall) may be the same film as The Nightfall (2097) (nightfall-too). "
        "To join them: watchlist film join nightfall nightfall-too\n"
    )

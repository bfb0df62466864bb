"""Search: what fits, and why."""

import pytest

from program import Run, data


def test_search_says_what_fits(run: Run) -> None:
    (film,) = data(run("search", "akihito", "--json"))
    assert (film["id"], film["match"]) == ("drawing-closer-2024", {"kind": "person", "fits": "Akihito Hayasaka"})


@pytest.mark.parametrize(
    ("words", "film", "kind", "fits"),
    [
        ("fujifabric", "drawing-closer-2024", "song", "Wakamono No Subete, by Fujifabric"),
        ("legendary", "dune-part-three-2026", "company", "Legendary"),
        ("yasuko matsuyuki", "drawing-closer-2024", "person", "Yasuko Matsuyuki"),
        ("kameda work", "attack-on-titan-2015", "disputed", "work by Seiji Kameda"),
    ],
)
def test_companies_songs_composers_and_what_is_disputed_are_found(
    run: Run, words: str, film: str, kind: str, fits: str
) -> None:
    found = {one["id"]: one["match"] for one in data(run("search", words, "--json"))}
    assert found[film] == {"kind": kind, "fits": fits}


def test_a_search_is_narrowed_by_genre_country_and_length(run: Run) -> None:
    shown = [one["id"] for one in data(run("search", "alien", "--genre", "horror", "--runtime", "-120", "--json"))]
    assert shown == ["alien-1979"]
    assert "drawing-closer-2024" in run("search", "--country", "Japan", "--genre", "romance").out
    assert run("search", "alien", "--country", "Narnia").code == 2


def test_the_list_in_json_has_the_film_and_its_release(run: Run) -> None:
    run("add", "Drawing Closer")
    (entry,) = data(run("list", "--json", "--as-of", "2024-06-01"))
    assert (entry["id"], entry["status"], entry["film"]["title"], entry["release"]["days"]) == (
        *("drawing-closer-2024", "wanted", "Drawing Closer", 26),
    )

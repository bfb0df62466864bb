"""Ids on other sites tell two films apart where a site has two for them: a code and a name are not two."""

import pytest

from exports import ids
from watchlist.domain.site_ids import tell_apart


@pytest.mark.parametrize(
    ("one", "other", "are_two"),
    [
        ({"imdb": "tt1"}, {"imdb": "tt2"}, True),
        ({"imdb": "tt1"}, {"imdb": "tt1"}, False),
        ({"imdb": "tt1"}, {"tmdb": "2"}, False),
        ({"imdb": "tt1", "tmdb": "1"}, {"imdb": "tt1", "tmdb": "2"}, True),
        ({"imdb": "tt1"}, {}, False),
        ({}, {"imdb": "tt1"}, False),
        ({"letterboxd": "DErS"}, {"letterboxd": "29qU"}, True),
        ({"letterboxd": "DErS"}, {"letterboxd": "the-matrix"}, False),
        ({"letterboxd": "the-matrix"}, {"letterboxd": "DErS"}, False),
        ({"letterboxd": "the-matrix"}, {"letterboxd": "matrix-1993"}, True),
        ({"letterboxd": "abcdef"}, {"letterboxd": "abcdefg"}, False),
        ({"letterboxd": "a-b"}, {"letterboxd": "abcd"}, False),
    ],
)
def test_two_ids_of_one_kind_are_two_films(one: dict[str, str], other: dict[str, str], are_two: bool) -> None:
    assert tell_apart(ids(**one), ["Foo"], ids(**other), ["Foo"]) is are_two


def test_a_short_name_is_known_by_the_titles_of_its_film() -> None:
    code, name = ids(letterboxd="abcd"), ids(letterboxd="heat")
    assert not tell_apart(code, ["Heat"], name, ["Solo", "HEAT!"])
    assert not tell_apart(name, ["Heat"], code, ["Heat"])
    assert tell_apart(code, ["Heat"], name, ["Solo"])
    assert tell_apart(name, ["Solo"], code, ["Heat"])


def test_one_of_several_ids_on_a_site_is_enough() -> None:
    merged = (*ids(imdb="tt1"), *ids(imdb="tt2"))
    assert not tell_apart(merged, ["Foo"], ids(imdb="tt1"), ["Foo"])
    assert tell_apart(merged, ["Foo"], ids(imdb="tt3"), ["Foo"])

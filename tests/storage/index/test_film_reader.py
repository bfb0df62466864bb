"""Each question to the index of a film file has the films that the file has for it."""

import sqlite3
from collections.abc import Iterable

import pytest

from claims import claim
from exports import ids
from watchlist.domain.claim import Source
from watchlist.domain.film import OWN, AlsoKnownAs, ExternalId, Film
from watchlist.domain.people import Person
from watchlist.storage.index import film_reader
from watchlist.storage.index.film_reader import FilmIndex, film_of
from watchlist.storage.index.film_row import film_table, source_table
from watchlist.storage.index.film_writer import FilmWriter, last_day
from watchlist.storage.index.sqlite_index import Index, packed

ALIEN = Film(
    "alien-1979",
    "Alien",
    year=1979,
    directors=("Ridley Scott",),
    ids=ids(imdb="tt1"),
    claims=(claim("1979-05-25", "released", "1979-05-25", service="Netflix"),),
)
THREE = Film("alien-3", "Alien 3: Special Edition", also_known_as=(AlsoKnownAs("Die Erlösung"),), year=1992)
CLOSER = Film("drawing-closer", "Drawing Closer", original_title="余命一年の僕", claims=(claim("2027-06"),))
FILMS = (ALIEN, THREE, CLOSER)
REN, VARIETY = Person("Ren Nagase", "Nagase", ("永瀬廉",)), Source("variety", "Variety")


def filled(films: Iterable[Film], *people: Person) -> FilmIndex:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    writer = FilmWriter(connection, lambda _: False)
    writer.begin()
    writer.put_source("variety", source_table(VARIETY))
    for person in people or (REN,):
        writer.put_person(person)
    for film in films:
        writer.put(film)
    writer.finish()
    return FilmIndex(Index(connection))


@pytest.fixture
def index() -> FilmIndex:
    return filled(FILMS)


def test_films_come_back_whole_in_the_order_that_is_asked_for(index: FilmIndex) -> None:
    assert (index.films([2, 0, 2]), index.film(1), index.count()) == ([CLOSER, ALIEN, CLOSER], THREE, 3)
    assert (index.sources(), index.services()) == ({"variety": VARIETY}, ["Netflix"])


def test_they_are_found_by_ids_years_claims_and_days(index: FilmIndex) -> None:
    assert index.with_keys([*ids(imdb="tt1"), ExternalId(OWN, "alien-3")]) == [0, 1]
    assert index.keys_of([0]) == {0: [ExternalId(OWN, "alien-1979"), *ids(imdb="tt1")]}
    assert (index.claimed(), index.of_years(range(1979, 1993)), index.of_years(range(1979, 1992))) == (
        [0, 2],
        [1, 0],
        [0],
    )
    assert index.last_days(range(3)) == {number: last_day(film) for number, film in enumerate(FILMS)}


def test_they_are_found_by_whole_titles_and_by_what_those_may_be_read_as(index: FilmIndex) -> None:
    assert sorted(index.titled(["alien", "drawing closer", "alien 1979"])) == [0, 2]
    assert (index.with_reading("alien"), index.with_reading("余命一年の僕")) == ([0], [2])
    assert (index.shortened("alien 3"), index.shortened("alien")) == ([1], [])


def test_titles_are_offered_by_their_beginning_and_then_by_a_later_word(index: FilmIndex) -> None:
    alien, three = ("alien-1979", "Alien"), ("alien-3", "Alien 3: Special Edition")
    assert (index.beginning("ali", 9), index.beginning("ali", 1)) == ([alien, three], [alien])
    assert index.with_word("special", 9) == [three]
    assert index.with_word("clo", 9) == [("drawing-closer", "Drawing Closer")]
    assert index.with_id_beginning("alien-", 9) == [alien, three]


def named(*titles: str) -> FilmIndex:
    """Fill an index with films of these titles, whose ids are their numbers."""
    return filled(Film(str(number), title) for number, title in enumerate(titles))


def test_titles_that_begin_alike_are_in_alphabetical_order() -> None:
    assert named("Alien Z", "Alien A", "Alien M").beginning("alien", 9) == [
        ("1", "Alien A"),
        ("2", "Alien M"),
        ("0", "Alien Z"),
    ]


def test_a_later_word_counts_from_its_beginning_and_each_title_is_offered_once() -> None:
    index = filled([Film("x", "Special Edition", also_known_as=(AlsoKnownAs("Medal Day"),)), Film("y", "Edna, Edna")])
    assert index.with_word("ed", 9) == [("y", "Edna, Edna")]
    assert index.with_word("edi", 9) == [("x", "Special Edition")]
    assert index.with_word("edn", 9) == [("y", "Edna, Edna")]
    assert index.with_word("day", 9) == [("x", "Medal Day")]
    assert filled([Film("x", "Special Edition", also_known_as=(AlsoKnownAs("Credits"),))]).with_word("edit", 9) == [
        ("x", "Special Edition")
    ]
    assert filled([Film("x", "Мир", also_known_as=(AlsoKnownAs("Премиры"), AlsoKnownAs("Война и мир")))]).with_word(
        "мир", 9
    ) == [("x", "Мир"), ("x", "Война и мир")]


def test_no_more_titles_are_offered_than_wanted() -> None:
    index = named("Alien", "The Alien", "My Alien", "Her Alien")
    assert index.with_word("alien", 2) == [("0", "Alien"), ("1", "The Alien")]
    assert index.with_word("alien", 1) == [("0", "Alien")]
    assert index.with_word("", 3) == [("0", "Alien"), ("3", "Her Alien"), ("2", "My Alien")]
    assert len(index.with_word("", 9)) == 4


def test_a_service_that_several_films_name_is_named_once() -> None:
    films = (Film(one, one, claims=(claim("2027", service=name),)) for one, name in (("a", "Hulu"), ("b", "Hulu")))
    assert filled(films).services() == ["Hulu"]


def test_a_query_fits_by_id_by_titles_and_by_one_of_its_words_and_never_too_little(index: FilmIndex) -> None:
    fitting = {
        "tt1": {0},
        "Alie": {0, 1},
        "一年": {2},
        "scott ridley": {0},
        "edition": {1},
        "zz": set(),
    }
    assert {query: set(index.fitting(query)) for query in fitting} == fitting
    assert 1 in index.fitting("alien-3")


def test_people_are_found_by_every_form_of_their_names(index: FilmIndex) -> None:
    assert (index.people("nagase ren"), index.people("永瀬廉"), index.people("miki")) == ([REN.name], [REN.name], [])
    assert (index.person("Ren Nagase"), index.person("Nobody"), index.person_names()) == (REN, None, [REN.name])
    assert index.with_credit("Ridley Scott") == [0]


def test_a_misspelt_title_is_near_those_that_share_its_trigrams_or_its_first_letter(index: FilmIndex) -> None:
    assert index.like("drawing closr")[0] == (2, "Drawing Closer")
    assert (0, "Alien") in index.like("axxxn")
    assert index.like('"zz"') == []


def test_short_words_of_a_name_are_whole_and_a_rare_word_is_enough() -> None:
    index = filled((), REN, Person("Ren Abe"))
    assert (index.people("na"), index.people("nag")) == ([], ["Ren Nagase"])
    assert index.people("ren nagase") == ["Ren Nagase"]
    assert index.people("zz nagase") == ["Ren Nagase"]


def test_where_every_word_is_common_all_must_be_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(film_reader, "MOST_FITTING", 1)
    index = filled((), *map(Person, ("Aaron Cole", "Ann Cole", "Ann Dee", "Zoe Cole")))
    assert index.people("ann cole") == ["Ann Cole"]


def test_titles_that_share_more_trigrams_come_first() -> None:
    index = named("Drawing Nearer", "Drawing Closer", "Dolomite Run")
    assert index.like("drawing closr") == [(1, "Drawing Closer"), (0, "Drawing Nearer")]


def test_a_short_title_is_also_near_those_of_its_first_letter_and_about_its_length() -> None:
    index = named("Ab", "Abc", "Abcdefg", "Abcdefgh", "Bbc")
    assert sorted(index.like("azyxw")) == [(1, "Abc"), (2, "Abcdefg")]
    assert index.like("azyxwvu") == []


def test_of_the_trigrams_of_a_title_the_rarest_are_read_and_then_as_many_as_may_be(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    index = named("Drawing Closer", *(f"Drawn {number}" for number in range(5)))
    assert len(index.like("drawing closr")) == 6
    monkeypatch.setattr(film_reader, "_POSTINGS", 1)
    assert index.like("drawing closr") == [(0, "Drawing Closer")]
    monkeypatch.setattr(film_reader, "_POSTINGS", 0)
    assert index.like("drawing closr") == [(0, "Drawing Closer")]


def test_a_row_that_was_changed_is_noticed() -> None:
    body, checksum = packed(film_table(ALIEN))
    assert film_of(body, checksum) == ALIEN
    with pytest.raises(ValueError, match="damaged"):
        film_of(body.replace("Alien", "Wrong"), checksum)

"""A film: by what it is known, under which titles, and who worked on it."""

from watchlist.domain.claim import Source
from watchlist.domain.film import AlsoKnownAs, Dispute, DisputedValue, ExternalId, Film, Work
from watchlist.domain.people import Role

SOURCE = Source("v", "Variety")
FILM = Film(
    "drawing-closer-2024",
    "Drawing Closer",
    original_title="余命一年の僕",
    also_known_as=(AlsoKnownAs("Yomei Ichinen"), AlsoKnownAs("Näher", "de")),
    directors=("Takahiro Miki",),
    writers=("Tomoko Yoshida", "Takahiro Miki"),
    producers=("A. Producer",),
    composers=("Seiji Kameda",),
    based_on=Work("The novel", author="Ao Morita"),
    ids=(ExternalId("imdb", "tt1"), ExternalId("wikidata", "Q1")),
    cast=(Role("Ren Nagase", "Akito"), Role("Natsuki Deguchi")),
    disputes=(
        Dispute("runtime", (DisputedValue("118", SOURCE), DisputedValue("120", SOURCE, wrong=True))),
        Dispute("producers", (DisputedValue("Another Producer", SOURCE),)),
    ),
    other_ids=("yomei-2024",),
)


def test_a_film_is_known_by_its_own_ids_old_and_new_and_by_those_of_sites() -> None:
    own = [ExternalId("", "drawing-closer-2024"), ExternalId("", "yomei-2024")]
    assert list(FILM.keys) == [*own, ExternalId("imdb", "tt1"), ExternalId("wikidata", "Q1")]
    assert [FILM.has_id(one) for one in ("drawing-closer-2024", "yomei-2024", "tt1")] == [True, True, False]


def test_the_main_title_comes_first_and_the_original_one_behind_it() -> None:
    assert list(FILM.titles) == ["Drawing Closer", "余命一年の僕", "Yomei Ichinen", "Näher"]
    assert list(Film("heat-2", "Heat 2").titles) == ["Heat 2"]


def test_everyone_who_is_credited_is_named_directors_first_and_the_author_of_the_book_last() -> None:
    before_the_camera = ["Ren Nagase", "Natsuki Deguchi"]
    makers = ["Takahiro Miki", "Tomoko Yoshida", "Takahiro Miki", "A. Producer", "Seiji Kameda"]
    assert list(FILM.people) == [*makers, *before_the_camera, "Ao Morita"]
    assert list(Film("x", "X", based_on=Work("A book by nobody")).people) == []


def test_every_value_of_a_disputed_fact_counts_wrong_ones_too() -> None:
    assert list(FILM.disputed) == ["118", "120", "Another Producer"]

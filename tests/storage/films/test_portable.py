"""The films of a list travel with all that the bundled file does not say of them, and with nothing else."""

from hypothesis import given, settings
from hypothesis import strategies as st

from claims import claim
from exports import ids
from watchlist.domain.claim import UNSOURCED, Source
from watchlist.domain.film import AlsoKnownAs, Dispute, DisputedValue, Film, Filming
from watchlist.domain.people import Person
from watchlist.storage.films.film_tables import sources_of
from watchlist.storage.films.portable import portable_films, portable_people, with_sources

OLD, NEW, MINE = (claim(day, by="Variety") for day in ("2027", "2028", "2029"))
BUNDLED = Film(
    "a",
    "Alpha",
    also_known_as=(AlsoKnownAs("First"),),
    year=2027,
    runtime=118,
    ids=ids(imdb="tt1"),
    claims=(OLD,),
    other_ids=("old-a",),
)


def test_of_a_bundled_film_only_what_other_files_say_more_travels() -> None:
    merged = BUNDLED._replace(
        also_known_as=(AlsoKnownAs("First"), AlsoKnownAs("Second")),
        genres=("drama",),
        runtime=120,
        ids=ids(imdb="tt1", tmdb="5", wikidata="Q1"),
        claims=(OLD, NEW),
    )
    assert portable_films([(merged, ids(tmdb="5"))], [], [BUNDLED]) == (
        Film(
            "a",
            "",
            also_known_as=(AlsoKnownAs("Second"),),
            genres=("drama",),
            runtime=120,
            ids=ids(wikidata="Q1"),
            claims=(NEW,),
            other_ids=("old-a",),
        ),
    )
    assert portable_films([(BUNDLED, ())], [], [BUNDLED]) == ()


def test_a_film_that_is_not_bundled_travels_whole_even_if_there_is_little_to_say() -> None:
    films = [(Film("x", "X-Ray", year=2030), ()), (Film("y", ""), ())]
    assert portable_films(films, [], [BUNDLED]) == (films[0][0], films[1][0])


def test_a_film_known_by_another_id_keeps_that_id_and_one_with_the_id_of_a_site_too() -> None:
    renamed = Film("b", "Alpha", year=2027, runtime=118, ids=ids(imdb="tt1"))
    assert portable_films([(renamed, ())], [], [BUNDLED]) == (Film("b", ""),)


def test_what_ones_own_file_states_travels_though_the_bundled_one_says_the_same() -> None:
    own = Film("a", "Alpha", year=2027, ids=ids(imdb="tt1"), claims=(MINE,))
    stated = portable_films([(BUNDLED._replace(claims=(OLD, MINE)), ids(imdb="tt1"))], [own], [BUNDLED])
    assert stated == (own._replace(other_ids=("old-a",)),)


def test_ones_own_films_come_first_though_they_are_not_on_the_list_and_of_two_files_the_later_counts() -> None:
    low, high = Film("m", "Mine", claims=(OLD,)), Film("m", "My Film", claims=(MINE, OLD))
    listed = Film("x", "X-Ray")
    assert portable_films([(listed, ())], [low, high, Film("n", "Next")], [BUNDLED]) == (
        *(Film("m", "My Film", claims=(OLD, MINE)), Film("n", "Next"), listed),
    )


def test_claims_that_may_not_be_kept_stay_behind() -> None:
    merged = BUNDLED._replace(claims=(OLD, NEW, MINE))
    (film,) = portable_films([(merged, ())], [], [BUNDLED], frozenset([NEW]))
    assert film.claims == (MINE,)


SOURCE = st.builds(Source, st.sampled_from(["v", "w"]), st.sampled_from(["Variety", "Deadline", "THR"]))
FILM = st.builds(
    lambda name, sources: Film(name, name, claims=tuple(OLD._replace(source=one) for one in sources)),
    st.sampled_from("xyz"),
    st.lists(SOURCE, max_size=3),
)


@given(st.lists(FILM, unique_by=lambda film: film.id))
@settings(max_examples=50)
def test_no_two_sources_that_travel_share_an_id_and_each_keeps_its_publisher(films: list[Film]) -> None:
    travelled = portable_films([(film, ()) for film in films], [], [])
    by_id: dict[str, Source] = {}
    for film in travelled:
        assert all(by_id.setdefault(one.id, one) == one for one in sources_of(film))
    publishers = [[one.source.publisher for one in film.claims] for film in films]
    assert [[one.source.publisher for one in film.claims] for film in travelled] == publishers


def test_each_named_source_of_a_film_is_changed_and_hearsay_stays_hearsay() -> None:
    film = Film(
        "a",
        "Alpha",
        claims=(OLD, OLD._replace(source=UNSOURCED)),
        filming=Filming(place="Tokyo", source=OLD.source),
        disputes=(Dispute("runtime", (DisputedValue("118", OLD.source), DisputedValue("120", UNSOURCED))),),
    )
    other = Source("other", "Other")
    assert with_sources(film, lambda _: other) == film._replace(
        claims=(OLD._replace(source=other), OLD._replace(source=UNSOURCED)),
        filming=Filming(place="Tokyo", source=other),
        disputes=(Dispute("runtime", (DisputedValue("118", other), DisputedValue("120", UNSOURCED))),),
    )
    assert with_sources(Film("b", "Bravo", filming=Filming(place="Rome")), lambda _: other).filming == Filming(
        place="Rome"
    )


def test_people_travel_whose_written_forms_the_bundled_file_does_not_have() -> None:
    film = Film("a", "Alpha", directors=("Ann", "Bob"), writers=("Ann", "Cy", "Dee"))
    ann, bob, cy = Person("Ann", written=("An",)), Person("Bob", "Bob"), Person("Cy")
    known = {"Ann": ann, "Bob": bob, "Cy": cy, "Eve": Person("Eve")}
    bundled = {"Bob": bob, "Cy": Person("Cy", written=("Si",))}
    assert list(portable_people([film, film], known, bundled.get)) == [ann, cy]

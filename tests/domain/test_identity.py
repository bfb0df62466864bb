"""Which records are one film, and that no film of the list is lost whatever films other files bring or take."""

from hypothesis import given
from hypothesis import strategies as st

from claims import claim
from watchlist.domain.catalogue import Layer, merge
from watchlist.domain.film import OWN, ExternalId, Film
from watchlist.domain.identity import Record, groups, same_films

FILMS = range(3)
KEYS = ("imdb", "tmdb", "wikidata")
LAYERS = range(5)
OWN_LAYER = LAYERS[-1]


def record(*keys: str, file: int = 0, may_repeat: bool = False) -> Record:
    pairs = (key.split(":") if ":" in key else (OWN, key) for key in keys)
    return Record(tuple(ExternalId(site, one) for site, one in pairs), file, may_repeat)


def test_an_id_in_common_makes_one_film_of_two_records_at_any_remove() -> None:
    records = [
        record("a", "imdb:1"),
        record("b"),
        record("c", "tmdb:1", file=1),
        record("d", "imdb:1", "tmdb:1", file=2),
    ]
    assert groups(same_films(records)) == [[0, 2, 3], [1]]


def test_a_wrong_id_does_not_make_one_film_of_two_of_a_file() -> None:
    records = [record("a", "imdb:1"), record("b", "imdb:2"), record("a", "imdb:2", file=1)]
    assert groups(same_films(records)) == [[0, 2], [1]]


def test_the_users_own_file_may_hold_a_film_twice() -> None:
    own = [record(name, "imdb:1", file=1, may_repeat=True) for name in ("a", "b")]
    assert groups(same_films([record("x", "imdb:1"), *own])) == [[0, 1, 2]]


def test_an_id_that_a_film_had_makes_one_film_even_of_two_of_a_file() -> None:
    assert groups(same_films([record("a"), record("b", "a"), record("c")])) == [[0, 1], [2]]


def said_by(film: int, layer: int, number: int) -> Film:
    """What a layer says about a film, told apart from all else by its claim."""
    return Film("", f"Film {film}", claims=(claim(f"{2030 + layer}-{film + 1:02}-{number + 1:02}"),))


@st.composite
def stated(draw: st.DrawFn, film: int, layer: int, number: int = 0) -> Film:
    """What a layer says about a film under any of its names, with some of its ids."""
    ids = draw(st.lists(st.sampled_from(KEYS), unique=True))
    name = draw(st.integers(0, 3))
    keys = tuple(ExternalId(site, f"{site}-{film}") for site in ids)
    others = tuple(f"film-{film}-{one}" for one in draw(st.lists(st.integers(0, 3), max_size=1)) if one != name)
    return said_by(film, layer, number)._replace(id=f"film-{film}-{name}", ids=keys, other_ids=others)


def layer_of(layer: int) -> st.SearchStrategy[tuple[Film, ...]]:
    """Make the films of a file; only the user's own may hold one twice."""
    most = 2 if layer == OWN_LAYER else 1
    numbers = st.lists(st.tuples(st.sampled_from(FILMS), st.integers(0, most - 1)), unique=True, max_size=4)
    return numbers.flatmap(lambda made: st.tuples(*(stated(film, layer, number) for film, number in made)))


ENTRIES = layer_of(OWN_LAYER).map(
    lambda films: tuple({film.id: Film(film.id, film.title, ids=film.ids) for film in films}.values())
)
CHANGES = st.lists(
    st.sampled_from(LAYERS).flatmap(lambda layer: st.tuples(st.just(layer), st.just(()) | layer_of(layer))), max_size=6
)


def connected(start: Film, records: list[Film]) -> list[Film]:
    """Give all records that have an id in common with a film, at any remove: the rule itself, slowly."""
    keys, found = set(start.keys), [one for one in records if not set(one.keys).isdisjoint(start.keys)]
    while True:
        keys |= {key for one in found for key in one.keys}
        more = [one for one in records if one in found or not keys.isdisjoint(one.keys)]
        if more == found:
            return found
        found = more


@given(ENTRIES, CHANGES)
def test_no_entry_loses_its_film_or_its_claims_whatever_layers_come_change_and_go(
    entries: tuple[Film, ...], changes: list[tuple[int, tuple[Film, ...]]]
) -> None:
    layers: dict[int, tuple[Film, ...]] = dict.fromkeys(LAYERS, ())
    for layer, films in changes:
        layers[layer] = films
        stack = [Layer(layers[one], may_repeat=one == OWN_LAYER) for one in LAYERS]
        known = merge(stack, entries).films
        records = [film for one in LAYERS for film in layers[one]]
        for entry in entries:
            about = connected(entry, [*records, *entries])
            claims = {claim for one in about for claim in one.claims}
            film = known.get(entry.id)
            assert (set(film.claims) if film else set()) == claims
            assert film is None or film.id == next(one.id for one in entries if one in about)
            assert film is None or film.has_id(entry.id)

from claims import claim
from watchlist.domain.catalogue import Layer, merge
from watchlist.domain.film import AlsoKnownAs, ExternalId, Film
from watchlist.domain.people import Person

BUNDLED = Film("heat-2", "Heat 2", runtime=120, ids=(ExternalId("imdb", "tt1"),), claims=(claim("2026"),))


def test_a_later_layer_adds_claims_and_overrides_facts() -> None:
    own = Film("heat-2", "", runtime=130, also_known_as=(AlsoKnownAs("Heat Two"),), claims=(claim("2027"),))
    merged = merge([Layer((BUNDLED,)), Layer((own,))]).films["heat-2"]
    assert (merged.title, merged.runtime, merged.claims) == ("Heat 2", 130, (claim("2026"), claim("2027")))
    assert merged.also_known_as == (AlsoKnownAs("Heat Two"),)


def test_films_with_one_external_id_are_one_film() -> None:
    same = Film("heat-two-2027", "Heat Two", ids=(ExternalId("imdb", "tt1"),), claims=(claim("2027"),))
    films = merge([Layer((BUNDLED,)), Layer((same,))]).films
    assert list(films) == ["heat-2"]
    assert films["heat-2"].title == "Heat Two"


def test_the_spellings_of_a_person_add_up() -> None:
    catalogue = merge(
        [
            Layer(people=(Person("Ao Morita", written=("Aoi Morita",)),)),
            Layer(people=(Person("Ao Morita", written=("森田碧",)),)),
        ]
    )
    assert catalogue.written_forms("Ao Morita") == ("Ao Morita", "Aoi Morita", "森田碧")
    assert catalogue.written_forms("Nobody") == ("Nobody",)


def test_a_film_without_a_title_anywhere_goes_by_its_id() -> None:
    assert merge([Layer((Film("heat-2", ""),))]).films["heat-2"].title == "heat-2"

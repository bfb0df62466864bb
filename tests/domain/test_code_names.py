"""Every code that a film file can hold has a name, and what has none is shown as it is."""

from bundled import catalogue
from watchlist.domain.code_names import COUNTRIES, LANGUAGES, country_name, language_name
from watchlist.domain.region import REGIONS


def test_every_region_has_a_name() -> None:
    assert set(COUNTRIES) == REGIONS
    assert (country_name("JP"), country_name("GB"), country_name("WW")) == ("Japan", "United Kingdom", "worldwide")


def test_every_language_of_the_bundled_films_has_a_name() -> None:
    spoken = {code for film in catalogue().films.values() for code in film.languages}
    assert spoken <= set(LANGUAGES)
    assert (language_name("ja"), language_name("nb")) == ("Japanese", "Norwegian Bokmål")


def test_no_two_codes_have_one_name() -> None:
    assert len(set(COUNTRIES.values())) == len(COUNTRIES)
    assert len(set(LANGUAGES.values())) == len(LANGUAGES)


def test_an_unknown_code_is_its_own_name() -> None:
    assert (country_name("unknown"), language_name("qaa")) == ("unknown", "qaa")

"""Settings: what each may be, read from the words that a person types and said in the same words."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from watchlist.domain.claim import Channel
from watchlist.domain.dates import Hemisphere
from watchlist.domain.errors import BadValue
from watchlist.domain.settings import (
    SETTINGS,
    Alias,
    Configuration,
    FirstTitle,
    Names,
    Pager,
    SettingNow,
    Settings,
    configuration,
    parse_alias,
    setting,
    value_words,
)
from watchlist.domain.tastes import Colours, Dates

SOON = Alias("soon", "upcoming --within 30d")
READ: list[tuple[str, tuple[str, ...], object, str]] = [
    ("regions", ("jp", "uk", "JP"), ("JP", "GB"), "JP, GB"),
    ("channels", ("Cinema", "digital"), (Channel.THEATRICAL, Channel.DIGITAL), "cinemas, streaming"),
    ("services", (" Netflix ", "Apple   TV+"), ("Netflix", "Apple TV+"), "Netflix, Apple TV+"),
    ("hemisphere", ("South",), Hemisphere.SOUTH, "south"),
    ("titles", ("original",), FirstTitle.ORIGINAL, "original"),
    ("names", ("FAMILY",), Names.FAMILY, "family"),
    ("dates", ("iso",), Dates.ISO, "iso"),
    ("colours", ("never",), Colours.NEVER, "never"),
    ("pager", ("auto",), Pager.AUTO, "auto"),
    ("contact", (" ann@example.org",), "ann@example.org", "ann@example.org"),
    ("aliases", ("soon = upcoming --within 30d",), (SOON,), "soon = upcoming --within 30d"),
]


def test_each_setting_is_read_from_words_and_said_in_words() -> None:
    for name, words, value, said in READ:
        assert (name, SETTINGS[name].read(words)) == (name, value)
        assert value_words(value) == said


def test_every_setting_is_among_those_and_is_a_field_of_the_settings() -> None:
    assert list(SETTINGS) == [row[0] for row in READ] == list(Settings._fields)


REFUSED = [
    ("regions", ("JP", "XX"), '"XX" is not a region'),
    ("channels", ("radio",), '"radio" is not a way to see a film'),
    ("services", ("  ",), "a service needs a name"),
    ("services", ("a\x1bb",), "a service needs a name"),
    ("dates", ("roman",), '"roman" must be one of day, month, iso'),
    ("dates", ("iso", "day"), "exactly one value is needed: day, month, iso"),
    ("contact", ("ann",), '"ann" is not a contact address'),
    ("contact", ("ann@example",), '"ann@example" is not a contact address'),
    ("contact", ("https://",), '"https://" is not a contact address'),
    ("contact", ("änn@example.org",), '"änn@example.org" is not a contact address'),
    ("contact", ("https://example.org/(x)",), '"https://example.org/(x)" is not a contact address'),
    ("aliases", ("-x = list",), '"-x" cannot be the name of an alias'),
    ("aliases", ("soon",), '"soon" needs a command'),
    ("aliases", ("soon = a\nb",), '"soon" needs a command'),
]


def test_what_a_setting_may_not_be_is_refused_and_quoted() -> None:
    for name, words, said in REFUSED:
        with pytest.raises(BadValue, match=f"^{re.escape(said)}"):
            SETTINGS[name].read(words)


@given(
    st.from_regex(r"\w[\w-]{0,8}", fullmatch=True),
    st.text(st.characters(exclude_categories=["C", "Z"]) | st.just(" "), min_size=1).map(str.strip).filter(bool),
)
@settings(max_examples=50)
def test_an_alias_is_read_from_its_own_words(name: str, line: str) -> None:
    alias = Alias(name, line)
    assert parse_alias(alias.word) == alias


def test_seasons_are_those_that_are_set_or_those_of_the_first_region() -> None:
    north, south = Hemisphere.NORTH, Hemisphere.SOUTH
    chosen = [
        Settings(),
        Settings(regions=("AU", "US")),
        Settings(regions=("US", "AU")),
        Settings(regions=("AU",), hemisphere=north),
    ]
    assert [one.seasons for one in chosen] == [north, south, north, north]


def test_a_misspelt_setting_is_answered_with_the_nearest_one_or_with_all() -> None:
    assert setting("dates") is SETTINGS["dates"]
    for name, said in (("region", "did you mean regions?"), ("zzz", ", ".join(SETTINGS))):
        with pytest.raises(BadValue) as raised:
            setting(name)
        assert str(raised.value) == f'"{name}" is not a setting: {said}'


def test_the_settings_as_they_are_name_every_one_and_tell_which_the_file_sets() -> None:
    now = configuration(Settings(dates=Dates.ISO), frozenset(["dates"]), "config.toml")
    assert now == Configuration(
        tuple(
            SettingNow(name, said, name == "dates", one.may_be, one.meaning)
            for (name, one), said in zip(
                SETTINGS.items(), ["", "", "", "", "english", "given", "iso", "auto", "auto", "", ""], strict=True
            )
        ),
        "config.toml",
    )

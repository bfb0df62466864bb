"""Settings are offered with what they do, and for each the values that it may have."""

from program import Run
from watchlist.cli.offers.offer import Asked, Offer
from watchlist.cli.offers.settings import setting_values, settings
from watchlist.domain.settings import SETTINGS
from watchlist.storage.paths import find_paths


def asked(word: str, *given: str) -> Asked:
    return Asked(word, given, find_paths())


def values(name: str, word: str = "") -> list[str]:
    return [one.word for one in setting_values(asked(word, name))]


def test_each_setting_says_what_it_does_and_an_alias_what_it_stands_for(run: Run) -> None:
    run("config", "set", "aliases.soon", "upcoming --within 30d")
    assert list(settings(asked("dat"))) == [Offer("dates", SETTINGS["dates"].meaning)]
    assert list(settings(asked("al"))) == [Offer("aliases.soon", "upcoming --within 30d")]
    offered = {one.word for one in settings(asked(""))}
    assert offered == (SETTINGS.keys() - {"aliases"}) | {"aliases.soon", "tmdb-key"}


def test_the_values_are_those_that_the_setting_may_have() -> None:
    assert values("dates") == ["day", "month", "iso"]
    assert values("dates", "M") == ["month"]
    assert values("regions", "jp") == ["JP"]
    assert values("channels", "ci") == ["cinemas"]
    assert values("services", "netf") == ["Netflix"]


def test_where_anything_may_stand_nothing_is_offered() -> None:
    assert (values("contact"), values("nothing"), list(setting_values(asked("")))) == ([], [], [])

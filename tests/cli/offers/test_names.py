"""Names that are known are offered: from the user's list, from the films, and from closed lists."""

from pathlib import Path

from program import Run
from watchlist.cli.offers import names
from watchlist.cli.offers.offer import Asked, Offer
from watchlist.storage.paths import find_paths


def asked(word: str) -> Asked:
    return Asked(word, (), find_paths())


def test_the_tags_of_the_list_are_offered(list_file: Path) -> None:
    list_file.parent.mkdir(parents=True)
    list_file.write_text('schema = 1\n[[films]]\nid = "up-2009"\ntitle = "Up"\ntags = ["two words", "tears"]\n')
    assert list(names.tags(asked("T"))) == [Offer("tears"), Offer("two words")]


def test_services_are_those_that_claims_name() -> None:
    assert list(names.services(asked("netf"))) == [Offer("Netflix")]


def test_regions_say_which_country_they_are_and_channels_are_the_words_on_the_screen() -> None:
    assert list(names.regions(asked("jp"))) == [Offer("JP", "Japan")]
    assert list(names.regions(asked("ww"))) == [Offer("WW", "worldwide")]
    assert [one.word for one in names.channels(asked(""))] == [
        *("premiere", "limited", "cinemas", "streaming", "disc", "tv")
    ]


def test_catalogues_are_those_that_were_added(run: Run, tmp_path: Path) -> None:
    (tmp_path / "more.toml").write_text('schema = 1\nseen = "2026-01-01"\n[[films]]\nid = "up"\ntitle = "Up"\n')
    assert run("catalogue", "add", str(tmp_path / "more.toml")).code == 0
    assert [one.word for one in names.catalogues(asked(""))] == ["0001-more.toml"]

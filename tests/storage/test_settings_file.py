"""Settings are read from a file, and a fault is named with its place."""

from pathlib import Path

import pytest

from adds import paths_in
from watchlist.domain.claim import Channel
from watchlist.domain.errors import InvalidFile
from watchlist.domain.settings import Alias, Settings
from watchlist.domain.tastes import Dates
from watchlist.storage.paths import Paths
from watchlist.storage.settings_file import FileSettings, read_settings


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return paths_in(tmp_path)


def test_a_file_states_some_settings_and_the_others_have_their_defaults(paths: Paths) -> None:
    assert read_settings(paths.config) == FileSettings(Settings(), frozenset())
    paths.config.write_text(
        '\ufeffregions = "jp"\nchannels = ["Cinema"]\nfuture = 1\ndates = "iso"\n[aliases]\nsoon = "upcoming --all"\n'
    )
    stated = Settings(("JP",), (Channel.THEATRICAL,), dates=Dates.ISO, aliases=(Alias("soon", "upcoming --all"),))
    assert read_settings(paths.config) == FileSettings(stated, frozenset(["regions", "channels", "dates", "aliases"]))


FAULTS = {
    'dates = "roman"\n': ':1:9: dates: "roman" must be one of day, month, iso',
    "# x\nregions = 3\n": ":2:11: regions: must be text in quotes, or a list of texts",
    "[aliases]\nsoon = 1\n": ":1:1: aliases: must be text in quotes, or a list of texts",
    "dates = \n": ":1:9: invalid value",
    "dates = " + "[" * 9999: ":1:1: nested more than",
}


def test_a_fault_is_named_with_its_place_and_with_what_helps(paths: Paths) -> None:
    for text, fact in FAULTS.items():
        paths.config.write_text(text)
        with pytest.raises(InvalidFile) as raised:
            read_settings(paths.config)
        assert raised.value.fact.startswith(f"{paths.config}{fact}")
    paths.config.write_text('dates = "roman"\n')
    with pytest.raises(InvalidFile) as raised:
        read_settings(paths.config)
    assert raised.value.hint == "Correct that line, or: watchlist config unset dates"
    paths.config.write_bytes(b"#" * (1024 * 1024 + 1))
    with pytest.raises(InvalidFile, match="larger than 1 MiB"):
        read_settings(paths.config)

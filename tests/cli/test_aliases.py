"""An alias stands for a command line; it hides no command, and none that destroys something hides in it."""

from pathlib import Path

import pytest

from program import Run
from watchlist.cli.aliases import aliases, expanded
from watchlist.domain.errors import BadValue
from watchlist.domain.settings import Alias
from watchlist.storage.paths import find_paths


@pytest.fixture
def config_file(home: Path) -> Path:
    path = home / "config" / "watchlist" / "config.toml"
    path.parent.mkdir(parents=True)
    return path


def test_what_an_alias_stands_for_takes_its_place_as_a_shell_reads_it(config_file: Path) -> None:
    config_file.write_text('[aliases]\nsoon = "upcoming --within 30d"\nmine = \'list --tag "two words"\'\n')
    paths = find_paths()
    assert expanded(paths, ["soon", "--all"]) == ["upcoming", "--within", "30d", "--all"]
    assert expanded(paths, ["mine"]) == ["list", "--tag", "two words"]
    assert expanded(paths, ["upcoming", "soon"]) is None
    assert aliases(paths) == (Alias("soon", "upcoming --within 30d"), Alias("mine", 'list --tag "two words"'))


def test_without_settings_there_is_none() -> None:
    assert aliases(find_paths()) == ()


def test_one_that_was_written_wrong_is_named(config_file: Path) -> None:
    config_file.write_text('aliases.x = "list \'a"\n')
    with pytest.raises(BadValue, match='the alias "x" has an unclosed quote: list \'a'):
        expanded(find_paths(), ["x"])


def test_an_alias_runs_a_command_with_its_options_and_takes_more(run: Run, config_file: Path) -> None:
    config_file.write_text('aliases.soon = "upcoming --all --within 30d"\naliases."été" = "list"\n')
    whole = run("upcoming", "--all", "--within", "30d", "--as-of", "2026-11-20", "--json")
    assert run("soon", "--as-of", "2026-11-20", "--json").out == whole.out
    assert run("été").code == 0


def test_an_alias_written_by_hand_hides_no_command_and_destroys_nothing(
    run: Run, config_file: Path, list_file: Path
) -> None:
    run("add", "Shrek 5")
    kept = list_file.read_text()
    config_file.write_text('[aliases]\nlist = "log"\nr = "remove"\nup = "log"\n')
    assert run("list").out.startswith("Shrek 5")
    ran = run("r", "shrek-5-2027")
    assert (ran.code, "cannot stand for remove" in ran.err, list_file.read_text()) == (2, True, kept)
    assert "add" in run("up").out

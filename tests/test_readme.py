"""The README is true: its pictures are fresh, its commands exist, its tables are whole."""

import importlib.util
import re
from pathlib import Path

from bundled import catalogue
from watchlist.cli.table import COMMANDS
from watchlist.domain import errors

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_pictures_are_what_the_program_draws() -> None:
    spec = importlib.util.spec_from_file_location("pictures", ROOT / "docs" / "pictures.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for name, svg in module.pictures().items():
        assert (ROOT / "docs" / name).read_text(encoding="utf-8") == svg
        assert f"](docs/{name})" in README


def test_every_command_is_in_the_table_and_no_other() -> None:
    listed = re.findall(r"^\| `watchlist ([a-z]+)", README, flags=re.MULTILINE)
    assert sorted(listed) == sorted(COMMANDS)


def test_every_exit_code_is_in_the_table() -> None:
    codes = {error.exit_code for error in vars(errors).values() if hasattr(error, "exit_code")}
    listed = {int(code) for code in re.findall(r"^\| (\d+) \|", README, flags=re.MULTILINE)}
    assert codes | {0} == listed


def test_the_number_of_films_is_right() -> None:
    assert f"{len(catalogue().films)} films come with it" in README

"""A gallery of errors: for each one the command, the file that provokes it, and the message word for word.

`NAME.args` holds the arguments, `NAME.list.toml` or `NAME.films.toml` a bad file where
there is one, `NAME.txt` the exit code and what goes to stderr.
"""

import shlex
from pathlib import Path

import pytest

from program import Run

GALLERY = Path(__file__).parent
NAMES = sorted(path.stem for path in GALLERY.glob("*.args"))


@pytest.mark.parametrize("name", NAMES)
def test_an_error_says_what_is_wrong_what_became_of_the_data_and_what_to_type(
    name: str, run: Run, list_file: Path, films_file: Path, request: pytest.FixtureRequest
) -> None:
    list_file.parent.mkdir(parents=True)
    kept = {}
    for kind, path in (("list", list_file), ("films", films_file)):
        bad = GALLERY / f"{name}.{kind}.toml"
        if bad.exists():
            path.write_bytes(bad.read_bytes())
            kept[path] = bad.read_bytes()
    ran = run(*shlex.split((GALLERY / f"{name}.args").read_text(encoding="utf-8")))
    said = f"exit {ran.code}\n{ran.err}".replace(str(list_file.parent), "DATA")
    golden = GALLERY / f"{name}.txt"
    if request.config.getoption("--update-goldens"):
        golden.write_text(said, encoding="utf-8")
    assert said == golden.read_text(encoding="utf-8")
    assert ran.code == 0 or 1 <= len(ran.err.splitlines()) <= 3
    for path, before in kept.items():
        assert path.read_bytes() == before


def test_each_exit_code_of_a_command_line_has_its_message() -> None:
    codes = {(GALLERY / f"{name}.txt").read_text(encoding="utf-8").splitlines()[0] for name in NAMES}
    assert {"exit 0", "exit 1", "exit 2", "exit 3", "exit 4", "exit 5"} <= codes

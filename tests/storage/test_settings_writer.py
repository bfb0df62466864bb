"""A setting is one line of a file: that line changes, and every other stays."""

import tempfile
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adds import NOW, paths_in
from watchlist.domain.errors import InvalidFile
from watchlist.storage.changes.store import Store
from watchlist.storage.paths import Paths
from watchlist.storage.settings_writer import Value, write_setting


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return paths_in(tmp_path)


def put(paths: Paths, name: str, value: Value | None) -> str:
    """Set a setting, or forget it for None; return the text of the file."""
    write_setting(paths, name, value, what=f"config {name}", now=NOW)
    return paths.config.read_bytes().decode()


def test_comments_and_other_keys_of_the_file_stay(paths: Paths) -> None:
    paths.config.write_text('# mine\ndates = "day" # nice\n\n[other]\nkey = 1\n')
    put(paths, "dates", "iso")
    assert put(paths, "names", "family") == '# mine\ndates = "iso" # nice\n\nnames = "family"\n[other]\nkey = 1\n'
    put(paths, "dates", None)
    assert put(paths, "names", None) == "# mine\n\n[other]\nkey = 1\n"


def test_a_value_over_several_lines_and_line_ends_of_windows_are_kept_in_shape(paths: Paths) -> None:
    paths.config.write_bytes(b'regions = [\r\n  "JP", # home\r\n] # mine\r\ndates = "day"')
    assert put(paths, "regions", ("US", "GB")) == 'regions = ["US", "GB"] # mine\r\ndates = "day"'
    assert put(paths, "dates", "iso") == 'regions = ["US", "GB"] # mine\r\ndates = "iso"'
    assert put(paths, "titles", "original").endswith('\r\ndates = "iso"\ntitles = "original"\n')


ALIASES = [
    ("", 'aliases.soon = "list"\n', ""),
    ('dates = "day"\n[other]\n', 'dates = "day"\naliases.soon = "list"\n[other]\n', 'dates = "day"\n[other]\n'),
    ('[aliases]\nx = "log"\n', '[aliases]\nsoon = "list"\nx = "log"\n', '[aliases]\nx = "log"\n'),
    ('[aliases]\nsoon = "log"\n', '[aliases]\nsoon = "list"\n', "[aliases]\n"),
    ('aliases.x = "log"\n', 'aliases.x = "log"\naliases.soon = "list"\n', 'aliases.x = "log"\n'),
]


def test_an_alias_is_a_line_of_the_settings(paths: Paths) -> None:
    for text, with_it, without_it in ALIASES:
        paths.config.write_text(text)
        assert [put(paths, "aliases.soon", value) for value in ("list", None)] == [with_it, without_it]


def test_what_cannot_be_changed_line_by_line_is_left_to_its_owner(paths: Paths) -> None:
    text = 'aliases = { x = "log" }\n'
    paths.config.write_text(text)
    with pytest.raises(InvalidFile) as raised:
        put(paths, "aliases.soon", "list")
    assert raised.value.lines == (
        f"{paths.config} is laid out in a way that the program cannot change",
        "Nothing was changed.",
        "Write the line yourself.",
    )
    assert paths.config.read_text() == text


def test_a_setting_is_a_step_that_can_be_undone(paths: Paths) -> None:
    paths.config.write_text("# mine\n")
    put(paths, "dates", "iso")
    store = Store(paths)
    assert [step.what for step in store.history().done] == ["config dates"]
    store.undo(1, now=NOW)
    assert paths.config.read_text() == "# mine\n"


@contextmanager
def home_with(text: str) -> Iterator[Paths]:
    with tempfile.TemporaryDirectory() as folder:
        paths = paths_in(Path(folder))
        paths.config.write_text(text, newline="")
        yield paths


LINES = st.lists(
    st.sampled_from(
        [
            *("# c", "", 'dates = "day" # d', 'regions = ["US"]', 'regions = [\n "US",\n]', "future = { a = 1 }"),
            *("  names='given'", "[other]\ndates = 1", '[aliases]\nx = "log"', 'aliases.y = "log"', "[[more]]"),
        ]
    ),
    unique=True,
    max_size=6,
)
CHANGES = st.sampled_from(
    [
        *(("dates", "iso"), ("dates", None), ("regions", ("JP", "GB")), ("regions", None), ("aliases.x", "list")),
        *(("aliases.x", None), ("aliases.été", "log"), ("titles", 'odd "word"')),
    ]
)


@given(LINES, CHANGES, st.booleans())
@settings(max_examples=40, deadline=None)
def test_one_setting_changes_and_all_else_that_the_file_says_stays(
    lines: list[str], change: tuple[str, Value | None], windows: bool
) -> None:
    text = "".join(f"{line}\n" for line in lines)
    text = text.replace("\n", "\r\n") if windows else text
    try:
        expected: dict[str, Any] = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    name, value = change
    with home_with(text) as paths:
        after = tomllib.loads(put(paths, name, value))
        top = f"\n{text}".partition("\n[")[0].splitlines()  # behind a header, a key is another one's
        gone = [line for line in top if value is None and name in line]
        comments = [line for line in text.splitlines() if "#" in line and line not in gone]
        assert [line.partition("#")[2] for line in comments] == [
            line.partition("#")[2] for line in paths.config.read_text().splitlines() if "#" in line
        ]
    *outer, last = name.split(".")
    for tables in (expected, after):
        tables.setdefault("aliases", {})
    table = expected[outer[0]] if outer else expected
    table.pop(last, None)
    table |= {} if value is None else {last: list(value) if isinstance(value, tuple) else value}
    assert after == expected

"""The view of the settings: each with its value, the value's origin, and the allowed values."""

from collections.abc import Iterator

from watchlist.domain.settings import Configuration, SettingNow
from watchlist.rendering.drawing import QUIET, TITLE, Drawing, cell, grid, lines, stack
from watchlist.rendering.safe_text import line


def as_json(result: Configuration) -> object:
    """Return an object of the settings by name; `from` is `file` or `default`."""
    return {
        "file": result.path,
        "settings": {
            one.name: {"value": one.value, "from": "file" if one.is_set else "default", "may_be": one.may_be}
            for one in result.settings
        },
    }


def as_lines(result: Configuration) -> Iterator[str]:
    """One line per setting: name, value, where that comes from, which values it accepts, what it does."""
    for one in result.settings:
        yield line(one.name, one.value or "not set", _origin(one), one.may_be, _plain(one.meaning))
    yield line("file", result.path)


def as_drawing(result: Configuration, *, width: int) -> Drawing:  # noqa: ARG001
    """Draw two lines per setting, and how to change one."""
    table = grid("name", "value", "meaning", ratios=(None, 3, 5))
    for one in result.settings:
        value = lines(cell(one.value or "not set", "bold green" if one.is_set else ""), cell(_origin(one), QUIET))
        table.add_row(cell(one.name, TITLE), value, lines(cell(_plain(one.meaning)), cell(one.may_be, QUIET)))
    hint = "To change one: watchlist config set NAME VALUE...; to reset it: watchlist config unset NAME"
    return stack(table, "", cell(result.path, QUIET), cell(hint, QUIET))


def _origin(one: SettingNow) -> str:
    return "from your file" if one.is_set else "the default"


def _plain(text: str) -> str:
    return text.replace("`", "")

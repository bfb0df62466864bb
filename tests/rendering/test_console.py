"""Printing: results on stdout, messages on stderr, and nothing that the stream or the terminal cannot take."""

import io
from collections.abc import Iterator
from contextlib import redirect_stdout

import pytest

from watchlist.domain.settings import Pager, Settings
from watchlist.domain.tastes import Colours
from watchlist.rendering import console
from watchlist.rendering.chosen_style import use
from watchlist.rendering.drawing import Drawing, cell, linked, stack
from watchlist.rendering.style import STYLE, Style


class Fruit:
    """A view of a name."""

    def as_json(self, result: str) -> object:
        return {"name": result}

    def as_lines(self, result: str) -> Iterator[str]:
        yield f"name\t{result}"

    def as_drawing(self, result: str, *, width: int) -> Drawing:
        links = (linked(result, "", f"https://fruit.org/{n}") for n in (1, 2, 1))
        return stack(cell(f"{result}, {width} columns"), *links)


@pytest.fixture(autouse=True)
def styled() -> Iterator[None]:
    before = STYLE.set(Style())
    yield
    STYLE.reset(before)


def shown(monkeypatch: pytest.MonkeyPatch, *, as_json: bool = False, **environment: str) -> str:
    for name, value in {"COLUMNS": "50", "NO_COLOR": "1", **environment}.items():
        monkeypatch.setenv(name, value)
    with redirect_stdout(io.StringIO()) as out:
        assert console.show("pear", Fruit(), Fruit().as_drawing, as_json=as_json)
    return out.getvalue()


def test_a_pipe_gets_lines_a_program_json_and_a_terminal_a_drawing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown(monkeypatch) == "name\tpear\n"
    assert shown(monkeypatch, as_json=True) == '{\n  "name": "pear"\n}\n'
    assert shown(monkeypatch, FORCE_COLOR="1").splitlines()[0] == "pear, 50 columns"


def test_a_list_in_json_has_an_element_per_line_unless_it_is_printed_on_a_terminal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    value = [{"name": "pear"}, {"name": "a\nb"}]
    with redirect_stdout(io.StringIO()) as out:
        console.print_json(value)
        console.print_json([])
        monkeypatch.setattr(out, "isatty", lambda: True)
        console.print_json(value[:1])
    assert out.getvalue().splitlines() == [
        "[",
        '{"name": "pear"},',
        r'{"name": "a\nb"}',
        "]",
        "[]",
        "[",
        "  {",
        '    "name": "pear"',
        "  }",
        "]",
    ]


def test_the_same_screen_is_the_same_bytes_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    first = shown(monkeypatch, FORCE_COLOR="1")
    assert first == shown(monkeypatch, FORCE_COLOR="1")
    assert first.splitlines()[1] == "\x1b]8;id=1;https://fruit.org/1\x1b\\pear\x1b]8;;\x1b\\"
    assert first.count("]8;id=2;https://fruit.org/2") == 1


@pytest.mark.parametrize(
    ("environment", "colours", "coloured", "drawn"),
    [
        ({}, Colours.AUTO, True, False),
        ({"NO_COLOR": ""}, Colours.AUTO, True, False),
        ({"NO_COLOR": "1"}, Colours.ALWAYS, False, False),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, Colours.AUTO, False, True),
        ({"FORCE_COLOR": "1"}, Colours.NEVER, True, True),
        ({"FORCE_COLOR": "0"}, Colours.NEVER, False, False),
        ({"CLICOLOR_FORCE": "1"}, Colours.AUTO, True, True),
        ({"CLICOLOR": "0"}, Colours.AUTO, False, False),
        ({"CLICOLOR": "0"}, Colours.ALWAYS, True, False),
        ({"TERM": "dumb"}, Colours.AUTO, False, False),
    ],
)
def test_the_environment_goes_before_the_setting(
    environment: dict[str, str], colours: Colours, coloured: bool, drawn: bool
) -> None:
    use(Settings(colours=colours, pager=Pager.NEVER), iso=False)
    assert (console.has_colour(environment), console.is_terminal(io.StringIO(), environment)) == (coloured, drawn)


def test_json_spells_out_what_an_encoding_lacks(monkeypatch: pytest.MonkeyPatch) -> None:
    for encoding, printed in (("utf-8", '"\u4f59"\n'), ("ascii", '"\\u4f59"\n')):
        out = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
        monkeypatch.setattr("sys.stdout", out)
        console.print_json("\u4f59")
        out.flush()
        assert out.buffer.getvalue() == printed.encode()


def test_reports_and_messages_go_their_own_ways_and_steer_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    console.report("Added \x1b[2JHeat.", "With 1 tag.")
    console.message("no \x07bell")
    console.question("Which film?")
    assert capsys.readouterr() == ("Added \\x1b[2JHeat.\nWith 1 tag.\n", "no \\x07bell\nWhich film? ")


def test_a_file_is_written_as_it_is(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    console.write_bytes(b"a\r\n\x00\xff")
    assert capfdbinary.readouterr() == (b"a\r\n\x00\xff", b"")

"""What happens when something is wrong: a row for each fault and bad input.

Read it as the promise: the fault, the command, the exit code, what is said on stderr (or
the beginning of it), and that the list is byte for byte what it was.
"""

import os
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from program import Run, run_piped

LIST = b'# mine\nschema = 1\n\n[[films]]\nid = "alien-1979"\ntitle = "Alien"\n'
ADD = ("add", "Shrek 5")
SHOW = ("list",)


@dataclass(frozen=True)
class Fault:
    """A fault: what the list holds or how it lies, and what is promised."""

    name: str
    says: str
    code: int
    command: tuple[str, ...] = ADD
    holds: bytes | None = LIST
    lies: Callable[[Path], object] = field(default=lambda _: None)
    changes: bool = False
    shows: str = ""


def entry(lines: str) -> bytes:
    return LIST + f'\n[[films]]\nid = "bad"\n{lines}\n'.encode()


def make_fifo(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def make_directory(path: Path) -> None:
    path.unlink()
    path.mkdir()


def make_socket(path: Path) -> None:
    path.unlink()
    previous = Path.cwd()
    os.chdir(path.parent)  # the name of a socket may not be long
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(path.name)
    os.chdir(previous)


def make_loop(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.with_name("b"))
    path.with_name("b").symlink_to(path)


def make_device(path: Path) -> None:
    path.unlink()
    path.symlink_to("/dev/null")


def home_of(path: Path) -> Path:
    return path.parents[2]


def settings_of(path: Path) -> Path:
    settings = home_of(path) / "config" / "watchlist" / "config.toml"
    settings.parent.mkdir(parents=True)
    return settings


def sparse(path: Path) -> None:
    path.touch()
    os.truncate(path, 1 << 40)


def pipe_to_import(path: Path) -> None:
    os.mkfifo(path.with_name("pipe"))


def damaged_archive(path: Path) -> None:
    path.with_name("export.zip").write_bytes(b"PK\x03\x04 and nothing more")


def list_gone_with_its_copy(path: Path) -> None:
    assert run_piped("add", "Shrek 5").code == 0
    path.unlink()


def no_place_for_copies(path: Path) -> None:
    (home_of(path) / "state").write_text("a file in its place")


PROMISES = (
    Fault("no list, read", "", 0, SHOW, holds=None),
    Fault("no list, write", "", 0, holds=None, changes=True),
    Fault("an empty list", "", 0, SHOW, holds=b""),
    Fault("an empty list, write", "", 0, holds=b"", changes=True),
    Fault("only comments", "", 0, holds=b"# nothing yet\n", changes=True),
    Fault("no TOML, read", 'DIR/watchlist.toml:1:5: invalid value: "a = great"', 5, SHOW, holds=b"a = great\n"),
    Fault("no TOML, write", 'DIR/watchlist.toml:1:5: invalid value: "a = great"', 5, holds=b"a = great\n"),
    Fault("a key twice", 'DIR/watchlist.toml:2:1: this is defined twice: "a = 2"', 5, holds=b"a = 1\na = 2\n"),
    Fault("a table twice", "DIR/watchlist.toml:3:1: this is defined twice", 5, holds=b"[a]\n[b]\n[a]\n"),
    Fault("an unfinished merge", "DIR/watchlist.toml:7:1: an unfinished merge", 5, holds=LIST + b"<<<<<<< HEAD\n"),
    Fault("not UTF-8", "DIR/watchlist.toml:1:6: byte 0xff is not UTF-8", 5, holds=b'a = "\xff"'),
    Fault("UTF-16", "DIR/watchlist.toml:1:1: byte 0xff is not UTF-8", 5, holds="a = 1".encode("utf-16")),
    Fault("a byte order mark", "", 0, holds=b"\xef\xbb\xbf" + LIST, changes=True),
    Fault("line ends of Windows", "", 0, holds=LIST.replace(b"\n", b"\r\n"), changes=True),
    Fault("a lone carriage return", "DIR/watchlist.toml:1:11: ", 5, holds=b"schema = 1\rb = 1"),
    Fault("a NUL", "DIR/watchlist.toml:1:11: ", 5, holds=b"schema = 1\x00"),
    Fault("TOML 1.1", "DIR/watchlist.toml:1:", 5, holds=b"a = { b = 1,\n }\n"),
    Fault("keys and tables of one's own", "", 0, holds=LIST + b"[mine]\nx = 1\n", changes=True),
    Fault("a newer list, read", "", 0, SHOW, holds=b"schema = 99\n"),
    Fault(
        "a newer list, write",
        "DIR/watchlist.toml:1:10: written by a newer watchlist (schema 99, this one knows 1)",
        5,
        holds=b"schema = 99\n",
    ),
    Fault(
        *("a title that is no text, read", "DIR/watchlist.toml:10:9: title: must be text, in quotes, not 1", 0, SHOW),
        holds=entry("title = 1"),
        shows="Alien",
    ),
    Fault("a title that is no text, write another", "", 0, holds=entry("title = 1"), changes=True),
    Fault("a rating of 11", "DIR/watchlist.toml:10:10: rating: must be a whole number", 0, SHOW, entry("rating = 11")),
    Fault(
        "a rating of nan", "DIR/watchlist.toml:10:10: rating: must be a whole number", 0, SHOW, entry("rating = nan")
    ),
    Fault(
        "a status unknown", "DIR/watchlist.toml:10:10: status: must be one of wanted,", 0, SHOW, entry("status = 'x'")
    ),
    Fault(
        "films that are no array", "DIR/watchlist.toml:2:1: films must be an array of tables", 5, SHOW, b"\n[films]\n"
    ),
    Fault(
        *("an entry that is no table", "DIR/watchlist.toml:1:9: films 1: must be a table", 0, SHOW),
        holds=b'films = [1, { id = "alien-1979" }]\n',
        shows="Alien",
    ),
    Fault(
        *(
            "one id twice",
            'DIR/watchlist.toml:9:6: the id "alien-1979" is used twice; the first entry counts',
            0,
            SHOW,
        ),
        holds=LIST + b'\n[[films]]\nid = "alien-1979"\n',
        shows="Alien",
    ),
    Fault("a number too long to print", "DIR/watchlist.toml:10:10: rating", 0, SHOW, entry("rating = 0x" + "f" * 3000)),
    Fault(
        "a number of 5,000 digits",
        "DIR/watchlist.toml:10:1: a number of more",
        5,
        holds=entry("rating = " + "9" * 5000),
    ),
    Fault(
        "100,000 brackets",
        "DIR/watchlist.toml:10:1: nested more than 100 levels",
        5,
        holds=entry("a = " + "[" * 100_000),
    ),
    Fault("inline tables without end", "DIR/watchlist.toml: a value is nested too", 5, holds=b"a=" + b"{a=" * 100_000),
    Fault(
        "a key bomb",
        "DIR/watchlist.toml:10:1: a key of more than 100 parts",
        5,
        holds=entry(".".join("a" * 100_000) + "=1"),
    ),
    Fault(
        "a quoted key bomb", "DIR/watchlist.toml:10:1: a key of more", 5, holds=entry(".".join(['"a"'] * 50_000) + "=1")
    ),
    Fault(
        "a header bomb", "DIR/watchlist.toml:10:1: a key of more", 5, holds=entry("[" + ".".join("a" * 50_000) + "]")
    ),
    Fault("a note that looks like a key bomb", "", 0, holds=entry(f'note = "{".".join("a" * 200)}"'), changes=True),
    Fault("a note that looks deep", "", 0, holds=entry(f"note = '{'[' * 200}'\ntags = [\"'''\"]"), changes=True),
    Fault(
        "a bomb behind odd quotes",
        "DIR/watchlist.toml:11:1: a key of more than 100 parts",
        5,
        holds=entry('a = [ """\n""", {' + ".".join("a" * 50_000) + '=1}, "" ]'),
    ),
    Fault("33 MiB", "DIR/watchlist.toml: larger than 32 MiB", 5, SHOW, b"#" * (33 << 20)),
    Fault("days at the ends of time", "", 0, SHOW, entry("viewings = [0001-01-01, 9999-12-31]"), shows="0001-01-01"),
    Fault(
        "a time for a day", "DIR/watchlist.toml:10:9: added: must be", 0, SHOW, entry("added = 2024-01-01T10:00:00Z")
    ),
    Fault("a pipe", "DIR/watchlist.toml is not a regular file", 6, SHOW, lies=make_fifo),
    Fault("a directory", "DIR/watchlist.toml is not a regular file", 6, lies=make_directory),
    Fault("a socket", "cannot read DIR/watchlist.toml: ", 6, SHOW, lies=make_socket),
    Fault("a device", "DIR/watchlist.toml is not a regular file", 6, SHOW, lies=make_device),
    Fault(
        "a loop of links, read",
        "cannot read DIR/watchlist.toml: a symbolic link is in the way",
        6,
        SHOW,
        lies=make_loop,
    ),
    Fault("a loop of links, write", "cannot read DIR/watchlist.toml: a symbolic link is in the way", 6, lies=make_loop),
    Fault(
        *("hard links", "DIR/watchlist.toml had other names (hard links): they keep the old text.", 0),
        lies=lambda path: path.with_name("other").hardlink_to(path),
        changes=True,
    ),
    Fault("a film that nobody knows", "no film is called", 3, ("show", "zzzzzz")),
    Fault("a title of nothing", "a title needs a visible character", 2, ("add", "\u200b\u2060", "--release", "TBA")),
    Fault("a title of a line break", "a title needs a visible character", 2, ("add", "\n", "--release", "TBA")),
    Fault(
        "a title of 10,000 letters", "a title has at most 500 characters", 2, ("add", "x" * 10_000, "--release", "TBA")
    ),
    Fault(
        "a title in no encoding",
        'the title "bad\\udcff" is not valid UTF-8',
        2,
        ("add", "bad\udcff", "--release", "TBA"),
    ),
    Fault("a date of 400 nines", '"99999', 2, ("add", "Heat 2", "--release", "9" * 400)),
    Fault("an offset of 99 hours", '"+99:99" is not a date', 2, ("add", "Heat 2", "--release", "+99:99")),
    Fault("an ambiguous date", '"10/11/12" can be read in several ways', 2, ("add", "Heat 2", "--release", "10/11/12")),
    Fault(
        "an address that is a script",
        '"javascript:x" is not an address',
        2,
        ("add", "Heat 2", "--release", "TBA", "--url", "javascript:x"),
    ),
    Fault("nothing to undo", "there is nothing to undo", 1, ("undo",)),
    Fault("nothing to redo", "there is nothing to redo", 1, ("redo",)),
    Fault("a sparse list", "DIR/watchlist.toml: larger than 32 MiB", 5, SHOW, lies=sparse),
    Fault("a sparse list, write", "DIR/watchlist.toml: larger than 32 MiB", 5, lies=sparse),
    Fault(
        *("settings of 2 MiB", "HOME/config/watchlist/config.toml: larger than 1 MiB", 5, SHOW),
        lies=lambda path: settings_of(path).write_bytes(b"#" * (2 << 20)),
    ),
    Fault(
        *("sparse settings, write", "HOME/config/watchlist/config.toml: larger than 256 MiB", 5),
        command=("config", "set", "regions", "JP"),
        lies=lambda path: sparse(settings_of(path)),
    ),
    Fault(
        *("settings that are a pipe", "HOME/config/watchlist/config.toml is not a regular file", 6, SHOW),
        lies=lambda path: os.mkfifo(settings_of(path)),
    ),
    Fault("a pipe to import", "DIR/pipe is not a regular file", 6, ("import", "DIR/pipe"), lies=pipe_to_import),
    Fault("a device to import", "/dev/zero is not a regular file", 6, ("import", "/dev/zero")),
    Fault(
        *("a damaged archive to import", "DIR/export.zip is a damaged archive: ", 5, ("import", "DIR/export.zip")),
        lies=damaged_archive,
    ),
    Fault("a list that is gone", "your list at DIR/watchlist.toml is gone", 5, SHOW, lies=list_gone_with_its_copy),
    Fault("a list that is gone, write", "your list at DIR/watchlist.toml is gone", 5, lies=list_gone_with_its_copy),
    Fault(
        *("a list that was named and is not there", "there is no list at DIR/typo.toml", 5),
        command=("--file", "DIR/typo.toml", "add", "Shrek 5"),
    ),
    Fault("no place for copies", "cannot write HOME/state/watchlist", 6, lies=no_place_for_copies),
    Fault("an editor without anybody to ask", "edit opens an editor", 2, ("--no-input", "edit")),
    Fault("no such copy", "there is no backup number 7", 2, ("restore", "7")),
)


@pytest.mark.parametrize("fault", PROMISES, ids=lambda fault: fault.name)
def test_a_fault_has_its_message_its_code_and_leaves_the_list(fault: Fault, run: Run, list_file: Path) -> None:
    list_file.parent.mkdir(parents=True)
    if fault.holds is not None:
        list_file.write_bytes(fault.holds)
        fault.lies(list_file)
    with within_reason():
        ran = run(*(part.replace("DIR", str(list_file.parent)) for part in fault.command))
    said = ran.err.replace(str(list_file.parent), "DIR").removeprefix("watchlist: ")
    said = said.replace(str(home_of(list_file)), "HOME")
    assert (ran.code, said[: len(fault.says) or None]) == (fault.code, fault.says)
    assert len(ran.err.splitlines()) <= 3
    assert max((len(line) for line in ran.err.splitlines()), default=0) < 500
    assert fault.shows in ran.out
    if fault.lies is sparse:
        assert list_file.stat().st_size == 1 << 40
    elif fault.holds is not None and list_file.is_file() and not list_file.is_symlink():
        after = list_file.read_bytes()
        assert (after != fault.holds) == fault.changes
        assert not fault.changes or after.startswith(fault.holds.rstrip(b"\r\n"))
    elif fault.holds is None:
        assert list_file.exists() == fault.changes


@pytest.mark.parametrize("broken", ["rating = 99\n", "added = 'soon'\n"])
def test_a_change_leaves_a_broken_entry_of_the_same_film_alone(broken: str, run: Run, list_file: Path) -> None:
    twin = f'[[films]]\nid = "alien-1979"\n{broken}'
    list_file.parent.mkdir(parents=True)
    list_file.write_text(f'schema = 1\n\n{twin}\n[[films]]\nid = "alien-1979"\n')
    assert run("rate", "alien", "4").code == 0
    assert list_file.read_text() == f'schema = 1\n\n{twin}\n[[films]]\nid = "alien-1979"\nrating = 8\n'


def test_an_entry_goes_where_another_is_no_table(run: Run, list_file: Path) -> None:
    list_file.parent.mkdir(parents=True)
    list_file.write_text('schema = 1\nfilms = [1, { id = "alien-1979" }]\n')
    assert run("remove", "alien").code == 0
    assert list_file.read_text() == "schema = 1\nfilms = [\n    1,\n]\n"


@contextmanager
def within_reason() -> Iterator[None]:
    """Fail rather than fill the memory: no bad input may cost more than a gigabyte."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (3 << 30, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


HOSTILE = (
    *(
        "Alien\x1b[2J\x1b[H",
        "\x1b]0;pwn\x07",
        "\x1b]52;c;Y3VybCBldmlsfHNo\x1b\\",
        "\x1b[6n",
        "\x9b31mred",
        "\x9d0;x\x9c",
    ),
    *("x\x1bP", "x\x1b]", "a\u2028b", "a\x85b", "[/]", "[rec]", ":skull:", "[link=file:///etc/passwd]x[/link]"),
    *("\u202egnp.exe", "a\u2066b", "\U000e0041x", "x\\\\\\", "[bold", "{x}", "%s", "$(id)", "-rf", "CON", "../../x"),
)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_shows_as_what_it_is_everywhere(hostile: str, run: Run, list_file: Path) -> None:
    assert run("add", "--release", "2027", "--source", hostile, "--", hostile).code == 0
    for command in (["list"], ["upcoming"], ["show", "--", hostile], ["why", "--", hostile], [], ["log"], ["doctor"]):
        ran = run(*command)
        assert (ran.code, unsafe(ran.out + ran.err)) == (0, [])
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FORCE_COLOR", "1")
        for command in (["upcoming"], ["show", "--", hostile]):
            ran = run(*command)
            assert (ran.code, unsafe(ran.out + ran.err)) == (0, [])
    ran = run("remove", "--", f"{hostile} that is not there")
    assert not unsafe(ran.err)
    assert list_file.read_text(encoding="utf-8")


def unsafe(text: str) -> list[str]:
    """Find what could steer a terminal, beside the styles that Rich sets itself."""
    import re

    text = re.sub(r"\x1b\[[0-9;]*m", "", text)
    return re.findall("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]", text)


def test_a_hostile_path_in_an_error_is_made_visible(run: Run, tmp_path: Path) -> None:
    ran = run("--file", str(tmp_path / "a\x1b[2J.toml"), "list")
    assert (ran.code, unsafe(ran.err)) == (5, [])
    assert r"there is no list at " in ran.err
    (tmp_path / "b\x1b[2J.toml").write_bytes(b"a = great")
    ran = run("--file", str(tmp_path / "b\x1b[2J.toml"), "list")
    assert (ran.code, unsafe(ran.err)) == (5, [])
    assert r"b\x1b[2J.toml:1:5: invalid value" in ran.err

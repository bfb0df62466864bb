"""Completion in the shells that people use: real ones, with titles that have spaces, quotes, colons and commands."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from program import Run
from real_shell import BIN, SHELLS, RealShell

ODD = (
    *('It\'s "Me": A $tory', "Dune: Part Two", "Dune Messiah", "Mission: Impossible", "Wow! What now?"),
    *("Closer", "back\\slash", "~root", "{a,b}", "Tom & Jerry; the movie", "余命 映画", "Tęśknota"),
)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not (Path(BIN) / "watchlist").exists(), reason="the program is not installed as a command"),
]


def here(shell: str) -> object:
    return pytest.param(shell, marks=pytest.mark.skipif(shutil.which(shell) is None, reason=f"{shell} is not here"))


@pytest.fixture(params=[here(shell) for shell in SHELLS])
def shell(request: pytest.FixtureRequest, run: Run, tmp_path: Path) -> Iterator[RealShell]:
    for title in ODD:
        assert run("add", title, "--new", "--release", "TBA").code == 0
    run("add", "Drawing Closer")
    run("tag", "Drawing Closer", "two words", "tears")
    run("config", "set", "aliases.soon", "upcoming --within 30d")
    with RealShell(request.param, tmp_path) as started:
        yield started


LINES = (
    ("watchlist upc\t", ["upcoming"]),
    ("watchlist soo\t--al\t", ["soon", "--all"]),
    ("watchlist show draw\t", ["show", "Drawing Closer"]),
    ("watchlist show DRAW\t", ["show", "Drawing Closer"]),
    ("watchlist show dr cl\t", ["show", "dr", "cl"]),
    ("watchlist show drawing cl\t", ["show", "drawing", "Closer"]),
    ("watchlist show tory\t", ["show", 'It\'s "Me": A $tory']),
    ("watchlist show 'jerry\t", ["show", "Tom & Jerry; the movie"]),
    ('watchlist show "wow\t', ["show", "Wow! What now?"]),
    ("watchlist show mess\t", ["show", "Dune Messiah"]),
    ("watchlist show impos\t", ["show", "Mission: Impossible"]),
    ("watchlist show back\t", ["show", "back\\slash"]),
    ("watchlist show root\t", ["show", "~root"]),
    ("watchlist show a,b\t", ["show", "{a,b}"]),
    ("watchlist show 映\t", ["show", "余命 映画"]),
    ("watchlist drop tęś\t", ["drop", "Tęśknota"]),
    ("watchlist add starfig\t", ["add", "Star Wars: Starfighter"]),
    ("watchlist rate back\t4.\t", ["rate", "back\\slash", "4.5"]),
    ("watchlist config set reg\tjp\t", ["config", "set", "regions", "JP"]),
    ("watchlist list --tag two\t", ["list", "--tag", "two words"]),
    ("watchlist list --tag=te\t", ["list", "--tag=tears"]),
    ("watchlist upcoming --service Netf\t", ["upcoming", "--service", "Netflix"]),
    ("watchlist upcoming --with\t9\t", ["upcoming", "--within", "90d"]),
    ("watchlist want shrek --channel ci\t", ["want", "shrek", "--channel", "cinemas"]),
    ("watchlist import fil\t", ["import", "films file.csv"]),
    ("watchlist list fil\t", ["list", "fil"]),
)
"""What is typed, with tabs, and the words that the program gets."""


def test_what_is_completed_reaches_the_program_as_it_is_written(shell: RealShell, tmp_path: Path) -> None:
    (tmp_path / "films file.csv").touch()
    wanted = dict(LINES)
    if shell.name == "fish":  # it would not quote the "~"
        wanted["watchlist show root\t"] = ["show", "root"]
    assert {typed: shell.words(typed) for typed in wanted} == wanted


def test_where_several_titles_fit_nothing_that_was_typed_is_lost(shell: RealShell) -> None:
    shown = shell.press("watchlist show closer\t") + shell.press("\t") + shell.press("\t")
    assert "Drawing" in shown or "Closer" in shown
    shell.press("\x15")
    assert " ".join(shell.words("watchlist show dun\t: p\t")) == "show Dune: Part Two"


def test_damaged_files_offer_nothing_and_say_nothing(shell: RealShell, list_file: Path, home: Path) -> None:
    list_file.write_text("[[[")
    (home / "config" / "watchlist" / "config.toml").write_text("[[[")
    assert shell.words("watchlist drop dra\t") == ["drop", "dra"]
    assert shell.words("watchlist nothing dra\t") == ["nothing", "dra"]


HOSTILE = (
    *("\\$(touch pwned)", "$(touch pwned)", "`touch pwned`", "\\`touch pwned\\`", '"; touch pwned; "'),
    *("'; touch pwned; '", "x; touch pwned", "x) touch pwned; (", "x:$(touch pwned)", "${(e):-$(touch pwned)}"),
    *("x\ntouch pwned", "*", "x && touch pwned", "'$(touch pwned)'", "''$(touch pwned)''", "{touch,pwned}"),
    *("<(touch pwned)", "x\\:$(touch pwned)", "=(touch pwned)", "%F{red}$(touch pwned)%f", "x\ttouch pwned"),
    *(
        "$(touch pwned)\\",
        "\\",
        "\\\\$(touch pwned)",
        "!!;touch pwned",
        "x\r\ntouch pwned\n",
        "\x1b]0;x\x07$(touch pwned)",
    ),
)


@pytest.fixture
def hostile(run: Run, tmp_path: Path) -> None:
    """Bring in a list whose titles, tags, services, ids and aliases are commands; each begins with what is typed."""
    entries = [
        {"id": f"zz{number}", "title": f"zz{text}", "tags": [f"zz{text}"], "want": {"service": f"zz{text}"}}
        for number, text in enumerate(HOSTILE)
    ]
    entries += [
        {"id": f"yy{''.join(text.split())}", "title": f"qq {number}"} for number, text in enumerate(HOSTILE[:-1])
    ]
    path = tmp_path / "hostile.json"
    path.write_text(json.dumps({"format": "watchlist", "version": 1, "entries": entries}))
    assert run("import", "--partial", str(path)).code == 0
    for text in HOSTILE:
        run("claim", "Shrek 5", "2031", "--service", f"zz{text}", "--region", "US")


@pytest.mark.usefixtures("hostile")
@pytest.mark.parametrize("name", [here(shell) for shell in SHELLS])
def test_nothing_from_outside_runs_at_tab_or_when_what_was_completed_is_sent(name: str, tmp_path: Path) -> None:
    with RealShell(name, tmp_path) as shell:
        for typed in ("drop zz", "list --tag zz", "upcoming --service zz", "show zz", "drop yy", "show qq", "log"):
            for quote in ("", "'", '"'):
                start, _, last = typed.rpartition(" ")
                shell.press(f"watchlist {start} {quote}{last}\t\t\t")
                shell.press(f"{quote}\n")
                shell.press("\x03")
        assert not (tmp_path / "pwned").exists()
        shell.press("touch pwned\n")
        assert (tmp_path / "pwned").exists()


@pytest.mark.parametrize("name", [here(shell) for shell in SHELLS])
def test_a_hostile_title_is_completed_as_it_is_written(name: str, run: Run, tmp_path: Path) -> None:
    titles = {f"k{chr(97 + at)}": " ".join(text.split()) for at, text in enumerate(HOSTILE)}
    written = {start: f"{start} {text}" for start, text in titles.items() if text.isprintable()}
    entries = [{"id": start, "title": title} for start, title in written.items()]
    path = tmp_path / "hostile.json"
    path.write_text(json.dumps({"format": "watchlist", "version": 1, "entries": entries}))
    assert run("import", str(path)).code == 0
    with RealShell(name, tmp_path) as shell:
        for number, quote in enumerate(("", "'", '"')):  # each title in one of the three states
            these = dict(islice(written.items(), number, None, 3))
            completed = {start: shell.words(f"watchlist drop {quote}{start}\t") for start in these}
            assert completed == {start: ["drop", title] for start, title in these.items()}
    assert not (tmp_path / "pwned").exists()


@pytest.mark.parametrize("name", [here(shell) for shell in SHELLS])
def test_an_installed_completion_works_in_the_next_shell(name: str, run: Run, tmp_path: Path) -> None:
    run("add", "Drawing Closer")
    environment = {**os.environ, "HOME": str(tmp_path)}
    for _ in range(2):
        installed = subprocess.run(
            [f"{BIN}/watchlist", "--install-completion", name],
            capture_output=True,
            text=True,
            check=True,
            env=environment,
        )
    assert installed.stdout.startswith(f"Completion for {name} is in {tmp_path}")
    with RealShell(name, tmp_path, setup=False) as shell:
        assert shell.words("watchlist show clos\t") == ["show", "Drawing Closer"]

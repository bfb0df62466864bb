"""Two versions side by side: `python benchmarks/versions.py OLD NEW`, each a git revision of this repository.

Each is installed into an environment of its own, reads the same data, and is timed in turn. No answer is remembered.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from data import TODAY, write_list
from timing import Command, medians, output

ROOT = Path(__file__).parents[1]
AS_OF = ["--as-of", TODAY.isoformat()]
READING = {
    "watchlist alone": [],
    "upcoming": ["upcoming", *AS_OF],
    "upcoming --all": ["upcoming", "--all", *AS_OF],
    "show": ["show", "shrek-5-2027"],
    "why": ["why", "shrek-5-2027"],
    "history": ["history", "shrek-5-2027"],
    "list": ["list"],
    "list --json": ["list", "--json"],
    "search": ["search", "nagase"],
    "moved": ["moved"],
    "calendar": ["calendar"],
    "timeline": ["timeline"],
    "stats": ["stats"],
    "log": ["log"],
    "export csv": ["export", "csv"],
    "--help": ["--help"],
}
"""Commands that both versions know."""
WRITING = {
    "add": (["remove", "shrek-5-2027"], ["add", "shrek-5-2027"]),
    "rate": (["rate", "drawing-closer-2024", "2"], ["rate", "drawing-closer-2024", "4"]),
    "undo": (["rate", "drawing-closer-2024", "3"], ["undo"]),
}
"""Commands that change the list: what comes before each run and is not timed, and what is timed."""


def installed(revision: str, work: Path) -> Path:
    """Install a revision; give its program."""
    source, home = work / f"source-{revision.replace('/', '-')}", work / f"version-{revision.replace('/', '-')}"
    source.mkdir()
    archive = subprocess.run(["git", "-C", str(ROOT), "archive", revision], capture_output=True, check=True).stdout
    subprocess.run(["tar", "-x", "-C", str(source)], input=archive, check=True)
    subprocess.run([sys.executable, "-m", "venv", str(home)], check=True)
    subprocess.run([str(home / "bin" / "pip"), "install", "--quiet", str(source)], check=True)
    return home / "bin" / "watchlist"


def commands_of(version: str, work: Path, entries: int) -> dict[str, Command]:
    """Install a version, give it a list, run each command once, and give them by name."""
    program, home = installed(version, work), work / f"home-{version.replace('/', '-')}"
    places = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("DATA", "CONFIG", "STATE", "CACHE")}
    (home / "data" / "watchlist").mkdir(parents=True)
    write_list(home / "data" / "watchlist" / "watchlist.toml", entries)

    def call(arguments: list[str]) -> Command:
        return Command([str(program), *arguments], {**places, "WATCHLIST_CACHE": "off"})

    def after(first: list[str], then: list[str]) -> Command:
        return call(then)._replace(before=lambda: void(output(call(first))))

    output(call(["add", "shrek-5-2027"]))
    output(call(["add", "drawing-closer-2024"]))
    reading = {name: call(arguments) for name, arguments in READING.items()}
    for command in reading.values():
        output(command)
    return reading | {name: after(*both) for name, both in WRITING.items()}


def void(_: str) -> None:
    """Take what a command prints, and do nothing with it."""


def main() -> None:
    """Read the two revisions, and print a table."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    options.add_argument("old")
    options.add_argument("new")
    options.add_argument("--entries", type=int, default=100)
    options.add_argument("--rounds", type=int, default=15)
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        versions = {version: commands_of(version, Path(folder), asked.entries) for version in (asked.old, asked.new)}
        named = {(name, version): command for version, by in versions.items() for name, command in by.items()}
        times = medians({f"{name} {version}": command for (name, version), command in named.items()}, asked.rounds)
    print(f"| | {asked.old}, ms | {asked.new}, ms | ratio |\n|---|---|---|---|")
    for name in versions[asked.old]:
        old, new = times[f"{name} {asked.old}"], times[f"{name} {asked.new}"]
        print(f"| {name} | {old:.0f} | {new:.0f} | {new / old:.2f} |")


if __name__ == "__main__":
    main()

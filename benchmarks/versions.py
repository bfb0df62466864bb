"""Two versions side by side: `python benchmarks/versions.py OLD NEW`, each a git revision of this repository.

Each is installed into an environment of its own, reads the same data, and is timed in turn.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from data import TODAY, write_list
from timing import Command, medians, output

ROOT = Path(__file__).parents[1]
READING = {
    "upcoming --all": ["upcoming", "--all", "--as-of", TODAY.isoformat()],
    "show": ["show", "shrek-5-2027"],
    "list": ["list"],
    "search": ["search", "nagase"],
    "--help": ["--help"],
}
"""Commands that both versions know."""


def installed(revision: str, work: Path) -> Path:
    """Install a revision; give its program."""
    source, home = work / f"source-{revision.replace('/', '-')}", work / f"version-{revision.replace('/', '-')}"
    source.mkdir()
    archive = subprocess.run(["git", "-C", str(ROOT), "archive", revision], capture_output=True, check=True).stdout
    subprocess.run(["tar", "-x", "-C", str(source)], input=archive, check=True)
    subprocess.run([sys.executable, "-m", "venv", str(home)], check=True)
    subprocess.run([str(home / "bin" / "pip"), "install", "--quiet", str(source)], check=True)
    return home / "bin" / "watchlist"


def main() -> None:
    """Read the two revisions, and print a table."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    options.add_argument("old")
    options.add_argument("new")
    options.add_argument("--entries", type=int, default=100)
    options.add_argument("--rounds", type=int, default=15)
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        commands: dict[str, Command] = {}
        for version in (asked.old, asked.new):
            program, home = installed(version, work), work / f"home-{version.replace('/', '-')}"
            places = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("DATA", "CONFIG", "STATE", "CACHE")}
            (home / "data" / "watchlist").mkdir(parents=True)
            write_list(home / "data" / "watchlist" / "watchlist.toml", asked.entries)
            for name, arguments in READING.items():
                commands[f"{name} {version}"] = Command([str(program), *arguments], places)
                output(commands[f"{name} {version}"])
        times = medians(commands, asked.rounds)
    print(f"| | {asked.old}, ms | {asked.new}, ms | ratio |\n|---|---|---|---|")
    for name in READING:
        old, new = times[f"{name} {asked.old}"], times[f"{name} {asked.new}"]
        print(f"| {name} | {old:.0f} | {new:.0f} | {new / old:.2f} |")


if __name__ == "__main__":
    main()

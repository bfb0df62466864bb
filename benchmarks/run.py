"""How fast it is: `python benchmarks/run.py` makes the data, measures, and prints one table with ratios.

It measures the `watchlist` of the Python that runs it, beside bare Python, a minimal Typer
application and programs that do the same work, after it has compared their answers. With
`--check` it measures nothing: it makes a little data and checks the answers.
"""

import argparse
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import peers
from data import NEXT, OTHER_SEED, TODAY, release_day, titles, write_films, write_list, write_titles
from timing import Command, medians, output, peak_memory

MINIMAL = """\
import typer

app = typer.Typer()


@app.command()
def one(name: str = "x"):
    print(name)


@app.command()
def two():
    print("two")


app()
"""
AS_OF = TODAY.isoformat()
_LONG = 8
"""Letters from which one slip leaves enough of a title to tell which it is."""


def ours(folder: Path, *arguments: str, terminal: bool = False) -> Command:
    """Call our program with a home of its own; drawn as on a terminal, or as piped. Each answer is made anew."""
    home = {f"XDG_{name}_HOME": str(folder / name.lower()) for name in ("DATA", "CONFIG", "STATE", "CACHE")}
    drawn = {"FORCE_COLOR": "1"} if terminal else {}
    return Command(
        [str(Path(sys.executable).parent / "watchlist"), *arguments], {**home, **drawn, "WATCHLIST_CACHE": "off"}
    )


def again(command: Command) -> Command:
    """Ask a question of which the answer is remembered from the round before."""
    return command._replace(environment={**command.environment, "WATCHLIST_CACHE": "on"})


def first(command: Command) -> Command:
    """Ask a question of which the answer is not remembered yet, and will be."""
    answers = Path(command.environment["XDG_CACHE_HOME"]) / "watchlist" / "answers"
    return again(command)._replace(before=lambda: shutil.rmtree(answers, ignore_errors=True))


def after(earlier: Command, command: Command) -> Command:
    """Run another command before each run, so that this one has something to change."""
    return command._replace(before=lambda: output(earlier))


def made(folder: Path, films: int, entries: int, *, imdb: int = 0) -> Path:
    """Make a home with films and entries in our formats, and compile it; once, if it is not there."""
    data = folder / "data" / "watchlist"
    if not (data / "watchlist.toml").exists():
        data.mkdir(parents=True)
        (folder / "films.toml").unlink(missing_ok=True)
        if films:
            write_films(folder / "films.toml", films)
            output(ours(folder, "catalogue", "add", str(folder / "films.toml")))
        if imdb:
            write_titles(folder / "title.basics.tsv.gz", imdb)
            output(ours(folder, "catalogue", "add", str(folder / "title.basics.tsv.gz")))
        write_list(data / "watchlist.toml", entries)
        os.utime(data / "watchlist.toml", (1_600_000_000, 1_600_000_000))
    output(ours(folder, "upcoming", "--as-of", AS_OF))
    return folder


def upcoming(folder: Path, *more: str, terminal: bool = False) -> Command:
    """Ask for the next thirty films of the list."""
    return ours(folder, "upcoming", "--as-of", AS_OF, "--limit", str(NEXT), *more, terminal=terminal)


def expected(number: int) -> set[str]:
    """Name the films of the list that are still to come."""
    return {title for at, title in enumerate(titles(number)) if release_day(at, number) > TODAY}


def agree(name: str, command: Command, number: int) -> None:
    """Hold a program's answer against what is to come: each film in it, and no film that is out."""
    answer = " ".join(output(command).split())
    missing = [title for title in expected(number) if title not in answer]
    if missing:
        raise SystemExit(f"{name} at {number:,}: {len(missing)} films are missing, such as {missing[0]}")


def rows(work: Path, sizes: list[int], films: int, rounds: int) -> Iterator[str]:
    """Measure, and give the lines of the table."""
    python = sys.executable
    (work / "minimal.py").write_text(MINIMAL)
    base = {
        "python -c pass": Command([python, "-c", "pass"]),
        "a minimal Typer app": Command([python, str(work / "minimal.py"), "two"]),
    }
    small, changing = made(work / "small", 300, 100), made(work / "changing", 300, 100)
    typo = next(titles(1))
    commands = {
        **base,
        "upcoming": upcoming(small),
        "upcoming, drawn": upcoming(small, terminal=True),
        "upcoming --json": upcoming(small, "--json"),
        "show": ours(small, "show", "film-7"),
        "show, drawn": ours(small, "show", "film-7", terminal=True),
        "list": ours(small, "list"),
        "list, drawn": ours(small, "list", terminal=True),
        "list --json": ours(small, "list", "--json"),
        "rate": after(ours(changing, "rate", "film-7", "3"), ours(changing, "rate", "film-7", "4")),
        "watched": ours(changing, "watched", "film-7", "--no-date"),
        "add": after(ours(changing, "remove", "film-9", "--yes"), ours(changing, "add", "film-9")),
        "complete a title": Command(
            ours(small).arguments,
            {
                **ours(small).environment,
                "_WATCHLIST_COMPLETE": "complete_bash",
                "COMP_WORDS": f"watchlist show {typo[:4].lower()}",
                "COMP_CWORD": "2",
            },
        ),
        "--help": ours(small, "--help"),
    }
    yield from _table("300 films, 100 entries", commands, rounds, base="a minimal Typer app")
    programs = peers.install(work)
    for size in sizes:
        listed = {"ours": upcoming(made(work / f"list-{size}", size, size))}
        listed["ours, asked again"] = again(listed["ours"])
        listed |= {name: make(programs, work / f"{name}-{size}", size) for name, make in peers.PEERS.items()}
        for name, command in listed.items():
            agree(name, command, size)
        yield from _table(f"the next of {size:,}", listed, rounds, base="ours")
    few, many = made(work / "few", 300, 10), made(work / "many", 300, 10, imdb=films)
    long = made(work / "long", 100_000, 100_000)
    other = next(title for title in titles(100, OTHER_SEED) if len(title) > _LONG)
    misspelt = other[:3] + other[4:]
    growth = {
        "upcoming, 300 films, 10 entries": upcoming(few),
        f"upcoming, {films:,} films": upcoming(many),
        "upcoming, 100,000 entries": upcoming(long),
        f"show, {films:,} films": ours(many, "show", "film-7"),
        f"show with a typo, {films:,} films": ours(many, "show", misspelt),
        f"search with a typo, {films:,} films": ours(many, "search", misspelt),
        "rate, 100,000 entries": ours(long, "rate", "film-7", "4"),
        "rate, 1,000 entries": ours(made(work / "thousand", 300, 1000), "rate", "film-7", "4"),
        "rate, 10,000 entries": ours(made(work / "ten-thousand", 300, 10_000), "rate", "film-7", "4"),
        "rate, 10 entries": ours(few, "rate", "film-7", "4"),
    }
    yield from _table("growth", growth, rounds, base="upcoming, 300 films, 10 entries")
    yield "| peak memory | MB | |"
    for name in ("upcoming, 300 films, 10 entries", f"upcoming, {films:,} films", "upcoming, 100,000 entries"):
        yield f"| {name} | {peak_memory(growth[name]):.0f} | |"


def repeated(work: Path, films: int, rounds: int) -> Iterator[str]:
    """Measure the same questions again and again, at several sizes, and give the lines of a table of ratios."""
    homes = {
        "10 entries": made(work / "few", 300, 10),
        "10,000": made(work / "ten-thousand", 300, 10_000),
        "100,000": made(work / "long", 100_000, 100_000),
        f"{films:,} films": made(work / "many", 300, 10, imdb=films),
    }
    questions = {
        "upcoming": ("upcoming", "--as-of", AS_OF, "--limit", str(NEXT)),
        "show": ("show", "film-7"),
        "list": ("list",),
        "home": (),
        "calendar": ("calendar", "--as-of", AS_OF),
    }
    yield f"| **asked again** | {' | '.join(homes)} |"
    for name, question in questions.items():
        for terminal in (False, True):
            commands = {"python": Command([sys.executable, "-c", "pass"])}
            asked = {size: ours(home, *question, terminal=terminal) for size, home in homes.items()}
            for command in asked.values():  # the home page is remembered from its second look of the day on
                output(again(command))
                output(again(command))
            times = medians(commands | {size: again(command) for size, command in asked.items()}, rounds)
            ratios = " | ".join(f"{times[size]:.0f} ms, {times[size] / times['python']:.2f}" for size in homes)
            yield f"| {name}{', drawn' if terminal else ''} | {ratios} |"
    small = upcoming(homes["10 entries"])
    yield from _table(
        "what remembering costs",
        {"upcoming, nothing remembered": small, "upcoming, the first time": first(small), "asked again": again(small)},
        rounds * 3,
        base="upcoming, nothing remembered",
    )


def _table(title: str, commands: dict[str, Command], rounds: int, base: str) -> Iterator[str]:
    times = medians(commands, rounds)
    yield f"| **{title}** | ms | of {base} |"
    for name, time in times.items():
        yield f"| {name} | {time:.0f} | {time / times[base]:.2f} |"


def check(work: Path) -> None:
    """Check the answers on a little data: counts, a slip of the finger, the model of a long list."""
    folder = made(work / "check", 600, 600, imdb=2000)
    answer = json.loads(output(ours(folder, "upcoming", "--as-of", AS_OF, "--json")))
    found = {row["title"] for row in answer}
    if found != expected(600):
        raise SystemExit(f"upcoming gives {len(found)} films, not the {NEXT} that are to come")
    layers = json.loads(output(ours(folder, "catalogue", "list", "--json")))
    if [layer["films"] for layer in layers[1:]] != [600, 2000]:
        raise SystemExit(f"the catalogue has {layers}")
    slips = {title[:3] + title[4:]: title for title in [*titles(2000, OTHER_SEED)][::40] if len(title) > _LONG}
    hits = sum(f"{title} (" in output(ours(folder, "search", slip)) for slip, title in slips.items())
    if hits < 0.95 * len(slips):
        raise SystemExit(f"{hits} of {len(slips)} misspelt titles are found")
    print(f"the answers are right: {len(found)} films to come, {hits} of {len(slips)} misspelt titles found")


def main() -> None:
    """Read the options, and measure or check."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    options.add_argument("--work", type=Path, help="a folder for the data; it is kept, and used again")
    options.add_argument("--sizes", type=int, nargs="*", default=[10, 1000, 10_000], help="dated items for the peers")
    options.add_argument("--films", type=int, default=1_000_000, help="films of the large catalogue")
    options.add_argument("--rounds", type=int, default=11)
    options.add_argument("--check", action="store_true", help="check the answers on a little data, and measure nothing")
    options.add_argument("--again", action="store_true", help="measure only what is asked again")
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        work = asked.work or Path(folder)
        work.mkdir(parents=True, exist_ok=True)
        if asked.check:
            check(work)
            return
        everything = [] if asked.again else [rows(work.absolute(), asked.sizes, asked.films, asked.rounds)]
        for line in chain(*everything, repeated(work.absolute(), asked.films, asked.rounds)):
            print(line, flush=True)


if __name__ == "__main__":
    main()

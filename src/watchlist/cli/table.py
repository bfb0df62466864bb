"""The table of commands: the help line of each, and examples that the tests run.

The module follows from the name: `upcoming` is `watchlist.cli.commands.upcoming`.
"""

from collections.abc import Sequence
from importlib import import_module
from typing import Any, NamedTuple

from watchlist.domain.errors import BadValue, UsageMistake


class Command(NamedTuple):
    """A command as the help lists it.

    The help is the command's docstring, repeated here so that `--help` imports no command.
    """

    panel: str
    help: str
    examples: tuple[str, ...]


FIND, KEEP = "See and find films", "Keep your list"
MOVE, CARE = "Import and export", "History and maintenance"

COMMANDS = {
    "upcoming": Command(
        FIND,
        "Count down to upcoming releases, soonest first.",
        (
            "watchlist upcoming",
            "watchlist upcoming --all --within 90d",
            "watchlist upcoming --as-of 2024-06-01",
        ),
    ),
    "show": Command(
        FIND,
        "Show a film: when it comes out, how sure that is, who says so, your entry, and its facts.",
        (
            'watchlist show "Drawing Closer"',
            "watchlist show shrek 5 --all",
            "watchlist show shrek 5 --json",
        ),
    ),
    "why": Command(
        FIND,
        "Explain how a film's date was chosen, claim by claim.",
        ("watchlist why incredibles 3",),
    ),
    "history": Command(
        FIND,
        "Show how a film's dates moved, with the source of each change.",
        ("watchlist history donkey",),
    ),
    "search": Command(
        FIND,
        "Search all films by title, person, role or id, in any spelling.",
        (
            "watchlist search nagase ren",
            "watchlist search --director kubrick",
            "watchlist search --year 1970s",
        ),
    ),
    "catalogue": Command(
        FIND,
        "Add more films to look up: a film file, or every title on IMDb.",
        ("watchlist catalogue list",),
    ),
    "refresh": Command(
        FIND,
        "Ask Wikidata, Wikipedia and TMDB for news about your films, and keep every earlier claim.",
        (
            "watchlist refresh",
            "watchlist refresh drawing closer --trace answers.jsonl",
        ),
    ),
    "lookup": Command(
        FIND,
        "Find a film that is not in the catalogue, and offer to add it.",
        (
            'watchlist lookup "Klara and the Sun"',
            "watchlist lookup shrek 5 --history",
        ),
    ),
    "moved": Command(
        FIND,
        "List dates that moved, narrowed, were confirmed, announced or withdrawn, newest first.",
        (
            "watchlist moved --since 2026-06-01",
            "watchlist moved --listed",
        ),
    ),
    "calendar": Command(
        FIND,
        "Show a month: each release on its day, and vague dates as a range.",
        (
            "watchlist calendar",
            "watchlist calendar next",
            "watchlist calendar December 2026 --all",
        ),
    ),
    "tonight": Command(
        FIND,
        "Pick a film for tonight that you want to see and that is out; never the same one twice in a row.",
        (
            "watchlist tonight",
            "watchlist tonight --max 120 --genre horror",
        ),
    ),
    "timeline": Command(
        FIND,
        "Show the coming year, one row per film: a mark for a day, a bar for a range.",
        (
            "watchlist timeline",
            "watchlist timeline --all --channel cinemas",
        ),
    ),
    "stats": Command(
        FIND,
        "Show statistics: ratings, viewings, decades, your longest waits, and the dates that slip.",
        (
            "watchlist stats",
            "watchlist stats --catalogue",
        ),
    ),
    "open": Command(
        FIND,
        "Open a film's page in your browser, and print its address.",
        (
            "watchlist open alien 1979",
            "watchlist open alien 1979 --site imdb",
        ),
    ),
    "add": Command(
        KEEP,
        "Add films to your list; with --release, also note a date that you have heard.",
        (
            "watchlist add coco 2",
            'watchlist add "Alien" "Aliens" "Up" --tag classic',
            'watchlist add "Heat 2" --release 2028 --source Variety --certainty rumoured',
        ),
    ),
    "list": Command(
        KEEP,
        "Show your list, filtered and sorted as you like.",
        (
            "watchlist list",
            "watchlist list --status wanted --sort release",
        ),
    ),
    "watched": Command(
        KEEP,
        "Record that you watched a film; run it again for another viewing. `-` reads one title per line.",
        (
            "watchlist watched drawing closer",
            'watchlist watched "Alien" --date 2024-07-01 --rating 4.5',
            'watchlist watched "Alien" --no-date --note "on TV, long ago"',
        ),
    ),
    "rate": Command(
        KEEP,
        "Rate a film on your list, in half stars.",
        (
            "watchlist rate drawing closer 4.5",
            "watchlist rate drawing closer none",
        ),
    ),
    "note": Command(
        KEEP,
        "Show your note on a film, or write one.",
        (
            'watchlist note "Drawing Closer" bring handkerchiefs',
            'watchlist note "Drawing Closer" --append again in spring',
            'watchlist note "Drawing Closer"',
        ),
    ),
    "tag": Command(
        KEEP,
        "Add or remove a film's tags; with --where, those of all matching films.",
        (
            'watchlist tag "Drawing Closer" japan tears',
            'watchlist tag "Drawing Closer" tears --remove',
            "watchlist tag --where tag=japan tears --yes",
        ),
    ),
    "want": Command(
        KEEP,
        "Wait for a film: for one release (by region, channel or service), or for the next one anywhere.",
        (
            "watchlist want drawing closer --service Netflix",
            "watchlist want shrek 5 --region US",
        ),
    ),
    "film": Command(
        KEEP,
        "Change or delete a film of your own, or merge two entries for the same film.",
        (
            'watchlist film edit "Drawing Closer" --director "Takahiro Miki"',
            "watchlist film edit drawing-closer-2024 --year 2024",
            'watchlist film join "Untitled Shrek film" "Shrek 5"',
        ),
    ),
    "drop": Command(
        KEEP,
        "Stop waiting for a film, but keep it on your list.",
        ("watchlist drop drawing closer",),
    ),
    "claim": Command(
        KEEP,
        "Record what you have read about a release, and see what it changes.",
        (
            'watchlist claim "Shrek 5" spring 2028 --source Variety --certainty rumoured',
            'watchlist claim "Shrek 5" --remove',
        ),
    ),
    "read": Command(
        KEEP,
        "Read an article, and keep what it says about release dates.",
        (
            "watchlist read article.html",
            "watchlist read article.html --json",
            "watchlist read article.html --yes",
        ),
    ),
    "remove": Command(
        KEEP,
        "Remove a film from your list.",
        ("watchlist remove drawing closer",),
    ),
    "config": Command(
        CARE,
        "Show your settings, or change them.",
        (
            "watchlist config",
            "watchlist config set regions JP US",
            "watchlist config unset regions",
        ),
    ),
    "import": Command(
        MOVE,
        "Import a list from Letterboxd, IMDb, Trakt, TMDB, Simkl, or our own CSV and JSON.",
        ("watchlist import films.csv --dry-run",),
    ),
    "export": Command(
        MOVE,
        "Export your list: for calendars, other services, spreadsheets, or people to read.",
        (
            "watchlist export markdown",
            "watchlist export ics -o films.ics",
            "watchlist export letterboxd -o letterboxd.csv",
        ),
    ),
    "undo": Command(
        CARE,
        "Undo the last change, or the last few.",
        (
            "watchlist undo",
            "watchlist undo --dry-run",
        ),
    ),
    "redo": Command(
        CARE,
        "Redo the last undone change, or the last few.",
        ("watchlist redo",),
    ),
    "log": Command(
        CARE,
        "List the changes to your list, newest first.",
        ("watchlist log",),
    ),
    "restore": Command(
        CARE,
        "List the backups of your list with what differs in each, or restore one.",
        (
            "watchlist restore",
            "watchlist restore 1",
        ),
    ),
    "edit": Command(
        CARE,
        "Edit your list in your editor; it is checked before saving.",
        ("watchlist edit",),
    ),
    "doctor": Command(
        CARE,
        "Check every file that the program uses, and say how to fix what is wrong.",
        ("watchlist doctor",),
    ),
    "check": Command(
        CARE,
        "Check a film file, and report every fault and warning with its line.",
        (
            "watchlist check",
            "watchlist check --schema",
        ),
    ),
}


DAILY = {
    "add": ("add TITLE", "add a film to your list"),
    "upcoming": ("upcoming", "count down to upcoming releases"),
    "show": ("show TITLE", "when a film comes out, how sure that is, and who says so"),
    "list": ("list", "your list"),
    "watched": ("watched TITLE", "record that you watched a film"),
    "rate": ("rate TITLE STARS", "rate a film"),
    "search": ("search WORDS", "find a film by title, person or role"),
}
"""The everyday commands in the short help: how each is typed, and what it does."""


SHORT_FORMS = {"ls": "list", "rm": "remove", "seen": "watched", "next": "upcoming"}
"""Names that people bring from other programs."""

DESTROYING = frozenset(("remove", "restore"))
"""Commands that can lose entries: they must be typed in full, and no alias may stand for them."""


def command_of(typed: str) -> str | None:
    """Return the command that a name, a short form, or the beginning of a name stands for; None if there is none.

    Raises `UsageMistake` if several commands begin like that, or if the only one must be typed in full.
    """
    if typed in COMMANDS or typed in SHORT_FORMS:
        return SHORT_FORMS.get(typed, typed)
    meant = [name for name in COMMANDS if typed and name.startswith(typed)]
    if len(meant) > 1:
        raise UsageMistake(f'"{typed}" could be {", ".join(meant[:-1])} or {meant[-1]}', hint="Type more letters.")
    if meant and meant[0] in DESTROYING:
        raise UsageMistake(f'"{typed}" could be {meant[0]}, which must be typed in full', hint=f"Type: {meant[0]}")
    return meant[0] if meant else None


def check_alias(name: str, words: Sequence[str]) -> None:
    """Raise `BadValue` for an alias that hides a command, or stands for none or for one that must be typed in full."""
    if name in COMMANDS or name in SHORT_FORMS:
        raise BadValue(f'"{name}" is a command: an alias cannot replace it')
    meant = SHORT_FORMS.get(words[0], words[0]) if words else ""
    if meant not in COMMANDS:
        raise BadValue(f'the alias "{name}" must begin with the whole name of a command')
    if meant in DESTROYING or "remove" in words[1:2]:
        whole = " ".join((meant, *words[1:2])) if meant not in DESTROYING else meant
        raise BadValue(f'the alias "{name}" cannot stand for {whole}: that must be typed in full')


MARKED = frozenset({"upcoming", "show", "search", "calendar", "timeline", "list", "stats"})
"""The commands that show marks, which their help explains."""


def load(name: str) -> Any:
    """Import a command: a function, or a `typer.Typer` if it has subcommands."""
    return import_module(f"watchlist.cli.commands.{_KEYWORDS.get(name, name)}").command


_KEYWORDS = {"import": "import_"}
"""Commands whose names are keywords of Python."""

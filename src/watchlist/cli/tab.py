"""Completion: finds the cursor's place in the shapes of the commands, and the words that can be completed there.

Nothing of Typer or of a command is imported here, as a shell waits: the shapes of all commands lie in
`command_shapes.json`, which `docs/shapes.py` writes from the application. Nothing may fail or print
anything else: then nothing is offered.
"""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from watchlist.cli.aliases import alias_words, aliases
from watchlist.cli.completion import Offered
from watchlist.cli.offers.offer import Asked, Offer, beginning, words_beginning
from watchlist.cli.shells import FILES_WANTED, Shell, answer, script
from watchlist.cli.table import COMMANDS, SHORT_FORMS, command_of
from watchlist.cli.typed_line import BREAKS, TypedLine, read_line
from watchlist.storage.paths import Paths, find_paths

ASKS = "_WATCHLIST_COMPLETE"
"""The variable in which a shell says what it asks: "complete_bash", or "source_bash" for its script."""

_LISTING = "63"
"""What bash says in `COMP_TYPE` where it lists what there is, and puts nothing on the line: a question mark."""

Shape = Mapping[str, Any]
"""The options, arguments and commands of a command, as `docs/shapes.py` writes them."""


def respond(environment: Mapping[str, str]) -> int:
    """Write what a shell asked for; give the exit code."""
    asked, _, name = environment[ASKS].partition("_")
    if name not in set(Shell) or asked not in {"complete", "source"}:
        return 1
    shell = Shell(name)
    if asked == "source":
        return _write([script(shell).rstrip()])
    try:
        typed = _typed(shell, environment)
        found = _found(typed)
        lines = answer(shell, found, typed, listing=environment.get("COMP_TYPE") == _LISTING) if found else []
    except Exception:  # noqa: BLE001  a shell would put whatever is said into the command line
        return 1
    return FILES_WANTED if found is None else _write(lines)


def _write(lines: Iterable[str]) -> int:
    sys.stdout.buffer.write("".join(f"{line}\n" for line in lines).encode(errors="surrogateescape"))
    sys.stdout.buffer.flush()
    return 0


def _typed(shell: Shell, environment: Mapping[str, str]) -> TypedLine:
    """Read the line up to the cursor; a script of Typer's hands its words over one by one."""
    line = environment.get("COMP_LINE")
    if line is None:
        words = environment["COMP_WORDS"].split("\n" if "\n" in environment["COMP_WORDS"] else " ")
        line = " ".join([*words, ""][: int(environment["COMP_CWORD"]) + 1])
    return read_line(line, fish=shell is Shell.FISH, breaks=environment.get("COMP_WORDBREAKS", BREAKS))


def _found(typed: TypedLine) -> list[Offer] | None:
    """Find what can be completed at the cursor; None for a file name."""
    place = _place(typed.words[1:])
    if place.option is not None:
        return _values(place, place.option["offers"], typed.word)
    if place.has_options and typed.word.startswith("-"):
        return _option_or_its_value(place, typed.word)
    if "commands" in place.shape:
        return list(_commands(place, typed.word))
    arguments = place.shape["arguments"]
    at = len(place.given)
    if arguments and (at < len(arguments) or arguments[-1]["many"]):
        return _values(place, arguments[min(at, len(arguments) - 1)]["offers"], typed.word)
    return []


class _Place(NamedTuple):
    """Where the cursor is.

    `given` are the arguments before it; `option` is the one before it that waits for its value;
    `has_options` until a "--"; `file` is what was named with --file.
    """

    shape: Shape
    given: tuple[str, ...] = ()
    option: Shape | None = None
    has_options: bool = True
    file: str | None = None

    def paths(self) -> Paths:
        """Find the user's files."""
        return find_paths(Path(self.file) if self.file else None)


def _place(words: Sequence[str]) -> _Place:
    """Find the place behind some words."""
    place = _Place(json.loads(Path(__file__).with_name("command_shapes.json").read_bytes()))
    for word in words:
        place = _behind(place, word)
    return place


def _behind(place: _Place, word: str) -> _Place:
    """Find the place behind one more word; raises `LookupError` where that word means nothing."""
    if place.option is not None:
        named = word if "--file" in place.option["names"] else place.file
        return place._replace(option=None, file=named)
    if place.has_options and word == "--":
        return place._replace(has_options=False)
    if place.has_options and word.startswith("-") and word != "-":
        return _behind_option(place, word)
    if "commands" in place.shape:
        return _behind_command(place, word)
    return place._replace(given=(*place.given, word))


def _behind_option(place: _Place, word: str) -> _Place:
    name, has_value, value = word.partition("=")
    option = _option(place.shape, name)
    if has_value and name == "--file":
        return place._replace(file=value)
    return place._replace(option=option if option and "offers" in option and not has_value else None)


def _behind_command(place: _Place, word: str) -> _Place:
    commands = place.shape["commands"]
    if word in commands or not commands.keys() >= COMMANDS.keys():
        return place._replace(shape=commands[word])
    name, *more = _alias(place, word) or [command_of(word) or ""]
    inner = place._replace(shape=commands[name])
    for one in more:
        inner = _behind(inner, one)
    return inner


def _option(shape: Shape, name: str) -> Shape | None:
    return next((one for one in shape["options"] if name in one["names"]), None)


def _option_or_its_value(place: _Place, word: str) -> list[Offer] | None:
    name, has_value, value = word.partition("=")
    if not has_value:
        return list(beginning(word, _option_names(place.shape, hidden=len(word) > len("--"))))
    option = _option(place.shape, name)
    found = _values(place, option["offers"], value) if option and "offers" in option else []
    return found and [Offer(f"{name}={one.word}", one.meaning) for one in found]


def _option_names(shape: Shape, *, hidden: bool) -> Iterator[tuple[str, str]]:
    """Name the options; those that the help of the command leaves out only where some of their letters were typed."""
    return ((name, one["help"]) for one in shape["options"] if hidden or not one.get("hidden") for name in one["names"])


def _values(place: _Place, what: str | list[str], word: str) -> list[Offer] | None:
    if isinstance(what, list):
        return list(words_beginning(word, what))
    if what in {Offered.FILES, Offered.NOTHING}:
        return None if what == Offered.FILES else []
    module, _, function = what.partition(".")
    offers = getattr(import_module(f"watchlist.cli.offers.{module}"), function)
    return list(offers(Asked(word, place.given, place.paths())))


def _commands(place: _Place, word: str) -> Iterator[Offer]:
    """Offer the commands; of the program itself also the user's aliases, and a short form that was typed in full."""
    commands = place.shape["commands"]
    yield from beginning(word, ((name, shape["help"]) for name, shape in commands.items()))
    if commands.keys() >= COMMANDS.keys():
        yield from beginning(word, ((alias.name, alias.line) for alias in aliases(place.paths())))
        if word in SHORT_FORMS:
            yield Offer(word, COMMANDS[SHORT_FORMS[word]].help)


def _alias(place: _Place, name: str) -> list[str]:
    found = (alias for alias in aliases(place.paths()) if alias.name == name)
    return next(map(alias_words, found), [])

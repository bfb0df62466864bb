"""The shapes of all commands, for completion: their options and arguments, and what may stand in each place."""

import json
from collections.abc import Iterator
from inspect import signature
from pathlib import Path
from typing import Annotated, Any, get_args, get_origin

import typer

from watchlist.cli.app import app, build
from watchlist.cli.completion import Offered
from watchlist.cli.table import COMMANDS, load

SHAPES = Path(__file__).parents[1] / "src" / "watchlist" / "cli" / "command_shapes.json"


def shapes() -> str:
    """Write the shapes as JSON, one option or argument a line."""
    root: Any = typer.main.get_command(app)
    callback = app.registered_callback
    shape = {**_shape(root, callback and callback.callback), "commands": dict(_commands())}
    return json.dumps(shape, ensure_ascii=False, indent=1) + "\n"


def _commands() -> Iterator[tuple[str, Any]]:
    for name in COMMANDS:
        command, function = build(name), load(name)
        if not isinstance(function, typer.Typer):
            yield name, _shape(command, function)
            continue
        own = function.registered_callback
        functions = {one.name: one.callback for one in function.registered_commands}
        inner = {key: _shape(one, functions[key]) for key, one in command.commands.items()}
        yield name, {**_shape(command, own and own.callback), "commands": inner}


def _shape(command: Any, function: Any) -> dict[str, Any]:
    """Describe a command; what may stand in a place is marked in the annotations of its function."""
    marks = {name: _mark(one.annotation) for name, one in signature(function).parameters.items()} if function else {}
    options = [one for one in command.params if one.param_type_name == "option"]
    arguments = [one for one in command.params if one.param_type_name == "argument"]
    return {
        "help": " ".join((command.help or "").split()),
        "options": [*(_option(one, marks.get(one.name)) for one in options), _HELP],
        "arguments": [{"offers": _offers(one, marks.get(one.name)), "many": one.nargs != 1} for one in arguments],
    }


_HELP = {"names": ["--help", "-h"], "help": "Show this message and exit."}


def _option(option: Any, mark: Offered | None) -> dict[str, Any]:
    shape: dict[str, Any] = {
        "names": [*option.opts, *option.secondary_opts],
        "help": " ".join((option.help or "").split()),
    }
    if option.hidden:
        shape["hidden"] = True
    return shape if option.is_flag else {**shape, "offers": _offers(option, mark)}


def _offers(parameter: Any, mark: Offered | None) -> str | list[str]:
    choices = getattr(parameter.type, "choices", None)
    if mark or not choices:
        return str(mark or _BY_TYPE.get(parameter.type.name, Offered.NOTHING))
    return [str(getattr(one, "value", one)) for one in choices]


_BY_TYPE = {"path": Offered.FILES, "int": Offered.COUNTS, "int range": Offered.COUNTS}


def _mark(annotation: Any) -> Offered | None:
    marks = get_args(annotation)[1:] if get_origin(annotation) is Annotated else ()
    return next((mark for mark in marks if isinstance(mark, Offered)), None)

"""A command is a function of its session; shared options are declared once and arrive as values."""

from collections.abc import Callable, Mapping
from inspect import Parameter, Signature, signature
from pathlib import Path
from typing import Annotated, Any, NamedTuple, TypeVar, get_args, get_origin

import typer

from watchlist.cli.completion import Offered
from watchlist.cli.session import GlobalOptions, Session
from watchlist.domain.errors import BadValue, UsageMistake
from watchlist.storage import grounds

AsOf = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help="Answer as of that day, with what was known then: 2024-06-01, 2w."),
    Offered.DAYS,
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")]
Iso = Annotated[bool, typer.Option("--iso", help="Write days as 2024-06-27.")]

_EVERYWHERE: Mapping[str, tuple[object, object]] = {
    "as_of": (Annotated[str | None, typer.Option("--as-of", hidden=True)], None),
    "as_json": (AsJson, False),
    "iso": (Annotated[bool, typer.Option("--iso", hidden=True)], False),
    "list_file": (Annotated[Path | None, typer.Option("--file", hidden=True)], None),
    "no_input": (Annotated[bool, typer.Option("--no-input", hidden=True)], False),
    "create": (Annotated[bool, typer.Option("--create", hidden=True)], False),
}
"""The global options, which can also follow the name of a command; its help only lists those that matter to it.

They are in the order of `GlobalOptions`. No command may use their names for other options.
"""

Value = TypeVar("Value")
Body = Callable[..., None]
Decorator = Callable[[Body], Body]


class OptionGroup(NamedTuple):
    """Marks a parameter that is built from several options: `Annotated[Filter, OptionGroup(film_filter)]`.

    `make` takes the session and then one parameter per option; the command gets what it returns.
    """

    make: Callable[..., object]


def reads(body: Body) -> Body:
    """Make a command that answers for a day: its help lists --as-of, --json and --iso."""
    return _command(body, {**_EVERYWHERE, "as_of": (AsOf, None), "iso": (Iso, False)}, answers=True)


def reads_now(body: Body) -> Body:
    """Make a command that shows how things are now."""
    return _command(body)


def writes(body: Body) -> Body:
    """Make a command that changes something: it refuses --as-of."""
    return _command(body, changes=True)


def reads_settings(body: Body) -> Body:
    """Make a command that also works if the settings are broken: they do not affect its words."""
    return _command(body, styled=False)


def repairs(body: Body) -> Body:
    """Make a command that changes something, and also works if the settings are broken."""
    return _command(body, styled=False, changes=True)


def _command(
    body: Body,
    shared: Mapping[str, tuple[object, object]] = _EVERYWHERE,
    *,
    styled: bool = True,
    changes: bool = False,
    answers: bool = False,
) -> Body:
    """Return a function for Typer, with every option spelled out, that calls `body` with a session and values."""
    own = list(signature(body).parameters.values())[1:]
    groups = {one.name: group for one in own if (group := _group(one.annotation))}

    def command(context: typer.Context, **given: Any) -> None:
        session = Session(context, GlobalOptions(*(given.pop(name) for name in _EVERYWHERE)), styled=styled)
        if changes:
            session.refuse_another_day()
        values = {
            name: group.make(session, **{one.name: given.pop(one.name) for one in _options(group)})
            for name, group in groups.items()
        }
        body(session, **given, **values)
        if answers:
            grounds.is_answer()

    spelled = [option for one in own for option in (_options(groups[one.name]) if one.name in groups else [one])]
    spelled += [_option(name, kind, default) for name, (kind, default) in shared.items()]
    context = Parameter("context", Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context)
    parameters = (context, *(one.replace(kind=Parameter.KEYWORD_ONLY) for one in spelled))
    command.__signature__ = Signature(parameters)  # type: ignore[attr-defined]  # Typer reads the options from it
    command.__annotations__ = {}
    command.__doc__ = body.__doc__
    return command


def _option(name: str, kind: object, default: object) -> Parameter:
    return Parameter(name, Parameter.KEYWORD_ONLY, default=default, annotation=kind)


def _group(annotation: object) -> OptionGroup | None:
    if get_origin(annotation) is not Annotated:
        return None
    return next((mark for mark in get_args(annotation)[1:] if isinstance(mark, OptionGroup)), None)


def _options(group: OptionGroup) -> list[Parameter]:
    """Return the parameters of a group that are options: all but the session."""
    return list(signature(group.make).parameters.values())[1:]


def parsed(parse: Callable[[str], Value]) -> Callable[[str], Value]:
    """Return a parser for an option: text that it cannot parse is a usage mistake."""

    def read(text: str) -> Value:
        try:
            return parse(text)
        except BadValue as error:
            raise UsageMistake(str(error)) from None

    return read

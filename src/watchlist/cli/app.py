"""The application: runs the command that is called, and turns errors into a message and an exit code."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from contextvars import copy_context
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path
from typing import IO, Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.exceptions import TyperException
from typer.main import get_command_from_info, get_group
from typer.models import CommandInfo

from watchlist.cli.command import AsJson, AsOf, Iso
from watchlist.cli.session import ARGUMENTS, GlobalOptions, Session
from watchlist.cli.table import COMMANDS, SHORT_FORMS, command_of, load
from watchlist.domain.errors import BadValue, DiskFailed, Interrupted, InvalidFile, UsageMistake, WatchlistError
from watchlist.rendering.console import message, report
from watchlist.rendering.credit import TMDB_NOTICE
from watchlist.storage import grounds
from watchlist.storage.paths import find_paths

LINE = "watchlist.line"
"""Where the context keeps everything that was typed after the program's name."""


class Commands(TyperGroup):
    """The commands of the table; only the one that is called is imported and built."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Keep what was typed, for options that look at the word after them."""
        ctx.meta[LINE] = tuple(args)
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        """Name every command, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        """Return a command as the help lists it; only `resolve_command` imports and builds one."""
        listed = COMMANDS.get(cmd_name)
        return TyperCommand(cmd_name, help=listed.help, rich_help_panel=listed.panel) if listed else None

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Import and build the command that is called; for an unknown one, Typer suggests the nearest."""
        if args and args[0] not in COMMANDS and args[0] not in SHORT_FORMS:
            args = _expanded(args)
        ctx.meta[ARGUMENTS] = args
        name = command_of(args[0]) if args else None
        if name:
            epilog = _epilog(name) if {"--help", "-h"} & set(args) else None
            return name, build(name, epilog), args[1:]
        self.commands = {name: self.get_command(ctx, name) for name in COMMANDS}
        return super().resolve_command(ctx, args)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help on one screen; with --all, write every option, every command and the marks."""
        if "--all" in ctx.meta[LINE]:
            self.epilog = _late("watchlist.rendering.marks", "legend_with_colours")()
            super().format_help(ctx, formatter)
        else:
            formatter.write(_late("watchlist.cli.help_page", "help_page")(self.help or ""))
        grounds.is_answer()


class Explained(TyperCommand):
    """A command whose help is remembered like any other answer."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help."""
        super().format_help(ctx, formatter)
        grounds.is_answer()


def build(name: str, epilog: str | None = None) -> Any:
    """Import a command and build it, with its parameters; `epilog` is the end of its help."""
    listed, command = COMMANDS[name], load(name)
    if isinstance(command, typer.Typer):
        group = get_group(command)
        group.name, group.help, group.epilog = name, listed.help, epilog
        return group
    return get_command_from_info(
        CommandInfo(name=name, callback=command, cls=Explained, rich_help_panel=listed.panel, epilog=epilog),
        pretty_exceptions_short=True,
        rich_markup_mode="rich",
    )


def _expanded(args: list[str]) -> list[str]:
    """Replace an alias with the command line that it stands for."""
    return _late("watchlist.cli.aliases", "expanded")(find_paths(), args) or args


def _epilog(name: str) -> str:
    """Return what follows the options in a command's help."""
    return str(_late("watchlist.cli.help_page", "examples")(name))


def _late(module: str, function: str) -> Any:
    """Import a function that few command lines need."""
    return getattr(import_module(module), function)


def _hush(stream: IO[str]) -> None:
    """Send Python's last flush of a stream nowhere: its reader is gone, or its disk is full."""
    with suppress(ValueError):  # a stream in memory has no descriptor
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


app = typer.Typer(
    name="watchlist",
    cls=Commands,
    invoke_without_command=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(value: bool) -> None:  # noqa: FBT001
    if value:
        from importlib.metadata import version

        report(f"watchlist {version('watchlist')}", TMDB_NOTICE)
        raise typer.Exit


def _completion(what: str) -> Callable[[typer.Context, bool], None]:
    """Return the callback of an option that shows or installs the completion of a shell."""

    def call(ctx: typer.Context, value: bool) -> None:  # noqa: FBT001
        if value:
            _late("watchlist.cli.shell_setup", what)(ctx.meta[LINE])
            raise typer.Exit

    return call


@app.callback()
def home(
    ctx: typer.Context,
    *,
    file: Annotated[
        Path | None,
        typer.Option("--file", metavar="FILE", help="Your list, if it is not the one in your data directory."),
    ] = None,
    as_of: AsOf = None,
    as_json: AsJson = False,
    iso: Iso = False,
    no_input: Annotated[bool, typer.Option("--no-input", help="Never ask: assume no, or fail.")] = False,
    create: Annotated[bool, typer.Option("--create", help="Start a new list if there is none.")] = False,
    version: Annotated[  # noqa: ARG001
        bool, typer.Option("--version", "-v", help="Print the version.", callback=_version, is_eager=True)
    ] = False,
    install_completion: Annotated[  # noqa: ARG001
        bool,
        typer.Option(
            "--install-completion",
            help="Install completion for your shell, or for the one you name: bash, zsh or fish.",
            callback=_completion("install"),
            is_eager=True,
        ),
    ] = False,
    show_completion: Annotated[  # noqa: ARG001
        bool,
        typer.Option(
            "--show-completion",
            help="Print the completion script for a shell.",
            callback=_completion("show_script"),
            is_eager=True,
        ),
    ] = False,
    everything: Annotated[
        bool, typer.Option("--all", help="With --help: every option and every command.", hidden=True)
    ] = False,
) -> None:
    """Keep a list of films, and see when each comes out, how sure that is, and who says so."""
    if everything:
        raise UsageMistake(
            "--all goes with --help, or after the name of a command", hint="Type: watchlist --help --all"
        )
    ctx.obj = GlobalOptions(as_of, as_json, iso, file, no_input, create)
    if ctx.invoked_subcommand is None:
        _late("watchlist.cli.home", "show_home")(Session(ctx))


def run(arguments: list[str] | None = None) -> int:
    """Run the program and return its exit code. Every expected error becomes one to three lines on stderr.

    Each run has its own context, so that it does not inherit the style of an earlier run in the same process.
    """
    return copy_context().run(_run, arguments)


def _run(arguments: list[str] | None) -> int:
    try:
        code = app(arguments, prog_name="watchlist", standalone_mode=False)
        sys.stdout.flush()
    except SystemExit:  # Rich exits if the reader of the help is gone
        return unprinted(BrokenPipeError())
    except FileNotFoundError:  # where a path is relative: output does not fail like this
        return _fail(InvalidFile("the folder that you are in no longer exists", hint="Type: cd"))
    except OSError as error:
        return unprinted(error)
    except WatchlistError as error:
        return _fail(error)
    except BadValue as error:
        return _fail(UsageMistake(str(error)))
    except TyperException as error:
        context = getattr(error, "ctx", None)
        command = context.command_path if context else "watchlist"
        return _fail(UsageMistake(_said_by_typer(error), hint=f"See: {command} --help"))
    except typer.Abort:
        return _fail(Interrupted("stopped"))
    return code if isinstance(code, int) else 0


def unprinted(error: OSError) -> int:
    """Report why the output could not be printed, unless its reader is gone, and return the exit code."""
    _hush(sys.stdout)
    if isinstance(error, BrokenPipeError):
        return 141
    why = os.strerror(error.errno) if error.errno else str(error)  # Python words some in its own way
    kept = "Anything that the command changed is saved."
    return _fail(DiskFailed(f"cannot write the output: {why.lower()}", kept=kept))


def _said_by_typer(error: TyperException) -> str:
    """Return the message on one line; for an unknown option, suggest the nearest ones."""
    option, context = getattr(error, "option_name", None), getattr(error, "ctx", None)
    if option is None or context is None or not hasattr(error, "possibilities"):
        return " ".join(error.format_message().split())
    names = {name.lstrip("-"): name for one in context.command.params for name in (*one.opts, *one.secondary_opts)}
    near = get_close_matches(option.lstrip("-"), names, 2, _NEAR) if option.startswith("--") else []
    asked = f". Did you mean {' or '.join(names[one] for one in near)}?" if near else ""
    return f"No such option: {option}{asked}"


_NEAR = 0.65
"""How similar an option must be to what was typed, from 0 to 1, to be suggested."""


def _fail(error: WatchlistError) -> int:
    first, *rest = error.lines
    try:
        message(f"watchlist: {first}", *rest)
    except OSError:
        _hush(sys.stderr)
    return error.exit_code

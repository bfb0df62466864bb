"""The options --show-completion and --install-completion."""

import os
from collections.abc import Sequence
from pathlib import Path

from watchlist.cli.shells import Shell, script
from watchlist.domain.errors import DiskFailed, UsageMistake
from watchlist.rendering.console import report, write_bytes
from watchlist.storage.outside.shell_setup import install_script


def show_script(typed: Sequence[str]) -> None:
    """Print the script for the shell that was typed, or for the one that runs the program."""
    write_bytes(script(_shell(typed)).encode())


def install(typed: Sequence[str]) -> None:
    """Install the script for the shell that was typed, or for the one that runs the program."""
    shell = _shell(typed)
    try:
        path = install_script(shell, script(shell))
    except OSError as error:
        raise DiskFailed(f"cannot write {error.filename}: {error.strerror}") from None
    report(f"Completion for {shell} is in {path}. It works in new {shell} sessions.")


def _shell(typed: Sequence[str]) -> Shell:
    """Return the shell that was typed, or the one that runs the program; raise `UsageMistake` for any other."""
    names = [word for word in typed if not word.startswith("-")]
    name = names[0] if names else _running()
    if name not in set(Shell):
        raise UsageMistake(
            f'"{name}" is not a supported shell: write {", ".join(Shell)}',
            hint="For example: watchlist --show-completion bash",
        )
    return Shell(name)


def _running() -> str:
    """Return the name of the shell that runs the program or, if that is unknown, of the user's default shell."""
    from shellingham import ShellDetectionFailure, detect_shell  # type: ignore[import-untyped]  # Typer brings it

    try:
        return str(detect_shell()[0])
    except ShellDetectionFailure:
        return Path(os.environ.get("SHELL", "")).name

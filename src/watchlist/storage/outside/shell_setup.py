"""Installing shell completion: a script where the shell looks for it, and a line in the shell's start-up file."""

import os
from pathlib import Path

_PLACES = {
    "bash": (".bash_completions/watchlist.sh", ".bashrc", "source ~/.bash_completions/watchlist.sh"),
    "zsh": (".zfunc/_watchlist", ".zshrc", "fpath+=~/.zfunc; autoload -Uz compinit; compinit"),
}
"""For each shell, below the home directory: the script, the start-up file, and the line to add to it."""


def install_script(shell: str, script: str) -> Path:
    """Write a shell's completion script, and make the shell load it at start-up; return the path of the script.

    Raises `OSError` if a file cannot be written.
    """
    if shell == "fish":
        settings = os.environ.get("XDG_CONFIG_HOME")
        path = (Path(settings) if settings else Path.home() / ".config") / "fish" / "completions" / "watchlist.fish"
        return _written(path, script)
    place, started, line = _PLACES[shell]
    _add_line(Path.home() / started, line)
    return _written(Path.home() / place, script)


def _written(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def _add_line(path: Path, line: str) -> None:
    """Add a line to the end of a file, unless the file has it already; nothing else in the file changes."""
    before = path.read_bytes() if path.exists() else b""
    if line.encode() in before.splitlines():
        return
    gap = b"" if not before or before.endswith(b"\n") else b"\n"
    with path.open("ab") as file:
        file.write(gap + line.encode() + b"\n")

"""Count, by kind, what the program does with the typed titles: in `tests`, `python -m titles.count watched` (or `add`).

Each title is given on a terminal where a person only presses Enter, with an empty list and (not
for `add`) with one. *right*: the film that was meant was changed. *asked*: none was, and none should be. *missed*: none
was, though an equal title is known. *made*: a new film of one's own. *WRONG*: another film was changed.
`watched` is tried with --yes: that a film is not out yet is a question of its own.
"""

import io
import os
import shutil
import sys
import tempfile
import tomllib
from collections import Counter
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any
from unittest.mock import patch

from titles.typed import listed_ids, typed_titles
from watchlist.cli.app import run

_OUTCOMES = ("right", "asked", "missed", "made", "WRONG")
_MANY_ENTERS = "\n" * 20
_FILMS = Path(__file__).parents[2] / "data" / "films.toml"


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def count(command: str, home: Path) -> dict[str, Counter[str]]:
    """Try every title of the table."""
    known = {film["id"] for film in tomllib.loads(_FILMS.read_text(encoding="utf-8"))["films"]}
    by_kind: dict[str, Counter[str]] = {}
    for listed in (False,) if command == "add" else (False, True):
        ids = listed_ids() if listed else []
        for row in typed_titles():
            changed = _changed(home, command, row.typed, ids)
            meant = row.listed if listed else row.empty
            outcome = _outcome(meant, changed, known)
            by_kind.setdefault(row.kind, Counter())[outcome] += 1
            if outcome == "WRONG":
                sys.stderr.write(f"{row.typed!r}: {changed}, not {meant}{' (listed)' if listed else ''}\n")
    return by_kind


def _changed(home: Path, command: str, typed: str, ids: list[str]) -> str | None:
    """Run a command on a fresh list; give the id of the entry that it changed."""
    for name in ("data", "state"):
        shutil.rmtree(home / name, ignore_errors=True)
    path = home / "data" / "watchlist" / "watchlist.toml"
    path.parent.mkdir(parents=True)
    path.write_text("schema = 1\n" + "".join(f'\n[[films]]\nid = "{one}"\ntitle = "{one}"\n' for one in ids))
    before = _entries(path)
    with (
        patch.object(sys, "stdin", _Terminal(_MANY_ENTERS)),
        redirect_stdout(_Terminal()),
        redirect_stderr(_Terminal()),
    ):
        run([command, *(["--yes"] if command == "watched" else []), "--", typed])
    changed = [one for one, entry in _entries(path).items() if before.get(one) != entry]
    return changed[0] if changed else None


def _entries(path: Path) -> dict[str, Any]:
    return {entry["id"]: entry for entry in tomllib.loads(path.read_text(encoding="utf-8")).get("films", [])}


def _outcome(meant: str, changed: str | None, known: set[str]) -> str:
    is_known = meant not in ("ask", "none")
    if changed is None:
        return "missed" if is_known else "asked"
    if changed not in known:
        return "made"
    return "right" if changed == meant else "WRONG"


def main() -> None:
    """Print the counts as a table."""
    command = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder:
        for name in ("DATA", "STATE", "CONFIG", "CACHE"):
            os.environ[f"XDG_{name}_HOME"] = str(Path(folder) / name.lower())
        by_kind = count(command, Path(folder))
    sys.stdout.write(f"{command:40}" + "".join(f"{name:>8}" for name in _OUTCOMES) + "\n")
    for kind, counts in (*by_kind.items(), ("all", sum(by_kind.values(), Counter()))):
        sys.stdout.write(f"{kind:40}" + "".join(f"{counts[name]:8}" for name in _OUTCOMES) + "\n")


if __name__ == "__main__":
    main()

"""Settling a step that a killed process left open: it is finished in all its files, or dropped (see `journal`)."""

from collections.abc import Callable
from pathlib import Path

from watchlist.storage.changes import journal
from watchlist.storage.changes.difference import ChangeState, FileChange, change_state, undo_or_redo
from watchlist.storage.changes.journal import History, Step
from watchlist.storage.changes.journal_file import journal_path
from watchlist.storage.changes.lineage import find_lineage, read_lineage
from watchlist.storage.files import disk_failed, read_bytes, real_path
from watchlist.storage.paths import Paths


def file_name(paths: Paths, path: Path) -> str:
    """Return the role of one of the program's files; a step stores it, to find the file even after it was moved."""
    return next((name for name, one in _named(paths).items() if one == path), str(path))


def file_path(paths: Paths, step: Step, change: FileChange) -> Path:
    """Return the path of a changed file; steps of earlier versions store the path itself."""
    named = _named(paths)
    if change.path in named:
        return named[change.path]
    return paths.list if change.path == step.list else Path(change.path)


def _named(paths: Paths) -> dict[str, Path]:
    """Return the files by role; "films" is the file in the data directory, as in steps of earlier versions."""
    beside = {"list's films": paths.films} if paths.home_films else {}
    return {"list": paths.list, "films": paths.home_films or paths.films, "config": paths.config, **beside}


def text_of(data: bytes | None) -> str:
    """Return the text of a file; bytes that are not UTF-8 are kept as surrogates."""
    return (data or b"").decode(errors="surrogateescape")


def read_settled(paths: Paths) -> History:
    """Return the history of the list; an open step counts if its files show that it was made. Raises `DiskFailed`."""
    real = real_path(paths.list)
    file = journal_path(paths.state, real)
    try:
        lineage = find_lineage(paths.state, real, read_bytes(real, limit=None))
        if lineage:
            return read_lineage(lineage)._replace(open=None)
        history = journal.read_history(file, paths.state / "journal.jsonl", str(paths.list))
    except OSError as error:
        raise disk_failed("read", file, error) from None
    if history.open is None:
        return history
    states = _states(paths, history.open, lambda path: text_of(read_bytes(path, limit=None)))
    return history.after(history.open) if _is_made(states) else history._replace(open=None)


def unmade(paths: Paths, step: Step, read: Callable[[Path], str]) -> dict[Path, str] | None:
    """Return the new text of each file that an open step has not changed yet; None if it changed no file at all."""
    states = _states(paths, step, read)
    if not _is_made(states):
        return None
    rest = (file for file, one in zip(step.files, states, strict=True) if one is ChangeState.BEFORE)
    return {
        (path := file_path(paths, step, file)): undo_or_redo(file, read(path), back=False, name=str(path))
        for file in rest
    }


def _states(paths: Paths, step: Step, read: Callable[[Path], str]) -> list[ChangeState]:
    return [change_state(file, read(file_path(paths, step, file))) for file in step.files]


def _is_made(states: list[ChangeState]) -> bool:
    return any(one is not ChangeState.BEFORE for one in states)

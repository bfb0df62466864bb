"""Looking at every file the program uses: whether it is there, valid, safe, and what lies beside it."""

import os
import re
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

from watchlist.domain.errors import WatchlistError
from watchlist.services.upkeep.health import Examination, Finding, Level
from watchlist.storage.changes import backups, journal
from watchlist.storage.files import count_names, lock_holder, real_path
from watchlist.storage.films.catalogue import load_bundled, load_own
from watchlist.storage.index.indexed_films import is_compiled, layer_files, no_progress, open_films, open_layers
from watchlist.storage.list_file import list_document, read_list
from watchlist.storage.paths import Paths

_BESIDE = (
    (re.compile(r".*\.sync-conflict-.*|.*conflicted copy.*", re.IGNORECASE), "a copy that a sync program made"),
    (re.compile(r"\..*\.sw[op]|\.#.*"), "the sign of an editor that has the file open"),
    (re.compile(r"\..*\.\d+\.tmp"), "left behind by a process that was killed"),
)
_REMEDIES = (
    "Compare it with the list, take over what is missing, and delete it.",
    "Close the editor, or load the file anew in it after each command.",
    "It goes with the next change.",
)


def examine(paths: Paths) -> Examination:
    """Look at everything, and never stop at the first fault."""
    looks: tuple[Callable[[Paths], Iterator[Finding]], ...] = (
        _bundled,
        _catalogues,
        _own_films,
        _list,
        _entries,
        _lock,
        _beside,
        _backups,
        _journal,
        _cache,
    )
    return Examination(tuple(finding for look in looks for finding in look(paths)))


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


def _good(subject: object, words: str) -> Finding:
    return Finding(Level.GOOD, str(subject), words)


def _failed(subject: object, error: WatchlistError) -> Finding:
    return Finding(Level.PROBLEM, str(subject), error.fact, error.hint)


def _bundled(paths: Paths) -> Iterator[Finding]:
    try:
        films = load_bundled(paths.bundled).layer.films
    except WatchlistError as error:
        yield Finding(Level.PROBLEM, str(paths.bundled), error.fact, "Install watchlist again.")
        return
    yield _good(paths.bundled, f"{_count(len(films), 'film')} come with the program")


def _catalogues(paths: Paths) -> Iterator[Finding]:
    added = [path for path in layer_files(paths) if path.parent == paths.catalogues]
    if not added:
        return
    try:
        layers = open_layers(paths, no_progress)
    except WatchlistError as error:
        yield _failed(paths.catalogues, error)
        return
    for path, layer in zip(added, layers[1:], strict=False):
        yield _good(path, f"{_count(layer.count(), 'film')} that you added")


def _own_films(paths: Paths) -> Iterator[Finding]:
    if not paths.films.exists():
        yield _good(paths.films, "no films of your own yet")
        return
    try:
        load_own(paths.films, load_bundled(paths.bundled))
    except WatchlistError as error:
        yield _failed(paths.films, error)
    else:
        yield _good(paths.films, "your own films are valid")
    yield from _safety(paths.films)


def _list(paths: Paths) -> Iterator[Finding]:
    if not os.path.lexists(paths.list):
        yield _good(paths.list, "no list yet: it comes with the first film")
        return
    try:
        entries = read_list(list_document(paths.list))
    except WatchlistError as error:
        yield _failed(paths.list, error)
    else:
        yield _good(paths.list, _count(len(entries.entries), "film on the list", "films on the list"))
        for broken in entries.broken:
            yield Finding(Level.PROBLEM, str(paths.list), broken, "Correct it: watchlist edit")
    yield from _safety(paths.list)


def _safety(path: Path) -> Iterator[Finding]:
    """Look at owner, mode, links, and whether the directory can be written."""
    try:
        real = real_path(path)
        status = real.stat()
    except (OSError, WatchlistError) as error:
        yield Finding(Level.PROBLEM, str(path), str(error), "Put a file or nothing in its place.")
        return
    if real != path and path.is_symlink():
        yield _good(path, f"a link to {real}, which is followed")
    if status.st_mode & (stat.S_IWOTH | stat.S_IWGRP):
        yield Finding(Level.WARNING, str(real), "others may write to it", f"chmod go-w '{real}'")
    if hasattr(os, "getuid") and status.st_uid != os.getuid():
        yield Finding(Level.WARNING, str(real), "it belongs to another user", "Check who made it.")
    if count_names(real) > 1:
        yield Finding(
            *(Level.WARNING, str(real), "it has other names (hard links)"),
            "After the next change they keep the old text: use a symbolic link instead.",
        )
    if not os.access(real, os.R_OK | os.W_OK) or not os.access(real.parent, os.W_OK):
        yield Finding(Level.PROBLEM, str(real), "it cannot be changed", f"Check the modes of it and of {real.parent}.")


def _entries(paths: Paths) -> Iterator[Finding]:
    """Look for entries whose film nobody knows."""
    try:
        entries = read_list(list_document(paths.list)).entries
        known = open_films(paths).films(entry.id for entry in entries).films
    except WatchlistError:
        return
    for entry in entries:
        if entry.id not in known:
            yield Finding(
                *(Level.WARNING, str(paths.list), f'no film has the id "{entry.id}"'),
                f'Make it your own: watchlist add "{entry.title}" --release TBA, or correct the id: watchlist edit',
            )


def _lock(paths: Paths) -> Iterator[Finding]:
    holder = lock_holder(paths.list)
    if holder is not None:
        who = f"process {holder}" if holder else "another process"
        yield Finding(
            Level.WARNING, str(paths.list), f"{who} is changing it just now", "Wait, or look at what it does."
        )


def _beside(paths: Paths) -> Iterator[Finding]:
    """Look for what sync programs, editors and killed processes leave beside the list."""
    try:
        real = real_path(paths.list)
        names = sorted(path.name for path in real.parent.iterdir() if real.stem in path.name and path != real)
    except (OSError, WatchlistError):
        return
    for name in names:
        for (pattern, words), remedy in zip(_BESIDE, _REMEDIES, strict=True):
            if pattern.fullmatch(name):
                yield Finding(Level.WARNING, str(real.parent / name), words, remedy)


def _backups(paths: Paths) -> Iterator[Finding]:
    folder = backups.folder_for(paths.state, real_path(paths.list))
    copies = backups.backups(folder)
    if copies:
        yield _good(
            folder,
            f"{_count(len(copies), 'copy', 'copies')} of earlier lists, the last of {copies[0].made:%Y-%m-%d %H:%M}",
        )
    else:
        yield _good(folder, "no copies yet: they come with the changes")


def _journal(paths: Paths) -> Iterator[Finding]:
    file = paths.state / "journal.jsonl"
    try:
        history = journal.read_history(file, paths.list)
    except OSError as error:
        yield Finding(Level.PROBLEM, str(file), f"cannot be read: {error.strerror}", "Check its mode.")
        return
    yield _good(file, f"{_count(len(history.done), 'step')} can be undone")


def _cache(paths: Paths) -> Iterator[Finding]:
    """Look at the compiled films: nothing depends on them but the time that a command takes."""
    if is_compiled(paths):
        yield _good(paths.cache, "the films are compiled")
        return
    above = next(folder for folder in (paths.cache, *paths.cache.parents) if folder.exists())
    if above.is_dir() and os.access(above, os.W_OK):
        yield _good(paths.cache, "the films will be compiled with the next command")
    else:
        yield Finding(
            *(Level.WARNING, str(paths.cache), "the films cannot be compiled: every command reads them anew"),
            f"Check the mode of {above}.",
        )

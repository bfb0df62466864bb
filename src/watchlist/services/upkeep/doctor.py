"""Checking every file that the program uses: whether it exists, is valid and safe, and what is beside it."""

import os
import re
import stat
from collections.abc import Callable, Iterator
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from watchlist.domain.errors import DiskFailed, InvalidFile, WatchlistError
from watchlist.domain.names import fold
from watchlist.services.duplicates import duplicates
from watchlist.services.lookalikes import lookalikes
from watchlist.services.upkeep.catalogue import added_files, catalogues
from watchlist.storage.changes import backups
from watchlist.storage.changes.draft import drafts
from watchlist.storage.changes.journal_file import journal_path
from watchlist.storage.changes.lineage import copies_of
from watchlist.storage.changes.missing_list import refuse_gone
from watchlist.storage.changes.recovery import read_settled
from watchlist.storage.changes.store import Store
from watchlist.storage.fetched_file import FetchedFile
from watchlist.storage.files import count_names, lock_holder, read_bytes, real_path
from watchlist.storage.films.film_file import load_bundled, load_own
from watchlist.storage.index.indexed_entries import open_entries
from watchlist.storage.index.indexed_films import is_indexed, no_progress, open_films
from watchlist.storage.list_file import list_document, read_list
from watchlist.storage.memory.answers import count_answers
from watchlist.storage.paths import Paths
from watchlist.storage.settings_file import read_settings


class Level(StrEnum):
    """How serious a finding is."""

    GOOD = "good"
    WARNING = "warning"
    PROBLEM = "problem"


class Amount(NamedTuple):
    """A number of things; `noun` is singular."""

    number: int
    noun: str


class Finding(NamedTuple):
    """The state of one file or folder; `remedy` says what to do, unless the state is good.

    An `amount` comes before the words: 3 films, "on the list". `code` is the exit code of a problem.
    """

    level: Level
    subject: str
    words: str
    remedy: str = ""
    amount: Amount | None = None
    code: int = InvalidFile.exit_code


class Diagnosis(NamedTuple):
    """All findings, in the order in which the files were checked."""

    findings: tuple[Finding, ...]

    @property
    def exit_code(self) -> int:
        """The code of the first problem; 0 if there are only warnings."""
        return next((finding.code for finding in self.findings if finding.level is Level.PROBLEM), 0)


class _Stray(NamedTuple):
    """A kind of file that other programs leave beside the list."""

    name: re.Pattern[str]
    words: str
    remedy: str


_STRAYS = (
    _Stray(
        re.compile(r".*\.sync-conflict-.*|.*conflicted copy.*", re.IGNORECASE),
        "a copy that a sync program made",
        "Compare it with the list, copy what is missing, and delete it.",
    ),
    _Stray(
        re.compile(r"\..*\.sw[op]|\.#.*"),
        "an editor has the file open",
        "Close the editor, or reload the file in it after each command.",
    ),
    _Stray(
        re.compile(r"\..*\.\d+\.tmp"),
        "left by a process that was killed",
        "The next change deletes it.",
    ),
)


def diagnose(paths: Paths, today: date) -> Diagnosis:
    """Check every file, whatever is wrong with the others; `today` decides which films are upcoming."""
    checks: tuple[Callable[[Paths], Iterator[Finding]], ...] = (
        _bundled,
        _catalogues,
        _fetched,
        _own_films,
        _list,
        lambda paths: _entries(paths, today),
        _settings,
        _lock,
        _beside,
        _state,
        _backups,
        _journal,
        _drafts,
        _cache,
        _answers,
    )
    return Diagnosis(tuple(finding for check in checks for finding in check(paths)))


def _good(subject: object, words: str, amount: Amount | None = None) -> Finding:
    return Finding(Level.GOOD, str(subject), words, amount=amount)


def _failed(subject: object, error: WatchlistError) -> Finding:
    return Finding(Level.PROBLEM, str(subject), error.fact, error.hint, code=error.exit_code)


def _bundled(paths: Paths) -> Iterator[Finding]:
    try:
        films = load_bundled(paths.bundled).layer.films
    except WatchlistError as error:
        yield Finding(Level.PROBLEM, str(paths.bundled), error.fact, "Install watchlist again.")
        return
    yield _good(paths.bundled, "included in the program", Amount(len(films), "film"))


def _catalogues(paths: Paths) -> Iterator[Finding]:
    if not added_files(paths):
        return
    try:
        layers = catalogues(paths, no_progress).layers
    except WatchlistError as error:
        yield _failed(paths.catalogues, error)
        return
    for layer in layers:
        if layer.removable:
            yield _good(layer.path, "that you added", Amount(layer.films, "film"))


def _fetched(paths: Paths) -> Iterator[Finding]:
    for path in paths.fetched_layers:
        if path.exists():
            try:
                films = FetchedFile(path).films
            except WatchlistError as error:
                remedy = "Delete it, and type: watchlist refresh"
                yield Finding(Level.PROBLEM, str(path), error.fact, remedy)
            else:
                yield _good(path, "that `watchlist refresh` asked about", Amount(len(films), "film"))


def _own_films(paths: Paths) -> Iterator[Finding]:
    for path in paths.own_films:
        if path.exists():
            try:
                load_own(path, load_bundled(paths.bundled).sources)
            except WatchlistError as error:
                yield _failed(path, error)
            else:
                yield _good(path, "your own films are valid")
            yield from _safety(path)
        elif path == paths.films:
            yield _good(path, "no films of your own yet")


def _list(paths: Paths) -> Iterator[Finding]:
    if not os.path.lexists(paths.list):
        try:
            refuse_gone(paths)
        except WatchlistError as error:
            yield Finding(Level.PROBLEM, str(paths.list), error.fact, error.kept)
        else:
            yield _good(paths.list, "no list yet: adding the first film makes it")
        return
    try:
        entries = read_list(list_document(paths.list))
    except WatchlistError as error:
        yield _failed(paths.list, error)
    else:
        yield _good(paths.list, "on the list", Amount(len(entries.entries), "film"))
        for broken in entries.broken:
            yield Finding(Level.PROBLEM, str(paths.list), broken, "Correct it: watchlist edit")
    yield from _safety(paths.list)


def _safety(path: Path) -> Iterator[Finding]:
    """Check a file's owner, mode and links, and whether it and its directory can be written."""
    try:
        real = real_path(path)
        status = real.stat()
    except (OSError, WatchlistError) as error:
        remedy = "Replace it by a file, or delete it."
        yield Finding(Level.PROBLEM, str(path), str(error), remedy, code=DiskFailed.exit_code)
        return
    if real != path and path.is_symlink():
        yield _good(path, f"a link to {real}, which is followed")
    if status.st_mode & (stat.S_IWOTH | stat.S_IWGRP):
        yield Finding(Level.WARNING, str(real), "others may write to it", f"chmod go-w '{real}'")
    if hasattr(os, "getuid") and status.st_uid != os.getuid():
        yield Finding(Level.WARNING, str(real), "it belongs to another user", "Check who made it.")
    if count_names(real) > 1:
        remedy = "After the next change they keep the old text: use a symbolic link instead."
        yield Finding(Level.WARNING, str(real), "it has other names (hard links)", remedy)
    if not os.access(real, os.R_OK | os.W_OK) or not os.access(real.parent, os.W_OK):
        remedy = f"Check its permissions, and those of {real.parent}."
        yield Finding(Level.PROBLEM, str(real), "it cannot be changed", remedy, code=DiskFailed.exit_code)


def _entries(paths: Paths, today: date) -> Iterator[Finding]:
    """Find entries whose film is unknown, and pairs of entries that are or may be for the same film."""
    try:
        listed = open_entries(paths)
        entries = listed.everything()
        films = open_films(paths, listed=lambda: listed)
        known = films.films(entry.id for entry in entries).films
        named = films.named({fold(film.title) for film in known.values()}, ()).films
    except WatchlistError:
        return
    for first, *others in duplicates(known, entries):
        for other in others:
            remedy = f"Join them: watchlist film join {first.id} {other.id}"
            yield Finding(Level.WARNING, str(paths.list), f'"{first.id}" and "{other.id}" are one film', remedy)
    for pair in lookalikes(known, entries, named.values(), today=today):
        ids = pair.film.id, pair.other.id
        remedy = f"If they are, join them: watchlist film join {' '.join(ids)}"
        yield Finding(Level.WARNING, str(paths.list), '"{}" and "{}" may be one film'.format(*ids), remedy)
    for entry in entries:
        if entry.id not in known:
            remedy = f'Add it: watchlist add "{entry.title}" --release TBA, or correct the id: watchlist edit'
            yield Finding(Level.WARNING, str(paths.list), f'no film has the id "{entry.id}"', remedy)


def _lock(paths: Paths) -> Iterator[Finding]:
    holder = lock_holder(paths.list)
    if holder is not None:
        who = f"process {holder}" if holder else "another process"
        remedy = "Wait, or check what that process is doing."
        yield Finding(Level.WARNING, str(paths.list), f"{who} is changing it right now", remedy)


def _beside(paths: Paths) -> Iterator[Finding]:
    """Find files that sync programs, editors and killed processes left beside the list."""
    try:
        real = real_path(paths.list)
        names = sorted(path.name for path in real.parent.iterdir() if real.stem in path.name and path != real)
    except (OSError, WatchlistError):
        return
    for name in names:
        for stray in _STRAYS:
            if stray.name.fullmatch(name):
                yield Finding(Level.WARNING, str(real.parent / name), stray.words, stray.remedy)


def _settings(paths: Paths) -> Iterator[Finding]:
    if paths.config.exists():
        try:
            read_settings(paths.config)
        except WatchlistError as error:
            yield _failed(paths.config, error)


def _state(paths: Paths) -> Iterator[Finding]:
    """Check that backups and the journal can be written: without them no change is made."""
    above = next(folder for folder in (paths.state, *paths.state.parents) if os.path.lexists(folder))
    if not (above.is_dir() and os.access(above, os.W_OK | os.X_OK)):
        words = "no backups and no undo steps can be saved here: nothing can be changed"
        yield Finding(Level.PROBLEM, str(above), words, f"Check the permissions of {above}.", code=DiskFailed.exit_code)


def _backups(paths: Paths) -> Iterator[Finding]:
    real = real_path(paths.list)
    folder = backups.folder_for(paths.state, real)
    copies = copies_of(paths.state, real, read_bytes(real, limit=None))
    if copies:
        newest = f"{copies[0].made:%Y-%m-%d %H:%M}"
        yield _good(folder, f"kept, the newest from {newest}", Amount(len(copies), "earlier list"))
        for copy in copies:
            if Store(paths).entries_of(copy) is None:
                yield Finding(Level.WARNING, str(copy.path), "a backup that cannot be read", "Delete it.")
    else:
        yield _good(folder, "no backups yet: one is made before each change")


def _journal(paths: Paths) -> Iterator[Finding]:
    try:
        file = journal_path(paths.state, real_path(paths.list))
        history = read_settled(paths)
    except WatchlistError as error:
        yield _failed(paths.list, error)
        return
    yield _good(file, "that can be undone", Amount(len(history.done), "step"))


def _drafts(paths: Paths) -> Iterator[Finding]:
    """Find drafts that were edited and could not be saved."""
    left = drafts(paths)
    if left:
        words = "a draft of the list that was not saved" + (f"; there are {len(left)}" if len(left) > 1 else "")
        yield Finding(Level.WARNING, str(left[-1]), words, f"Continue: watchlist edit --draft {left[-1]}")


def _cache(paths: Paths) -> Iterator[Finding]:
    """Check the index of the films, on which only speed depends."""
    if is_indexed(paths):
        yield _good(paths.cache, "the films are indexed")
        return
    above = next(folder for folder in (paths.cache, *paths.cache.parents) if folder.exists())
    if above.is_dir() and os.access(above, os.W_OK):
        yield _good(paths.cache, "the next command indexes the films")
    else:
        words = "the films cannot be indexed: every command reads them again"
        yield Finding(Level.WARNING, str(paths.cache), words, f"Check the permissions of {above}.")


def _answers(paths: Paths) -> Iterator[Finding]:
    """Count the remembered answers, on which only speed depends."""
    folder = paths.cache / "answers"
    number = count_answers(str(folder))
    if number:
        yield _good(folder, "repeated while nothing has changed", Amount(number, "answer"))

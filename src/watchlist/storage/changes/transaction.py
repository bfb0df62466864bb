"""One change of one or more files: each is saved whole, a copy is put aside, the journal notes the step."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from watchlist.domain.errors import WatchlistError
from watchlist.storage.changes import backups, journal
from watchlist.storage.changes.journal import Step, difference
from watchlist.storage.files import Saved, count_names, locked, read_bytes, save
from watchlist.storage.paths import Paths
from watchlist.storage.toml.edit import Touched


class Held(NamedTuple):
    """A file whose lock is held: its path, the real file behind it, and the bytes in it; None if missing."""

    path: Path
    real: Path
    read: bytes | None
    names: int
    """How many names (hard links) the file has."""

    @property
    def text(self) -> str:
        """The text in the file; bytes that are no text survive as surrogates."""
        return (self.read or b"").decode(errors="surrogateescape")


class Committed(NamedTuple):
    """What became of a change, and what a person should know about it."""

    outcome: Saved
    warnings: tuple[str, ...] = ()


class Transaction:
    """Files under lock, to be changed as one step. The list's lock comes first, so that nobody waits in a ring."""

    def __init__(self, paths: Paths, now: datetime, locks: ExitStack) -> None:
        self.paths = paths
        self.now = now
        self._locks = locks
        self._held: dict[Path, Held] = {}
        self._new: dict[Path, str] = {}
        self._touched: dict[Path, tuple[Touched, ...] | None] = {}

    def hold(self, path: Path) -> Held:
        """Take the lock of a file, once, and read it."""
        if path not in self._held:
            real = self._locks.enter_context(locked(path))
            self._held[path] = Held(path, real, read_bytes(real, limit=None), count_names(real))
        return self._held[path]

    def put(self, path: Path, text: str, touched: tuple[Touched, ...] | None = None) -> None:
        """Say what the file is to hold, and which pieces of it changed, where that is known."""
        self.hold(path)
        self._new[path] = text
        self._touched[path] = touched

    def commit(self, what: str, *records: dict[str, str]) -> Committed:
        """Save what was put, and note it in the journal: as `records`, else as a step that `what` names.

        Where a later file cannot be saved the earlier ones are put back, and the error says
        that nothing was changed.
        """
        changed = [self._held[path] for path, text in self._new.items() if text != self._held[path].text]
        if not changed:
            return Committed(Saved.UNCHANGED)
        outcomes: list[Saved] = []
        try:
            for held in changed:
                if held.read is not None:
                    backups.keep(backups.folder_for(self.paths.state, held.real), held.read, self.now)
                outcomes.append(save(held.real, self._bytes(held), read=held.read))
        except WatchlistError:
            for held in changed[: len(outcomes)]:
                with suppress(WatchlistError):
                    save(held.real, held.read or b"", read=self._bytes(held))
            raise
        step = Step(
            at=self.now.isoformat(),
            what=what,
            list=str(self.paths.list),
            files=tuple(
                difference(held.path, held.text, self._new[held.path], self._touched[held.path]) for held in changed
            ),
        )
        outcome = Saved.UNCONFIRMED if Saved.UNCONFIRMED in outcomes else Saved.SAVED
        return Committed(outcome, (*self._note(*(records or (step,))), *_other_names(changed)))

    def _bytes(self, held: Held) -> bytes:
        return self._new[held.path].encode(errors="surrogateescape")

    def _note(self, *records: Step | dict[str, str]) -> Iterator[str]:
        try:
            journal.append(self.paths.state / "journal.jsonl", *records)
        except OSError as error:
            yield f"Saved, but not noted in the journal ({error.strerror}): undo cannot take it back."


@contextmanager
def transaction(paths: Paths, now: datetime) -> Iterator[Transaction]:
    """Hold the list's lock, and those of other files as they are needed, until the change is made."""
    with ExitStack() as locks:
        change = Transaction(paths, now, locks)
        change.hold(paths.list)
        yield change


def _other_names(changed: list[Held]) -> Iterator[str]:
    for held in changed:
        if held.names > 1:
            yield f"{held.path} had other names (hard links): they keep the old text."

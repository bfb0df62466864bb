"""A save survives what can go wrong: each failing system call, signals, crowds, full disks, hand edits."""

import errno
import multiprocessing
import os
import random
import resource
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from adds import NOW, add, paths_in
from watchlist.domain.change import Change, EntryChange
from watchlist.domain.errors import Busy, DiskFailed, WatchlistError
from watchlist.storage import files
from watchlist.storage.changes import transaction
from watchlist.storage.changes.store import Store
from watchlist.storage.files import Saved
from watchlist.storage.list_file import UserList
from watchlist.storage.toml.read import read_document

ERRNOS = (
    *(errno.EIO, errno.ENOSPC, errno.EDQUOT, errno.EROFS),
    *(errno.EACCES, errno.EPERM, errno.EMFILE, errno.EINTR),
)
TESTS = Path(__file__).parents[2]
OLD = b'# mine\nschema = 1\n\n[[films]]\nid = "old" # first\n'


def ids(path: Path) -> list[str]:
    return [table["id"] for table in read_document(path, path.read_bytes()).tables.get("films", [])]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    paths = paths_in(tmp_path)
    paths.list.parent.mkdir()
    paths.list.write_bytes(OLD)
    return Store(paths)


class FailingCalls:
    """Stands for `os` in the module that saves: counts its calls, and lets the nth fail, once or for ever."""

    _COUNTED = (
        *("open", "read", "write", "fsync", "replace", "close", "fstat", "stat", "fchmod", "fchown"),
        *("unlink", "mkdir", "ftruncate"),
    )

    def __init__(self, fail_at: int = 0, code: int = 0, *, for_ever: bool = False) -> None:
        self.calls: list[str] = []
        self._fail_at, self._code, self._for_ever = fail_at, code, for_ever

    def __getattr__(self, name: str) -> Any:
        real = getattr(os, name)
        if name not in self._COUNTED:
            return real

        def call(*arguments: Any, **named: Any) -> Any:
            self.calls.append(name)
            number = len(self.calls)
            if number == self._fail_at or (self._for_ever and number > self._fail_at > 0):
                if name == "close":  # a close that fails has closed all the same
                    real(*arguments, **named)
                raise OSError(self._code, os.strerror(self._code))
            return real(*arguments, **named)

        return call


def sweep(folder: Path, save: Callable[[Store], Saved], monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Fail each call of a save with each error, once and for ever; tell where the outcome was not the truth."""
    counting = FailingCalls()
    monkeypatch.setattr(files, "os", counting)
    save(fresh(folder / "counting"))
    total = len(counting.calls)
    assert total > 12
    for number in range(1, total + 1):
        for code in ERRNOS:
            for for_ever in (False, True):
                case = f"{number}-{code}-{for_ever}"
                store = fresh(folder / case)
                failing = FailingCalls(number, code, for_ever=for_ever)
                monkeypatch.setattr(files, "os", failing)
                try:
                    saved = save(store) in (Saved.SAVED, Saved.UNCONFIRMED)
                except (WatchlistError, OSError):
                    saved = False
                monkeypatch.setattr(files, "os", os)
                after = store.paths.list.read_bytes()
                if after.startswith(OLD) is False or (after != OLD) is not saved:
                    yield f"{case} ({failing.calls[number - 1]}): said {saved}, the file has {len(after)} bytes"
                if not for_ever and list(store.paths.list.parent.glob("*.tmp")):
                    yield f"{case} ({failing.calls[number - 1]}): a temporary file is left"


def fresh(folder: Path) -> Store:
    paths = paths_in(folder)
    paths.list.parent.mkdir(parents=True)
    paths.list.write_bytes(OLD)
    return Store(paths)


def test_whatever_call_fails_the_list_is_old_or_new_and_the_outcome_is_the_truth(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert list(sweep(tmp_path, lambda store: add(store, "new"), monkeypatch)) == []


def test_control_a_write_in_place_does_not_survive_the_sweep(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def in_place(real: Path, temporary: Path, *, read: bytes | None) -> Saved:  # noqa: ARG001
        calls: Any = vars(files)["os"]
        data = temporary.read_bytes()
        temporary.unlink()
        descriptor = calls.open(real, os.O_WRONLY | os.O_TRUNC)
        calls.write(descriptor, data)
        calls.close(descriptor)
        return Saved.SAVED

    monkeypatch.setattr(transaction, "install", in_place)
    assert list(sweep(tmp_path, lambda store: add(store, "new"), monkeypatch)) != []


def test_the_disk_that_does_not_confirm_the_directory_is_told_apart(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    real_fsync, synced = os.fsync, []

    def fsync(descriptor: int) -> None:
        synced.append(descriptor)
        if Path(f"/proc/self/fd/{descriptor}").resolve() == store.paths.list.parent:
            raise OSError(errno.EIO, "no")
        real_fsync(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    assert add(store, "new") is Saved.UNCONFIRMED
    assert ids(store.paths.list) == ["old", "new"]
    assert len(synced) >= 2


def test_a_file_system_that_cannot_sync_is_no_failure(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def fsync(_: int) -> None:
        raise OSError(errno.EINVAL, "cannot")

    monkeypatch.setattr(os, "fsync", fsync)
    assert add(store, "new") is Saved.SAVED


def test_saving_what_is_there_writes_nothing(store: Store) -> None:
    before = store.paths.list.stat()
    step: Callable[[UserList], Change] = lambda entries: Change(  # noqa: E731
        (EntryChange(entries.entry("old"), entries.entry("old")),)
    )
    assert store.change(step, what="nothing", now=NOW).committed.outcome is Saved.UNCHANGED
    assert store.paths.list.stat() == before
    assert store.history().done == ()


def test_a_link_stays_a_link_and_mode_and_comments_stay(tmp_path: Path, store: Store) -> None:
    dotfiles = tmp_path / "dotfiles" / "films.list"
    dotfiles.parent.mkdir()
    store.paths.list.rename(dotfiles)
    dotfiles.chmod(0o640)
    store.paths.list.symlink_to(dotfiles)
    assert add(store, "new") is Saved.SAVED
    assert store.paths.list.is_symlink()
    assert dotfiles.stat().st_mode & 0o777 == 0o640
    assert dotfiles.read_bytes().startswith(OLD)
    assert ids(dotfiles) == ["old", "new"]


def test_a_dangling_link_makes_its_target(tmp_path: Path) -> None:
    paths = paths_in(tmp_path)
    paths.list.parent.mkdir()
    paths.list.symlink_to(tmp_path / "elsewhere.toml")
    assert add(Store(paths), "new") is Saved.SAVED
    assert ids(tmp_path / "elsewhere.toml") == ["new"]


def test_new_files_and_directories_are_the_users_own(tmp_path: Path) -> None:
    paths = paths_in(tmp_path)
    add(Store(paths), "new")
    add(Store(paths), "newer")
    modes = {path: path.stat().st_mode & 0o777 for path in (paths.list, paths.list.parent, paths.state / "backups")}
    assert modes == {paths.list: 0o600, paths.list.parent: 0o700, paths.state / "backups": 0o700}
    own = [path for path in paths.state.rglob("*") if path.is_file()]
    assert len(own) == 3
    assert {path.stat().st_mode & 0o777 for path in own} == {0o600}


@pytest.mark.parametrize("name", ["watchlist.toml", "films [2026]*.toml"])
def test_temporaries_of_the_dead_are_swept_and_no_other_file(store: Store, name: str) -> None:
    store = Store(store.paths._replace(list=store.paths.list.with_name(name)), may_begin=True)
    left, other = (store.paths.list.parent / f".{one}.12345.tmp" for one in (name, "films 2.toml"))
    left.write_text("half")
    other.write_text("whole")
    add(store, "new")
    assert (left.exists(), other.exists()) == (False, True)


def test_a_lock_that_is_a_link_is_refused(tmp_path: Path, store: Store) -> None:
    precious = tmp_path / "precious"
    precious.write_text("mine")
    (store.paths.list.parent / ".watchlist.toml.lock").symlink_to(precious)
    with pytest.raises(DiskFailed, match="a symbolic link is in the way"):
        add(store, "new")
    assert precious.read_text() == "mine"


def test_a_lock_that_is_held_is_waited_for_and_named(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_PATIENCE", 0.05)
    with files.locked(store.paths.list), pytest.raises(Busy, match=rf"\(process {os.getpid()}\) is using"):
        add(store, "new")


def test_a_lock_file_of_a_dead_process_is_no_lock(store: Store) -> None:
    (store.paths.list.parent / ".watchlist.toml.lock").write_text("99999999")
    assert add(store, "new") is Saved.SAVED


def edits_between(monkeypatch: pytest.MonkeyPatch, path: Path, times: int) -> None:
    """Let an editor save the list, `times` times, between our reading and our rename."""
    real, left = vars(files)["_write_beside"], [times]

    def write_beside(*arguments: Any) -> None:
        real(*arguments)
        if left[0]:
            left[0] -= 1
            with path.open("a") as file:
                file.write(f'\n[[films]]\nid = "by-hand-{left[0]}"\n')

    monkeypatch.setattr(files, "_write_beside", write_beside)


def test_a_hand_edit_at_the_same_moment_is_kept_beside_ours(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    edits_between(monkeypatch, store.paths.list, 2)
    assert add(store, "new") is Saved.SAVED
    assert ids(store.paths.list) == ["old", "by-hand-1", "by-hand-0", "new"]


def test_hand_edits_without_end_are_given_way_to(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    edits_between(monkeypatch, store.paths.list, 9)
    with pytest.raises(Busy, match="changed by another program just now"):
        add(store, "new")
    assert "new" not in ids(store.paths.list)


def test_control_without_the_second_look_the_hand_edit_is_lost(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    edits_between(monkeypatch, store.paths.list, 1)
    monkeypatch.setattr(files, "_is_unchanged", lambda *_: True)
    add(store, "new")
    assert ids(store.paths.list) == ["old", "new"]


WRITERS, ADDS = 8, 50


def write_many(folder: Path, writer: int, *, with_lock: bool) -> None:
    if not with_lock:
        vars(files).update(_try_lock=lambda *_: True, _is_unchanged=lambda *_: True)
    store = Store(paths_in(folder))
    for number in range(ADDS):
        while True:
            try:
                add(store, f"{writer}-{number}")
            except Busy:  # on a slow machine others can be first for ten seconds
                continue
            break


def read_many(folder: Path, torn: Any) -> None:
    path = paths_in(folder).list
    while not (folder / "stop").exists():
        try:
            read_document(path, path.read_bytes())
        except (WatchlistError, OSError):
            torn.value += 1


def crowd(folder: Path, *, with_lock: bool) -> tuple[int, int]:
    """Let eight processes add fifty entries each beside a reader; give the entries and the torn reads."""
    context = multiprocessing.get_context("fork")
    torn = context.Value("i", 0)
    reader = context.Process(target=read_many, args=(folder, torn))
    writers = [
        context.Process(target=write_many, args=(folder, writer), kwargs={"with_lock": with_lock})
        for writer in range(WRITERS)
    ]
    for process in (reader, *writers):
        process.start()
    for process in writers:
        process.join()
    (folder / "stop").touch()
    reader.join()
    return len(set(ids(paths_in(folder).list)) - {"old"}), torn.value


@pytest.mark.slow
def test_eight_writers_and_a_reader_lose_nothing(tmp_path: Path, store: Store) -> None:
    assert store.paths.list.exists()
    assert crowd(tmp_path, with_lock=True) == (WRITERS * ADDS, 0)
    assert len(store.history().done) == WRITERS * ADDS


@pytest.mark.slow
def test_control_eight_writers_without_the_lock_lose_entries(tmp_path: Path, store: Store) -> None:
    assert store.paths.list.exists()
    entries, _ = crowd(tmp_path, with_lock=False)
    assert entries < WRITERS * ADDS


def in_child(work: Callable[[], None]) -> int:
    """Run something in a forked process; give its exit code, negative for a signal."""
    process = multiprocessing.get_context("fork").Process(target=work)
    process.start()
    process.join()
    assert process.exitcode is not None
    return process.exitcode


def refused(store: Store, message: str) -> Callable[[], None]:
    def work() -> None:
        try:
            add(store, "new" * 100)
        except DiskFailed as error:
            sys.exit(0 if message in error.fact and error.kept == "Nothing was changed." else 3)
        sys.exit(4)

    return work


def test_a_full_disk_leaves_the_old_list(store: Store) -> None:
    def limited() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (len(OLD) + 50, len(OLD) + 50))
        refused(store, "larger than this process may write")()

    assert in_child(limited) == 0
    assert store.paths.list.read_bytes() == OLD
    assert [path.name for path in store.paths.list.parent.glob("*.tmp")] == []


@pytest.mark.slow
@pytest.mark.skipif(os.getuid() != 0, reason="mounting needs root")
def test_a_small_disk_that_is_full_leaves_the_old_list(tmp_path: Path) -> None:
    folder = tmp_path / "small"
    folder.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16k", "none", folder], check=False).returncode:
        pytest.skip("this machine does not mount")
    try:
        store = fresh(folder)
        (folder / "filler").write_bytes(b"x" * 4096)
        with pytest.raises(DiskFailed, match="no space left on the disk"):
            add(store, "new" * 4000)
        assert store.paths.list.read_bytes() == OLD
    finally:
        subprocess.run(["umount", folder], check=True)


def test_a_directory_that_is_read_only_leaves_the_list(store: Store) -> None:
    import tomli_w  # noqa: F401  imported before the user changes: the library may lie where they cannot read

    def as_ordinary_user() -> None:
        if os.getuid() == 0:
            os.setgid(65534)
            os.setuid(65534)
        refused(store, "permission denied")()

    for folder in (store.paths.list.parent.parent, *store.paths.list.parent.parent.parents):
        if str(folder).startswith("/tmp/") and folder.stat().st_uid == os.getuid():
            folder.chmod(folder.stat().st_mode | 0o055)
    store.paths.list.chmod(0o644)
    store.paths.list.parent.chmod(0o555)
    try:
        assert in_child(as_ordinary_user) == 0
    finally:
        store.paths.list.parent.chmod(0o755)
    assert store.paths.list.read_bytes() == OLD


def signals(folder: Path, rounds: int, chance: random.Random) -> tuple[int, int]:
    """Kill a process that adds without end, again and again; give the acknowledged entries, and those lost."""
    store = fresh(folder)
    script = textwrap.dedent(
        f"""
        import signal, sys
        # Whoever runs the tests may have them ignored, as nohup does.
        signal.signal(signal.SIGHUP, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        sys.path[:0] = {[str(TESTS)]!r}
        from pathlib import Path
        from adds import Store, add, paths_in
        store = Store(paths_in(Path({str(folder)!r})))
        number = int(sys.argv[1])
        while True:
            add(store, f"n-{{number}}")
            print(number, flush=True)
            number += 1
        """
    )
    acknowledged: set[str] = set()
    following = 0
    for _ in range(rounds):
        with subprocess.Popen(
            [sys.executable, "-c", script, str(following)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        ) as process:
            assert process.stdout is not None
            first = process.stdout.readline()
            time.sleep(chance.uniform(0, 0.05))
            process.send_signal(chance.choice([signal.SIGKILL, signal.SIGTERM, signal.SIGINT, signal.SIGHUP]))
            said = [first, *process.stdout]
        acknowledged |= {f"n-{line.strip()}" for line in said if line.endswith("\n")}
        following += 100_000
    there = set(ids(store.paths.list))
    return len(acknowledged), len(acknowledged - there)


@pytest.mark.slow
def test_signals_at_any_moment_lose_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    acknowledged, lost = signals(tmp_path / "list", 30, random.Random(20261120))
    assert acknowledged >= 30
    assert lost == 0


def calls_of_a_save(folder: Path) -> list[tuple[str, int]]:
    """Run one add under strace; give the system calls on our files, each with its number among its kind."""
    trace = folder / "trace"
    subprocess.run(
        ["strace", "-f", "-y", "-o", trace, *adding(folder)], check=True, capture_output=True, env=_SAME_EVERY_TIME
    )
    counts: dict[str, int] = {}
    found = []
    for line in trace.read_text(errors="replace").splitlines():
        name = line.split("(")[0].split()[-1]
        if not name.isidentifier():
            continue
        counts[name] = counts.get(name, 0) + 1
        if str(folder / "data") in line and name in KILLED_AT:
            found.append((name, counts[name]))
    return found


KILLED_AT = (
    *("openat", "read", "write", "fsync", "rename", "close", "fchmod", "unlink", "flock"),
    *("ftruncate", "mkdir"),
)
_SAME_EVERY_TIME = {**os.environ, "PYTHONHASHSEED": "0"}


def adding(folder: Path) -> list[str]:
    return [sys.executable, "-B", "-c", f"{_PRELUDE}add(Store(paths_in(Path({str(folder)!r}))), 'new')"]


_PRELUDE = (
    f"import sys; sys.path[:0] = {[str(TESTS)]!r}; from pathlib import Path; from adds import Store, add, paths_in; "
)


@pytest.mark.slow
@pytest.mark.skipif(
    subprocess.run(["bash", "-c", "strace true"], capture_output=True, check=False).returncode != 0,
    reason="strace is not here",
)
def test_a_process_killed_before_any_system_call_leaves_the_old_list_or_the_new(tmp_path: Path) -> None:
    fresh(tmp_path / "counting")
    calls = calls_of_a_save(tmp_path / "counting")
    assert len(calls) >= 15
    outcomes = {b"old": 0, b"new": 0}
    for name, number in calls:
        folder = tmp_path / f"{name}-{number}"
        store = fresh(folder)
        inject = f"inject={name}:signal=SIGKILL:when={number}"
        ran = subprocess.run(
            ["strace", "-f", "-o", os.devnull, "-e", inject, *adding(folder)],
            check=False,
            capture_output=True,
            env=_SAME_EVERY_TIME,
        )
        assert ran.returncode != 0, f"{name} number {number} was not reached"
        left = ids(store.paths.list)
        assert left in (["old"], ["old", "new"])
        outcomes[b"new" if "new" in left else b"old"] += 1
        assert add(store, "next") is Saved.SAVED
        assert list(store.paths.list.parent.glob("*.tmp")) == []
    assert outcomes[b"old"] > 10
    assert outcomes[b"new"] >= 1

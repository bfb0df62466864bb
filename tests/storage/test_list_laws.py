"""Laws of the list: what the loader does with any bytes, what a command leaves alone, what undo gives back."""

import shutil
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, precondition, rule

from adds import NOW, paths_in
from watchlist.domain.change import Change
from watchlist.domain.entry import Entry
from watchlist.domain.errors import Refused, WatchlistError
from watchlist.domain.film import Film
from watchlist.services import track
from watchlist.storage.changes.store import Store
from watchlist.storage.list_file import UserList, list_document, read_list
from watchlist.storage.toml.edit import block_stop, pieces
from watchlist.storage.toml.read import read_document

FILE = Path("list.toml")
TODAY = date(2026, 11, 20)


@given(st.one_of(st.binary(max_size=200), st.text(alphabet="abc_=[]{}\"'#.,\n\r\t 0-9é", max_size=200).map(str.encode)))
@settings(max_examples=400)
def test_any_bytes_are_a_list_or_an_error_of_ours(data: bytes) -> None:
    try:
        read_list(read_document(FILE, data))
    except WatchlistError as error:
        lines = error.lines
    else:
        lines = ("fine",)
    assert 1 <= len(lines) <= 3


IDS = [f"film-{number}" for number in range(5)]
COMMENT = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=12).map(
    "# {}".format
)
GAP = st.one_of(st.just(""), st.just("\n"), COMMENT.map("{}\n".format), COMMENT.map("\n{}\n\n".format))
EXTRA = st.sampled_from(
    [
        'mine = { nested = [1, 2, "]"] }\n',
        "rating=7   # why\n",
        'note = """\n[[films]]\nnot a header\n"""\n',
        "tags = [\n  'x', # one\n  'y',\n]\n",
        "viewings = [ 2024-07-01 ]\n",
        '[films.want]\nregion = "JP"\n',
        "",
    ]
)


@st.composite
def lists(draw: st.DrawFn) -> str:
    """Write lists as a person would: odd spacing, comments, keys of their own, other line ends."""
    text = draw(GAP) + draw(st.sampled_from(["schema = 1\n", "", "schema=1 # first\n\n"])) + draw(GAP)
    for film_id in draw(st.lists(st.sampled_from(IDS), unique=True, max_size=4)):
        text += f'[[films]]{draw(st.sampled_from(["", "  # an entry"]))}\nid = "{film_id}"\n' + draw(EXTRA) + draw(GAP)
    text = text.removesuffix("\n") if draw(st.booleans()) else text
    return draw(st.sampled_from(["", "\ufeff"])) + (text.replace("\n", "\r\n") if draw(st.booleans()) else text)


NOTED = track.Noted(9)


def command(name: str, film_id: str) -> Callable[[UserList], Change]:
    film = Film(film_id, film_id.title())
    steps: dict[str, Callable[[UserList], Change]] = {
        "add": lambda entries: track.add(entries.entry(film_id), film, today=TODAY),
        "watched": lambda entries: track.watched(entries.entry(film_id), film, day=TODAY, noted=NOTED, today=TODAY),
        "remove": lambda entries: track.remove(entries.entry(film_id), film_id),
    }
    return steps[name]


def blocks(text: str) -> dict[str, str]:
    tables = read_document(FILE, text.encode()).tables.get("films", [])
    found = {}
    for piece in pieces(text, ["films"]):
        whole = text[piece.start : piece.stop]
        found[tables[piece.number]["id"]] = whole[: block_stop(whole, "films")]
    return found


@given(lists(), st.sampled_from(["add", "watched", "remove"]), st.sampled_from(IDS))
@settings(max_examples=150, deadline=None)
def test_a_command_changes_only_the_lines_of_its_own_entry(text: str, name: str, film_id: str) -> None:
    folder = Path(tempfile.mkdtemp())
    try:
        store = Store(paths_in(folder))
        store.paths.list.parent.mkdir()
        store.paths.list.write_bytes(text.encode())
        before = blocks(text)
        try:
            store.change(command(name, film_id), what=name, now=NOW)
        except Refused:
            assert film_id not in before
            return
        after_text = store.paths.list.read_bytes().decode()
        assert after_text.startswith("\ufeff") == text.startswith("\ufeff")
        after = blocks(after_text)
        assert {key: block.rstrip() for key, block in after.items() if key != film_id} == {
            key: block.rstrip() for key, block in before.items() if key != film_id
        }
        own = before.get(film_id, "")
        for line in text.removeprefix("\ufeff").replace(own, "", 1).splitlines():
            assert not line.strip() or line in after_text.removeprefix("\ufeff").splitlines()
        for line in own.splitlines():
            if "#" in line and name == "watched":
                assert line.split("#")[-1] in after_text
        if after_text != text:
            store.undo(1, now=NOW)
            assert store.paths.list.read_bytes() == text.encode()
            store.redo(1, now=NOW)
            assert store.paths.list.read_bytes().decode() == after_text
    finally:
        shutil.rmtree(folder)


class ListMachine(RuleBasedStateMachine):
    """Any sequence of commands, hand edits and undos, against a dict."""

    comments = Bundle("comments")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.store = Store(paths_in(self.folder))
        self.model: dict[str, Entry] = {}
        self.done: list[tuple[str, Entry | None, Entry | None]] = []
        self.undone: list[tuple[str, Entry | None, Entry | None]] = []
        self.written: list[str] = []
        self.number = 0

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    def set(self, film_id: str, entry: Entry | None) -> None:
        self.model.pop(film_id, None)
        if entry:
            self.model[film_id] = entry

    @rule(name=st.sampled_from(["add", "watched", "remove"]), film_id=st.sampled_from(IDS))
    def change(self, name: str, film_id: str) -> None:
        try:
            change = self.store.change(command(name, film_id), what=name, now=NOW.replace(microsecond=len(self.done)))
        except Refused:
            assert film_id not in self.model
            return
        (entry,) = change.change.entries
        assert entry.before == self.model.get(film_id)
        if change.change:
            self.done.append((film_id, entry.before, entry.after))
            self.undone.clear()
            self.set(film_id, entry.after)

    @precondition(lambda self: self.done)
    @rule()
    def undo(self) -> None:
        film_id, before, after = self.done[-1]
        if self.model.get(film_id) != after:
            self.refused(lambda: self.store.undo(1, now=NOW))
            return
        self.store.undo(1, now=NOW)
        self.undone.append(self.done.pop())
        self.set(film_id, before)

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self) -> None:
        film_id, before, after = self.undone[-1]
        if self.model.get(film_id) != before:
            self.refused(lambda: self.store.redo(1, now=NOW))
            return
        self.store.redo(1, now=NOW)
        self.done.append(self.undone.pop())
        self.set(film_id, after)

    @rule(target=comments, comment=st.text("abc", min_size=1, max_size=8))
    def write_a_comment(self, comment: str) -> str:
        self.number += 1
        line = f"# {self.number} {comment}\n"
        path = self.store.paths.list
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(line + (path.read_text() if path.exists() else "schema = 1\n"))
        self.written.append(line)
        return line

    @rule(line=consumes(comments))
    def delete_a_comment(self, line: str) -> None:
        path = self.store.paths.list
        path.write_text(path.read_text().replace(line, ""))
        self.written.remove(line)

    @precondition(lambda self: self.model)
    @rule(data=st.data(), rating=st.integers(1, 8))
    def rate_by_hand(self, data: st.DataObject, rating: int) -> None:
        film_id = data.draw(st.sampled_from(sorted(self.model)))
        path = self.store.paths.list
        text = path.read_text()
        block = blocks(text)[film_id]
        lines = [line for line in block.splitlines() if not line.startswith("rating")]
        path.write_text(text.replace(block, "\n".join([*lines, f"rating = {rating}"]) + "\n"))
        self.model[film_id] = self.model[film_id]._replace(rating=rating)

    def refused(self, turn: Callable[[], object]) -> None:
        before = self.store.paths.list.read_bytes()
        try:
            turn()
        except Refused:
            assert self.store.paths.list.read_bytes() == before
        else:
            raise AssertionError("an entry that was changed by hand was overwritten")

    @invariant()
    def the_file_says_what_the_model_says(self) -> None:
        entries = read_list(list_document(self.store.paths.list))
        assert entries.broken == ()
        assert {entry.id: entry for entry in entries.entries} == self.model

    @invariant()
    def comments_stay(self) -> None:
        if self.written:
            text = self.store.paths.list.read_text()
            assert all(line in text for line in self.written)


TestTheList = ListMachine.TestCase
TestTheList.settings = settings(max_examples=40, stateful_step_count=30, deadline=None)

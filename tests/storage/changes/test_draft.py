"""A draft for an editor: a copy of the list, whose faults are named with their place before it is saved."""

import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from adds import NOW, paths_in
from watchlist.domain.change import EntryChange
from watchlist.domain.entry import Entry
from watchlist.domain.errors import DiskFailed, InvalidFile, Refused, UsageMistake
from watchlist.storage.changes.draft import ListDraft, drafts, make_draft, open_in_editor
from watchlist.storage.paths import Paths

MINE = '# mine\nschema = 1\n\n[[films]]\nid = "a"\n\n[[films]]\nid = "b"\n'


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    paths = paths_in(tmp_path)
    paths.list.parent.mkdir()
    paths.list.write_text(MINE)
    return paths


def test_it_starts_from_the_bytes_of_the_list_or_as_an_empty_list(paths: Paths) -> None:
    draft = make_draft(paths, None, NOW)
    assert draft == ListDraft(paths.state / f"draft-{os.getpid()}.toml", MINE.encode())
    assert (draft.text, drafts(paths), draft.path.stat().st_mode & 0o777) == (MINE, (draft.path,), 0o600)
    draft.discard()
    assert drafts(paths) == ()
    paths.list.unlink()
    assert make_draft(paths, None, NOW) == ListDraft(draft.path, None)
    assert draft.text == "schema = 1\n"


def test_one_that_was_started_is_gone_on_with_and_old_ones_go(paths: Paths) -> None:
    paths.state.mkdir()
    old, left = (paths.state / f"draft-{number}.toml" for number in (1, 2))
    for path, days in ((old, 31), (left, 29)):
        path.write_text(f"# {days} days\n")
        made = (NOW - timedelta(days=days)).timestamp()
        os.utime(path, (made, made))
    mine = paths.state.parent / "mine.toml"
    mine.write_text("# elsewhere\n")
    assert make_draft(paths, mine, NOW).text == "# elsewhere\n"
    assert (old.exists(), left.exists(), mine.exists()) == (False, True, True)
    draft = make_draft(paths, left, NOW)
    assert (draft.text, draft.started_from, drafts(paths)) == ("# 29 days\n", MINE.encode(), (draft.path,))
    with pytest.raises(UsageMistake, match=f"there is no draft at {left}"):
        make_draft(paths, left, NOW)


def test_the_first_fault_is_named_with_its_place_and_shown_with_a_caret(paths: Paths) -> None:
    draft = make_draft(paths, None, NOW)
    draft.check()
    for line, place, caret in (
        ('rating = "x"', "9:10: rating: must be a whole number", "             ^"),
        ("rating = ", "9:10: invalid value", "             ^"),
        ('id = "c"', "9:1: this is defined twice", "    ^"),
    ):
        draft.path.write_text(f"{MINE}{line}\n")
        with pytest.raises(InvalidFile) as raised:
            draft.check()
        assert raised.value.fact.lower().startswith(f"{draft.path}:{place}")
        assert draft.excerpt(raised.value) == (f"    {line.rstrip()}", caret)
    assert draft.excerpt(InvalidFile("without a place")) == draft.excerpt(InvalidFile("behind", line=99)) == ()


@pytest.mark.parametrize("empty", [lambda path: path.write_text(" \n\n"), Path.unlink])
def test_one_that_was_emptied_or_deleted_is_refused_and_let_go(paths: Paths, empty: Callable[[Path], object]) -> None:
    draft = make_draft(paths, None, NOW)
    empty(draft.path)
    with pytest.raises(Refused) as raised:
        draft.check()
    assert raised.value.lines == (
        *("the draft is empty", "Nothing was changed.", "To remove a film: watchlist remove"),
    )
    assert drafts(paths) == ()


def test_what_saving_it_does_is_told_and_a_damaged_list_counts_as_empty(paths: Paths) -> None:
    a, b, c = (Entry(letter, letter) for letter in "abc")
    draft = make_draft(paths, None, NOW)
    draft.path.write_text(MINE.replace('id = "b"', 'id = "c"') + "rating = 8\n")
    rated = EntryChange(None, c._replace(rating=8))
    assert draft.changes() == (rated, EntryChange(b, None))
    assert draft._replace(started_from=b"= damaged").changes() == (EntryChange(None, a), rated)


def test_visual_goes_before_editor_and_runs_without_a_shell_and_vi_is_for_who_set_neither(
    paths: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = tmp_path / "my editor" / "vi"
    editor.parent.mkdir()
    editor.write_text('#!/bin/sh\nprintf "# %s|" "$1" "$2" >> "$3"\n')
    editor.chmod(0o755)
    monkeypatch.setenv("EDITOR", "false")
    monkeypatch.setenv("VISUAL", f"'{editor}' --wait '$HOME; touch x'")
    draft = make_draft(paths, None, NOW)
    open_in_editor(draft)
    assert draft.text == f"{MINE}# --wait|# $HOME; touch x|"
    editor.write_text('#!/bin/sh\n> "$1"\n')
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name)
    monkeypatch.setenv("PATH", str(editor.parent))
    open_in_editor(draft)
    assert draft.text == ""


def test_an_editor_that_fails_leaves_the_draft_and_one_that_is_not_there_takes_it_along(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", "sh -c 'exit 3'")
    draft = make_draft(paths, None, NOW)
    with pytest.raises(UsageMistake) as raised:
        open_in_editor(draft)
    assert raised.value.lines == (
        "the editor \"sh -c 'exit 3'\" failed with 3",
        f"Nothing was changed. Your draft is in {draft.path}",
        f"To continue: watchlist edit --draft {draft.path}",
    )
    assert drafts(paths) == (draft.path,)
    for missing in ("/no/such/editor", "'no end"):
        monkeypatch.setenv("EDITOR", missing)
        with pytest.raises(UsageMistake, match=f'^the editor "{missing}" cannot be started: '):
            open_in_editor(draft)
        assert drafts(paths) == ()


def test_where_none_can_be_written_the_folder_is_named(paths: Paths) -> None:
    paths.state.write_text("in the way")
    with pytest.raises(DiskFailed, match=f"^cannot write {paths.state}"):
        make_draft(paths, None, NOW)

"""A list that is gone is told from one that is yet to begin, and from one that was named by mistake."""

from pathlib import Path

import pytest

from adds import NOW, add, paths_in
from watchlist.domain.errors import InvalidFile
from watchlist.storage.changes.missing_list import is_gone, refuse_gone
from watchlist.storage.changes.store import Store


def test_a_list_of_which_a_copy_with_films_is_left_is_gone_and_the_copy_is_offered(tmp_path: Path) -> None:
    paths = paths_in(tmp_path)
    for number in (1, 2):
        add(Store(paths), f"film-{number}")
    assert not is_gone(paths)
    paths.list.unlink()
    assert is_gone(paths)
    with pytest.raises(InvalidFile) as raised:
        refuse_gone(paths)
    assert raised.value.lines == (
        f"your list at {paths.list} is gone",
        "Its last backup has 2 films. To bring it back: watchlist restore 1",
        "To start a new list instead: watchlist --create, and your command",
    )


def test_a_new_home_has_lost_nothing_and_neither_has_one_whose_list_was_empty(tmp_path: Path) -> None:
    paths = paths_in(tmp_path)
    refuse_gone(paths)
    add(Store(paths), "film-1")
    Store(paths).undo(1, now=NOW)
    Store(paths).replace_list("schema = 1\n", read=paths.list.read_bytes(), what="edit", now=NOW)
    paths.list.unlink()
    assert not is_gone(paths)
    refuse_gone(paths)


def test_a_list_that_was_named_has_to_be_there_and_is_brought_back_by_its_name(tmp_path: Path) -> None:
    paths = paths_in(tmp_path)._replace(is_named=True)
    program = f'watchlist --file "{paths.list}"'
    with pytest.raises(InvalidFile) as raised:
        refuse_gone(paths)
    assert raised.value.lines == (
        f"there is no list at {paths.list}",
        "Nothing was changed.",
        f"To start one there: {program} --create, and your command",
    )
    add(Store(paths, may_begin=True), "film-1")
    refuse_gone(paths)
    paths.list.unlink()
    with pytest.raises(InvalidFile) as raised:
        refuse_gone(paths)
    assert raised.value.lines[1:] == (
        f"Its last backup has 1 film. To bring it back: {program} restore 1",
        f"To start a new list instead: {program} --create, and your command",
    )


def test_a_link_that_leads_to_a_list_is_that_list(tmp_path: Path) -> None:
    paths = paths_in(tmp_path)
    add(Store(paths), "film-1")
    link = tmp_path / "link.toml"
    link.symlink_to(paths.list)
    assert not is_gone(paths._replace(list=link))
    paths.list.unlink()
    assert is_gone(paths._replace(list=link))

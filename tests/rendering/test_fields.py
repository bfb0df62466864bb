"""The lines in a pipe have the fields that the help and the man page name: scripts hold on to them."""

import pytest

from program import Run
from watchlist.rendering.fields import FIELDS, Fields, fields_words


@pytest.fixture
def filled(run: Run) -> None:
    for title in ("Drawing Closer", "Shrek 5", "Coco 2"):
        run("add", title)
    run("add", "Zzyzx", "--new", "--release", "2020-01-01")
    run("watched", "Drawing Closer", "--date", "2024-07-01", "--rating", "4.5")
    run("watched", "zzyzx", "--date", "2024-07-02", "--rating", "2")
    run("tag", "Drawing Closer", "japan", "tears")
    run("note", "Drawing Closer", "a\ttab and\na line")
    run("undo")


OPTIONS = {
    "": ("--as-of", "2027-06-20"),
    "upcoming": ("--all",),
    "search": ("nagase",),
    "show": ("Drawing Closer",),
    "why": ("Shrek 5",),
    "history": ("Shrek 5",),
    "calendar": ("December 2026", "--all"),
    "timeline": ("--all",),
    "stats": ("--catalogue",),
    "tonight": ("--as-of", "2027-07-20"),
}


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("command", FIELDS)
def test_every_line_has_the_fields_that_are_documented(command: str, run: Run) -> None:
    ran = run(*command.split(), *OPTIONS.get(command, ()))
    lines = [line.split("\t") for line in ran.out.splitlines()]
    assert lines
    assert [line for line in lines if not fits(line, FIELDS[command])] == []


def fits(line: list[str], kinds: tuple[Fields, ...]) -> bool:
    """Say whether a line has the fields of its kind; the last kind is that of the facts without a word of their own."""
    kind = next((one for one in kinds if not one.words or line[0] in one.words), kinds[-1])
    return len(line) == len(kind.names) + bool(kind.words)


@pytest.mark.usefixtures("filled")
def test_a_film_of_the_list_is_one_line_and_its_rating_a_field_of_its_own(run: Run) -> None:
    rows = [dict(zip(FIELDS["list"][0].names, line.split("\t"), strict=True)) for line in run("list").out.splitlines()]
    assert [(row["id"], row["rating"]) for row in rows] == [
        ("drawing-closer-2024", "4.5"),
        ("shrek-5-2027", ""),
        ("coco-2", ""),
        ("zzyzx", "2"),
    ]
    assert (rows[0]["status"], rows[0]["viewings"], rows[0]["tags"]) == ("watched", "2024-07-01", "japan, tears")
    assert "your rating\t4.5" in run("show", "Drawing Closer").out.splitlines()


def test_the_help_of_a_command_names_its_fields(run: Run) -> None:
    for command in FIELDS:
        shown = " ".join(run(*command.split()[:1], "--help").out.split())
        if command and " " not in command:
            assert all(" ".join(words.split()) in shown for words in fields_words(command))

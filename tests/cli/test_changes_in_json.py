"""What a command that changes something tells a program: the film, its entry before and after, and what was noted."""

import json
from pathlib import Path

import pytest

from program import Run, data

KEYS = ["id", "title", "original_title", "year", "changed", "before", "after", "noted", "taken_back"]


@pytest.mark.parametrize(
    ("arguments", "before", "after"),
    [
        (["add", "alien-1979", "--tag", "noir", "--rating", "4.5", "--note", "dark"], None, ("wanted", 4.5, "dark")),
        (["add", "heat-2", "--new"], None, ("wanted", None, None)),
        (["watched", "casino-1995", "--rating", "5"], ("wanted", 4.5, None), ("watched", 5.0, None)),
        (["rate", "casino-1995", "3"], ("wanted", 4.5, None), ("wanted", 3.0, None)),
        (["note", "casino-1995", "long"], ("wanted", 4.5, None), ("wanted", 4.5, "long")),
        (["note", "casino-1995"], ("wanted", 4.5, None), ("wanted", 4.5, None)),
        (["tag", "casino-1995", "noir"], ("wanted", 4.5, None), ("wanted", 4.5, None)),
        (["want", "casino-1995", "--channel", "physical"], ("wanted", 4.5, None), ("wanted", 4.5, None)),
        (["drop", "casino-1995"], ("wanted", 4.5, None), ("dropped", 4.5, None)),
        (["claim", "casino-1995", "2027", "--source", "Variety"], ("wanted", 4.5, None), ("wanted", 4.5, None)),
        (["remove", "casino-1995"], ("wanted", 4.5, None), None),
    ],
)
def test_the_entry_is_given_before_and_after(
    run: Run, arguments: list[str], before: tuple[object, ...] | None, after: tuple[object, ...] | None
) -> None:
    run("add", "casino-1995", "--rating", "4.5")
    changed = data(run(*arguments, "--json"))
    assert list(changed) == KEYS
    assert [_short(changed["before"]), _short(changed["after"])] == [before, after]
    assert changed["changed"] == (arguments != ["note", "casino-1995"])


def _short(entry: dict[str, object] | None) -> tuple[object, ...] | None:
    return (entry["status"], entry["rating"], entry["note"]) if entry else None


def test_claims_that_were_noted_and_taken_back_are_given(run: Run) -> None:
    noted = data(run("add", "shrek-5-2027", "--release", "spring 2028", "--source", "Variety", "--json"))["noted"]
    assert [(one["date"], one["region"], one["source"]["publisher"]) for one in noted] == [("2028-21", "US", "Variety")]
    assert data(run("claim", "shrek-5-2027", "--remove", "--json"))["taken_back"] == noted


def test_what_changes_nothing_says_so(run: Run) -> None:
    run("add", "casino-1995")
    again = data(run("add", "casino-1995", "--json"))
    assert (again["changed"], again["before"]) == (False, again["after"])


def test_films_of_ones_own_and_settings_are_given_too(run: Run) -> None:
    run("add", "Heat 2", "--new")
    edited = data(run("film", "edit", "heat-2", "--year", "2027", "--json"))
    assert (edited["id"], edited["before"]["year"], edited["after"]["year"]) == ("heat-2", None, 2027)
    assert data(run("film", "remove", "heat-2", "--yes", "--json"))["after"] is None
    assert data(run("config", "set", "regions", "JP", "us", "--json")) == {"name": "regions", "value": "JP, US"}
    assert data(run("config", "unset", "regions", "--json")) == {"name": "regions", "value": "not set"}
    assert [step["what"] for step in data(run("log", "--json"))[:2]] == [
        "config unset regions JP, US -> not set",
        "config set regions not set -> JP, US",
    ]


def test_a_copy_that_was_brought_back_says_what_that_changed(run: Run) -> None:
    run("add", "casino-1995", "--rating", "4.5")
    run("rate", "casino-1995", "3")
    (copy,) = data(run("restore", "--json"))
    restored = data(run("restore", "1", "--json"))
    assert copy["changes"] == restored["changes"]
    (change,) = restored["changes"]
    assert (change["id"], change["before"]["rating"], change["after"]["rating"]) == ("casino-1995", 3.0, 4.5)
    assert run("undo").out.endswith(": Casino 3 -> 4½.\n")


def test_an_edit_by_hand_says_what_it_changed(run: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("add", "casino-1995", "--rating", "4.5")
    (home / "editor").write_text("#!/bin/sh\nsed -i 's/rating = 9/rating = 6/' \"$1\"\n")
    (home / "editor").chmod(0o755)
    monkeypatch.setenv("EDITOR", str(home / "editor"))
    (change,) = data(run("edit", "--json"))["changes"]
    assert (change["before"]["rating"], change["after"]["rating"]) == (4.5, 3.0)
    assert data(run("log", "--json"))[0]["what"] == "edit: Casino 4½ -> 3"


def test_an_article_is_kept_and_its_reading_printed(run: Run, tmp_path: Path) -> None:
    article = tmp_path / "article.html"
    article.write_text("<html><p><i>Shrek 5</i> opens in theaters on July 1, 2027.</p></html>")
    shown = run("read", str(article), "--json", "--published", "2026-11-01")
    assert (shown.code, data(run("log", "--json"))) == (0, [])
    kept = run("read", str(article), "--json", "--yes", "--published", "2026-11-01")
    assert json.loads(kept.out) == json.loads(shown.out)
    assert "Kept 1 claim" in kept.err
    assert len(data(run("log", "--json"))) == 1

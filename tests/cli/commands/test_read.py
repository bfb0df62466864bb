"""Reading an article from the command line: what is shown, asked, kept, and taken back."""

# ruff: noqa: E501  a line of output stands whole

import io
import json
import sys
from pathlib import Path

import pytest

from program import Run
from terminal import on_terminal


def test_without_a_terminal_and_a_yes_nothing_is_kept(article: str, run: Run, films_file: Path) -> None:
    ran = run("read", article)
    assert ran.code == 0
    assert ran.out.splitlines()[:2] == [
        "source\tThe Daily Reel\tThree dates\tAnn Cole\t20 November 2026\t",
        "claim\tShrek 5\t22 September 2027\tannounced\tcinemas, US\tmoves the date by +84 days\tShrek 5 has been pushed to September 22, 2027.",
    ]
    assert ran.err == "Nothing was kept. To keep the clear claims, add --yes\n"
    assert not films_file.exists()


def test_json_gives_the_source_and_the_claims_and_changes_nothing(article: str, run: Run, films_file: Path) -> None:
    answer = json.loads(run("read", article, "--json").out)
    assert answer["source"] == {
        "publisher": "The Daily Reel",
        "title": "Three dates",
        "author": "Ann Cole",
        "published": "2026-11-20",
        "url": None,
    }
    assert answer["claims"][2] == {
        "film": {"id": None, "title": "Copper Sky"},
        "region": "WW",
        "channel": "digital",
        "service": "Netflix",
        "date": "2027-21",
        "said": "in the spring",
        "certainty": "speculated",
        "sentence": "Copper Sky is expected on Netflix in the spring.",
        "effect": "new",
        "days": 0,
        "others": 0,
    }
    assert [(one["said"], one["why"]) for one in answer["unclear"]] == [("May 7, 2028", "which film")]
    assert not films_file.exists()


def test_yes_keeps_all_that_is_clear_as_one_step(article: str, run: Run, films_file: Path) -> None:
    ran = run("read", article, "--yes")
    assert ran.out.splitlines()[-1] == "Kept 3 claims from The Daily Reel (Ann Cole). To undo: watchlist undo"
    kept = films_file.read_text()
    assert kept.count("[[films.claims]]") == 3
    assert kept.count("[[sources]]") == 1
    assert "The Daily Reel" in kept
    assert "has been pushed" not in kept
    assert "22 September 2027" in run("show", "Shrek 5").out
    assert run("undo").out == 'Undone: read "Three dates": 3 claims kept.\n'
    assert "22 September 2027" not in run("show", "Shrek 5").out


def test_an_article_read_again_is_not_kept_twice(article: str, run: Run, films_file: Path) -> None:
    run("read", article, "--yes")
    before = films_file.read_text()
    assert run("read", article, "--yes").out.splitlines()[-1] == "Nothing was kept."
    assert films_file.read_text() == before


def test_standard_input_is_an_article(article: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(Path(article).read_bytes())))
    assert [one["date"] for one in json.loads(run("read", "-", "--json").out)["claims"]] == [
        "2027-09-22",
        "2026-12-11",
        "2027-21",
    ]


def test_proposals_are_checked_against_the_article(article: str, run: Run, tmp_path: Path) -> None:
    answer = json.loads(run("read", article, "--json").out)
    answer["claims"][1]["date"] = "2026-12-12"
    proposals = tmp_path / "proposals.json"
    proposals.write_text(json.dumps(answer))
    checked = json.loads(run("read", article, "--json", "--proposals", str(proposals)).out)
    assert [one["date"] for one in checked["claims"]] == ["2027-09-22", "2027-21"]
    assert checked["refused"] == ['proposal 2: "December 11" does not say 2026-12-12']


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("paper.pdf", b"%PDF-1.7", "is a PDF document"),
        ("nothing.html", b"", "is empty"),
        ("large.html", b"x" * (5 * 1024 * 1024 + 1), "larger than 5 MiB"),
    ],
)
def test_what_is_no_article_is_refused(name: str, data: bytes, words: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    ran = run("read", str(tmp_path / name), "--yes")
    assert (ran.code, words in ran.err, "Traceback" in ran.err) == (5, True, False)


def test_text_of_an_article_never_steers_the_terminal(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "odd.html"
    path.write_text(
        '<html><meta property="og:site_name" content="Reel"><meta property="article:published_time" content="2026-11-20">'
        "<p><i>Copper\x1b[2J Sky</i> [red]opens[/red]\u202e on December 11.</p>"
    )
    ran = run("read", str(path))
    assert "\x1b" not in ran.out
    assert "\u202e" not in ran.out
    seen = on_terminal(["read", str(path)], [("1 of 1", "t")], raw=True, keys=True)
    assert "\x1b[2J" not in seen.text
    assert "[red]opens[/red]" in seen.text

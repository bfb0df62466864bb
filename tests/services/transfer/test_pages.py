"""The parts of a page: every entry stands in one, in HTML and in Markdown."""

import re
from base64 import b64encode
from datetime import date, timedelta
from hashlib import sha256

import pytest

from program import Run


@pytest.fixture
def every_kind(run: Run) -> list[str]:
    """Put a film of every kind on the list; give their titles."""
    for title, when in (("To Come", "2031-06-27"), ("Out <Already>", "2020-01-01"), ("Overdue", "2020")):
        run("add", title, "--new", "--release", when, "--reported", "2019-01-01", "--source", "A")
    for title, command in (("Undated", ()), ("Seen", ("watched", "--date", "2026-01-01")), ("Dropped", ("drop",))):
        run("add", title, "--new")
        if command:
            run(command[0], title, *command[1:])
    run("claim", "To Come", "2031-08-27", "--source", "B", "--reported", "2019-02-01", "--yes")
    return ["To Come", "Out &lt;Already&gt;", "Overdue", "Undated", "Seen", "Dropped"]


def test_the_page_holds_every_entry_in_lists_that_can_be_counted(run: Run, every_kind: list[str]) -> None:
    page = run("export", "html").out
    assert re.findall(r"<li[^>]*>(?:<h3>)?([^<,]+)", page) == [
        *("To Come", "Overdue", "Undated", "Out &lt;Already&gt;", "Seen", "Dropped"),
    ]
    assert re.findall(r"<h2>([^<]+)", page) == ["Upcoming", "Already out", "Watched", "Dropped"]
    assert re.findall(r"<h(\d)", page)[:3] == ["1", "2", "3"]
    assert page.count("<ul") == 4
    assert len(every_kind) == page.count("<li")
    assert '<strong class="moved">moved, 61 days later</strong>' in page
    assert "overflow-wrap: anywhere" in page


def test_the_page_runs_only_what_its_policy_names_by_a_hash(run: Run) -> None:
    page = run("export", "html").out
    assert "unsafe-inline" not in page
    for tag, rule in (("style", "style-src"), ("script", "script-src")):
        (text,) = re.findall(rf"<{tag}>(.*?)</{tag}>", page, flags=re.DOTALL)
        assert f"{rule} 'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" in page
    assert " style=" not in page


def test_markdown_holds_every_entry_and_marks_what_moved(run: Run, every_kind: list[str]) -> None:
    text = run("export", "markdown").out
    for title in every_kind:
        assert title.replace("&lt;", "\\<").replace("&gt;", "\\>") in text
    assert "**moved, 61 days later**" in text


def test_a_near_date_is_marked(run: Run) -> None:
    today = date.today()  # noqa: DTZ011  the program reads the clock too
    for title, days in (("Near", 10), ("Far", 40)):
        when = (today + timedelta(days=days)).isoformat()
        run("add", title, "--new", "--release", when, "--source", "A", "--reported", "2026-01-01")
    assert re.findall(r'class="near".*?<h3>(\w+)', run("export", "html").out) == ["Near"]
    assert "| **in 10 days** |" in run("export", "markdown").out

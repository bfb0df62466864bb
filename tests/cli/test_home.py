"""The home page: how to start, what is next, and what is new since the last look."""

import json
from pathlib import Path

from program import Run


def test_the_home_page_tells_what_came_out_and_moved_since_the_last_look(run: Run, home: Path) -> None:
    for title in ("The Hunger Games: Sunrise on the Reaping", "Shrek 5"):
        run("add", title)
    page = json.loads(run("--as-of", "2026-11-22", "--json").out)
    assert [row["id"] for row in page["out"]] == ["the-hunger-games-sunrise-on-the-reaping-2026"]
    assert [row["id"] for row in page["next"]] == ["shrek-5-2027"]
    assert not (home / "state" / "watchlist" / "last-look.json").exists()


def test_the_home_page_remembers_the_day_of_the_last_look(run: Run, home: Path) -> None:
    run("add", "Shrek 5")
    note = home / "state" / "watchlist" / "last-look.json"
    note.write_text('{"before": null, "last": "2026-10-01"}')
    assert json.loads(run("--json").out)["since"] == "2026-10-01"
    assert json.loads(run("--json").out)["since"] == "2026-10-01"
    note.write_text("damaged")
    assert run().code == 0


def test_the_first_page_says_how_to_start_and_the_next_what_is_next(run: Run) -> None:
    first = run()
    assert first.out.splitlines() == [
        'Add the first film:  watchlist add "Drawing Closer"',
        "See what is coming:  watchlist upcoming --all",
        "Find any film:       watchlist search nagase",
    ]
    run("add", "Drawing Closer")
    assert run("--as-of", "2024-06-01").out.splitlines()[0].startswith("next\tin 26 days\t27 June 2024\t")

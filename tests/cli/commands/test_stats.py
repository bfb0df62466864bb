"""Stats: the list and the moves of dates in numbers."""

import json

from program import Run, data


def test_statistics_count_the_list(run: Run) -> None:
    run("watched", "Alien 1979", "--date", "2026-02-01", "--rating", "4.5")
    run("watched", "Alien 1979", "--date", "2026-03-01")
    run("add", "Shrek 5")
    own = json.loads(run("stats", "--as-of", "2026-11-20", "--json").out)["list"]
    assert own["entries"] == {"wanted": 1, "watched": 1, "dropped": 0, "kept": 0}
    assert own["viewings_by_month"]["2026-02"] == own["viewings_by_month"]["2026-03"] == 1
    assert own["viewings_by_year"] == {"2026": 2}
    assert (own["ratings"]["4.5"], own["mean_rating"]) == (1, 4.5)
    assert own["moved"] == {"releases": 1, "shifts": 2, "days": 364}


def test_stats_count_what_stands_behind_each_figure(run: Run) -> None:
    overall = data(run("stats", "--as-of", "2026-11-20", "--json"))["overall"]
    assert overall["releases"] >= 100
    assert 0 < overall["moved"] <= overall["shifts"]

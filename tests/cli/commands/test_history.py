"""History: each move of a date."""

from program import Run, data


def test_history_tells_each_move(run: Run) -> None:
    lines = run("history", "Shrek 5", "--as-of", "2026-11-20").out.splitlines()
    assert lines == [
        "release\tcinemas, US\tmoved 2 times, 364 days later",
        "move\tby 10 January 2025\tannounced: 1 July 2026\tNewsnuzzle",
        "move\t11 January 2025\tslipped to 23 December 2026 (+175 days)\tNewsBytes",
        "move\tbetween 30 July and 12 August 2025\tslipped to 30 June 2027 (+189 days)\tNewsnuzzle",
    ]
    (release,) = data(run("history", "Shrek 5", "--json", "--as-of", "2026-11-20"))["releases"]
    assert [move["days"] for move in release["moves"]] == [None, 175, 189]

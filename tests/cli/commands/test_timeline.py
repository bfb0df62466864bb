"""Timeline: the coming year."""

from program import Run


def test_a_timeline_has_what_comes_in_the_coming_year(run: Run) -> None:
    for title in ("Avengers: Doomsday", "Incredibles 3"):
        run("add", title)
    out = run("timeline", "--as-of", "2026-11-20").out
    assert out == (
        "18 December 2026\tin 28 days\tAvengers: Doomsday (2026)\tcinemas, US\tconfirmed\tavengers-doomsday-2026\n"
    )

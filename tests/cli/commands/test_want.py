"""Want: an entry waits for one release."""

from program import Run, data


def test_an_entry_waits_for_the_release_that_is_wanted(run: Run) -> None:
    assert run("want", "The Exorcist 2027", "--region", "us").out.startswith(
        "The Exorcist (2027): wanted (US); added on "
    )
    (row,) = data(run("upcoming", "--json", "--as-of", "2026-11-20"))
    assert (row["region"], row["date"]) == ("US", "2027-03-12")
    run("want", "The Exorcist 2027")
    (row,) = data(run("upcoming", "--json", "--as-of", "2026-11-20"))
    assert (row["region"], row["date"]) == ("DE", "2027-03-11")
    run("want", "The Adventures of Cliff Booth", "--service", "Netflix")
    rows = data(run("upcoming", "--json", "--as-of", "2026-11-20"))
    assert [row["service"] for row in rows] == ["Netflix", None]

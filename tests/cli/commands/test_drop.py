"""Drop: a film stays on the list and is not waited for."""

from program import Run, data


def test_a_dropped_film_keeps_what_was_noted(run: Run) -> None:
    run("add", "Alien 1979")
    run("rate", "Alien 1979", "4.5")
    run("tag", "alien-1979", "horror")
    assert run("drop", "Alien 1979").out.startswith("Alien (1979): dropped; 4½ of 5 stars; tagged horror; added on ")
    assert [entry["status"] for entry in data(run("list", "--json"))] == ["dropped"]


def test_a_film_that_is_not_listed_cannot_be_dropped(run: Run) -> None:
    ran = run("drop", "Alien 1979")
    assert (ran.code, '"Alien" is not on your list' in ran.err) == (1, True)

"""Tag: words of one's own, put on and taken off."""

from program import Run, data


def test_tags_are_put_on_and_taken_off(run: Run) -> None:
    run("tag", "alien-1979", "space", "horror")
    run("tag", "alien-1979", "space", "--remove")
    assert [entry["tags"] for entry in data(run("list", "--json"))] == [["horror"]]


def test_a_blank_tag_and_a_film_that_is_not_listed_are_said(run: Run) -> None:
    assert (run("tag", "alien-1979", " ").code, run("tag", "alien-1979", "x", "--remove").code) == (2, 1)

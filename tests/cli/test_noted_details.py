"""What is noted about a film may look wrong: then nothing is added without a yes."""

import pytest

from program import Run, data


@pytest.mark.parametrize(
    ("noted", "doubt"),
    [
        (["--rating", "4"], "Shrek 5 (2027) was not out on"),
        (["--release", "cancelled", "--region", "US", "--channel", "cinemas"], "that would discard"),
    ],
)
def test_what_looks_wrong_is_added_only_with_a_yes(run: Run, noted: list[str], doubt: str) -> None:
    refused = run("add", "Shrek 5", *noted)
    assert (refused.code, data(run("list", "--json"))) == (1, [])
    assert doubt in refused.err
    assert run("add", "Shrek 5", *noted, "--yes").code == 0


def test_a_release_that_was_heard_of_is_a_claim_on_each_film(run: Run) -> None:
    added = data(run("add", "Coco 2", "--release", "2029-11-28", "--source", "Variety", "--json"))
    assert [(claim["date"], claim["source"]["publisher"]) for claim in added["noted"]] == [("2029-11-28", "Variety")]


def test_a_film_that_is_out_is_rated_without_a_question(run: Run) -> None:
    assert data(run("add", "Alien 1979", "--rating", "4", "--json"))["after"]["rating"] == 4

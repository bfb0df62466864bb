"""What was heard about a release, in options, becomes a claim."""

import pytest

from program import Run, data


def test_every_option_arrives_in_the_claim(run: Run) -> None:
    options = (
        *("--region", "jp", "--channel", "disc", "--service", "Toho", "--source", "Variety"),
        *("--url", "https://variety.com/x", "--certainty", "speculated", "--reported", "May 2026"),
    )
    (noted,) = data(run("claim", "Shrek 5", "spring 2028", *options, "--json"))["noted"]
    source = noted.pop("source")
    assert (source["publisher"], source["url"]) == ("Variety", "https://variety.com/x")
    assert noted == {
        "region": "JP",
        "channel": "physical",
        "service": "Toho",
        "date": "2028-21",
        "said": "spring 2028",
        "error": None,
        "certainty": "speculated",
        "reported": "2026-05",
    }


def test_add_takes_the_same_options(run: Run) -> None:
    said = ("--region", "JP", "--source", "Variety", "--certainty", "announced")
    added = data(run("add", "Shrek 5", "--release", "2028", *said, "--json"))["noted"]
    assert added == data(run("claim", "Shrek 5", "2028", *said, "--json"))["noted"]


@pytest.mark.parametrize("word", ["cancelled", "Canceled"])
def test_a_film_that_will_not_come_has_no_date(word: str, run: Run) -> None:
    (noted,) = data(run("claim", "Shrek 5", word, "--source", "Variety", "--json"))["noted"]
    assert (noted["date"], noted["said"], noted["certainty"]) == (None, word, "cancelled")


@pytest.mark.parametrize(
    ("option", "value", "fact"),
    [
        ("--region", "Atlantis", '"Atlantis" is not a region'),
        ("--channel", "kino", '"kino" is not a way to see a film'),
        ("--url", "ftp://x", '"ftp://x"'),
        ("--certainty", "sure", "'sure' is not one of"),
        ("--reported", "the other day", '"the other day"'),
    ],
)
def test_what_cannot_be_read_is_named(run: Run, option: str, value: str, fact: str) -> None:
    ran = run("claim", "Shrek 5", "2028", option, value)
    assert (ran.code, fact in ran.err) == (2, True)

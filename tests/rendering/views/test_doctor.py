"""What is well and what is ill is told with its remedy, and a mark that needs no colour."""

from typing import Any

from drawn import draw
from watchlist.rendering.views import doctor
from watchlist.services.upkeep.doctor import Amount, Diagnosis, Finding, Level

FOUND = Diagnosis(
    (
        Finding(Level.GOOD, "films.toml", "come with the program", amount=Amount(3, "film")),
        Finding(Level.WARNING, "a.tmp", "was left behind", "delete it"),
        Finding(Level.PROBLEM, "list.toml", "is damaged", "watchlist restore 1"),
    )
)


def test_a_line_has_the_level_the_file_the_finding_and_the_remedy() -> None:
    assert list(doctor.as_lines(FOUND)) == [
        "good\tfilms.toml\t3 films come with the program\t",
        "warning\ta.tmp\twas left behind\tdelete it",
        "problem\tlist.toml\tis damaged\twatchlist restore 1",
    ]


def test_json_has_the_same_and_no_remedy_for_what_is_well() -> None:
    found: Any = doctor.as_json(FOUND)
    assert found[0] == {
        "level": "good",
        "subject": "films.toml",
        "finding": "3 films come with the program",
        "remedy": None,
    }
    assert found[2]["remedy"] == "watchlist restore 1"


def test_each_level_has_a_mark_and_the_remedy_stands_below_the_finding() -> None:
    assert draw(doctor, FOUND, 80).splitlines() == [
        "✓  3 films come with the program",
        "   films.toml",
        "!  was left behind",
        "   delete it",
        "   a.tmp",
        "✗  is damaged",
        "   watchlist restore 1",
        "   list.toml",
    ]

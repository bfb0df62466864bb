"""A film drawn on one screen, or with all that is known: who says so, what differs, and what it is based on."""

from datetime import date

import pytest

from claims import claim
from drawn import draw
from watchlist.domain.film import Film, Work
from watchlist.rendering.views import show
from watchlist.services.show import film_facts

TODAY = date(2026, 11, 20)


def short(film: Film) -> str:
    return draw(show, film_facts(film, None, today=TODAY), 80)


def test_who_gave_the_date_and_who_is_the_surest_are_named_before_all_others() -> None:
    claims = (
        claim("2026-10-01", "announced", "2026-01-01", by="First"),
        *(claim("2026", "announced", f"2026-0{month}-01", by=f"Paper {month}") for month in range(2, 8)),
        claim(None, "released", "2026-10-02", by="Witness"),
    )
    said = short(Film("film", "Film", claims=claims)).split("Who says so\n")[1]
    assert said.splitlines() == [
        "  ✓ released    Witness  2 Oct 2026",
        "  ◐ 2026        Paper 7  1 Jul 2026",
        "  ◐ 1 Oct 2026  First    1 Jan 2026",
        "5 more: --all",
    ]


def test_a_rumour_is_no_line_beside_what_is_announced() -> None:
    claims = (
        claim("2026-11-26", reported="2026-01-01", region="WW", service="IMAX"),
        claim("2026-11", "rumoured", "2026-01-01", region="WW"),
        claim("2026-12-25", reported="2026-01-01", region="WW", service="Netflix"),
    )
    drawn = short(Film("film", "Film", claims=claims))
    assert [line.strip() for line in drawn.splitlines() if "also" in line] == [
        "also 25 December 2026: cinemas (Netflix), worldwide"
    ]


@pytest.mark.parametrize(
    ("work", "words"),
    [
        (Work("Book", (), "An Author", "novel", 2020, "A Press"), "based on Book by An Author"),
        (Work("Film", (), "An Author", "novel", None, None), "based on the novel by An Author"),
        (Work("The Book", (), None, None, None, None), "based on The Book"),
    ],
)
def test_what_a_film_is_based_on_is_named_once(work: Work, words: str) -> None:
    assert f"\n{words}\n" in short(Film("film", "Film", based_on=work))

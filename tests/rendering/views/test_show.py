from datetime import date

import pytest

from claims import claim
from drawn import draw
from watchlist.domain.claim import Source
from watchlist.domain.film import Dispute, Film, Reading, Work
from watchlist.rendering.view import in_full
from watchlist.rendering.views import show
from watchlist.services.preferences import Preferences
from watchlist.services.show import film_facts

TODAY = date(2026, 11, 20)
SOURCE = Source("variety-2026", "Variety", author="A. Writer")
FILM = Film(
    "film",
    "Film",
    disputes=(Dispute("runtime", (Reading("118", SOURCE), Reading("181", SOURCE, wrong=True)), None),),
    claims=(claim("2027", reported="2026-01-01"), claim("XXXX", reported="2026-02-01")),
)


def test_a_lost_date_is_struck_through_and_said_to_be_past() -> None:
    drawn = draw(show, film_facts(FILM, None, today=TODAY), 120, colour=True)
    assert "\x1b[2;9mwas 2027\x1b[0m" in drawn
    assert any("was 2027" in line for line in show.as_lines(film_facts(FILM, None, today=TODAY)))


def test_readings_on_which_sources_differ_are_told_apart() -> None:
    lines = list(show.as_lines(film_facts(FILM, None, today=TODAY)))
    assert lines[-2:] == [
        "dispute\truntime\t118\tVariety (A. Writer)\t",
        "dispute\truntime\t181\tVariety (A. Writer)\tan error",
    ]


def test_a_day_on_which_nothing_was_known_says_so() -> None:
    early = film_facts(FILM, None, today=date(2025, 1, 1))
    assert "release\tnothing was known about a release on 1 January 2025" in list(show.as_lines(early))
    assert draw(show, early, 80).count("Nothing was known about a release on 1 January 2025.") == 1


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
        "5 more claims: --all",
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


def test_an_error_is_shown_as_one_where_all_claims_are_and_nowhere_else() -> None:
    wrong = claim("2026-05-25", by="Careless")._replace(error="a slip of the pen")
    film = Film("film", "Film", claims=(claim("2026-12-18", reported="2026-01-01"), wrong))
    facts = film_facts(film, None, today=TODAY)
    assert "Careless" not in draw(show, facts, 80)
    assert "an error   Careless" in draw(in_full(show), facts, 100)
    assert "a slip of the pen" in draw(in_full(show), facts, 100)


def test_a_release_of_which_nothing_is_known_but_errors_is_none() -> None:
    wrong = claim("2026", by="Careless")._replace(error="another film")
    facts = film_facts(Film("film", "Film", claims=(wrong,)), None, today=TODAY)
    assert "Nothing was known about a release" in draw(show, facts, 80)
    assert "Said by mistake" in draw(in_full(show), facts, 80)
    assert [line for line in show.as_lines(facts) if line.startswith("claim")] == [
        "claim\t2026\t\tannounced\tCareless\tday unknown\tan error: another film"
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


def test_a_region_without_a_date_is_said_and_nothing_is_big() -> None:
    film = Film("film", "Film", claims=(claim("2026-12-18", reported="2026-11-01"),))
    facts = film_facts(film, None, today=TODAY, preferences=Preferences(("GB",)))
    drawn = draw(show, facts, 80)
    assert "no GB date yet; the next one elsewhere:\n  in 28 days · Friday 18 December 2026 · cinemas, US" in drawn
    assert "▀" not in drawn
    assert "release\tno GB date yet" in list(show.as_lines(facts))
    assert show.as_json(facts)["lacking"] == {"regions": ["GB"], "channels": [], "services": []}  # type: ignore[index]

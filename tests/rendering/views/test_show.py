from datetime import date

from claims import claim
from drawn import draw, in_full
from watchlist.domain.claim import Source
from watchlist.domain.film import Dispute, DisputedValue, Film
from watchlist.rendering.views import show
from watchlist.services.preferences import Preferences
from watchlist.services.show import film_facts

TODAY = date(2026, 11, 20)
SOURCE = Source("variety-2026", "Variety", author="A. Writer")
FILM = Film(
    "film",
    "Film",
    disputes=(Dispute("runtime", (DisputedValue("118", SOURCE), DisputedValue("181", SOURCE, wrong=True)), None),),
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
    assert "Known to be wrong" in draw(in_full(show), facts, 80)
    assert [line for line in show.as_lines(facts) if line.startswith("claim")] == [
        "claim\t2026\t\tannounced\tCareless\tday unknown\tan error: another film"
    ]


def test_a_region_without_a_date_is_said_and_nothing_is_big() -> None:
    film = Film("film", "Film", claims=(claim("2026-12-18", reported="2026-11-01"),))
    facts = film_facts(film, None, today=TODAY, preferences=Preferences(("GB",)))
    drawn = draw(show, facts, 80)
    assert "no GB date yet; elsewhere:\n  in 28 days · Friday 18 December 2026 · cinemas, US" in drawn
    assert "▀" not in drawn
    assert "release\tno GB date yet" in list(show.as_lines(facts))
    assert show.as_json(facts)["lacking"] == {"regions": ["GB"], "channels": [], "services": [], "awaited": True}  # type: ignore[index]

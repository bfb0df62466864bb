from datetime import date

from claims import claim
from drawn import draw
from watchlist.domain.film import Film
from watchlist.rendering.views import history
from watchlist.services.show import FilmFacts, film_facts

TODAY = date(2026, 11, 20)


def facts(*said: tuple[str | None, str]) -> FilmFacts:
    claims = tuple(claim(when, certainty, f"2024-0{n}-01") for n, (when, certainty) in enumerate(said, 1))
    return film_facts(Film("film", "Film", claims=claims), None, today=TODAY)


def tracks(result: FilmFacts) -> list[str]:
    """Give the charts, ten columns each."""
    lines = (line.split() for line in draw(history, result, 40).splitlines())
    return [words[-1] for words in lines if words and len(words[-1]) == 10 and set(words[-1]) <= set("·●━")]


def test_a_mark_further_right_is_a_later_date() -> None:
    assert tracks(facts(("2027-01-01", "announced"), ("2027-12-31", "announced"), ("2027-07-02", "announced"))) == [
        "●·········",
        "·········●",
        "····●·····",
    ]


def test_a_range_is_a_bar_and_a_lost_date_nothing() -> None:
    assert tracks(facts(("2027", "announced"), ("2028-12-31", "announced"), ("XXXX", "announced"))) == [
        "━━━━━·····",
        "·········●",
        "··········",
    ]


def test_one_date_alone_is_a_scale_of_one_day() -> None:
    assert tracks(facts(("2027-01-01", "announced"))) == ["●·········"]
    assert "1 January 2027 – 1 January 2027" in draw(history, facts(("2027-01-01", "announced")), 80)


def test_a_film_without_a_release_says_so() -> None:
    assert draw(history, facts(), 80) == "Film\nNo release is known yet.\n"

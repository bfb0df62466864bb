from datetime import date

from claims import claim
from watchlist.domain.claim import Channel
from watchlist.domain.entry import Entry, Want
from watchlist.domain.film import Film
from watchlist.domain.people import Person
from watchlist.services.preferences import Lacking, Preferences
from watchlist.services.show import FilmFacts, film_facts

FILM = Film(
    "film",
    "Film",
    claims=(
        claim("2024-03-01", reported="2024-01-01"),
        claim("2024-09-01", reported="2024-01-01", channel=Channel.DIGITAL),
        claim("2025-01-01", reported="2024-07-01", channel=Channel.PHYSICAL),
    ),
)


def test_a_film_is_shown_as_known_on_the_day_with_the_next_release_first() -> None:
    found = film_facts(FILM, None, today=date(2024, 6, 1))
    assert [(one.release.key.channel, one.countdown.days) for one in found.releases] == [
        (Channel.DIGITAL, 92),
        (Channel.THEATRICAL, -92),
    ]


def test_the_entry_and_the_people_come_along() -> None:
    entry, people = Entry("film", "Film"), {"Ren Nagase": Person("Ren Nagase", "Nagase")}
    assert film_facts(FILM, entry, today=date(2023, 1, 1), people=people) == FilmFacts(
        FILM, (), entry, date(2023, 1, 1), people
    )


BOTH = Film(
    "film",
    "Film",
    claims=(claim("2027-06-30", reported="2026-01-01"), claim("2027-07-02", reported="2026-01-01", region="GB")),
)


def regions(found: FilmFacts) -> list[str]:
    return [one.release.key.region for one in found.releases]


def test_the_release_of_ones_own_comes_first() -> None:
    day = date(2026, 11, 21)
    assert regions(film_facts(BOTH, None, today=day)) == ["US", "GB"]
    assert regions(film_facts(BOTH, None, today=day, preferences=Preferences(("GB",)))) == ["GB", "US"]
    assert regions(film_facts(BOTH, Entry("film", "Film", want=Want("GB")), today=day)) == ["GB", "US"]


def test_a_region_without_a_date_is_named_and_the_next_one_comes_first() -> None:
    found = film_facts(BOTH, None, today=date(2026, 11, 21), preferences=Preferences(("JP",)))
    assert (found.lacking, regions(found)) == (Lacking(("JP",)), ["US", "GB"])

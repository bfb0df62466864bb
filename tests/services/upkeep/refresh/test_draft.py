"""A film while it is asked about: what its sites say now, what was remembered, and the claims that come of it."""

from datetime import date, timedelta

import pytest

from claims import claim
from exports import ids
from watchlist.domain.claim import Channel, Claim, Source
from watchlist.domain.dates import Edtf
from watchlist.domain.film import Film
from watchlist.services.live.memory import Remembered
from watchlist.services.live.news import Answer
from watchlist.services.live.reported import SiteReading
from watchlist.services.upkeep.refresh.draft import FilmDraft, dated_by

TODAY = date(2026, 11, 20)
LAST = date(2026, 11, 1)
FILM = Film("klara", "Klara")
NAME = "Wikidata US theatrical"


def word(when: str, certainty: str = "announced", region: str = "US") -> Claim:
    """Make a word of Wikidata, without a day of its own."""
    return claim(when, certainty, region=region)._replace(source=Source("wikidata-q7-1", "Wikidata"), seen=TODAY)


def reading(when: str, certainty: str = "announced", day: date = LAST) -> SiteReading:
    return SiteReading(when, certainty, "wikidata-q7-1", day)


def draft(*claims: Claim, **readings: SiteReading) -> FilmDraft:
    """Begin with claims that are known, and readings by the name of their release, with "_" for a space."""
    names = {name.replace("_", " "): one for name, one in readings.items()}
    return FilmDraft(FILM._replace(claims=claims), Remembered(readings=names))


def reported(word: Claim, when: str) -> Claim:
    return word._replace(reported=Edtf.parse(when))


def test_a_film_that_no_site_was_asked_about_has_what_was_known() -> None:
    told = claim("2027-05-01", reported="2026-01-01")
    made = draft(told)
    assert (made.known, made.answer, made.note, made.id_of_item) == ((told,), Answer.NOT_ANSWERED, "", None)


@pytest.mark.parametrize(
    ("listed", "remembered", "item"),
    [({}, None, None), ({"wikidata": "Q7"}, None, "Q7"), ({}, "Q8", "Q8"), ({"wikidata": "Q7"}, "Q8", "Q8")],
)
def test_the_item_of_a_film_is_the_one_that_is_remembered_or_else_listed(
    listed: dict[str, str], remembered: str | None, item: str | None
) -> None:
    film = FILM._replace(ids=ids(imdb="tt1", **listed))
    assert FilmDraft(film, Remembered(item=remembered)).id_of_item == item


def test_an_answer_is_noted_and_takes_no_better_one_back() -> None:
    made = draft()
    made.was_answered()
    assert made.answer is Answer.SAME
    for answer in (Answer.CHANGED, Answer.SEVERAL, Answer.GONE):
        made.answer = answer
        made.was_answered()
        assert made.answer is answer


def test_what_is_remembered_is_replaced_name_by_name() -> None:
    made = draft()
    made.remember(item="Q7", item_revision=3)
    made.remember(tmdb="555")
    assert made.remembered == Remembered(item="Q7", item_revision=3, tmdb="555")


def test_a_first_word_is_a_claim_of_some_day_up_to_today() -> None:
    made = draft()
    made.record("Wikidata", [word("2027-05-01")], TODAY)
    new = reported(word("2027-05-01"), "../2026-11-20")
    assert (made.known, made.claims, made.said) == ((new,), {"Wikidata": [new]}, {"Wikidata": [word("2027-05-01")]})
    assert made.remembered.readings == {NAME: reading("2027-05-01", day=TODAY)}
    assert made.empty == set()


def test_the_same_word_again_is_no_claim_and_the_day_of_the_reading_moves_on() -> None:
    made = draft(reported(word("2027-05-01"), "../2026-11-01"), Wikidata_US_theatrical=reading("2027-05-01"))
    made.record("Wikidata", [word("2027-05-01")], TODAY)
    assert made.claims == {}
    assert made.remembered.readings == {NAME: reading("2027-05-01", day=TODAY)}


def test_another_word_was_said_between_the_last_reading_and_today() -> None:
    old = reported(word("2027-05-01"), "../2026-11-01")
    made = draft(old, Wikidata_US_theatrical=reading("2027-05-01"))
    made.record("Wikidata", [word("2028-02-03")], TODAY)
    assert made.known == (old, reported(word("2028-02-03"), "2026-11-01/2026-11-20"))
    assert made.empty == set()
    assert made.remembered.readings == {NAME: reading("2028-02-03", day=TODAY)}


def test_what_was_read_counts_though_no_claim_came_of_it() -> None:
    made = draft(Wikidata_US_theatrical=reading("2027-05-01"))
    made.record("Wikidata", [word("2028-02-03")], TODAY)
    assert made.known == (reported(word("2028-02-03"), "2026-11-01/2026-11-20"),)


def test_a_reading_that_was_lost_is_told_from_the_claim_that_came_of_it() -> None:
    made = draft(reported(word("2027-05-01"), "../2026-11-01"))
    made.record("Wikidata", [word("2028-02-03")], TODAY)
    assert made.claims == {"Wikidata": [reported(word("2028-02-03"), "2026-11-01/2026-11-20")]}


def test_each_site_has_readings_of_its_own() -> None:
    other = SiteReading("2027-05-01", "announced", "tmdb-1", LAST)
    made = draft(TMDB_US_theatrical=other, WikidataX_US_theatrical=other, Wikidata_DE_theatrical=reading("2027-06-01"))
    made.record("Wikidata", [word("2028-02-03")], TODAY)
    assert made.remembered.readings == {
        "TMDB US theatrical": other,
        "WikidataX US theatrical": other,
        "Wikidata DE theatrical": reading("2027-06-01"),
        NAME: reading("2028-02-03", day=TODAY),
    }
    assert made.claims == {"Wikidata": [reported(word("2028-02-03"), "../2026-11-20")]}


def test_what_a_second_site_says_is_weighed_with_what_the_first_said_just_now() -> None:
    made = draft()
    made.record("Wikidata", [word("2027-05-01")], TODAY)
    tmdb = word("2027-05-01", "confirmed")._replace(source=Source("tmdb-1", "TMDB"))
    made.record("TMDB", [tmdb], TODAY)
    assert made.claims["TMDB"] == [tmdb._replace(certainty=word("").certainty, reported=Edtf.parse("../2026-11-20"))]
    assert list(made.claims) == list(made.said) == ["Wikidata", "TMDB"]


def test_of_two_dates_of_one_release_only_the_settled_one_is_said() -> None:
    made = draft()
    first, again = word("2026-05-01", "released"), word("2026-09-01", "released")
    made.record("Wikidata", [again, first], TODAY)
    assert made.said == {"Wikidata": [first]}


def test_a_site_that_knew_dates_and_knows_none_now_is_noted_and_its_readings_stay() -> None:
    made = draft(Wikidata_US_theatrical=reading("2027-05-01"))
    made.record("Wikidata", [], TODAY)
    made.record("TMDB", [], TODAY)
    made.record("Wiki", [], TODAY)
    assert (made.empty, made.claims) == ({"Wikidata"}, {})
    assert made.remembered.readings == {NAME: reading("2027-05-01")}


def test_a_site_that_says_what_it_said_has_its_own_readings_moved_on_to_today() -> None:
    other = SiteReading("2027-05-01", "announced", "tmdb-1", LAST)
    made = draft(TMDB_US_theatrical=other, Wikidata_US_theatrical=reading("2027-05-01"), WikidataX_US_theatrical=other)
    made.record_unchanged("Wikidata", TODAY)
    assert made.remembered.readings == {
        "TMDB US theatrical": other,
        NAME: reading("2027-05-01", day=TODAY),
        "WikidataX US theatrical": other,
    }


@pytest.mark.parametrize(
    ("when", "certainty", "is_due"),
    [
        ("2027-05-01", "speculated", True),
        ("2027-05-01", "announced", False),
        ("2026-11-20", "announced", True),
        ("2026-11-21", "announced", False),
        ("2026-11-20", "confirmed", True),
        ("2026-11-20", "released", False),
        ("2026-11", "announced", False),
        ("", "announced", False),
    ],
)
def test_a_word_is_due_again_while_it_is_speculation_or_when_its_day_has_come(
    when: str, certainty: str, is_due: bool
) -> None:
    assert draft(Wikidata_US_theatrical=reading(when, certainty)).is_due("Wikidata", TODAY) is is_due
    assert not draft(TMDB_US_theatrical=reading(when, certainty)).is_due("Wikidata", TODAY)


def test_one_of_several_words_that_is_due_is_enough() -> None:
    made = draft(
        Wikidata_US_theatrical=reading("2027-05-01"), Wikidata_DE_theatrical=reading("2027-05-01", "speculated")
    )
    assert made.is_due("Wikidata", TODAY)


def test_a_history_adds_what_is_not_known_and_dates_what_was_open() -> None:
    known, open_ = claim("2027-01-01", reported="2025-01-01"), claim("2027-05-01", reported="../2026-11-01")
    history = [claim("2027-01-01", reported="2025-01-01"), claim("2027-05-01", reported="2025-06-01")]
    made = draft(known, open_)
    made.add_history("Wikipedia", iter(history))
    assert made.film.claims == (known, claim("2027-05-01", reported="2025-06-01/2026-11-01"))
    assert made.claims == {"Wikipedia": [history[1]]}
    assert made.history == history


SAID = [claim("2027-05-01", reported=day) for day in ("2025-06-01", "2025-03-01", "2026-02-01")]


@pytest.mark.parametrize(
    ("reported", "dated"),
    [
        ("../2026-11-01", "2025-03-01/2026-11-01"),
        ("../2025-03-02", "2025-03-01/2025-03-02"),
        ("../2025-03-01", "../2025-03-01"),
        ("../2025-01-01", "../2025-01-01"),
        ("2025-01-01/2026-11-01", "2025-01-01/2026-11-01"),
        ("2026-11-01", "2026-11-01"),
        (None, None),
    ],
)
def test_a_claim_of_some_day_is_dated_by_the_first_day_on_which_the_same_was_said(
    reported: str | None, dated: str | None
) -> None:
    assert dated_by(SAID, claim("2027-05-01", reported=reported)) == claim("2027-05-01", reported=dated)


@pytest.mark.parametrize(
    "other",
    [
        claim("2027-05-02"),
        claim("2027-05-01", region="DE"),
        claim("2027-05-01", channel=Channel.DIGITAL),
        claim("2027-05-01", service="Netflix"),
    ],
)
def test_what_was_said_of_another_date_or_release_dates_nothing(other: Claim) -> None:
    undated = reported(other, "../2026-11-01")
    assert dated_by(SAID, undated) == undated
    assert dated_by([], undated) == undated


def test_a_history_repeats_nothing_that_is_known_of_the_same_day_and_adds_what_is_of_another() -> None:
    known = claim("2027-05-01", reported="2025-06-01")
    later = known._replace(reported=Edtf.of(date(2025, 6, 1) + timedelta(days=1)))
    made = draft(known)
    made.add_history("Wikipedia", [known._replace(source=Source("wikipedia-1", "Wikipedia")), later])
    assert made.claims == {"Wikipedia": [later]}

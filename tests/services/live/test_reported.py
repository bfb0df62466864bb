"""When a word was said, where nobody tells: nothing is invented, and a change between two looks is one move."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bundled import catalogue
from claims import claim
from watchlist.domain.claim import Claim, Source
from watchlist.domain.dates import Edtf
from watchlist.domain.moves import moves
from watchlist.domain.release import releases_on
from watchlist.services.live.citation import article
from watchlist.services.live.reported import SiteReading, decide, settle

TODAY = date(2026, 11, 24)
RECORD = Source("wikidata-q7-1", "Wikidata")


def word(when: str, certainty: str = "announced", source: Source = RECORD) -> Claim:
    return claim(when, certainty)._replace(source=source, seen=TODAY)


def cited(published: str) -> Source:
    made = article("Deadline", via="Wikidata Q7", url=None, title=None, author=None, published=Edtf.parse(published))
    assert made is not None
    return made


def said(decided: Claim | None) -> tuple[str, str, str] | None:
    return decided and (str(decided.date), str(decided.reported), decided.certainty)


def reading(when: str, day: str = "2026-11-01", certainty: str = "announced", by: str = RECORD.id) -> SiteReading:
    return SiteReading(when, certainty, by, date.fromisoformat(day))


def kinds(*claims: Claim | None) -> list[str]:
    return [f"{move.kind} {move.after}" for move in moves([one for one in claims if one])]


def test_a_cited_page_has_its_own_day() -> None:
    assert said(decide(word("2027-05-01", source=cited("2025-03-04")), [], None, today=TODAY)) == (
        "2027-05-01",
        "2025-03-04",
        "announced",
    )


def test_a_cited_page_that_is_older_than_what_is_known_is_history() -> None:
    known = claim("2027-05-01", reported="2026-06-01")
    old = decide(word("2026-12-18", source=cited("2025-03-04")), [known], None, today=TODAY)
    assert kinds(known, old) == ["announced 2026-12-18", "slip 2027-05-01"]


def test_a_page_that_announced_a_day_did_not_report_that_it_came() -> None:
    decided = decide(word("2026-05-01", "released", cited("2025-03-04")), [], None, today=TODAY)
    assert said(decided) == ("2026-05-01", "2025-03-04", "announced")


def test_a_page_is_taken_once() -> None:
    first = decide(word("2027-05-01", source=cited("2025-03-04")), [], None, today=TODAY)
    assert first is not None
    assert decide(word("2027-05-01", source=cited("2025-03-04")), [first], None, today=TODAY) is None


def test_a_page_from_the_future_is_no_proof() -> None:
    assert said(decide(word("2028", source=cited("2027-01")), [], None, today=TODAY)) == (
        "2028",
        "../2026-11-24",
        "announced",
    )


def test_a_change_between_two_looks_lies_between_them() -> None:
    known = claim("2026-12-18", reported="2026-01-05")
    decided = decide(word("2027-05-01"), [known], reading("2026-12-18"), today=TODAY)
    assert said(decided) == ("2027-05-01", "2026-11-01/2026-11-24", "announced")
    (_, slip) = moves([known, decided or known])
    assert (slip.kind, slip.days) == ("slip", 134)


def test_there_and_back_again_is_three_claims() -> None:
    first = decide(word("2026-12-18"), [], None, today=date(2026, 1, 1))
    assert first is not None
    second = decide(word("2027-05-01"), [first], reading("2026-12-18", "2026-01-01"), today=date(2026, 2, 1))
    assert second is not None
    third = decide(word("2026-12-18"), [first, second], reading("2027-05-01", "2026-02-01"), today=date(2026, 3, 1))
    assert kinds(first, second, third) == ["announced 2026-12-18", "slip 2027-05-01", "moved-up 2026-12-18"]


def test_the_same_answer_again_is_no_claim() -> None:
    assert decide(word("2027-05-01"), [], reading("2027-05-01"), today=TODAY) is None


def test_a_change_that_an_article_already_told_is_beside_it() -> None:
    told = claim("2027-05-01", reported="2026-11-10")
    decided = decide(word("2027-05-01"), [told], reading("2026-12-18"), today=TODAY)
    assert said(decided) == ("2027-05-01", "2026-11-10/2026-11-24", "announced")


def test_a_citation_that_is_older_than_the_change_is_not_of_the_new_value() -> None:
    decided = decide(word("2027-05-01", source=cited("2025-03-04")), [], reading("2026-12-18"), today=TODAY)
    assert said(decided) == ("2027-05-01", "2026-11-01/2026-11-24", "announced")


def test_a_day_that_came_between_two_looks_is_a_release_once() -> None:
    out = word("2026-11-20", "released")
    assert said(decide(out, [], reading("2026-11-20"), today=TODAY)) == (
        "2026-11-20",
        "2026-11-20/2026-11-24",
        "released",
    )
    assert decide(out, [], reading("2026-11-20", certainty="released"), today=TODAY) is None


def test_a_record_that_repeats_what_is_known_moves_nothing() -> None:
    known = [claim("2026-12-18", reported="2026-01-05"), claim("2027-05-01", "confirmed", "2026-06-01")]
    newest = decide(word("2027-05-01"), known, None, today=TODAY)
    echo = decide(word("2026-12-18", "confirmed"), known, None, today=TODAY)
    assert said(newest) == ("2027-05-01", "2026-06-01/2026-11-24", "announced")
    assert said(echo) == ("2026-12-18", "2026-01-05/2026-11-24", "announced")
    assert kinds(*known, newest, echo) == kinds(*known)


def test_a_record_against_an_old_word_was_changed_after_it() -> None:
    known = claim("2026-12-18", reported="2026-01-05")
    decided = decide(word("2027-05-01"), [known], None, today=TODAY)
    assert said(decided) == ("2027-05-01", "2026-01-06/2026-11-24", "announced")
    assert kinds(known, decided) == ["announced 2026-12-18", "slip 2027-05-01"]


def test_a_record_against_a_fresh_word_moves_nothing_and_is_shown_to_differ() -> None:
    known = [claim("2026-06-01", reported="2025-01-01"), claim("2027-05-01", reported="2026-11-10")]
    decided = decide(word("2026-12-18"), known, None, today=TODAY)
    assert said(decided) == ("2026-12-18", "2026-11-10/2026-11-24", "speculated")
    assert kinds(*known, decided) == kinds(*known)
    (release,) = releases_on([*known, decided or known[0]], TODAY)
    assert (str(release.date), release.agreement) == ("2027-05-01", "conflict")


def test_the_first_word_of_all_is_open() -> None:
    assert said(decide(word("2027-05-01"), [], None, today=TODAY)) == ("2027-05-01", "../2026-11-24", "announced")


def test_that_there_is_no_date_any_more_is_a_word_too() -> None:
    known = claim("2026-12-18", reported="2026-01-05")
    decided = decide(word("XXXX"), [known], reading("2026-12-18"), today=TODAY)
    assert kinds(known, decided) == ["announced 2026-12-18", "undated XXXX"]


def test_of_several_dates_of_one_release_the_first_that_passed_stands() -> None:
    first, again = word("1995-11-22", "released"), word("2019-07-01", "released")
    assert settle([again, first]) == [first]
    assert settle([word("2027"), word("2028")]) == []
    certain = word("2028", source=cited("2026-01-01"))
    assert settle([word("2027"), certain]) == [certain]


RELEASES = [
    release for film in catalogue().films.values() for release in releases_on(film.claims, TODAY) if release.date
]


@pytest.mark.parametrize("certainty", ["speculated", "announced", "released"])
def test_a_record_that_says_what_the_bundled_films_say_invents_no_move(certainty: str) -> None:
    assert len(RELEASES) > 290
    for release in RELEASES:
        record = release.claims[0]._replace(date=release.date, source=RECORD, seen=TODAY, reported=None)
        decided = decide(
            record._replace(certainty=type(record.certainty)(certainty)), release.claims, None, today=TODAY
        )
        assert decided is not None
        assert len(moves([*release.claims, decided])) == len(release.moves), release


def test_a_word_that_has_stood_is_surer() -> None:
    decided = decide(word("2027-05-01"), [], reading("2027-05-01", certainty="speculated"), today=TODAY)
    assert said(decided) == ("2027-05-01", "2026-11-01/2026-11-24", "announced")


DATES = st.sampled_from(["2026-12-18", "2027-05-01", "2027", "2027-05", "XXXX", "2026-11-20"])


@given(st.lists(st.tuples(DATES, st.integers(1, 90)), min_size=1, max_size=6))
def test_each_change_between_looks_is_one_claim(looks: list[tuple[str, int]]) -> None:
    known: list[Claim] = []
    last, day = None, date(2026, 1, 1)
    for when, days in looks:
        day += timedelta(days=days)
        decided = decide(word(when), known, last, today=day)
        assert (decided is None) == (last is not None and last.when == when)
        known += [decided] if decided else []
        last = SiteReading(when, "announced", RECORD.id, day)
    assert all(one.known_from <= day for one in known)

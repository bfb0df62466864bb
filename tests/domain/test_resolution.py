from collections.abc import Sequence

from hypothesis import given

from claims import CLAIMS, claim
from watchlist.domain.claim import Claim
from watchlist.domain.resolution import live_claims, newest_first, resolve


def shown(*claims: Claim) -> tuple[str | None, str]:
    resolution = resolve(claims)
    return (resolution.date.text if resolution.date else None, str(resolution.certainty))


def test_the_newest_firm_word_gives_the_date() -> None:
    assert shown(
        claim("2025-12-25", "confirmed", "2025-01-01"),
        claim("2026-12-25", "announced", "2025-06-01"),
        claim("2028", "rumoured", "2025-09-01"),
    ) == ("2026-12-25", "announced")


def test_the_newest_of_the_rest_counts_while_nobody_is_firm() -> None:
    assert shown(claim("2026", "speculated", "2025-01-01"), claim("2027", "rumoured", "2025-02-01")) == (
        "2027",
        "rumoured",
    )


def test_of_one_day_the_finer_date_counts_then_the_surer_claim() -> None:
    assert shown(claim("2022-03-24", "announced", "2021-10-25"), claim("2022-21", "confirmed", "2021-10-25")) == (
        "2022-03-24",
        "announced",
    )
    assert shown(claim("2026-01-02", "announced", "2025-01-01"), claim("2026-01-01", "confirmed", "2025-01-01")) == (
        "2026-01-01",
        "confirmed",
    )


def test_a_coarser_later_word_takes_no_precision_away() -> None:
    assert shown(claim("2027-06-25", "announced", "2025-07-01"), claim("2027", "confirmed", "2026-08-01")) == (
        "2027-06-25",
        "announced",
    )


def test_the_walk_to_older_words_stops_where_one_disagrees() -> None:
    assert shown(
        claim("2027-06-25", "announced", "2025-01-01"),
        claim("2028-01-07", "announced", "2025-06-01"),
        claim("2027", "announced", "2026-01-01"),
    ) == ("2027", "announced")


def test_the_certainty_is_that_of_the_surest_claim_that_gives_the_same_date() -> None:
    assert shown(
        claim("2024-06-27", "speculated", "2024-04-02"),
        claim("2024-06-27", "confirmed", "2024-05-01"),
        claim("2024-06-27", "announced", "2024-05-13"),
    ) == ("2024-06-27", "confirmed")


def test_tba_takes_the_date_away_and_the_last_one_is_kept() -> None:
    resolution = resolve([claim("2029", "announced", "2025-03-20"), claim("XXXX", "announced", "2025-03-22")])
    assert resolution.date is not None
    assert resolution.date.is_tba
    assert resolution.last is not None
    assert resolution.last.date is not None
    assert resolution.last.date.text == "2029"


def test_a_coarse_word_after_tba_does_not_bring_the_old_day_back() -> None:
    assert shown(
        claim("2027-06-25", "announced", "2024-01-01"),
        claim("XXXX", "announced", "2025-01-01"),
        claim("2027", "announced", "2026-01-01"),
    ) == ("2027", "announced")


def test_a_release_holds_until_a_newer_word_says_otherwise() -> None:
    out = claim(None, "released", "2024-07-01")
    assert shown(claim("2024-06-27", "announced", "2024-05-01"), out) == ("2024-06-27", "released")
    assert shown(out, claim("2024-06-27", "announced", "2024-08-01")) == ("2024-06-27", "released")
    assert shown(out, claim("2025-02-01", "announced", "2024-08-01")) == ("2025-02-01", "announced")


def test_a_cancellation_holds_until_a_newer_date_is_announced() -> None:
    dated, off = claim("2024-06-27", "announced", "2024-01-01"), claim(None, "cancelled", "2024-03-01")
    assert shown(dated, off) == (None, "cancelled")
    assert shown(dated, off, claim("2026", "rumoured", "2024-05-01")) == (None, "cancelled")
    assert shown(dated, off, claim("2026", "announced", "2024-05-01")) == ("2026", "announced")
    cancelled = resolve([dated, off])
    assert cancelled.last == dated


def test_a_report_of_an_unknown_first_day_is_older_than_all_others() -> None:
    assert shown(claim("2025", "confirmed", "../2024-06-26"), claim("2026", "announced", "2020-01-01")) == (
        "2026",
        "announced",
    )


def text(when: str, number: int, *, by: str = "Letterboxd", certainty: str = "speculated") -> Claim:
    """Make a claim of one text of a publisher among several of the same day."""
    one = claim(when, certainty, "2026-11-29", by=by)
    return one._replace(source=one.source._replace(id=f"{one.source.id}-{number}"))


def test_of_what_a_publisher_says_twice_on_one_day_the_second_word_counts_as_newer() -> None:
    first, second = text("2027-06-25", 1), text("2029", 2)
    assert shown(first, second) == ("2029", "speculated")
    assert live_claims([first, second]) == (second,)
    assert newest_first([first, second]) == [second, first]


def test_a_second_word_of_a_day_that_fits_the_first_makes_it_no_older() -> None:
    assert newest_first([text("2027", 1), text("2027-06", 2), text("2027", 3)]) == [
        text("2027-06", 2),
        text("2027", 3),
        text("2027", 1),
    ]


def test_what_one_text_says_twice_and_what_two_publishers_say_on_a_day_is_in_no_order() -> None:
    first, same, other = text("2027-06-25", 1), text("2029", 1), text("2029", 2, by="Trakt")
    assert newest_first([first, same]) == [first, same]
    assert newest_first([first, other]) == [first, other]
    assert set(live_claims([first, other])) == {first, other}


def test_three_words_of_a_day_are_taken_in_their_order() -> None:
    words = [text("2027", 1), text("2029", 2), text("2027-06", 3)]
    assert newest_first(words) == words[::-1]
    assert shown(*words) == ("2027-06", "speculated")


def test_a_year_is_as_fine_as_a_leap_year_and_a_month_as_february() -> None:
    assert shown(claim("2027", "announced", "2026-01-01"), claim("2028", "announced", "2026-01-01", by="Trakt")) == (
        "2028",
        "announced",
    )
    assert shown(claim("2027-02", "announced", "2026-01-01"), claim("2027-03", "announced", "2026-01-01", by="T")) == (
        "2027-03",
        "announced",
    )


@given(CLAIMS.filter(bool))
def test_the_date_shown_is_one_that_somebody_gave(claims: Sequence[Claim]) -> None:
    resolution = resolve(claims)
    assert resolution.date is None or resolution.date in [one.date for one in claims]

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from claims import CLAIMS, SEEN, claim
from watchlist.domain.claim import Channel, Claim
from watchlist.domain.release import Agreement, Release, ReleaseKey, releases_on

DAYS = st.dates(date(2023, 6, 1), date(2027, 6, 1))


def on(day: str, *claims: Claim) -> Release | None:
    releases = releases_on(claims, date.fromisoformat(day))
    return releases[0] if releases else None


def test_an_undated_source_is_known_when_it_was_seen_and_not_earlier() -> None:
    undated, open_ended = claim("2024-06-27"), claim("2024-06-27", reported="2024-05/..")
    for one in (undated, open_ended):
        assert one.known_from == SEEN
        assert on((SEEN - timedelta(days=1)).isoformat(), one) is None
        assert on(SEEN.isoformat(), one) is not None


def test_a_rumour_against_an_announcement_is_a_conflict() -> None:
    release = on(
        "2026-01-01", claim("2027", "announced", "2025-01-01"), claim("2028", "rumoured", "2025-06-01", by="Deadline")
    )
    assert release is not None
    assert (release.agreement, [one.date and one.date.text for one in release.conflicting]) == (
        Agreement.CONFLICT,
        ["2028"],
    )


def test_a_later_word_of_the_same_source_is_no_conflict() -> None:
    release = on("2026-01-01", claim("2027", "rumoured", "2025-01-01"), claim("2028", "rumoured", "2025-06-01"))
    assert release is not None
    assert release.agreement is Agreement.SINGLE


def test_an_announcement_replaces_what_was_said_before_it() -> None:
    release = on(
        "2026-01-01", claim("2027", "rumoured", "2025-01-01"), claim("2028", "announced", "2025-06-01", by="Deadline")
    )
    assert release is not None
    assert (release.agreement, release.agreeing) == (Agreement.SINGLE, ("Deadline",))


def test_two_announcements_of_one_day_that_exclude_each_other_are_a_conflict() -> None:
    release = on(
        "2026-06-01",
        claim("2028-06-19", "announced", "2026-03", by="Bleeding Cool"),
        claim("2028-06-16", "announced", "2026-03", by="Just Jared"),
    )
    assert release is not None
    assert (release.agreement, release.date and release.date.text) == (Agreement.CONFLICT, "2028-06-16")


def test_the_coarser_word_agrees_with_the_finer_one() -> None:
    release = on(
        "2026-06-01",
        claim("2022-21", "announced", "2021-10-25", by="A"),
        claim("2022-03-24", "confirmed", "2021-10-25", by="B"),
    )
    assert release is not None
    assert (release.agreement, set(release.agreeing)) == (Agreement.AGREE, {"A", "B"})


def test_releases_are_told_apart_by_region_channel_and_service() -> None:
    releases = releases_on(
        [
            claim("2026-12-25", reported="2025-01-01"),
            claim("2026-11-26", reported="2025-01-01", region="WW", service="IMAX"),
            claim("2027-01-15", reported="2025-01-01", region="WW", channel=Channel.DIGITAL, service="Netflix"),
        ],
        date(2026, 1, 1),
    )
    assert [release.key for release in releases] == [
        ReleaseKey("WW", Channel.THEATRICAL, "IMAX"),
        ReleaseKey("US", Channel.THEATRICAL, None),
        ReleaseKey("WW", Channel.DIGITAL, "Netflix"),
    ]


def test_a_season_is_read_where_the_release_is() -> None:
    south = on("2026-01-01", claim("2026-21", reported="2025-01-01", region="AU"))
    assert south is not None
    assert south.span is not None
    assert south.span.earliest == date(2026, 9, 1)


@given(CLAIMS, CLAIMS, DAYS)
def test_a_claim_that_is_not_known_yet_never_changes_an_answer(
    claims: list[Claim], others: list[Claim], day: date
) -> None:
    later = [one for one in others if one.known_from > day]
    with_later, without = releases_on(claims + later, day), releases_on(claims, day)
    assert with_later == without
    assert [release.moves for release in with_later] == [release.moves for release in without]


def test_a_lost_date_was_last_heard_when_it_was_lost_not_when_somebody_guessed_another() -> None:
    lost = claim("XXXX", "announced", "2026-02-15")
    release = on(
        "2026-11-20", claim("2026-03-20", "announced", "2025-03-22"), lost, claim("2027", "rumoured", "2026-05")
    )
    assert release is not None
    assert (str(release.date), release.last_heard) == ("XXXX", date(2026, 2, 15))

from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from claims import SEEN, claim
from watchlist.domain.claim import Certainty, Channel, Claim
from watchlist.domain.release import Agreement, Release, ReleaseKey, releases_on
from watchlist.domain.resolution import resolve


def on(day: str, *claims: Claim) -> Release | None:
    releases = releases_on(claims, date.fromisoformat(day))
    return releases[0] if releases else None


def shown(*claims: Claim) -> tuple[str | None, str]:
    resolution = resolve(claims)
    return (resolution.date.text if resolution.date else None, str(resolution.certainty))


def told(*claims: Claim) -> list[tuple[str | None, str | None, int | None, str]]:
    release = on("2030-01-01", *claims)
    assert release is not None
    return [
        (move.before.text if move.before else None, move.after.text if move.after else None, move.days, move.kind)
        for move in release.moves
    ]


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


def test_a_claim_is_known_when_the_latest_day_of_its_report_has_come() -> None:
    assert claim("2024", reported="2024-05").known_from == date(2024, 5, 31)
    assert claim("2024", reported="../2024-06-26").known_from == date(2024, 6, 26)
    assert claim("2024", reported="2025-07-30/2026-08-08").known_from == date(2026, 8, 8)


def test_an_undated_source_is_known_when_it_was_seen_and_not_earlier() -> None:
    undated, open_ended = claim("2024-06-27"), claim("2024-06-27", reported="2024-05/..")
    for one in (undated, open_ended):
        assert one.known_from == SEEN
        assert on((SEEN - timedelta(days=1)).isoformat(), one) is None
        assert on(SEEN.isoformat(), one) is not None


def test_a_report_of_an_unknown_first_day_is_older_than_all_others() -> None:
    assert shown(claim("2025", "confirmed", "../2024-06-26"), claim("2026", "announced", "2020-01-01")) == (
        "2026",
        "announced",
    )


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


def test_moves_tell_each_change_of_the_winner() -> None:
    assert told(
        claim("2026", "rumoured", "2024-01-01"),
        claim("2026-06", "rumoured", "2024-02-01"),
        claim("2026-06", "announced", "2024-03-01"),
        claim("2026-06-19", "announced", "2024-04-01"),
        claim("2027-06-18", "announced", "2024-05-01"),
        claim("2027-03-05", "announced", "2024-06-01"),
        claim("XXXX", "announced", "2024-07-01"),
        claim("2028", "announced", "2024-08-01"),
        claim(None, "cancelled", "2024-09-01"),
    ) == [
        (None, "2026", None, "rumoured"),
        ("2026", "2026-06", None, "precision"),
        ("2026-06", "2026-06", None, "certainty"),
        ("2026-06", "2026-06-19", None, "precision"),
        ("2026-06-19", "2027-06-18", 364, "slip"),
        ("2027-06-18", "2027-03-05", -105, "moved-up"),
        ("2027-03-05", "XXXX", None, "undated"),
        ("XXXX", "2028", None, "announced"),
        ("2028", None, None, "cancelled"),
    ]


def test_a_release_that_slipped_on_the_way_says_how_far() -> None:
    assert told(claim("2024-05-01", "announced", "2024-01-01"), claim("2024-05-08", "released", "2024-05-08")) == [
        (None, "2024-05-01", None, "announced"),
        ("2024-05-01", "2024-05-08", 7, "released"),
    ]


def test_an_end_that_opens_is_a_slip_whose_days_cannot_be_counted() -> None:
    assert told(claim("2025-06-01", "announced", "2024-01-01"), claim("2026-01/..", "announced", "2024-05-08")) == [
        (None, "2025-06-01", None, "announced"),
        ("2025-06-01", "2026-01/..", None, "slip"),
    ]


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


WHEN = st.one_of(
    st.dates(date(2024, 1, 1), date(2027, 12, 31)).map(date.isoformat),
    st.sampled_from(["2025", "2026", "2026-06", "2026-21", "2026-33", "2026/2027", "XXXX"]),
    st.none(),
)
REPORTED = st.one_of(
    st.dates(date(2023, 1, 1), date(2026, 12, 31)).map(date.isoformat),
    st.sampled_from(["2024", "2025-03", "../2025-06-01", "2025/..", "2024-01/2025-02"]),
    st.none(),
)
CLAIMS = st.lists(
    st.builds(claim, WHEN, st.sampled_from(Certainty), REPORTED, by=st.sampled_from(["Variety", "Deadline", "THR"])),
    max_size=8,
)
DAYS = st.dates(date(2023, 6, 1), date(2027, 6, 1))


@given(CLAIMS, CLAIMS, DAYS)
def test_a_claim_that_is_not_known_yet_never_changes_an_answer(
    claims: list[Claim], others: list[Claim], day: date
) -> None:
    later = [one for one in others if one.known_from > day]
    with_later, without = releases_on(claims + later, day), releases_on(claims, day)
    assert with_later == without
    assert [release.moves for release in with_later] == [release.moves for release in without]


@given(CLAIMS.filter(bool))
def test_the_date_shown_is_one_that_somebody_gave(claims: Sequence[Claim]) -> None:
    resolution = resolve(claims)
    assert resolution.date is None or resolution.date in [one.date for one in claims]


@given(CLAIMS.filter(bool))
def test_the_last_move_leads_to_the_date_shown(claims: Sequence[Claim]) -> None:
    (release,) = releases_on(claims, date(2030, 1, 1))
    if release.moves:
        assert release.moves[-1].after == release.date
    for earlier, later in zip(release.moves, release.moves[1:], strict=False):
        assert earlier.after == later.before

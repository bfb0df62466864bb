from datetime import date

import pytest

from claims import claim
from watchlist.domain.claim import Channel
from watchlist.domain.countdown import countdown
from watchlist.domain.dates import Edtf, Hemisphere
from watchlist.domain.entry import Entry, Status, Viewing
from watchlist.domain.release import ReleaseKey, releases_on
from watchlist.domain.resolution import resolve
from watchlist.rendering import wording

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2024-06-27", "27 June 2024"),
        ("2024-06", "June 2024"),
        ("2024", "2024"),
        ("2022-21", "spring 2022"),
        ("2022-24", "winter 2022/23"),
        ("2022-28", "winter 2022/23"),
        ("2022-30", "summer 2022/23"),
        ("2026-35", "Q3 2026"),
        ("2026-37", "early 2026"),
        ("2026-38", "mid-2026"),
        ("2026-41", "second half of 2026"),
        ("202X", "2020s"),
        ("20XX", "2000s"),
        ("2024-06-27?", "perhaps 27 June 2024"),
        ("2024~", "about 2024"),
        ("2026-11-06/2026-11-10", "6–10 November 2026"),
        ("2026-11-28/2026-12-02", "28 November – 2 December 2026"),
        ("2026-12-28/2027-01-02", "28 December 2026 – 2 January 2027"),
        ("2026-06/..", "from June 2026"),
        ("../2026-06", "by June 2026"),
        ("XXXX", "TBA"),
    ],
)
def test_a_date_is_worded_as_precisely_as_it_is(edtf: str, words: str) -> None:
    assert wording.date_words(Edtf.parse(edtf)) == words


def test_a_southern_summer_reaches_into_the_next_year() -> None:
    summer = Edtf.parse("2022-22")
    assert wording.date_words(summer, summer.span(Hemisphere.SOUTH)) == "summer 2022/23"
    assert wording.date_words(summer) == "summer 2022"


@pytest.mark.parametrize(
    ("when", "certainty", "words"),
    [
        ("2026-11-20", "announced", "today"),
        ("2026-11-21", "announced", "tomorrow"),
        ("2026-12-16", "announced", "in 26 days"),
        ("2030-11-20", "announced", "in 1,461 days"),
        ("2027-21", "announced", "in 101–192 days"),
        ("2027-01/..", "announced", "in 42+ days"),
        ("2026", "announced", "any day now, by 31 December"),
        ("2026-24", "announced", "in 11–100 days"),
        ("2026-11/2027-05", "announced", "any day now, by 31 May 2027"),
        ("2026-11/..", "announced", "any day now"),
        ("2026-11-08", "announced", "out 12 days ago"),
        ("2026-11-19", "announced", "out 1 day ago"),
        ("2026-05-20", "released", "out 6 months ago"),
        ("2019-05-20", "released", "out 7 years ago"),
        ("2019", "released", "out"),
        ("2026", "released", "out now"),
        (None, "released", "out now"),
        ("2026-10", "announced", "out"),
        ("2026-33", "announced", "overdue, no release reported"),
        ("XXXX", "announced", "no date yet"),
        (None, "cancelled", "cancelled"),
    ],
)
def test_a_countdown_needs_no_legend(when: str | None, certainty: str, words: str) -> None:
    resolution = resolve([claim(when, certainty, "2019-01-01")])
    assert wording.countdown_words(countdown(resolution, TODAY), resolution.span, TODAY) == words


@pytest.mark.parametrize(
    ("key", "words"),
    [
        (ReleaseKey("WW", Channel.DIGITAL, "Netflix"), "Netflix, worldwide"),
        (ReleaseKey("US", Channel.THEATRICAL, None), "cinemas, US"),
        (ReleaseKey("WW", Channel.THEATRICAL, "IMAX"), "cinemas (IMAX), worldwide"),
        (ReleaseKey("IT", Channel.PREMIERE, "Venice"), "premiere (Venice), IT"),
        (ReleaseKey("GB", Channel.PHYSICAL, None), "disc, GB"),
    ],
)
def test_a_place_says_where_and_how(key: ReleaseKey, words: str) -> None:
    assert wording.place_words(key) == words


def test_moves_are_summed_up() -> None:
    (release,) = releases_on(
        [
            claim("2026-06-19", "announced", "2024-04-01"),
            claim("2027-06-18", "announced", "2024-05-01"),
            claim("2027-06-17", "announced", "2024-06-01"),
            claim("XXXX", "announced", "2024-07-01"),
        ],
        TODAY,
    )
    assert wording.moved_words(release) == "moved 2 times, 363 days later; lost its date"
    assert [wording.move_words(move) for move in release.moves] == [
        "announced: 19 June 2026",
        "slipped to 18 June 2027 (+364 days)",
        "moved up to 17 June 2027 (\u22121 day)",
        "lost its date (17 June 2027)",
    ]


def test_the_sources_of_a_date_are_counted_or_their_difference_is_named() -> None:
    def release(*claims: object) -> str:
        return wording.agreement_words(releases_on(claims, TODAY)[0])  # type: ignore[arg-type]

    one, two = claim("2027", reported="2026-01-01", by="A"), claim("2027-06", reported="2026-01-02", by="B")
    assert release(one) == "1 source"
    assert release(one, two) == "2 sources agree"
    assert release(one, claim("2028", "rumoured", "2026-02-01", by="C")) == "sources differ: 2028"


@pytest.mark.parametrize(("halves", "words"), [(9, "4½ of 5 stars"), (10, "5 of 5 stars"), (1, "½ of 5 stars")])
def test_half_stars_are_worded_as_stars(halves: int, words: str) -> None:
    assert wording.rating_words(halves) == words


def test_two_entries_of_one_film_are_named_once_where_they_have_one_title() -> None:
    one, other = Entry("heat-2", "Heat 2"), Entry("heat-two", "HEAT 2")
    assert wording.duplicate_words((one, other)) == (
        "Heat 2 is on your list twice. To join them: watchlist film join heat-2 heat-two"
    )
    assert wording.duplicate_words((one, other._replace(title="Heat Two"))) == (
        "Heat 2 and Heat Two on your list are the same film. To join them: watchlist film join heat-2 heat-two"
    )


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        (Entry("film", "Film", status=Status.WATCHED, rating=9), "watched; 4½ of 5 stars"),
        (
            Entry("film", "Film", status=Status.WATCHED, viewings=(date(2024, 7, 1), date(2026, 10, 31))),
            "watched on 1 July 2024 and 31 October 2026",
        ),
        (
            Entry("film", "Film", status=Status.WATCHED, viewings=(date(2024, 7, 1),), undated_viewings=1),
            "watched on 1 July 2024, and once on an unknown day",
        ),
        (Entry("film", "Film", viewings=(date(2024, 7, 1),)), "wanted again; seen on 1 July 2024"),
    ],
)
def test_what_was_done_with_a_film_is_said_once(entry: Entry, words: str) -> None:
    assert wording.entry_words(entry) == words


def test_of_a_viewing_only_what_does_not_follow_from_the_entry_is_said() -> None:
    first, later = date(2024, 7, 1), date(2026, 10, 31)
    diary = (Viewing(first, 7, review="So sad."), Viewing(later, 9, rewatch=True))
    entry = Entry("film", "Film", status=Status.WATCHED, rating=9, viewings=(first, later), diary=diary)
    assert list(wording.diary_words(entry)) == ["1 July 2024: 3½ of 5 stars, So sad."]
    alone = entry._replace(viewings=(later,), diary=(Viewing(later, 9, rewatch=True),))
    assert list(wording.diary_words(alone)) == ["31 October 2026: seen before"]

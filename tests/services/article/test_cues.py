"""The words that make a date one of a release, of a day given up, or of something else."""

import pytest

from watchlist.services.article.cues import DATE_NOUN, MOVES, Cue, find_cues


def cues(text: str) -> list[tuple[str, Cue]]:
    return [(text[one.start : one.end], one.cue) for one in find_cues(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It opens in June.", [("opens", Cue.RELEASE)]),
        ("It opened in June.", [("opened", Cue.RELEASED)]),
        ("The trailer arrives in June.", [("trailer", Cue.OTHER), ("arrives", Cue.RELEASE)]),
        ("Filming begins in June.", [("Filming", Cue.OTHER), ("begins", Cue.RELEASE)]),
        ("Sony said on Monday", [("said", Cue.REPORT)]),
        ("It was originally slated for June.", [("originally", Cue.GIVEN_UP), ("slated", Cue.RELEASE)]),
        ("It is set in the winter of 1944.", [("is set in", Cue.OTHER)]),
        ("The reopening showroom", []),
    ],
)
def test_the_longest_words_count_and_of_equal_ones_the_first_in_the_table(
    text: str, found: list[tuple[str, Cue]]
) -> None:
    assert cues(text) == found


@pytest.mark.parametrize(
    ("text", "is_move"),
    [("was pushed", True), ("Slips", True), ("moved", True), ("is a pusher", False), ("opens", False)],
)
def test_verbs_that_move_a_day(text: str, *, is_move: bool) -> None:
    assert (MOVES.search(text) is not None) is is_move


@pytest.mark.parametrize(
    ("behind", "is_date"),
    [(" debut", True), ("” worldwide theatrical release", True), (" slot.", True), (" trailer release", False)],
)
def test_nouns_behind_a_day_that_make_it_one_of_a_release(behind: str, *, is_date: bool) -> None:
    assert (DATE_NOUN.match(behind) is not None) is is_date

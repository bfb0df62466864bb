"""What several files say of one viewing becomes one."""

from datetime import date

from watchlist.domain.entry import Viewing
from watchlist.services.transfer.diary import joined, noteworthy

DAY = date(2024, 7, 1)


def test_a_viewing_fills_in_what_is_missing_of_its_day_and_takes_nothing_away() -> None:
    known = (Viewing(DAY, 6),)
    assert joined(known, [Viewing(DAY, 9, rewatch=True, review="Good")]) == (Viewing(DAY, 6, True, "Good"),)


def test_another_review_of_the_same_day_is_another_viewing_and_they_stand_in_the_order_of_days() -> None:
    known = (Viewing(DAY, review="Good"),)
    more = [Viewing(DAY, review="Bad"), Viewing(date(2020, 1, 1), 3), Viewing(review="Undated")]
    assert joined(known, more) == (Viewing(review="Undated"), Viewing(date(2020, 1, 1), 3), *known, more[0])
    assert joined(joined(known, more), more) == joined(known, more)


def test_two_viewings_of_one_day_in_one_file_are_two_and_another_file_fills_in_the_one_that_it_means() -> None:
    both = joined((), [Viewing(DAY, 6), Viewing(DAY, 9, rewatch=True)])
    assert both == (Viewing(DAY, 6), Viewing(DAY, 9, rewatch=True))
    assert joined(both, [Viewing(DAY, 9, rewatch=True, review="Better")]) == (
        Viewing(DAY, 6),
        Viewing(DAY, 9, rewatch=True, review="Better"),
    )
    assert joined(both, both[::-1]) == both
    assert joined(both[:1], both[::-1]) == both


def test_two_viewings_of_which_the_same_is_said_are_two() -> None:
    both = (Viewing(DAY, 6), Viewing(DAY, 6))
    assert joined((), both) == joined(both, both) == both
    assert joined(both[:1], both[:1]) == both[:1]


def test_a_day_alone_is_worth_a_note_only_where_there_are_two_viewings_on_it() -> None:
    assert noteworthy([Viewing(DAY), Viewing(date(2020, 1, 1), 3)]) == (Viewing(date(2020, 1, 1), 3),)
    assert noteworthy([Viewing(DAY), Viewing(DAY, 6)]) == (Viewing(DAY), Viewing(DAY, 6))

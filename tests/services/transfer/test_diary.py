"""What several files say of one viewing becomes one."""

from datetime import date

from watchlist.domain.entry import Viewing
from watchlist.services.transfer.diary import joined

DAY = date(2024, 7, 1)


def test_a_viewing_fills_in_what_is_missing_of_its_day_and_takes_nothing_away() -> None:
    known = (Viewing(DAY, 6),)
    assert joined(known, [Viewing(DAY, 9, rewatch=True, review="Good")]) == (Viewing(DAY, 6, True, "Good"),)


def test_another_review_of_the_same_day_is_another_viewing_and_they_stand_in_the_order_of_days() -> None:
    known = (Viewing(DAY, review="Good"),)
    more = [Viewing(DAY, review="Bad"), Viewing(date(2020, 1, 1), 3), Viewing(review="Undated")]
    assert joined(known, more) == (Viewing(review="Undated"), Viewing(date(2020, 1, 1), 3), *known, more[0])
    assert joined(joined(known, more), more) == joined(known, more)

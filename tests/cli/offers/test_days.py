"""Days, months and years are offered as seen from today, in the form in which one begins to type them."""

from datetime import date, timedelta

from watchlist.cli.offers import days
from watchlist.cli.offers.offer import Asked, Offer
from watchlist.storage.paths import find_paths

TODAY = date.today()  # noqa: DTZ011  the program reads the clock too


def asked(word: str, *given: str) -> Asked:
    return Asked(word, given, find_paths())


def words(offers: object) -> list[str]:
    return [one.word for one in offers]  # type: ignore[attr-defined]


def test_the_days_of_the_last_week_are_named_by_their_weekdays() -> None:
    week = [f"last {TODAY - timedelta(days=ago):%A}" for ago in range(1, 8)]
    assert words(days.days(asked(""))) == ["today", "yesterday", *week]
    assert words(days.days(asked("LAST T"))) == [day for day in week if day.startswith("last T")]


def test_the_coming_months_are_offered_in_figures_or_where_letters_are_typed_by_name() -> None:
    figures = list(days.months(asked("")))
    assert figures[0] == Offer(f"{TODAY:%Y-%m}", f"{TODAY:%B %Y}")
    assert (len(figures), words(figures)) == (12, sorted(words(figures)))
    assert [(one.meaning, one.word) for one in figures if one.meaning.startswith("Ma")] == list(
        days.months(asked("ma"))
    )
    assert list(days.months(asked("", "December"))) == []


def test_this_year_and_the_last_stand_before_the_decades() -> None:
    first, second, *decades = words(days.years(asked("")))
    assert (first, second) == (str(TODAY.year), str(TODAY.year - 1))
    assert (decades[0], decades[-1]) == (f"{TODAY.year // 10 * 10}s", "1910s")
    assert words(days.years(asked("199"))) == ["1990s"]


def test_how_far_ahead_is_offered_with_what_it_means() -> None:
    assert list(days.windows(asked("3"))) == [Offer("30d", "a month")]
    assert words(days.windows(asked(""))) == ["7d", "30d", "90d", "6m", "1y"]

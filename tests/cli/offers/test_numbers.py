"""Numbers are offered: counts, copies of the list by their day, and ratings, the best first."""

from program import Run
from watchlist.cli.offers import numbers
from watchlist.cli.offers.offer import Asked, Offer
from watchlist.storage.paths import find_paths


def asked(word: str, *given: str) -> Asked:
    return Asked(word, given, find_paths())


def test_counts_grow() -> None:
    assert [one.word for one in numbers.counts(asked(""))] == ["1", "2", "3", "5", "10", "20", "50"]
    assert [one.word for one in numbers.counts(asked("2"))] == ["2", "20"]


def test_the_copies_of_the_list_are_offered_with_their_day(run: Run) -> None:
    for title in ("Shrek 5", "Coco 2", "Alien 1979"):
        run("add", title)
    made = [f"{line.split()[1]} {line.split()[2][:5]}" for line in run("restore").out.splitlines()[1:]]
    assert list(numbers.copies(asked(""))) == [Offer(str(number), day) for number, day in enumerate(made, 1)]
    assert len(made) == 2


def test_ratings_begin_with_the_best() -> None:
    stars = [one.word for one in numbers.stars(asked(""))]
    assert stars == ["5", "4.5", "4", "3.5", "3", "2.5", "2", "1.5", "1", "0.5", "none"]
    assert [one.word for one in numbers.stars(asked("4"))] == ["4.5", "4"]


def test_behind_a_title_a_rating_may_follow_and_before_it_none(run: Run) -> None:
    run("add", "Shrek 5")
    assert list(numbers.films_or_stars(asked(""))) == [Offer("Shrek 5", "shrek-5-2027")]
    assert [one.word for one in numbers.films_or_stars(asked("4", "Shrek", "5"))] == ["4.5", "4"]

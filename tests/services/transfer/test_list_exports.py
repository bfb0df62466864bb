"""A list elsewhere has exports of several days: the latest says what is on it, and what has left it since the last."""

from datetime import date

from watchlist.domain.last_export import LastExport
from watchlist.services.transfer.list_exports import ListExports, OlderExport

SEPTEMBER, OCTOBER, NOVEMBER = date(2026, 9, 1), date(2026, 10, 1), date(2026, 11, 1)


def noted(before: LastExport | None, *exports: tuple[date, str]) -> ListExports:
    """Note exports of one list, "Trakt": each a day and its films, a letter each."""
    lists = ListExports({"Trakt": before} if before else {})
    for day, films in exports:
        for film_id in films:
            lists.note("Trakt", film_id, day)
    return lists


def found(lists: ListExports) -> tuple[list[tuple[str, list[str]]], tuple[OlderExport, ...], dict[str, LastExport]]:
    return list(lists.gone()), lists.older(), lists.latest()


def test_the_first_export_of_a_list_is_remembered_and_nothing_has_left_it() -> None:
    assert found(noted(None, (NOVEMBER, "aba"))) == ([], (), {"Trakt": LastExport(("a", "b"), NOVEMBER)})
    assert found(noted(None)) == ([], (), {})


def test_what_the_last_export_had_and_this_one_has_not_has_left_the_list() -> None:
    for day in (OCTOBER, NOVEMBER):
        lists = noted(LastExport(("a", "b", "c"), OCTOBER), (day, "bd"))
        assert found(lists) == ([("Trakt", ["a", "c"])], (), {"Trakt": LastExport(("b", "d"), day)})
    assert found(noted(LastExport(("a", "b")), (OCTOBER, "b")))[0] == [("Trakt", ["a"])]


def test_a_list_that_has_none_of_the_earlier_films_is_another_list() -> None:
    lists = noted(LastExport(("a", "b"), OCTOBER), (NOVEMBER, "cd"))
    assert found(lists) == ([], (), {"Trakt": LastExport(("c", "d"), NOVEMBER)})


def test_of_several_exports_at_once_the_latest_is_compared_with_the_one_before_it() -> None:
    lists = noted(None, (SEPTEMBER, "abc"), (OCTOBER, "bc"), (NOVEMBER, "c"))
    assert found(lists) == ([("Trakt", ["b"])], (), {"Trakt": LastExport(("c",), NOVEMBER)})


def test_an_export_older_than_the_last_one_tells_of_no_film_that_left_and_its_films_are_remembered() -> None:
    lists = noted(LastExport(("a", "b"), NOVEMBER), (OCTOBER, "bc"))
    older = OlderExport("Trakt", OCTOBER, NOVEMBER)
    assert found(lists) == ([], (older,), {"Trakt": LastExport(("a", "b", "c"), NOVEMBER)})


def test_beside_a_new_export_an_older_one_only_adds_what_may_have_left_since() -> None:
    lists = noted(LastExport(("a", "b"), OCTOBER), (SEPTEMBER, "c"), (NOVEMBER, "b"))
    assert found(lists) == ([("Trakt", ["a", "c"])], (), {"Trakt": LastExport(("b",), NOVEMBER)})


def test_each_list_has_its_own_exports() -> None:
    lists = ListExports({"Trakt": LastExport(("a", "b"), OCTOBER), "IMDb": LastExport(("a",), NOVEMBER)})
    lists.note("Trakt", "b", NOVEMBER)
    lists.note("IMDb", "c", OCTOBER)
    assert found(lists) == (
        [("Trakt", ["a"])],
        (OlderExport("IMDb", OCTOBER, NOVEMBER),),
        {"Trakt": LastExport(("b",), NOVEMBER), "IMDb": LastExport(("a", "c"), NOVEMBER)},
    )

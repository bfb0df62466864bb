"""What an import would do, in numbers, and the rows that it leaves to the user."""

from watchlist.domain.change import Change, EntryChange
from watchlist.domain.entry import Entry, Status
from watchlist.domain.errors import NOTHING_CHANGED
from watchlist.services.transfer.import_file import ImportFile
from watchlist.services.transfer.import_plan import ImportPlan, Unclear
from watchlist.services.transfer.imported_list import ImportedList, LostCell
from watchlist.services.transfer.row import BadRow, ImportedRow
from watchlist.services.transfer.skipped_rows import SkippedRows

ALIEN, HEAT, JAWS = (Entry(one, one.title()) for one in ("alien", "heat", "jaws"))


def of(*changes: EntryChange, unclear: int = 0, bad: tuple[BadRow, ...] = (), films: int = 0) -> ImportPlan:
    rows = tuple(Unclear(ImportedRow(line, "Heat", file="a.csv"), ("heat",)) for line in range(2, unclear + 2))
    return ImportPlan(Change(changes), rows, bad, films, 0, 0, ())


def test_films_are_new_or_changed_or_stay_as_they_are() -> None:
    seen = HEAT._replace(status=Status.WATCHED)
    plan = of(EntryChange(None, ALIEN), EntryChange(HEAT, seen), films=5)._replace(changed=(seen,))
    assert (plan.added, plan.unchanged) == ((ALIEN,), 3)


def test_it_is_complete_if_every_row_is_read_and_clear() -> None:
    assert [plan.is_complete for plan in (of(), of(unclear=1), of(bad=(BadRow(2, "is empty"),)))] == [
        True,
        False,
        False,
    ]


def test_a_strict_import_is_refused_with_the_number_of_rows_that_are_left() -> None:
    one, more = of(unclear=1).refusal(), of(unclear=2, bad=(BadRow(2, "is empty"),)).refusal()
    assert [str(error) for error in (one, more)] == ["1 row cannot be imported", "3 rows cannot be imported"]
    assert (one.kept, one.hint) == (NOTHING_CHANGED, "To import the other rows, leave out --strict")


def test_unclear_and_unreadable_rows_can_be_corrected_but_not_a_whole_file() -> None:
    read = ImportedList("CSV", file=ImportFile("a.csv", "Title\nHeat\nAlien\n?\n"))
    plan = of(unclear=1, bad=(BadRow(4, "is no title", "a.csv"), BadRow(0, "is a folder", "a.csv")))
    assert plan._replace(lists=(read,)).skipped == (SkippedRows("a.csv", "Title\nHeat\n?\n"),)
    assert of(bad=(BadRow(0, "is a folder", "a.csv"),))._replace(lists=(read,)).skipped == ()


def test_the_values_that_were_not_read_are_those_of_all_lists() -> None:
    rows = ImportedList("CSV", rows=(ImportedRow(3, "Heat", file="a.csv", lost=("no day",)),))
    entries = ImportedList("JSON", lost_cells=(LostCell(1, "no rating", "b.json"),))
    assert of()._replace(lists=(rows, entries)).lost == (
        LostCell(3, "no day", "a.csv"),
        LostCell(1, "no rating", "b.json"),
    )

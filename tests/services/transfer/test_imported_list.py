"""A list to import as a whole: its title, its file, and the values that were lost."""

from watchlist.services.transfer.import_file import ImportFile
from watchlist.services.transfer.imported_list import ImportedList, LostCell
from watchlist.services.transfer.row import BadRow, ImportedRow

READ = ImportedList(
    "Letterboxd",
    "diary",
    rows=(ImportedRow(2, "Heat", lost=('"11" is not a rating', '"x" is not a year')), ImportedRow(3, "Jaws")),
    bad=(BadRow(4, "has no title"),),
    lost_cells=(LostCell(5, "is no date"),),
)


def test_a_list_is_named_by_its_format_and_its_part() -> None:
    assert (READ.title, READ._replace(part="").title, READ.name) == ("Letterboxd diary", "Letterboxd", "")


def test_the_file_of_a_list_is_written_into_its_rows() -> None:
    file = ImportFile("diary.csv", "Name\n")
    of_file = READ.of_file(file)
    assert (of_file.name, of_file.file) == ("diary.csv", file)
    assert [row.file for row in of_file.rows] == ["diary.csv", "diary.csv"]
    assert of_file.bad == (BadRow(4, "has no title", "diary.csv"),)


def test_the_lost_values_are_those_of_entries_then_those_of_rows() -> None:
    assert READ.of_file(ImportFile("d.csv", "")).lost == (
        LostCell(5, "is no date", "d.csv"),
        LostCell(2, '"11" is not a rating', "d.csv"),
        LostCell(2, '"x" is not a year', "d.csv"),
    )

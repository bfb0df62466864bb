"""What an export is made from, and what comes out of it."""

from entries import request_for
from exports import ids
from watchlist.domain.entry import Entry
from watchlist.domain.film import Film
from watchlist.services.transfer.export_request import ExportFile, ExportResult


def test_each_entry_has_its_film_and_an_unknown_one_is_what_the_entry_says() -> None:
    known, unknown = Entry("heat", "Heat (mine)"), Entry("jaws", "Jaws", ids=ids(imdb="tt0073195"))
    film = Film("heat", "Heat", year=1995)
    request = request_for((known, unknown))._replace(films={"heat": film})
    assert request.listed == ((known, film), (unknown, Film("jaws", "Jaws", ids=ids(imdb="tt0073195"))))


def test_a_text_is_one_file_in_utf_8() -> None:
    assert ExportResult.of_text("Amélie\n", ("1 left out",)) == (
        (ExportFile(b"Am\xc3\xa9lie\n", ""),),
        ("1 left out",),
        None,
    )

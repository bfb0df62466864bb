from datetime import date

from claims import claim
from watchlist.domain.catalogue import Catalogue
from watchlist.domain.entry import Entry, Status, Want
from watchlist.domain.film import Film
from watchlist.rendering.views import list as view
from watchlist.services.list import listing

TODAY = date(2026, 11, 20)
FILMS = {
    "film": Film("film", "Film", year=2026, claims=(claim("2026-12-11", reported="2026-01-01"),)),
    "new": Film("new", "New"),
}


def test_a_line_has_what_the_user_did_and_the_release_that_counts() -> None:
    entries = (
        Entry("film", "Film", TODAY, Status.WATCHED, None, 9, (TODAY,), ("a", "b"), "a note"),
        Entry("new", "New", want=Want("JP")),
        Entry("unknown", "Unknown"),
    )
    assert list(view.as_lines(listing(Catalogue(FILMS), entries, today=TODAY))) == [
        "Film (2026)\twatched\t4.5\t2026-11-20\ta, b\t2026-11-20\ta note\t11 December 2026\tin 21 days\tfilm",
        "New\twanted (JP)\t\t\t\t\t\tnothing known yet\t\tnew",
        "Unknown\twanted\t\t\t\t\t\tnot in the catalogue\t\tunknown",
    ]

"""The user's list drawn: what is wanted with its date, what was watched with its stars."""

from datetime import date

from claims import claim
from drawn import draw, in_full
from watchlist.domain.catalogue import Catalogue
from watchlist.domain.entry import Entry, Status
from watchlist.domain.film import Film
from watchlist.rendering.views import list as view
from watchlist.services.filters import Filter
from watchlist.services.list import Listing, listing

TODAY = date(2026, 11, 20)
FILMS = {
    "dune": Film("dune", "Dune", year=2026, claims=(claim("2026-12-11", reported="2026-11-01"),)),
    "heat": Film("heat", "Heat", year=1995),
}
SEEN = Entry("heat", "Heat", status=Status.WATCHED, rating=9, viewings=(date(2025, 1, 2), TODAY), tags=("noir", "la"))


def of(*entries: Entry) -> Listing:
    return listing(Catalogue(FILMS), entries, today=TODAY)


def test_a_line_says_what_matters_of_each_film() -> None:
    assert draw(view, of(Entry("dune", "Dune"), SEEN, Entry("gone", "Gone", status=Status.DROPPED)), 100) == (
        "♡ Dune (2026)  21 days               ◐ Fri 11 Dec    cinemas US\n"
        "■ Heat (1995)  ★★★★½                 20 Nov 2026 ×2  noir, la\n"
        "□ Gone         not in the catalogue\n"
        "\n"
        "◐ announced   ♡ wanted   ■ watched   □ dropped\n"
    )


def test_many_tags_take_no_room_from_the_titles() -> None:
    tagged = SEEN._replace(tags=("festival", "with Ana", "rewatch"))
    assert "20 Nov 2026 ×2  festival +2\n" in draw(view, of(tagged), 80)
    assert "20 Nov 2026 ×2  noir, la\n" in draw(view, of(SEEN), 80)
    for width in (60, 118):
        assert "festival, with Ana, rewatch\n" in draw(view, of(tagged), width)


def test_with_details_all_that_was_noted_stands_below_each_film() -> None:
    assert draw(in_full(view), of(SEEN._replace(note="loud"), Entry("gone", "Gone")), 100) == (
        "Heat (1995)\n"
        "  nothing known yet\n"
        "  ■ ★★★★½ watched on 2 January 2025 and 20 November 2026; tagged noir, la; loud\n"
        "\n"
        "Gone\n"
        "  not in the catalogue\n"
        "  ♡ wanted\n"
        "\n"
    )


def test_an_empty_list_says_how_to_start_and_a_filter_that_nothing_matches() -> None:
    filtered = listing(Catalogue({}), (), today=TODAY, only=Filter(tag="x"))
    for one in (view, in_full(view)):
        assert draw(one, of(), 80) == 'Your list is empty. To start: watchlist add "Drawing Closer"\n'
        assert draw(one, filtered, 80) == "No films on your list match.\n"

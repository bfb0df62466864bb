from datetime import date

from claims import claim
from watchlist.domain.entry import Entry, Status, Want
from watchlist.domain.film import Film
from watchlist.services.home import Home, home
from watchlist.services.preferences import Preferences

TODAY, SINCE = date(2026, 11, 20), date(2026, 11, 1)
SAID = "2026-01-01"
FILMS = {
    one.id: one
    for one in (
        Film("soon", "Soon", claims=(claim("2026-11-25", reported=SAID),)),
        Film("today", "Today", claims=(claim("2026-11-20", reported=SAID),)),
        Film("later", "Later", claims=(claim("2027", reported=SAID), claim("2028", reported="2026-11-10"))),
        Film("out", "Out", claims=(claim("2026-11-05", reported=SAID),)),
        Film("newer", "Newer", claims=(claim("2026-11-15", reported=SAID),)),
        Film("long-out", "Long out", claims=(claim("2026-10-01", reported=SAID),)),
        Film("late", "Late", claims=(claim("2026-22", reported=SAID),)),
        Film("lost", "Lost", claims=(claim("2027", reported=SAID), claim("XXXX", reported="2026-11-12"))),
        Film("surer", "Surer", claims=(claim("2027-02", reported=SAID), claim("2027-02", "confirmed", "2026-11-13"))),
        Film("old-news", "Old news", claims=(claim("2027-03", reported=SAID), claim("2028-03", reported="2026-10-01"))),
        Film("not-mine", "Not mine", claims=(claim("2026-11-22", reported=SAID),)),
    )
}
WANTED = tuple(Entry(key, film.title) for key, film in FILMS.items() if key != "not-mine")
COUNTS = {Status.WANTED: len(WANTED), Status.WATCHED: 2, Status.DROPPED: 0}


def page(**asked: object) -> Home:
    return home(FILMS, WANTED, COUNTS, **{"since": SINCE, "today": TODAY, **asked})  # type: ignore[arg-type]


def test_the_page_shows_what_is_next_out_and_overdue() -> None:
    found = page()
    assert [one.film.id for one in found.coming] == ["today", "soon", "surer", "old-news", "later"]
    assert [one.film.id for one in found.out] == ["newer", "out"]
    assert [one.film.id for one in found.overdue] == ["late"]
    assert (found.undated, found.by_status, found.since) == (1, COUNTS, SINCE)


def test_it_tells_each_film_whose_date_moved_since_the_last_look_the_newest_first() -> None:
    assert [(one.film.id, one.move.kind) for one in page().moved] == [("lost", "undated"), ("later", "slip")]
    assert [one.film.id for one in page(since=date(2026, 9, 1)).moved] == ["lost", "later", "old-news"]


def test_of_several_moves_of_a_film_the_last_one_is_told() -> None:
    said = (claim("2027", reported=SAID), claim("2028", reported="2026-11-02"), claim("2029", reported="2026-11-03"))
    film = Film("film", "Film", claims=said)
    (moved,) = home({"film": film}, (Entry("film", "Film"),), COUNTS, since=SINCE, today=TODAY).moved
    assert moved.move.claim == said[-1]


def test_an_entry_whose_film_nobody_knows_is_counted_and_not_shown() -> None:
    found = home({}, WANTED, COUNTS, since=SINCE, today=TODAY)
    assert (found.coming, found.undated, found.by_status) == ((), 0, COUNTS)


def test_the_wish_of_an_entry_and_the_preferences_choose_the_release() -> None:
    film = Film("film", "Film", claims=(claim("2027", reported=SAID), claim("2028", reported=SAID, region="JP")))
    wish = Entry("film", "Film", want=Want(region="JP"))

    def region(entry: Entry, preferences: Preferences) -> str:
        (one,) = home({"film": film}, (entry,), COUNTS, since=SINCE, today=TODAY, preferences=preferences).coming
        return one.shown.release.key.region if one.shown else ""

    assert region(Entry("film", "Film"), Preferences()) == "US"
    assert region(Entry("film", "Film"), Preferences(regions=("JP",))) == "JP"
    assert region(wish, Preferences(regions=("US",))) == "JP"


def test_a_guess_of_this_year_is_not_said_to_come_any_day() -> None:
    said = {"guess": ("2026", "speculated"), "word": ("2026", "announced"), "month": ("2026-11", "speculated")}
    films = {key: Film(key, key, claims=(claim(*what, reported=SAID),)) for key, what in said.items()}
    found = home(films, [Entry(key, key) for key in films], COUNTS, since=SINCE, today=TODAY)
    assert ([one.film.id for one in found.coming], found.vague, found.undated) == (["month", "word"], 1, 0)

from datetime import date

from claims import claim
from drawn import draw
from watchlist.domain.entry import Entry, Status
from watchlist.domain.film import Film
from watchlist.rendering.views import home
from watchlist.services.home import Home
from watchlist.services.home import home as look
from watchlist.services.moved import movements
from watchlist.services.upcoming import UpcomingFilm

TODAY = date(2026, 11, 20)


def page(*whens: str, **counts: int) -> Home:
    films = {
        f"f{n}": Film(f"f{n}", f"Film {n}", claims=(claim(when, reported="2026-01-01"),))
        for n, when in enumerate(whens)
    }
    by_status = {Status.WANTED: len(whens), Status.WATCHED: 0, Status.DROPPED: 0}
    by_status |= {Status(name): number for name, number in counts.items()}
    wanted = [Entry(key, film.title) for key, film in films.items()]
    return look(films, wanted, by_status, since=TODAY, today=TODAY)


SLIPPED = Film(
    "slipped", "Slipped", claims=(claim("2026-12", reported="2026-01-01"), claim("2027-12", reported="2026-02-01"))
)


def test_an_empty_list_gets_a_welcome() -> None:
    assert list(home.as_lines(page())) == list(home.WELCOME)


def test_there_are_as_many_cards_as_fit_and_the_next_films_below_them() -> None:
    five = page("2026-12-01", "2026-12-02", "2026-12-03", "2026-12-04", "2026-12-05")
    for width, cards in ((80, 3), (60, 2), (40, 1)):
        above, below = draw(home, five, width).split("Then\n")
        assert [f"Film {n}" in above for n in range(5)] == [n < cards for n in range(5)]
        assert [f"Film {n}" in below for n in range(5)] == [cards <= n < cards + 3 for n in range(5)]


def test_a_countdown_to_a_day_is_in_days_and_one_to_a_range_in_words() -> None:
    assert draw(home, page("2026-11-21"), 80).splitlines()[2].strip() == "▀▀▀ day"
    assert draw(home, page("2026-12-01"), 80).splitlines()[2].strip() == "▀▀▀ ▀▀▀ days"
    assert draw(home, page("2026-11-20"), 80).splitlines()[0].strip() == "today"
    assert draw(home, page("2026-12"), 80).splitlines()[0].strip() == "11–41 days"


def test_a_person_who_waits_for_nothing_gets_a_next_step() -> None:
    assert draw(home, page(watched=2), 80).splitlines() == [home.NOTHING_WANTED, "", "0 films wanted, 2 watched"]


def test_at_40_columns_dates_and_titles_stay_whole() -> None:
    drawn = draw(home, page("2026-12-01", "2026-12-02", "2027-03-26"), 40)
    assert "◐ Tue 1 Dec" in drawn
    assert "Film 1\n  12 days · ◐ Wed 2 Dec · cinemas US\n" in drawn
    assert "Film 2\n  126 days · ◐ 26 Mar 2027 · cinemas US\n" in drawn


def test_the_list_is_summed_up() -> None:
    assert home.summary(page("2027"), 6) == "1 film wanted, 0 watched"
    assert (
        home.summary(page("2027", "XXXX", dropped=1, watched=2), 6)
        == "2 films wanted, 2 watched, 1 dropped, 1 without a date"
    )
    assert home.summary(page(*["2027"] * 8), 6) == "8 films wanted, 0 watched; 2 more to come: watchlist upcoming"


def test_a_line_says_in_which_part_of_the_page_a_film_is() -> None:
    lines = list(home.as_lines(page("2026-12-01", "2026-11-20", "2026-33")))
    assert [line.split("\t")[0] for line in lines] == ["next", "next", "overdue", "list"]


def long_titled(films: tuple[UpcomingFilm, ...]) -> tuple[UpcomingFilm, ...]:
    title = "The Extraordinarily Long Title of a Film That Nobody Can Remember: Part"
    return tuple(one._replace(film=one.film._replace(title=f"{title} {n}", year=2026)) for n, one in enumerate(films))


def test_the_busiest_page_with_long_titles_fits_a_screen() -> None:
    whens = ("2026-11-21", "2026-11-22", "2026-11-22", "2026-11-22", "2026-12-24", "2026-12-25")
    busy = page(*whens, *["2026-22"] * 3)
    coming, late = long_titled(busy.coming), long_titled(busy.overdue)
    moved = movements([SLIPPED] * 3, today=TODAY).moved
    drawn = draw(home, busy._replace(coming=coming, out=late, overdue=late, moved=moved), 80)
    names = ("Also this week", "Then", "Out now", "Moved since", "Overdue")
    assert [name for name in names if name in drawn] == list(names)
    assert len(drawn.splitlines()) < 24

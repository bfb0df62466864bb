from datetime import date

from claims import claim
from watchlist.domain.countdown import ReleaseToday, releases_today
from watchlist.domain.film import Film
from watchlist.domain.release import Agreement
from watchlist.rendering.drawing import Row, cell
from watchlist.rendering.film_rows import (
    countdown_cell,
    date_cell,
    draw_rows,
    is_counted_in_days,
    style_of,
    sureness_cells,
)
from watchlist.services.preferences import Lacking
from watchlist.services.upcoming import UpcomingFilm

TODAY = date(2026, 11, 21)
BRITISH = Lacking(("GB",))


def known(when: str, certainty: str = "announced", reported: str = "2026-11-01") -> ReleaseToday:
    (shown,) = releases_today(Film("film", "Film", claims=(claim(when, certainty, reported),)), TODAY)
    return shown


def listed(shown: ReleaseToday | None, lacking: Lacking | None = None) -> UpcomingFilm:
    return UpcomingFilm(Film("film", "Film"), shown, lacking=lacking)


def two_lines(mark: str, title: str, width: int) -> list[str]:
    (drawn,) = draw_rows([Row(cell(mark), (cell("5 days"),), cell(title, "bold"), cell(" (2026)"))], width=width)
    return drawn.plain.split("\n")


def test_a_long_title_on_a_narrow_terminal_goes_on_below_its_first_word() -> None:
    assert two_lines("♡", "The Dog Stars", 22) == ["♡ The Dog Stars (2026)", "  5 days"]
    assert two_lines("♡", "The Dog Stars", 21) == ["♡ The Dog Stars", "  5 days"]
    assert two_lines("♡", "The Dog Stars", 10) == ["♡ The Dog", "  Stars", "  5 days"]
    assert two_lines("", "The Dog Stars", 10) == ["The Dog", "Stars", "  5 days"]
    assert two_lines("♡", "余命一年と宣告 Part", 11) == ["♡ 余命一年", "  と宣告", "  Part", "  5 days"]


def test_a_date_of_ones_own_is_counted_down_to() -> None:
    ours = listed(known("2026-12-18"))
    assert (countdown_cell(ours, TODAY).plain, date_cell(ours, TODAY).plain) == ("27 days", "◐ Fri 18 Dec")
    assert is_counted_in_days(known("2026-12-18"))


def test_the_date_of_another_place_is_dimmed_and_says_whose_is_missing() -> None:
    other = listed(known("2026-12-18"), BRITISH)
    assert (countdown_cell(other, TODAY).plain, date_cell(other, TODAY).plain) == ("no GB date", "◐ Fri 18 Dec")
    assert style_of(known("2026-12-18"), BRITISH) == "dim"
    assert not is_counted_in_days(known("2026-12-18"), BRITISH)


def test_a_film_that_has_long_been_out_elsewhere_is_dimmed_and_says_since_when() -> None:
    other = listed(known("2024-03-01", "released", "2024-03-01"), Lacking(("GB",), is_awaited=False))
    assert (countdown_cell(other, TODAY).plain, date_cell(other, TODAY).plain) == ("2 years ago", "✓ 1 Mar 2024")
    assert countdown_cell(other, TODAY).pieces == (("2 years ago", "dim"),)


def test_a_film_that_is_out_since_nobody_knows_when_says_so() -> None:
    (out,) = releases_today(Film("film", "Film", claims=(claim(None, "released", "2026-11-01"),)), TODAY)
    assert date_cell(listed(out), TODAY).plain == "✓ day unknown"


def test_a_film_of_which_nothing_is_known_has_no_date() -> None:
    assert (countdown_cell(listed(None), TODAY).plain, date_cell(listed(None), TODAY).plain) == ("no date yet", "")


def test_an_old_date_is_dim_and_never_big() -> None:
    old = known("2026-12-18", reported="2025-01-17")
    assert (style_of(old), is_counted_in_days(old)) == ("dim", False)
    assert [one.plain for one in sureness_cells(old, TODAY)] == ["announced", "stale: last heard 22 months ago"]


def test_a_rumour_and_a_vague_date_are_never_big() -> None:
    assert not is_counted_in_days(known("2026-12-18", "rumoured"))
    assert not is_counted_in_days(known("2026-12"))


def test_how_sure_a_date_is_names_the_dates_that_differ() -> None:
    claims = (claim("2026-12-18", "announced", "2026-10-01", by="A"), claim("2027", "rumoured", "2026-11-01", by="B"))
    (shown,) = releases_today(Film("film", "Film", claims=claims), TODAY)
    assert shown.release.agreement is Agreement.CONFLICT
    assert [one.plain for one in sureness_cells(shown, TODAY)] == ["announced", "sources differ: 2027"]

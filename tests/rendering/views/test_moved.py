from datetime import date

from claims import claim
from drawn import draw
from watchlist.domain.film import Film
from watchlist.rendering.views import moved
from watchlist.services.moved import Movements, movements

TODAY = date(2026, 11, 20)
FILM = Film(
    "film", "Film", claims=(claim("2027-01-01", reported="2026-01-01"), claim("2027-01-11", reported="2026-02-01"))
)


def test_a_shift_says_from_when_to_when() -> None:
    assert list(moved.as_lines(movements([FILM], today=TODAY))) == [
        "1 February 2026\tFilm\tslipped to 11 January 2027 (+10 days), was 1 January 2027\tcinemas, US\tVariety\tfilm"
    ]


def test_bad_news_is_drawn_as_a_warning_and_good_news_is_not() -> None:
    earlier = FILM._replace(claims=(FILM.claims[0], claim("2026-12-24", reported="2026-02-01")))
    assert "\x1b[33mslipped" in draw(moved, movements([FILM], today=TODAY), 140, colour=True)
    assert "\x1b[32mmoved up" in draw(moved, movements([earlier], today=TODAY), 140, colour=True)


def test_nothing_moved_says_since_when() -> None:
    assert draw(moved, Movements((), None, TODAY), 80) == "No dates moved.\n"
    assert draw(moved, Movements((), TODAY, TODAY), 80) == "No dates moved since 20 November 2026.\n"

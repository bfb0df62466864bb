"""The film for tonight: what it is, where it is out, and how many others there are."""

from datetime import date

from claims import claim
from drawn import draw
from watchlist.domain.claim import Channel
from watchlist.domain.countdown import releases_today
from watchlist.domain.entry import Entry
from watchlist.domain.film import Film
from watchlist.rendering.film_json import entry_json, film_json, release_fields
from watchlist.rendering.views import tonight
from watchlist.services.tonight import Tonight

TODAY = date(2026, 11, 20)
FILM = Film(
    "heat",
    "Heat",
    year=2024,
    runtime=118,
    genres=("crime", "drama"),
    synopsis="Two men, one city.",
    directors=("Ann Lee",),
    writers=("Bo Roe",),
    theme_song="New Dawn",
    claims=(claim("2024-06-27", "released", "2024-06-27", region="WW", channel=Channel.DIGITAL, service="MUBI"),),
)
(OUT,) = releases_today(FILM, TODAY)
DRAWN = Tonight(FILM, Entry("heat", "Heat", note="loud"), OUT, 3, TODAY)


def test_a_pipe_gets_one_line_with_what_is_known() -> None:
    assert list(tonight.as_lines(DRAWN)) == ["Heat (2024)\t118\tcrime, drama\tMUBI, worldwide\theat"]
    old = Tonight(Film("up", "Up"), Entry("up", "Up"), None, 1, TODAY)
    assert list(tonight.as_lines(old)) == ["Up\t\t\t\tup"]
    assert tonight.as_json(old)["release"] is None  # type: ignore[index]


def test_json_has_the_film_its_release_the_entry_and_how_many_fit() -> None:
    shown = {"release": release_fields(OUT), "lacking": None, "entry": entry_json(DRAWN.entry), "of": 3}
    whole = {**film_json(FILM), **shown}
    assert tonight.as_json(DRAWN) == whole


def test_a_terminal_gets_what_one_wants_to_know_before_it_begins() -> None:
    assert draw(tonight, DRAWN, 80).splitlines() == [
        "Heat (2024)",
        "  out 2 years ago · Thursday 27 June 2024 · MUBI, worldwide",
        "  ✓ released · 1 source",
        "  ♡ wanted; loud",
        "",
        "118 minutes · crime, drama",
        "Two men, one city.",
        "directed by Ann Lee",
        "theme song New Dawn",
        "",
        "One of 3 films that match. For another: watchlist tonight",
    ]
    assert draw(tonight, DRAWN._replace(of=1), 80).splitlines()[-1] == "The only film that matches."

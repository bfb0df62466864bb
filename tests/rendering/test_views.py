"""What people see: each view drawn at 40, 60, 80 and 140 columns, compared with a golden picture in text."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest

from bundled import catalogue, shelf
from claims import claim
from drawn import draw, in_full
from terminal import plain
from watchlist.domain.catalogue import Catalogue
from watchlist.domain.change import EntryChange
from watchlist.domain.entry import Entry, Status
from watchlist.domain.film import AlsoKnownAs, Film
from watchlist.domain.settings import Settings
from watchlist.domain.settings import configuration as describe
from watchlist.domain.tastes import Dates
from watchlist.rendering.view import View
from watchlist.rendering.views import calendar as month
from watchlist.rendering.views import catalogue as layers
from watchlist.rendering.views import check as checked
from watchlist.rendering.views import config as configuration
from watchlist.rendering.views import doctor as health
from watchlist.rendering.views import (
    history,
    home,
    log,
    moved,
    stats,
    stats_catalogue,
    timeline,
    upcoming,
)
from watchlist.rendering.views import list as listing
from watchlist.rendering.views import restore as copies
from watchlist.rendering.views import search as finding
from watchlist.rendering.views import show as film_facts
from watchlist.rendering.views import why as explanation
from watchlist.services.calendar import month as list_month
from watchlist.services.filters import Filter
from watchlist.services.home import home as look
from watchlist.services.list import listing as list_up
from watchlist.services.moved import movements
from watchlist.services.preferences import Preferences, ReleaseFilter
from watchlist.services.search import browse, search, search_result
from watchlist.services.show import film_facts as look_up
from watchlist.services.stats import Statistics, list_statistics, move_statistics
from watchlist.services.timeline import timeline as look_ahead
from watchlist.services.upcoming import upcoming as find
from watchlist.services.upkeep.catalogue import LayerSummaries, LayerSummary
from watchlist.services.upkeep.check import Checked, Remark
from watchlist.services.upkeep.doctor import Diagnosis, Finding, Level
from watchlist.services.upkeep.log import Log, LoggedStep
from watchlist.services.upkeep.restore import Copies, Copy
from watchlist.services.why import explain

TODAY = date(2024, 6, 1)
FILMS = catalogue().films
MADE = datetime(2026, 11, 20, 9, 5)  # noqa: DTZ001  the local time, as in the names of copies
RESTORED = (EntryChange(None, Entry("up", "Up")), EntryChange(Entry("heat", "Heat", rating=9), None))
LISTED = (
    Entry("drawing-closer-2024", "Drawing Closer", added=date(2024, 5, 1)),
    Entry(
        "love-like-the-falling-petals-2022",
        "Love Like the Falling Petals",
        status=Status.WATCHED,
        rating=9,
        viewings=(date(2022, 3, 25),),
        tags=("tears",),
    ),
    Entry("nobody-knows-it", "Nobody Knows It"),
)
ODD = {
    film.id: film
    for film in (
        Film("rec", "[REC]", claims=(claim("2026-12-25", reported="2024-01-01", by="[/]"),)),
        Film("fire", ":fire: [bold]x[/bold]", claims=(claim("2027", reported="2024-01-01", by=":skull:"),)),
        Film("steer", "Alien\x1b[2J\u202egnp", claims=(claim("2028", reported="2024-01-01", by="a\nb"),)),
        Film(
            "arabic",
            "قلب الليل",
            original_title="قلب الليل",
            claims=(claim("2028", reported="2023-01-01"), claim("2029", reported="2024-01-01")),
        ),
        Film("nights", "一千零一夜 ألف ليلة", claims=(claim("2030-04-05", reported="2024-01-01"),)),
        Film(
            "scripts",
            "Cafe\u0301",
            original_title="余命一年の僕が、余命半年の君と出会った話。",
            also_known_as=(AlsoKnownAs("余生一年的我,与可活半年的你相遇"),),
            claims=(claim("2030-21", "rumoured", "2024-01-01"),),
        ),
    )
}


WANTED = tuple(entry for entry in LISTED if entry.status is Status.WANTED)
COUNTS = {status: sum(entry.status is status for entry in LISTED) for status in Status}
NONE = dict.fromkeys(Status, 0)
FULL = tuple(
    Entry(key, FILMS[key].title)
    for key in (
        "avengers-doomsday-2026",
        "shrek-5-2027",
        "incredibles-3-2028",
        "coco-2",
        "king-2026",
        "the-hunger-games-sunrise-on-the-reaping-2026",
        "toxic-a-fairy-tale-for-grown-ups-2026",
        "donkey-2028",
        "spider-man-beyond-the-spider-verse-2027",
        "the-adventures-of-cliff-booth-2026",
    )
)


def upcoming_of(films: Any, day: date) -> Any:
    return find(films, LISTED, today=day, release_filter=ReleaseFilter(), all_films=True)


VIEWS: dict[str, tuple[View[Any], Any]] = {
    "upcoming": (upcoming, upcoming_of({key: FILMS[key] for key in list(FILMS)}, date(2026, 11, 20))),
    "upcoming-2024": (upcoming, find(FILMS, LISTED, today=TODAY, release_filter=ReleaseFilter())),
    "upcoming-odd": (upcoming, upcoming_of(ODD, TODAY)),
    "upcoming-none": (upcoming, find({}, (), today=TODAY, release_filter=ReleaseFilter())),
    "show": (film_facts, look_up(FILMS["drawing-closer-2024"], LISTED[0], today=TODAY)),
    "show-conflict": (film_facts, look_up(FILMS["love-war-2027"], None, today=date(2026, 11, 20))),
    "show-unknown": (film_facts, look_up(FILMS["drawing-closer-2024"], None, today=date(2024, 4, 1))),
    "history": (history, look_up(FILMS["donkey-2028"], None, today=date(2026, 11, 20))),
    "history-lost": (history, look_up(FILMS["toxic-a-fairy-tale-for-grown-ups-2026"], None, today=date(2026, 11, 20))),
    "why": (explanation, explain(FILMS["drawing-closer-2024"], today=TODAY)),
    "search": (finding, search_result("nagase", search(shelf(), "nagase"), LISTED, catalogue(), today=TODAY)),
    "list": (listing, list_up(catalogue(), LISTED, today=TODAY)),
    "moved": (moved, movements(FILMS.values(), today=date(2026, 11, 20), since=date(2026, 3, 1))),
    "check": (checked, Checked("films.toml", (Remark(3, 5, 'unknown key "x"'),), (Remark(9, 1, "odd"),), 2, 3, 1)),
    "doctor": (health, Diagnosis((Finding(Level.GOOD, "a", "well"), Finding(Level.PROBLEM, "b", "ill", "heal it")))),
    "log": (log, Log((LoggedStep(datetime(2026, 11, 20, 9, 5), 'add "x"', undone=True, changes=()),))),  # noqa: DTZ001
    "copies": (copies, Copies((Copy(1, MADE, 99, 3, RESTORED), Copy(2, MADE.replace(day=1), 9, None)), 4)),
    "home": (home, look(FILMS, WANTED, COUNTS, since=date(2024, 4, 1), today=TODAY)),
    "home-full": (
        home,
        look(FILMS, FULL, {**NONE, Status.WANTED: len(FULL)}, since=date(2026, 6, 1), today=date(2026, 11, 21)),
    ),
    "home-first": (home, look(FILMS, (), NONE, since=TODAY, today=TODAY)),
}


ODD_LIST = (
    *(Entry(key, film.title, tags=("[x]",), note="\x1b[31mred") for key, film in ODD.items()),
    Entry("drawing-closer-2024", "Drawing Closer", rating=9, status=Status.WATCHED, viewings=(date(2024, 7, 1),)),
)
BUSY = (
    Entry("drawing-closer-2024", "Drawing Closer", date(2024, 5, 1), Status.WATCHED, None, 9, (date(2024, 7, 1),)),
    Entry("alien-1979", "Alien", date(2026, 1, 1), Status.WATCHED, None, 10, (date(2026, 2, 1), date(2026, 11, 1))),
    Entry("casino-1995", "Casino", date(2026, 3, 1), Status.WATCHED, None, 7, (date(2026, 10, 5),)),
    Entry("shrek-5-2027", "Shrek 5", date(2025, 1, 1)),
    Entry("avengers-doomsday-2026", "Avengers: Doomsday", date(2024, 8, 1)),
    Entry("coco-2", "Coco 2", None, Status.DROPPED),
)
NOVEMBER = date(2026, 11, 20)
ALL_ODD = Catalogue(ODD)


def statistics_of(entries: Any) -> Statistics:
    moves = move_statistics(FILMS.values(), today=NOVEMBER)
    return Statistics(list_statistics(FILMS, entries, today=NOVEMBER), moves)


def year_of(films: Any, day: date) -> Any:
    return look_ahead(films, (), today=day, release_filter=ReleaseFilter(), all_films=True)


def month_of(films: Any, first: date, day: date) -> Any:
    return list_month(films.values(), first, today=day, release_filter=ReleaseFilter())


VIEWS |= {
    "calendar": (month, month_of(FILMS, date(2026, 12, 1), NOVEMBER)),
    "calendar-empty": (month, month_of({}, date(2026, 11, 1), NOVEMBER)),
    "calendar-odd": (month, month_of(ODD, date(2030, 4, 1), date(2030, 3, 1))),
    "timeline": (timeline, year_of(FILMS, NOVEMBER)),
    "timeline-odd": (timeline, year_of(ODD, date(2029, 10, 1))),
    "timeline-empty": (timeline, year_of({}, NOVEMBER)),
    "stats": (stats, statistics_of(BUSY)),
    "stats-empty": (stats, statistics_of(())),
    "config": (configuration, describe(Settings(regions=("JP",), dates=Dates.ISO), frozenset({"regions"}), "c.toml")),
    "layers": (
        layers,
        LayerSummaries(
            (
                LayerSummary("films.toml", "/p/films.toml", 290, 223_600, False),
                LayerSummary("title.basics.tsv.gz", "/d/0001-title.basics.tsv.gz", 1_000_000, 23_459_293, True),
            )
        ),
    ),
    "list-odd": (listing, list_up(Catalogue({**FILMS, **ODD}), ODD_LIST, today=TODAY)),
    "upcoming-long": (in_full(upcoming), find(FILMS, LISTED, today=TODAY, release_filter=ReleaseFilter())),
    "list-long": (in_full(listing), list_up(catalogue(), LISTED, today=TODAY)),
    "search-long": (
        in_full(finding),
        search_result("nagase", search(shelf(), "nagase"), LISTED, catalogue(), today=TODAY),
    ),
    "show-all": (in_full(film_facts), look_up(FILMS["drawing-closer-2024"], LISTED[0], today=TODAY)),
    "stats-catalogue": (stats_catalogue, statistics_of(BUSY)),
    "list-none": (listing, list_up(catalogue(), LISTED, today=TODAY, only=Filter(tag="nothing"))),
    "search-odd": (finding, search_result("alien", browse(ALL_ODD), (), ALL_ODD, today=TODAY)),
    "show-odd": (film_facts, look_up(ODD["scripts"], ODD_LIST[5], today=TODAY)),
    "why-odd": (explanation, explain(ODD["scripts"], today=TODAY)),
    "history-odd": (history, look_up(ODD["scripts"], None, today=TODAY)),
    "home-odd": (home, look(ODD, ODD_LIST[:6], {**NONE, Status.WANTED: 6}, since=TODAY, today=TODAY)),
    "moved-odd": (moved, movements(ODD.values(), today=TODAY)),
}
BRITISH = Preferences(("GB",))
VIEWS |= {
    "upcoming-lacking": (
        upcoming,
        find(FILMS, FULL, today=NOVEMBER, release_filter=ReleaseFilter(), preferences=BRITISH),
    ),
    "home-lacking": (
        home,
        look(FILMS, FULL, {**NONE, Status.WANTED: len(FULL)}, since=NOVEMBER, today=NOVEMBER, preferences=BRITISH),
    ),
    "show-lacking": (film_facts, look_up(FILMS["shrek-5-2027"], FULL[1], today=NOVEMBER, preferences=BRITISH)),
    "show-stale": (film_facts, look_up(FILMS["narnia-the-magicians-nephew-2026"], None, today=NOVEMBER)),
}
COLOURED = [name for name in VIEWS if not name.endswith(("-odd", "-none", "-empty", "-first", "-lost", "-unknown"))]


def trimmed(text: str) -> list[str]:
    return [line.rstrip() for line in plain(text).splitlines()]


def test_the_home_page_fits_a_screen() -> None:
    assert len(draw(*VIEWS["home-full"], 80).splitlines()) < 24


def test_what_matters_of_a_film_fits_a_screen() -> None:
    assert len(draw(*VIEWS["show"], 80).splitlines()) < 24


@pytest.mark.parametrize("width", [40, 60, 80, 140])
@pytest.mark.parametrize("name", VIEWS)
def test_a_view_is_a_pleasure_at_every_width(name: str, width: int, golden: Callable[[str, str], None]) -> None:
    golden(f"{name}-{width}.txt", draw(*VIEWS[name], width))


@pytest.mark.parametrize("name", COLOURED)
def test_colour_adds_and_takes_nothing(name: str, golden: Callable[[str, str], None]) -> None:
    picture = draw(*VIEWS[name], 80, colour=True)
    golden(f"{name}-80-colour.txt", picture)
    assert trimmed(picture) == trimmed(draw(*VIEWS[name], 80))


@pytest.mark.parametrize("name", VIEWS)
def test_a_pipe_gets_the_same_in_whole_lines(name: str, golden: Callable[[str, str], None]) -> None:
    view, result = VIEWS[name]
    golden(f"{name}-piped.txt", "".join(f"{line}\n" for line in view.as_lines(result)))


def test_no_line_is_wider_than_the_terminal() -> None:
    from rich.cells import cell_len

    for view, result in VIEWS.values():
        for width in (10, 20, 40, 60, 80, 140):
            assert max((cell_len(line) for line in draw(view, result, width).splitlines()), default=0) <= width

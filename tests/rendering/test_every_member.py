"""Every member of every enum goes through every view: one that a table lacks fails here, not on a terminal."""

import contextvars
import json
from collections.abc import Callable, Iterable
from datetime import date
from enum import Enum
from importlib import import_module
from pkgutil import walk_packages
from types import ModuleType
from typing import Any

import pytest

from claims import claim
from drawn import draw, in_full
from watchlist import domain, services
from watchlist.domain.catalogue import Catalogue
from watchlist.domain.change import Change, EntryChange
from watchlist.domain.claim import Certainty, Channel, Claim
from watchlist.domain.countdown import Countdown, State, releases_today
from watchlist.domain.dates import Edtf, Hemisphere, Precision
from watchlist.domain.entry import Entry, Sort, Status, Want
from watchlist.domain.film import Film
from watchlist.domain.moves import MoveKind
from watchlist.domain.region import hemisphere
from watchlist.domain.release import Agreement
from watchlist.domain.settings import FirstTitle, Names, Pager, Settings, configuration
from watchlist.domain.site import Site
from watchlist.domain.tastes import Colours, Dates
from watchlist.rendering.chosen_style import use
from watchlist.rendering.view import View
from watchlist.rendering.views import (
    calendar,
    config,
    doctor,
    history,
    home,
    import_,
    moved,
    read,
    refresh,
    search,
    show,
    stats,
    timeline,
    upcoming,
    why,
)
from watchlist.rendering.views import list as list_view
from watchlist.services.article.article_claim import ArticleClaim
from watchlist.services.article.cues import Cue
from watchlist.services.article.date_finding import Form
from watchlist.services.article.page import Kind
from watchlist.services.article.source import ArticleSource
from watchlist.services.calendar import Month, MonthRelease
from watchlist.services.choose import Scope
from watchlist.services.find_film import How, Match
from watchlist.services.home import Home
from watchlist.services.list import ListedFilm, Listing, listing
from watchlist.services.live.news import Answer, AskedFilm, Refreshed, SiteState
from watchlist.services.moved import Moved, Movements
from watchlist.services.periods import Group, period_of
from watchlist.services.plausibility import Reason
from watchlist.services.read import ArticleReading, ClaimOffer, ClaimQuestion, Effect
from watchlist.services.search import FoundFilm, SearchResult
from watchlist.services.show import FilmFacts
from watchlist.services.stats import Statistics, list_statistics, move_statistics
from watchlist.services.timeline import Timeline
from watchlist.services.transfer.format import ExportName
from watchlist.services.transfer.import_plan import ImportPlan
from watchlist.services.upcoming import Upcoming, UpcomingFilm
from watchlist.services.upkeep.doctor import Diagnosis, Finding, Level
from watchlist.services.why import Explanation, JudgedClaim, ReleaseExplanation, Verdict, explain
from watchlist.storage.web.sites import LiveSite

TODAY = date(2026, 11, 20)
Shown = tuple[View[Any], Any]
"""A view, and a result for it."""


def film_of(*claims: Claim) -> Film:
    return Film("film", "Film", original_title="映画", year=2027, directors=("Ren Nagase",), claims=claims)


FILM = film_of(claim("2027-06-25", "announced", "2026-01-01", by="A"), claim("2028", "rumoured", "2026-02-01", by="B"))


def everywhere(film: Film, *, entry: Entry | None = None, state: State | None = None) -> list[Shown]:
    """Show every release of a film in every view of releases, as if it stood in a state."""
    entry = entry or Entry(film.id, film.title)
    releases = tuple(
        one._replace(countdown=Countdown(state, 9, 9)) if state else one for one in releases_today(film, TODAY)
    )
    moves = tuple(Moved(film, one.release, move) for one in releases for move in one.release.moves)
    shown = tuple(UpcomingFilm(film, one, others=releases, listed=True) for one in releases)
    month = tuple(MonthRelease(film, one) for one in releases)
    ahead = Upcoming(shown, TODAY, all_films=True)
    return [
        (upcoming, ahead),
        (timeline, Timeline(ahead, 1)),
        (in_full(upcoming), ahead),
        (calendar, Month(date(2026, 11, 1), date(2026, 11, 30), ((TODAY, month),), month, TODAY)),
        (home, Home(shown * 4, shown, moves, shown, 1, dict.fromkeys(Status, 1), TODAY, TODAY)),
        (list_view, Listing(tuple(ListedFilm(entry, one) for one in shown), TODAY)),
        (
            search,
            SearchResult("film", tuple(FoundFilm(Match(film, How.TITLE, "Film"), one, True) for one in shown), TODAY),
        ),
        (in_full(list_view), Listing(tuple(ListedFilm(entry, one) for one in shown), TODAY)),
        (
            in_full(search),
            SearchResult("film", tuple(FoundFilm(Match(film, How.TITLE, "Film"), one, True) for one in shown), TODAY),
        ),
        (show, FilmFacts(film, releases, entry, TODAY)),
        (in_full(show), FilmFacts(film, releases, entry, TODAY)),
        (history, FilmFacts(film, releases, entry, TODAY)),
        (why, explain(film, today=TODAY)),
        (moved, Movements(moves, None, TODAY)),
        (
            stats,
            Statistics(list_statistics({film.id: film}, (entry,), today=TODAY), move_statistics((film,), today=TODAY)),
        ),
    ]


def reached(member: Enum, found: Iterable[object]) -> None:
    """Check that an example brings about the member that it is there for."""
    assert member in set(found), f"no example of {member!r} yet: add one to this file"


DATES = {
    Precision.DAY: "2027-06-25",
    Precision.MONTH: "2027-06",
    Precision.SEASON: "2027-22",
    Precision.QUARTER: "2027-35",
    Precision.QUADRIMESTER: "2027-38",
    Precision.SEMESTER: "2027-41",
    Precision.YEAR: "2027",
    Precision.DECADE: "203X",
    Precision.CENTURY: "20XX",
    Precision.INTERVAL: "2027-06-25/2027-07-02",
    Precision.TBA: "XXXX",
}
CHANGES = {
    MoveKind.RUMOURED: (("2027", "rumoured"),),
    MoveKind.SPECULATED: (("2027", "speculated"),),
    MoveKind.ANNOUNCED: (("2027", "announced"),),
    MoveKind.CONFIRMED: (("2027", "confirmed"),),
    MoveKind.RELEASED: (("2026", "released"),),
    MoveKind.CANCELLED: (("2027", "announced"), (None, "cancelled")),
    MoveKind.CERTAINTY: (("2027", "rumoured"), ("2027", "announced")),
    MoveKind.PRECISION: (("2027", "announced"), ("2027-06", "announced")),
    MoveKind.SLIP: (("2027", "announced"), ("2028", "announced")),
    MoveKind.MOVED_UP: (("2028", "announced"), ("2027", "announced")),
    MoveKind.UNDATED: (("2027", "announced"), ("XXXX", "announced")),
}
GROUPS = {
    Group.WEEK: ("2026-11-21", "announced"),
    Group.MONTH: ("2026-11-28", "announced"),
    Group.LATER_MONTH: ("2027-05-25", "announced"),
    Group.SEASON: ("2027-06-25", "announced"),
    Group.YEAR: ("2028-06-16", "announced"),
    Group.SOMEDAY: ("2028", "announced"),
    Group.OVERDUE: ("2026-33", "announced"),
    Group.UNDATED: ("XXXX", "announced"),
    Group.CANCELLED: (None, "cancelled"),
}
AGREEMENTS = {
    Agreement.SINGLE: FILM.claims[:1],
    Agreement.AGREE: (FILM.claims[0], claim("2027-06-25", "announced", "2026-01-01", by="B")),
    Agreement.CONFLICT: FILM.claims,
}
REGIONS = {Hemisphere.NORTH: "US", Hemisphere.SOUTH: "AU"}


def of_certainty(certainty: Certainty) -> list[Shown]:
    film = film_of(claim("2026", certainty, "2026-01-01"), claim("2028", certainty, "2026-02-01"))
    reached(certainty, (one.release.certainty for one in releases_today(film, TODAY)))
    reached(MoveKind(certainty), (move.kind for one in releases_today(film, TODAY) for move in one.release.moves))
    return everywhere(film)


def of_channel(channel: Channel) -> list[Shown]:
    film = film_of(claim("2027", reported="2026-01-01", channel=channel, service="Netflix"))
    return everywhere(film, entry=Entry("film", "Film", want=Want(channel=channel)))


def of_state(state: State) -> list[Shown]:
    return everywhere(FILM, state=state)


def of_precision(precision: Precision) -> list[Shown]:
    reached(precision, (Edtf.parse(DATES[precision]).precision,))
    return everywhere(film_of(claim(DATES[precision], reported="2026-01-01")))


def of_hemisphere(half: Hemisphere) -> list[Shown]:
    reached(half, (hemisphere(REGIONS[half]),))
    return everywhere(film_of(claim("2027-22", reported="2026-01-01", region=REGIONS[half])))


def of_agreement(agreement: Agreement) -> list[Shown]:
    film = film_of(*AGREEMENTS[agreement])
    reached(agreement, (one.release.agreement for one in releases_today(film, TODAY)))
    return everywhere(film)


def of_kind(kind: MoveKind) -> list[Shown]:
    said = (claim(when, sure, f"2026-0{month}-01") for month, (when, sure) in enumerate(CHANGES[kind], 1))
    film = film_of(*said)
    reached(kind, (move.kind for one in releases_today(film, TODAY) for move in one.release.moves))
    return everywhere(film)


def of_group(group: Group) -> list[Shown]:
    when, sure = GROUPS[group]
    film = film_of(claim(when, sure, "2026-01-01"))
    (one,) = releases_today(film, TODAY)
    reached(group, (period_of(UpcomingFilm(film, one), TODAY).group,))
    return everywhere(film)


def of_verdict(verdict: Verdict) -> list[Shown]:
    (one,) = releases_today(FILM, TODAY)
    judged = tuple(JudgedClaim(claim, verdict) for claim in FILM.claims)
    explained = tuple(ReleaseExplanation(one.release.key, shown, judged) for shown in (one, None))
    return [(why, Explanation(FILM, explained, TODAY))]


def of_status(status: Status) -> list[Shown]:
    entry = Entry("film", "Film", TODAY, status, rating=9, viewings=(TODAY,), tags=("x",))
    plan = ImportPlan(Change((EntryChange(None, entry), EntryChange(entry, entry))), (), (), 0, 0, 0, ("CSV",))
    return [*everywhere(FILM, entry=entry), (import_, plan)]


def of_sort(sort: Sort) -> list[Shown]:
    entries = (Entry("film", "Film", TODAY, viewings=(TODAY,), rating=9), Entry("unknown", "Unknown"))
    return [(list_view, listing(Catalogue({"film": FILM}), entries, today=TODAY, sort=sort))]


def of_how(how: How) -> list[Shown]:
    (one,) = releases_today(FILM, TODAY)
    return [
        (search, SearchResult("x", (FoundFilm(Match(FILM, how, "Fiml", 0.8), UpcomingFilm(FILM, one), False),), TODAY))
    ]


def of_level(level: Level) -> list[Shown]:
    return [(doctor, Diagnosis((Finding(level, "list.toml", "is what it is", "mend it"),)))]


def of_answer(answer: Answer) -> list[Shown]:
    sites = (SiteState("Wikidata", 3), SiteState("TMDB", 1, "is busy"))
    moves = tuple(Moved(FILM, one.release, move) for one in releases_today(FILM, TODAY) for move in one.release.moves)
    asked = (AskedFilm(FILM, answer, "Q1"),)
    results = [Refreshed(news, asked, sites, 0, TODAY, unread=2) for news in (moves, ())]
    assert all(list(refresh.message_lines(one)) for one in results)
    return [(refresh, one) for one in results]


def of_effect(effect: Effect) -> list[Shown]:
    (said,) = FILM.claims[:1]
    heard = ArticleClaim(None, said.region, said.channel, None, said.date, "2027", said.certainty, "It opens in 2027.")
    offer = ClaimOffer(heard, FILM, FILM.title, said, effect, days=84, others=2)
    return [
        (
            read,
            ArticleReading(
                ArticleSource("Variety"), (offer,), (ClaimQuestion(heard, "which film"),), ("no such date",)
            ),
        )
    ]


def of_setting(name: str) -> Callable[[Enum], list[Shown]]:
    def word(value: Enum) -> list[Shown]:
        settings = Settings()._replace(**{name: value})  # type: ignore[arg-type]
        use(settings, iso=False)
        return [*everywhere(FILM), (config, configuration(settings, frozenset((name,)), "c.toml"))]

    return word


CASES: dict[type[Enum], Callable[[Any], list[Shown]]] = {
    Agreement: of_agreement,
    Answer: of_answer,
    Certainty: of_certainty,
    Channel: of_channel,
    Colours: of_setting("colours"),
    Dates: of_setting("dates"),
    Effect: of_effect,
    Group: of_group,
    Hemisphere: of_hemisphere,
    How: of_how,
    Level: of_level,
    MoveKind: of_kind,
    Names: of_setting("names"),
    Pager: of_setting("pager"),
    Precision: of_precision,
    Sort: of_sort,
    State: of_state,
    Status: of_status,
    FirstTitle: of_setting("titles"),
    Verdict: of_verdict,
}


def enums_in(package: ModuleType) -> set[type[Enum]]:
    modules = [import_module(found.name) for found in walk_packages(package.__path__, f"{package.__name__}.")]
    values = (value for module in modules for value in vars(module).values())
    return {value for value in values if isinstance(value, type) and issubclass(value, Enum) and value.__members__}


NOT_SHOWN = {Site, LiveSite, ExportName, Cue, Form, Kind, Scope, Reason}
"""What no view shows: what a person types, what is met inside an article, and what only commands speak of."""


def test_every_enum_has_its_examples_here() -> None:
    assert (enums_in(domain) | enums_in(services)) - NOT_SHOWN == CASES.keys()


@pytest.mark.parametrize("member", [member for enum in CASES for member in enum], ids=repr)
def test_every_member_can_be_shown_in_every_view(member: Enum) -> None:
    def show_all() -> None:
        for view, result in CASES[type(member)](member):
            assert json.dumps(view.as_json(result))
            assert list(view.as_lines(result))
            assert draw(view, result, 60)
            assert draw(view, result, 120)

    contextvars.copy_context().run(show_all)

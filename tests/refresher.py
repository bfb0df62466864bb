"""Refreshes of a few films on chosen days, against a server that plays the sites."""

from datetime import UTC, datetime, timedelta
from typing import Any

from watchlist.domain.claim import Claim
from watchlist.domain.film import ExternalId, Film
from watchlist.domain.release import releases_on
from watchlist.services.live.news import Refreshed
from watchlist.services.upkeep.refresh.fetched_store import open_fetched_store
from watchlist.services.upkeep.refresh.run import RefreshOptions, Run
from watchlist.services.upkeep.refresh.sites import SiteAccess, open_sites
from watchlist.storage.index.indexed_films import open_films
from watchlist.storage.paths import Paths
from watchlist.storage.web.client import Manners
from wikidata_items import US, entity, statement, time

START = datetime.now(UTC)
QUICK = Manners(pause=0, slow=9, wait=0.01)

KLARA = Film("klara", "Klara and the Sun", year=2026, ids=(ExternalId("tmdb", "555"),))
"""A film of the user's own catalogue, on which there are no claims."""


def on(when: str, *references: dict[str, Any], **qualifiers: Any) -> dict[str, Any]:
    return statement(time(when), *references, **{"P291": US, **qualifiers})


def klara(*dates: dict[str, Any], revision: int = 1, **more: Any) -> dict[str, Any]:
    return entity("Q7", "Klara and the Sun", *dates, revision=revision, edited="2025-10-01", P4947="555", **more)


def world(*films: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"entities": {one["id"]: one for one in films}, **more}


def article(released: str, revision: int = 1, item: str = "Q7") -> dict[str, Any]:
    content = f"{{{{Infobox film\n| name = Klara\n| released = {released}\n}}}}"
    return {"revid": revision, "timestamp": "2025-10-01T00:00:00Z", "item": item, "content": content}


class Refresher:
    """Refreshes some films, a number of days after the start."""

    def __init__(self, paths: Paths, *films: Film, key: str = "") -> None:
        self.paths = paths
        self.films = films
        self.key = key

    def known(self) -> list[Film]:
        """Give the films with all that is known of them now."""
        layered = open_films(self.paths).films([film.id for film in self.films]).films
        return [
            film._replace(claims=(*film.claims, *(layered[film.id].claims if film.id in layered else ())))
            for film in self.films
        ]

    def refresh(self, days: int = 0, *, force: bool = False, manners: Manners = QUICK) -> Refreshed:
        now = START + timedelta(days=days)
        access = SiteAccess(now, "ann@example.org", self.key, manners=manners)
        with open_fetched_store(self.paths) as kept:
            run = Run(open_sites(access, lambda _: None), kept, RefreshOptions(now.date(), now, ("US",), force))
            return run.refresh(self.known(), lambda _: None)

    def said(self, number: int = 0) -> list[str]:
        """Give every claim on a film: what, how sure, said when as days from the start, and by whom."""
        return [
            f"{one.region} {one.channel} {one.date} {one.certainty} {self.when(one)} {one.source.publisher}"
            for one in self.known()[number].claims
        ]

    @staticmethod
    def when(one: Claim) -> str:
        reported = str(one.reported)
        for days in range(400):
            reported = reported.replace(str(START.date() + timedelta(days=days)), f"day{days}")
        return reported

    def moves(self, days: int) -> list[str]:
        today = START.date() + timedelta(days=days)
        (release,) = releases_on(self.known()[0].claims, today)
        return [f"{one.kind} {one.after} {one.days or ''}".strip() for one in release.moves]


def answers(result: Refreshed) -> list[str]:
    return [f"{one.film.id} {one.answer}" for one in result.asked]


def news(result: Refreshed) -> list[str]:
    return [f"{one.film.id} {one.move.kind} {one.move.after}" for one in result.news]


def many(count: int) -> list[Film]:
    return [Film(f"film-{n}", f"Film {n}", ids=(ExternalId("wikidata", f"Q{1000 + n}"),)) for n in range(count)]


def items(count: int, when: str, revision: int = 1) -> list[dict[str, Any]]:
    return [entity(f"Q{1000 + n}", f"Film {n}", on(when), revision=revision, edited="2025-10-01") for n in range(count)]


def movie(when: str, **more: Any) -> dict[str, Any]:
    dates = [{"type": 3, "release_date": f"{when}T00:00:00.000Z", "note": ""}]
    country = {"iso_3166_1": "US", "release_dates": dates}
    return {"id": 555, "title": "Klara", "release_dates": {"results": [country]}, **more}

"""The first refresh against the bundled films: answers that say what they say invent no move."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bundled import catalogue
from watchlist.domain.claim import Channel
from watchlist.domain.film import ExternalId, Film
from watchlist.domain.release import Release, releases_on
from watchlist.services.live.countries import REGION_OF_ITEM
from watchlist.services.upkeep.refresh.fetched_store import open_fetched_store
from watchlist.services.upkeep.refresh.run import RefreshOptions, Run
from watchlist.services.upkeep.refresh.sites import SiteAccess, open_sites
from watchlist.storage.index.indexed_films import open_films
from watchlist.storage.paths import find_paths
from watchlist.storage.web.client import Manners
from web_server import running
from wikidata_items import entity, statement, time

NOW = datetime.now(UTC)
TODAY = NOW.date()
ITEMS = {region: item for item, region in REGION_OF_ITEM.items()}
FORMATS = {Channel.LIMITED: "Q3491297", Channel.PHYSICAL: "Q5294", Channel.DIGITAL: "Q723685", Channel.TV: "Q289"}


def statements(film: Film) -> Iterator[dict[str, Any]]:
    """Say what is known of each release, as far as Wikidata has words for it."""
    for release in releases_on(film.claims, TODAY):
        key, text = release.key, release.date.text if release.date else ""
        is_plain = re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?", text)
        if is_plain and key.region in ITEMS and not key.service and key.channel is not Channel.PREMIERE:
            form = {"P437": FORMATS[key.channel]} if key.channel in FORMATS else {}
            yield statement(time(text), P291=ITEMS[key.region], **form)


def moves(release: Release) -> list[str]:
    return [f"{one.kind} {one.before} {one.after}" for one in release.moves]


@pytest.mark.parametrize("edited", ["2025-01-01", TODAY.isoformat()])
def test_answers_that_say_what_the_bundled_films_say_invent_no_move(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, edited: str
) -> None:
    numbered = {f"Q{50_000 + number}": film for number, film in enumerate(catalogue().films.values())}
    films = [film._replace(ids=(ExternalId("wikidata", item),)) for item, film in numbered.items()]
    items = {item: entity(item, film.title, *statements(film), edited=edited) for item, film in numbered.items()}
    with running(tmp_path / "server") as server:
        for site in ("wikidata", "wikipedia"):
            monkeypatch.setenv(f"WATCHLIST_{site.upper()}_URL", f"{server.address}/{site}")
        server.play({"entities": items})
        paths = find_paths()
        access = SiteAccess(NOW, "ann@example.org", manners=Manners(pause=0, slow=9))
        with open_fetched_store(paths) as kept:
            result = Run(open_sites(access, lambda _: None), kept, RefreshOptions(TODAY, NOW)).refresh(
                films, lambda _: None
            )
    assert len(result.asked) == len(films) > 290
    assert result.news == ()
    after = open_films(paths).films(film.id for film in films).films
    assert sum(len(after[film.id].claims) - len(film.claims) for film in films) > 150
    for film in films:
        told = {release.key: moves(release) for release in releases_on(film.claims, TODAY)}
        assert {release.key: moves(release) for release in releases_on(after[film.id].claims, TODAY)} == told

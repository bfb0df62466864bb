"""What a refresh keeps: nothing is lost or written twice, and what TMDB said ends after half a year."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from claims import claim
from refresher import KLARA, Refresher, answers, movie, news, world
from watchlist.domain.claim import Claim
from watchlist.domain.errors import Busy, InvalidFile
from watchlist.domain.film import Film
from watchlist.services.live import offers
from watchlist.services.live.memory import Memory, Remembered
from watchlist.services.live.offers import Offers, OffersOfDay
from watchlist.services.live.wikidata import Thing
from watchlist.services.upkeep.refresh.draft import FilmDraft
from watchlist.services.upkeep.refresh.fetched_store import open_fetched_store, unexpired
from watchlist.storage.fetched_file import FetchedFile
from watchlist.storage.memory.data_file import read_data
from watchlist.storage.paths import Paths
from web_server import Server

NOW = datetime(2026, 11, 20, 12, 30, 15, 999, tzinfo=UTC)
TODAY = NOW.date()
US_2031 = claim("2031-12-18", reported="2026-01-01", by="Wikidata")
TMDB_2031 = claim("2031-12-18", reported="2026-01-01", by="TMDB")


def draft(
    site: str = "",
    *claims: Claim,
    facts: Film | None = None,
    film_id: str = "klara",
    remembered: Remembered | None = None,
) -> FilmDraft:
    """Make the draft of a film about which one site has said something."""
    made = FilmDraft(Film(film_id, ""), remembered or Remembered())
    if site:
        made.was_answered()
    if claims:
        made.claims[site] = list(claims)
        made.said[site] = list(claims)
    if facts:
        made.facts[site] = facts
    return made


def keep(paths: Paths, *drafts: FilmDraft, now: datetime = NOW, things: Mapping[str, Thing] | None = None) -> set[str]:
    with open_fetched_store(paths) as store:
        return store.keep(drafts, things or {}, now)


def kept(path: Path) -> tuple[Film, ...]:
    return FetchedFile(path).films


def test_claims_and_facts_are_kept_and_films_with_new_claims_are_named(paths: Paths) -> None:
    facts = Film("klara", "Klara and the Sun", year=2031)
    drafts = (
        draft("Wikidata", US_2031, facts=facts),
        draft("Wikidata", facts=Film("heat-2", "Heat 2"), film_id="heat-2"),
        draft("Wikidata", film_id="dune-3"),
    )
    assert keep(paths, *drafts) == {"klara"}
    assert kept(paths.fetched) == (facts._replace(claims=(US_2031,)), Film("heat-2", "Heat 2"))
    assert not paths.fetched_tmdb.exists()


def test_later_claims_come_behind_earlier_ones_and_later_facts_replace_earlier_ones(paths: Paths) -> None:
    slip = claim("2032-05-01", reported="2026-06-01", by="Wikidata")
    article = claim("2032-05-01", reported="2026-05-01", by="Wikipedia")
    keep(paths, draft("Wikidata", US_2031, facts=Film("klara", "Klara", runtime=90)))
    assert keep(paths, draft("Wikidata", slip, facts=Film("klara", "Klara and the Sun"))) == {"klara"}
    assert keep(paths, draft("Wikipedia", article)) == {"klara"}
    assert kept(paths.fetched) == (Film("klara", "Klara and the Sun", claims=(US_2031, slip, article)),)


def test_what_tmdb_says_is_in_a_file_of_its_own(paths: Paths) -> None:
    both = draft("TMDB", TMDB_2031, facts=Film("klara", "Klara by TMDB"))
    both.claims["Wikidata"] = [US_2031]
    both.facts["Wikidata"] = Film("klara", "Klara")
    both.remember(tmdb_day=str(TODAY))
    assert keep(paths, both) == {"klara"}
    assert kept(paths.fetched) == (Film("klara", "Klara", claims=(US_2031,)),)
    assert kept(paths.fetched_tmdb) == (Film("klara", "Klara by TMDB", claims=(TMDB_2031,)),)
    of_tmdb = draft("TMDB", TMDB_2031, film_id="heat-2", remembered=Remembered(tmdb_day=str(TODAY)))
    assert keep(paths, of_tmdb) == {"heat-2"}
    assert [film.id for film in kept(paths.fetched_tmdb)] == ["klara", "heat-2"]


def test_what_is_remembered_is_that_of_the_films_that_were_answered(paths: Paths) -> None:
    place = {"Q30": Thing("United States", "US")}
    with open_fetched_store(paths) as store:
        store.keep([draft("Wikidata", remembered=Remembered(item="Q7"))], place, NOW)
        store.keep([draft(film_id="silent", remembered=Remembered(item="Q8"))], {"Q100": Thing("Ann")}, NOW)
    films = {"klara": Remembered(item="Q7", answered="2026-11-20T12:30:15+00:00")}
    memory = Memory(films, {**place, "Q100": Thing("Ann")})
    assert store.memory == memory
    with open_fetched_store(paths) as again:
        assert again.memory == memory


def test_what_was_said_on_an_unknown_day_is_dated_by_the_history_that_was_asked_for(paths: Paths) -> None:
    keep(paths, draft("Wikidata", claim("2031-12-18", reported="../2026-11-01", by="Wikidata")))
    looked = draft("Wikipedia", claim("2031-12-18", reported="2026-02-01", by="Wikipedia"))
    looked.history = looked.claims["Wikipedia"]
    keep(paths, looked)
    (film,) = kept(paths.fetched)
    assert [str(one.reported) for one in film.claims] == ["2026-02-01/2026-11-01", "2026-02-01"]


@pytest.mark.parametrize(("days", "seen"), [(30, 0), (31, 31)])
def test_a_claim_that_tmdb_repeats_after_a_month_is_noted_as_repeated(paths: Paths, days: int, seen: int) -> None:
    first = TMDB_2031._replace(seen=TODAY)
    other = claim("2031-12-18", reported="2026-01-01", by="TMDB", region="DE")._replace(seen=TODAY)
    remembered = Remembered(tmdb_day=str(TODAY))
    keep(paths, draft("TMDB", first, other, facts=Film("klara", "Klara"), remembered=remembered))
    again = draft("TMDB", facts=Film("klara", "Klara"), remembered=remembered)
    elsewhere = first._replace(region="FR", seen=TODAY + timedelta(days=99))
    again.said["TMDB"] = [first._replace(seen=TODAY + timedelta(days=days)), elsewhere]
    assert keep(paths, again, now=NOW + timedelta(days=days)) == set()
    (film,) = kept(paths.fetched_tmdb)
    assert film.claims == (first._replace(seen=TODAY + timedelta(days=seen)), other)


def test_what_tmdb_has_not_repeated_for_half_a_year_is_dropped_and_its_facts_with_its_last_answer(
    paths: Paths,
) -> None:
    old, newer = TMDB_2031._replace(seen=TODAY), claim("2032-05-01", by="TMDB")._replace(seen=TODAY + timedelta(days=9))
    remembered = Remembered(tmdb_day=str(TODAY))
    keep(paths, draft("TMDB", old, newer, facts=Film("klara", "Klara"), remembered=remembered))
    keep(paths, now=NOW + timedelta(days=180))
    assert kept(paths.fetched_tmdb) == (Film("klara", "Klara", claims=(old, newer)),)
    keep(paths, draft("TMDB", facts=Film("heat-2", "Heat 2"), film_id="heat-2", remembered=Remembered(tmdb_day="2999")))
    keep(paths, now=NOW + timedelta(days=181))
    assert kept(paths.fetched_tmdb) == (Film("heat-2", "Heat 2"),)


def test_a_claim_ends_a_day_after_half_a_year() -> None:
    assert unexpired([TMDB_2031], TMDB_2031.seen + timedelta(days=180)) == (TMDB_2031,)
    assert unexpired([TMDB_2031], TMDB_2031.seen + timedelta(days=181)) == ()


def test_where_a_film_can_be_watched_is_kept_with_the_day(paths: Paths) -> None:
    netflix = Offers("US", subscription=("Netflix",))
    with_offers, without = (draft("TMDB", facts=Film(one, one), film_id=one) for one in ("klara", "heat-2"))
    with_offers.offers = (netflix,)
    keep(paths, draft("Wikidata", US_2031))
    assert not paths.offers.exists()
    keep(paths, with_offers)
    keep(paths, without, now=NOW + timedelta(days=2))
    data = read_data(paths.offers)
    later = OffersOfDay(TODAY + timedelta(days=2), ())
    assert {key: offers.from_json(data, key) for key in ("klara", "heat-2", "dune-3")} == {
        "klara": OffersOfDay(TODAY, (netflix,)),
        "heat-2": later,
        "dune-3": None,
    }
    keep(paths, now=NOW + timedelta(days=181))
    data = read_data(paths.offers)
    assert [offers.from_json(data, key) for key in ("klara", "heat-2")] == [None, later]


def test_two_runs_at_once_are_one_after_the_other(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("watchlist.storage.files._PATIENCE", 0.05)
    with open_fetched_store(paths), pytest.raises(Busy), open_fetched_store(paths):
        pass


def test_a_damaged_file_is_named_before_anything_is_asked(paths: Paths) -> None:
    paths.fetched_tmdb.parent.mkdir(parents=True, exist_ok=True)
    paths.fetched_tmdb.write_text("nonsense\n")
    with pytest.raises(InvalidFile, match=r"fetched-tmdb\.toml:1"), open_fetched_store(paths):
        pass


def test_the_same_answers_change_no_byte(refresher: Refresher, server: Server) -> None:
    assert news(refresher.refresh()) == ["klara announced 2031-12-18"]
    before = refresher.paths.fetched.read_bytes(), refresher.paths.fetched.stat().st_mtime_ns
    again = refresher.refresh(3)
    assert (news(again), answers(again)) == ([], ["klara same"])
    assert (refresher.paths.fetched.read_bytes(), refresher.paths.fetched.stat().st_mtime_ns) == before
    assert not refresher.paths.fetched_tmdb.exists()
    server.forget()


def test_what_tmdb_says_has_a_file_of_its_own_and_ends_after_half_a_year(paths: Paths, server: Server) -> None:
    refresher = Refresher(paths, KLARA, key="k" * 32)
    server.play(world(tmdb={"movie/555": movie("2031-12-18")}))
    refresher.refresh()
    assert refresher.said() == ["US theatrical 2031-12-18 announced ../day0 TMDB"]
    assert not paths.fetched.exists()
    server.play(world(tmdb={"movie/555": movie("2032-05-01")}))
    refresher.refresh(60)
    assert len(refresher.said()) == 2
    refresher.refresh(181)
    assert refresher.said() == ["US theatrical 2032-05-01 announced day0/day60 TMDB"]

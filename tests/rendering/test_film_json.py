from datetime import date

from claims import claim
from watchlist.domain.claim import Channel
from watchlist.domain.countdown import releases_today
from watchlist.domain.entry import Entry, Status, Viewing, Want
from watchlist.domain.film import Film
from watchlist.rendering.film_json import entry_json, move_json, release_fields, release_json

TODAY = date(2026, 11, 20)
FILM = Film(
    "film",
    "Film",
    claims=(
        claim("2027", reported="2026-01-01", by="A", channel=Channel.DIGITAL, service="Netflix"),
        claim("2028", reported="2026-02", by="B", channel=Channel.DIGITAL, service="Netflix"),
    ),
)
(SHOWN,) = releases_today(FILM, TODAY)


def test_a_release_has_the_bounds_of_its_date_and_of_its_countdown() -> None:
    assert release_fields(SHOWN) == {
        "region": "US",
        "channel": "digital",
        "service": "Netflix",
        "date": "2028",
        "earliest": "2028-01-01",
        "latest": "2028-12-31",
        "precision": "year",
        "certainty": "announced",
        "days": 407,
        "days_latest": 772,
        "state": "dated",
        "last_heard": "2026-02-28",
        "stale": False,
        "presumed": False,
        "out_elsewhere": None,
    }


def test_no_release_has_the_same_fields_and_nothing_in_them() -> None:
    nothing = release_fields(None)
    assert nothing == {**dict.fromkeys(release_fields(SHOWN)), "state": "undated", "stale": False, "presumed": False}


def test_a_release_has_its_claims_newest_first_and_its_moves_oldest_first() -> None:
    found = release_json(SHOWN)
    assert found["agreement"] == "single"
    assert found["moves"] == [move_json(move) for move in SHOWN.release.moves]
    assert [said["source"]["id"] for said in found["claims"]] == ["b", "a"]  # type: ignore[attr-defined]


def test_a_move_has_its_kind_and_its_days() -> None:
    assert [move_json(move) for move in SHOWN.release.moves] == [
        {"reported": "2026-01-01", "from": None, "to": "2027", "days": None, "kind": "announced"},
        {"reported": "2026-02", "from": "2027", "to": "2028", "days": 366, "kind": "slip"},
    ]


def test_an_entry_has_its_wish_and_its_stars() -> None:
    diary = (Viewing(TODAY, 8, review="Good."),)
    entry = Entry("film", "Film", TODAY, Status.WATCHED, Want("JP"), 9, (TODAY,), ("x",), "note", diary=diary)
    assert entry_json(entry) == {
        "added": "2026-11-20",
        "status": "watched",
        "want": {"region": "JP", "channel": None, "service": None},
        "rating": 4.5,
        "viewings": ["2026-11-20"],
        "tags": ["x"],
        "note": "note",
        "undated_viewings": 0,
        "diary": [{"day": "2026-11-20", "rating": 4.0, "rewatch": None, "review": "Good."}],
    }

"""A region of one's own without a date: every view shows the nearest other date, and says whose is missing."""

from collections.abc import Callable

import pytest

from program import Run, data

SAID = ("--certainty", "announced", "--source", "Variety", "--reported", "2026-01-01")
VIEWS = (
    ("upcoming",),
    ("list",),
    ("search", "out there"),
    ("show", "out-there-2026"),
    (),
    ("calendar", "November 2026"),
    ("moved", "--listed"),
)


def make(run: Run, *claims: tuple[str, str]) -> None:
    """Put a film of one's own on the list, with a word on each of some regions."""
    run("add", "Out There (2026)", "--new")
    for region, day in claims:
        assert run("claim", "out-there-2026", day, "--region", region, "--channel", "cinemas", *SAID).code == 0


@pytest.fixture
def out_in_america(run: Run) -> None:
    make(run, ("US", "2026-11-01"))
    slip = ("claim", "out-there-2026", "2026-11-06", "--region", "US", "--channel", "cinemas")
    run(*slip, "--certainty", "announced", "--source", "Variety", "--reported", "2026-02-01")


@pytest.mark.usefixtures("out_in_america")
@pytest.mark.parametrize("view", VIEWS, ids=" ".join)
@pytest.mark.parametrize("asks", [("config", "set", "regions", "GB"), ("want", "out-there-2026", "--region", "GB")])
def test_what_is_out_elsewhere_is_shown_and_said_to_lack_a_date(
    run: Run, asks: tuple[str, ...], view: tuple[str, ...]
) -> None:
    assert run(*asks).code == 0
    out = run(*view, "--as-of", "2026-11-29").out
    assert "no GB date yet" in out
    assert "6 November 2026" in out


@pytest.mark.usefixtures("out_in_america")
@pytest.mark.parametrize("export", ["ics --past", "html", "markdown"])
def test_an_export_says_it_too(run: Run, export: str) -> None:
    run("want", "out-there-2026", "--region", "GB")
    out = run("export", *export.split()).out
    assert "no GB date yet" in out
    assert "6 November 2026" in out


@pytest.mark.usefixtures("out_in_america")
@pytest.mark.parametrize(
    ("view", "film"),
    [
        (("upcoming",), lambda found: found[0]),
        (("list",), lambda found: found[0]),
        (("search", "out there"), lambda found: found[0]),
        (("show", "out-there-2026"), lambda found: found),
        ((), lambda found: found["out_elsewhere"][0]),
        (("calendar", "November 2026"), lambda found: found["days"][0]),
        (("moved", "--listed"), lambda found: found[0]),
    ],
)
def test_json_says_what_is_lacking(run: Run, view: tuple[str, ...], film: Callable[..., dict[str, object]]) -> None:
    run("config", "set", "regions", "GB")
    found = film(data(run(*view, "--as-of", "2026-11-29", "--json")))
    assert found["lacking"] == {"regions": ["GB"], "channels": [], "services": [], "awaited": True}


@pytest.mark.parametrize("asks", [("config", "set", "regions", "GB"), ("want", "out-there-2026", "--region", "GB")])
def test_where_ones_own_date_is_known_the_others_are_left_out_of_calendars_and_moves(
    run: Run, asks: tuple[str, ...]
) -> None:
    make(run, ("US", "2026-12-04"), ("GB", "2026-12-11"))
    slip = ("claim", "out-there-2026", "2026-12-06", "--region", "US", "--channel", "cinemas")
    run(*slip, "--certainty", "announced", "--source", "Variety", "--reported", "2026-02-01")
    run(*asks)
    calendar = data(run("calendar", "December 2026", "--as-of", "2026-11-29", "--json"))
    assert [one["date"] for one in calendar["days"]] == ["2026-12-11"]
    events = run("export", "ics", "--past").out
    assert ("DTSTART;VALUE=DATE:20261211" in events, events.count("BEGIN:VEVENT")) == (True, 1)
    assert run("moved", "--listed", "--as-of", "2026-11-29").out == ""


@pytest.mark.usefixtures("out_in_america")
def test_what_is_out_elsewhere_alone_is_not_for_tonight(run: Run) -> None:
    assert data(run("tonight", "--json", "--as-of", "2026-11-29"))["id"] == "out-there-2026"
    run("config", "set", "regions", "GB")
    assert run("tonight", "--as-of", "2026-11-29").code == 1
    later = data(run("tonight", "--json", "--as-of", "2028-01-01"))
    assert (later["lacking"]["awaited"], later["release"]["region"]) == (False, "US")


@pytest.mark.usefixtures("out_in_america")
def test_a_long_list_keeps_what_is_out_elsewhere_too(run: Run) -> None:
    run("add", *(f"seen-in-{number}" for number in range(30)), "--new")
    run("config", "set", "regions", "GB")
    for view in ("upcoming", "upcoming --all"):
        ids = [film["id"] for film in data(run(*view.split(), "--as-of", "2026-11-29", "--json"))]
        assert "out-there-2026" in ids, view
    assert "out-there-2026" not in [film["id"] for film in data(run("upcoming", "--as-of", "2027-12-01", "--json"))]

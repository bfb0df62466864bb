"""The calendar: what its events say, and that only what changed changes."""

import re
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import icalendar
import pytest

from program import Run, run_piped


@pytest.fixture
def calendar(run: Run, tmp_path: Path) -> Callable[..., icalendar.Calendar]:
    def write(*options: str) -> icalendar.Calendar:
        ran = run("export", "ics", "-o", str(tmp_path / "films.ics"), "--force", *options)
        assert ran.code == 0
        data = (tmp_path / "films.ics").read_bytes()
        assert max(map(len, data.split(b"\r\n"))) <= 75
        assert data.decode().count("\r\n") == len(data.decode().splitlines())
        return icalendar.Calendar.from_ical(data)

    return write


def user_film(run: Run, title: str, when: str, reported: str = "2026-01-01", certainty: str = "announced") -> None:
    assert run("add", title, "--release", when, "--reported", reported, "--certainty", certainty).code == 0


def test_the_calendar_tells_the_truth(run: Run, calendar: Callable[..., icalendar.Calendar]) -> None:
    user_film(run, "Known Day", "2031-06-27", certainty="confirmed")
    user_film(run, "Perhaps", "2031-07-27", certainty="rumoured")
    user_film(run, "Vague", "June 2032")
    user_film(run, "Nothing", "TBA")
    events = {str(event["summary"]).split(" (")[0]: event for event in calendar("--alarm", "1").walk("VEVENT")}
    assert {
        title: (event.decoded("dtstart"), event.decoded("dtend"), str(event["status"]))
        for title, event in events.items()
    } == {
        "Known Day": (date(2031, 6, 27), date(2031, 6, 28), "CONFIRMED"),
        "Perhaps": (date(2031, 7, 27), date(2031, 7, 28), "TENTATIVE"),
        "Vague": (date(2032, 6, 1), date(2032, 7, 1), "TENTATIVE"),
    }
    (alarm,) = events["Known Day"].walk("VALARM")
    assert alarm["trigger"].to_ical() == b"-PT15H"
    assert "2031" not in str(events["Known Day"]["uid"])
    assert "no named source: 27 June 2031, confirmed" in str(events["Known Day"]["description"])
    assert [str(event["summary"]) for event in calendar("--no-spans").walk("VEVENT")].count("Vague") == 0


def test_an_unchanged_calendar_is_the_same_to_the_byte_and_a_slip_is_one_event(
    run: Run, calendar: Callable[..., icalendar.Calendar], tmp_path: Path
) -> None:
    user_film(run, "Slipping", "2031-06-27")
    user_film(run, "Staying", "2031-06-28")
    calendar()
    before = (tmp_path / "films.ics").read_bytes()
    time.sleep(1.1)
    calendar()
    assert (tmp_path / "films.ics").read_bytes() == before
    user_film(run, "Slipping", "2031-08-15", reported="2026-02-01")
    events = {str(event["summary"]).split(" (")[0]: event for event in calendar().walk("VEVENT")}
    first = {str(event["uid"]): event for event in icalendar.Calendar.from_ical(before).walk("VEVENT")}
    slipped = events["Slipping"]
    assert (slipped.decoded("dtstart"), slipped["sequence"]) == (date(2031, 8, 15), 1)
    assert slipped.decoded("last-modified") > first[str(slipped["uid"])].decoded("last-modified")
    assert events["Staying"].to_ical() == first[str(events["Staying"]["uid"])].to_ical()


def test_a_cancelled_release_is_cancelled(run: Run, calendar: Callable[..., icalendar.Calendar]) -> None:
    user_film(run, "Off", "2031-06-27")
    user_film(run, "Off", "2031-06-27", reported="2026-02-01", certainty="cancelled")
    (event,) = calendar().walk("VEVENT")
    assert (str(event["status"]), event.decoded("dtstart")) == ("CANCELLED", date(2031, 6, 27))


def test_what_is_past_is_left_out_unless_it_is_asked_for(run: Run, calendar: Callable[..., icalendar.Calendar]) -> None:
    user_film(run, "Long Ago", "2020-06-27", reported="2020-01-01")
    user_film(run, "To Come", "2031-06-27")
    assert [str(event["summary"]) for event in calendar().walk("VEVENT")] == ["To Come (cinemas, worldwide)"]
    assert len(calendar("--past").walk("VEVENT")) == 2


def test_a_span_of_more_than_a_season_is_left_out_unless_it_is_asked_for(run: Run, tmp_path: Path) -> None:
    for title, when in (("Winter", "2031-24"), ("Half", "2031-04/2031-09"), ("Year", "2032")):
        user_film(run, title, when)
    path = str(tmp_path / "films.ics")
    ran = run("export", "ics", "-o", path)
    assert ran.err == "2 vague dates were left out; to add them: --vague.\n"
    assert Path(path).read_text().count("BEGIN:VEVENT") == 1
    ran = run("export", "ics", "-o", path, "--force", "--vague")
    assert (ran.err, Path(path).read_text().count("BEGIN:VEVENT")) == ("", 3)


@pytest.mark.parametrize(
    "command",
    [
        ("remove", "going"),
        ("drop", "going"),
        ("watched", "going", "--date", "2026-01-01", "--yes"),
        ("claim", "going", "TBA", "--reported", "2026-02-01", "--yes"),
        ("claim", "going", "2033", "--reported", "2026-02-01", "--source", "B", "--yes"),
    ],
)
def test_an_event_is_cancelled_once_when_its_film_goes_or_loses_its_date(
    run: Run, calendar: Callable[..., icalendar.Calendar], command: tuple[str, ...]
) -> None:
    user_film(run, "Going", "2031-06-27")
    user_film(run, "Staying", "2031-06-28")
    going, staying = (event for title in ("Going", "Staying") for event in named(calendar(), title))
    assert run("--no-input", *command).code == 0
    changed = calendar()
    (cancelled,) = named(changed, "Going")
    assert (str(cancelled["status"]), cancelled["uid"], cancelled.decoded("dtstart"), cancelled["sequence"]) == (
        "CANCELLED",
        going["uid"],
        date(2031, 6, 27),
        1,
    )
    assert [event.to_ical() for event in named(changed, "Staying")] == [staying.to_ical()]
    assert named(calendar(), "Going") == []


def test_an_event_that_comes_back_has_a_higher_sequence(run: Run, calendar: Callable[..., icalendar.Calendar]) -> None:
    user_film(run, "Back", "2031-06-27")
    calendar()
    run("drop", "Back")
    calendar()
    run("want", "Back")
    (event,) = calendar().walk("VEVENT")
    assert (str(event["status"]), event["sequence"]) == ("TENTATIVE", 2)


def test_another_calendar_of_the_list_cancels_nothing_of_this_one(run: Run, tmp_path: Path) -> None:
    user_film(run, "One", "2031-06-27")
    run("tag", "One", "family")
    user_film(run, "Two", "2031-06-28")
    for name, options in (("all", ()), ("family", ("--tag", "family")), ("all", ())):
        assert run("export", "ics", "-o", str(tmp_path / f"{name}.ics"), "--force", *options).code == 0
        assert "CANCELLED" not in (tmp_path / f"{name}.ics").read_text()


def named(calendar: icalendar.Calendar, title: str) -> list[icalendar.Component]:
    return [event for event in calendar.walk("VEVENT") if str(event["summary"]).startswith(title)]


@pytest.mark.parametrize(
    "title", ["A\r\nATTENDEE:mailto:e@x", "A\x0bATTACH:x", "B; C, D \\ E", "é" * 100, "a\u2028b\x1b[2J"]
)
def test_a_hostile_title_is_one_event_and_nothing_else(
    run: Run, calendar: Callable[..., icalendar.Calendar], title: str
) -> None:
    user_film(run, title, "2031-06-27")
    written = calendar()
    (event,) = written.walk("VEVENT")
    assert "attendee" not in event
    assert "attach" not in event


@pytest.mark.slow
def test_khal_takes_the_calendar_and_after_a_slip_has_one_event(tmp_path: Path) -> None:
    environment = tmp_path / "khal"
    subprocess.run([sys.executable, "-m", "venv", environment], check=True)
    subprocess.run([environment / "bin" / "pip", "install", "--quiet", "khal>=0.11"], check=True)
    config = tmp_path / "khal.conf"
    config.write_text(
        f"[calendars]\n[[films]]\npath = {tmp_path / 'events'}\n[locale]\ndateformat = %Y-%m-%d\n"
        "longdateformat = %Y-%m-%d\n"
        "timeformat = %H:%M\ndatetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
        f"[sqlite]\npath = {tmp_path / 'khal.db'}\n"
    )

    def khal(*arguments: str) -> str:
        ran = subprocess.run(
            [environment / "bin" / "khal", "-c", config, *arguments], check=True, capture_output=True, text=True
        )
        return ran.stdout

    user_film(run_piped, "Slipping", "2031-06-27")
    for when, reported in (("2031-06-27", "2026-01-01"), ("2031-08-15", "2026-02-01")):
        user_film(run_piped, "Slipping", when, reported=reported)
        assert run_piped("export", "ics", "-o", str(tmp_path / "films.ics"), "--force").code == 0
        khal("import", "--batch", str(tmp_path / "films.ics"))
    shown = khal("list", "--format", "{start-date} {title}", "2031-01-01", "2031-12-31")
    assert re.findall(r"^\d.*Slipping.*$", shown, flags=re.MULTILINE) == ["2031-08-15 Slipping (cinemas, worldwide)"]

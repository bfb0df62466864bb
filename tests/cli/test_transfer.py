"""Import and export as a person does them, with the files that come and go."""

import io
import json
import os
import re
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import icalendar
import pytest

from program import Run, run_piped
from terminal import on_terminal

WATCHLIST = "Date,Name,Year,Letterboxd URI\n2025-02-08,Heat 2,,https://boxd.it/DErS\n2025-02-08,Shrek 5,2027,https://boxd.it/a\n"
WATCHED = "Date,Name,Year,Letterboxd URI\n2024-02-08,Alien,1979,https://boxd.it/2awY\n"
DIARY = (
    "Date,Name,Year,Letterboxd URI,Rating,Rewatch,Tags,Watched Date\n"
    "2024-02-09,Alien,1979,https://boxd.it/entry1,5,,space,2024-02-08\n"
)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "letterboxd-me-2026-01-21-11-20-utc.zip"
    with zipfile.ZipFile(path, "w") as file:
        for name, text in (
            ("profile.csv", "Date Joined,Username\n2020-01-01,me\n"),
            ("watchlist.csv", WATCHLIST),
            ("watched.csv", WATCHED),
            ("diary.csv", DIARY),
            ("deleted/diary.csv", DIARY.replace("Alien", "Deleted")),
            ("orphaned/diary.csv", DIARY.replace("https://boxd.it/entry1", "")),
            ("comments.csv", "Date,Content,Comment\n"),
            ("readme.txt", "hello"),
        ):
            file.writestr(name, text)
    return path


def test_a_letterboxd_archive_comes_in_as_one_step(run: Run, archive: Path, list_file: Path, films_file: Path) -> None:
    assert run("import", str(archive)).out.splitlines()[-1] == (
        "Letterboxd watchlist and Letterboxd watched and Letterboxd diary: "
        "3 films; 3 new, 0 changed, 0 unchanged, 2 deleted or orphaned rows left out."
    )
    entries = {entry["id"]: entry for entry in json.loads(run("list", "--json").out)}
    assert set(entries) == {"heat-2", "shrek-5-2027", "alien-1979"}
    alien = entries["alien-1979"]
    assert (alien["status"], alien["rating"], alien["viewings"], alien["tags"]) == (
        *("watched", 10, ["2024-02-08"], ["space"]),
    )
    assert 'letterboxd = "DErS"' in films_file.read_text()
    before = list_file.read_bytes(), films_file.read_bytes(), list_file.stat().st_mtime_ns
    assert (
        run("import", str(archive))
        .out.splitlines()[-1]
        .startswith("Letterboxd watchlist and Letterboxd watched and Letterboxd diary: 3 films; 0 new, 0 changed, 3 ")
    )
    assert (list_file.read_bytes(), films_file.read_bytes(), list_file.stat().st_mtime_ns) == before
    assert run("undo").code == 0
    assert json.loads(run("list", "--json").out) == []


def test_a_trakt_archive_comes_in_and_its_other_files_are_passed_over(run: Run, tmp_path: Path) -> None:
    film = {"title": "Alien", "year": 1979, "ids": {"trakt": 1, "imdb": "tt0078748", "tmdb": 348}}
    new = {"title": "Untitled Thing", "year": None, "ids": {"trakt": 2}}
    show = {"title": "Show", "ids": {"trakt": 3}}
    with zipfile.ZipFile(tmp_path / "trakt.zip", "w") as file:
        for name, content in (
            ("user-profile.json", {"username": "me"}),
            ("lists-watchlist.json", [{"listed_at": "2024-01-01T12:00:00.000Z", "movie": new, "notes": None}]),
            ("watched-history-1.json", [{"watched_at": "2024-02-01T12:00:00.000Z", "movie": film}]),
            ("ratings-movies.json", [{"rated_at": "2024-02-01T12:00:00.000Z", "rating": 9, "movie": film}]),
            ("watched-shows.json", [{"last_watched_at": "2024-02-01T12:00:00.000Z", "show": show}]),
            (
                "lists-list-7-space.json",
                [{"listed_at": "2024-01-01T12:00:00Z", "movie": film}, {"listed_at": "x", "show": show}],
            ),
        ):
            file.writestr(name, json.dumps(content))
    assert run("import", str(tmp_path / "trakt.zip")).out.splitlines()[-1] == (
        "Trakt: 2 films; 2 new, 0 changed, 0 unchanged, 1 series and episodes left out."
    )
    entries = {entry["id"]: entry for entry in json.loads(run("list", "--json").out)}
    assert (entries["alien-1979"]["viewings"], entries["alien-1979"]["rating"], entries["alien-1979"]["tags"]) == (
        *(["2024-02-01"], 9, ["space"]),
    )
    assert entries["untitled-thing"]["status"] == "wanted"


def test_a_dry_run_shows_and_changes_nothing(run: Run, archive: Path, list_file: Path) -> None:
    ran = run("import", str(archive), "--dry-run")
    assert "new\tHeat 2\twanted\theat-2\n" in ran.out
    assert not list_file.exists()


def test_bad_rows_stop_an_import_that_is_not_partial(run: Run, tmp_path: Path, list_file: Path) -> None:
    path = tmp_path / "watchlist.csv"
    path.write_text(WATCHLIST + "2025-02-08,,2020,https://boxd.it/x\n2025-02-08,The Exorcist,,https://boxd.it/y\n")
    ran = run("import", str(path))
    assert (ran.code, ran.err.splitlines()) == (
        1,
        [
            "watchlist: 2 rows cannot be imported",
            "Nothing was changed.",
            "To import the rest: add --partial",
        ],
    )
    assert "unreadable\twatchlist.csv:4\thas no title\n" in ran.out
    assert re.search(
        r"unclear\tThe Exorcist\twatchlist.csv:5\tcould be the-exorcist-\d{4}, the-exorcist-\d{4}\n", ran.out
    )
    assert not list_file.exists()
    assert run("import", str(path), "--partial").code == 0
    assert [entry["id"] for entry in json.loads(run("list", "--json").out)] == ["heat-2", "shrek-5-2027"]


def test_an_unclear_row_is_asked_about_on_a_terminal(tmp_path: Path, list_file: Path) -> None:
    path = tmp_path / "watchlist.csv"
    path.write_text(WATCHLIST + "2025-02-08,The Exorcist,,https://boxd.it/y\n")
    seen = on_terminal(["import", str(path)], [("Which one? [1] ", "2")])
    assert seen.code == 0
    assert re.search(r'id = "the-exorcist-\d{4}"', list_file.read_text())


def test_a_large_import_shows_how_far_it_is_and_a_pipe_does_not(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "watchlist.csv"
    rows = "".join(f"2024-01-01,Film Number {n},2024,https://boxd.it/{n:x}\n" for n in range(1500))
    path.write_text(f"Date,Name,Year,Letterboxd URI\n{rows}")
    assert "Comparing" in on_terminal(["import", str(path), "--dry-run"]).text
    assert run("import", str(path), "--dry-run").err == ""


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda file: file.writestr("watchlist.csv", b"0" * (70 << 20)), "unpacks to more than 64 MiB"),
        (lambda file: [file.writestr(f"lists/{n}.csv", "") for n in range(1001)], "has more than 1000 files in it"),
        (lambda file: [file.writestr("watched.csv", WATCHED) for _ in range(2)], 'has "watched.csv" in it twice'),
        (lambda file: file.writestr("x.txt", "x"), "is not a list in a known format"),
    ],
)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_an_archive_that_is_a_trap_is_refused(
    run: Run, tmp_path: Path, make: Callable[[zipfile.ZipFile], object], words: str
) -> None:
    path = tmp_path / "trap.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        make(file)
    ran = run("import", str(path))
    assert (ran.code, words in ran.err) == (5, True)


@pytest.mark.parametrize(
    ("offset", "value", "words"), [(6, 1, "cannot be read"), (8, 99, "cannot be read"), (30, 0, "damaged archive")]
)
def test_an_archive_that_is_encrypted_or_damaged_is_refused(
    run: Run, tmp_path: Path, offset: int, value: int, words: str
) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        file.writestr("watched.csv", WATCHED)
    data = bytearray(buffer.getvalue())
    central = data.index(b"PK\x01\x02")
    data[offset] = value
    data[central + offset + 2 if offset < 20 else offset] = value
    (tmp_path / "x.zip").write_bytes(data)
    ran = run("import", str(tmp_path / "x.zip"))
    assert (ran.code, words in ran.err) == (5, True)


def test_a_name_in_an_archive_is_never_a_path(run: Run, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as file:
        file.writestr("../../../watchlist.csv", WATCHLIST)
    assert run("import", str(tmp_path / "x.zip")).code == 0
    assert not (tmp_path.parent / "watchlist.csv").exists()


def test_json_gives_the_same_list_back_with_ones_own_films(run: Run, list_file: Path, films_file: Path) -> None:
    run("add", "Heat 2", "--release", "spring 2027", "--source", "Variety", "--certainty", "rumoured")
    run("add", "Shrek 5", "--release", "2028", "--source", "Deadline")
    run("watched", "Alien 1979", "--date", "2024-01-01", "--rating", "4.5")
    text = run("export", "json").out
    before = [
        run(*command).out
        for command in (["list", "--json"], ["show", "heat-2", "--json"], ["show", "Shrek 5", "--json"])
    ]
    list_file.unlink()
    films_file.unlink()
    (list_file.parent / "export.json").write_text(text)
    assert run("import", str(list_file.parent / "export.json")).code == 0
    after = [
        run(*command).out
        for command in (["list", "--json"], ["show", "heat-2", "--json"], ["show", "Shrek 5", "--json"])
    ]
    assert after == before
    assert run("export", "json").out == text


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


def test_exports_filter_by_tag_channel_and_region(run: Run, list_file: Path) -> None:
    run("add", "Shrek 5")
    run("add", "Incredibles 3")
    list_file.write_text(list_file.read_text().replace('title = "Shrek 5"', 'title = "Shrek 5"\ntags = ["family"]'))
    assert run("export", "ics", "--tag", "family").out.count("BEGIN:VEVENT") == 1
    assert run("export", "ics", "--channel", "digital").out.count("BEGIN:VEVENT") == 0
    assert run("export", "ics", "--region", "us").out.count("BEGIN:VEVENT") == 2


def test_a_file_that_is_there_is_not_written_over(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("mine")
    ran = run("export", "csv", "-o", str(path))
    assert (ran.code, path.read_text()) == (1, "mine")
    assert run("export", "csv", "-o", str(path), "--force").code == 0
    assert path.read_text().startswith("watchlist_id,title,")
    assert run("export", "csv", "-o", str(tmp_path)).code == 6
    assert run("export", "csv", "-o", "/dev/null", "--force").code == 6


def test_letterboxd_is_split_below_its_limit(run: Run, tmp_path: Path, list_file: Path) -> None:
    note = "x" * 5000
    entries = "".join(
        f'\n[[films]]\nid = "f-{n}"\ntitle = "Film {n}"\nstatus = "watched"\nviewings = [2024-01-01]\nnote = "{note}"\n'
        for n in range(500)
    )
    list_file.parent.mkdir(parents=True)
    list_file.write_text(f"schema = 1\n{entries}")
    assert run("export", "letterboxd").code == 2
    assert run("export", "letterboxd", "-o", str(tmp_path / "lb.csv")).code == 0
    files = sorted(tmp_path.glob("lb*.csv"))
    assert len(files) >= 3
    assert all(file.stat().st_size <= 1_000_000 for file in files)
    assert sum(file.read_text().count("\nhttps") + file.read_text().count("\n,,") for file in files) == 500


def test_imdb_and_markdown_and_a_page(run: Run) -> None:
    run("add", "Alien 1979")
    run("add", "Incredibles 3")
    run("add", "<script>alert(1)</script> | *x*", "--release", "2031")
    assert run("export", "imdb").out == "tt0078748\n"
    markdown = run("export", "markdown").out
    assert "| Incredibles 3 (2028) | Friday 16 June 2028 |" in markdown
    assert "\\<script\\>" in markdown
    page = run("export", "html").out
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script>alert" not in page
    assert "http" not in re.sub(r"http-equiv", "", page)


@pytest.mark.slow
def test_five_thousand_rows_come_in_quickly_and_in_little_memory(tmp_path: Path) -> None:
    path = tmp_path / "watchlist.csv"
    rows = "".join(f"2024-01-01,Film Number {n},{1950 + n % 80},https://boxd.it/{n:x}\n" for n in range(5000))
    path.write_text(f"Date,Name,Year,Letterboxd URI\n{rows}")
    script = (
        "import re, sys, time; from pathlib import Path; start = time.perf_counter()\n"
        "from watchlist.cli.app import run; code = run(sys.argv[1:])\n"
        "peak = re.search(r'VmHWM:\\s+(\\d+)', Path('/proc/self/status').read_text())[1]\n"
        "print(code, time.perf_counter() - start, peak, file=sys.stderr)"
    )
    for expected in ("5,000 new", "5,000 unchanged"):
        ran = subprocess.run([sys.executable, "-c", script, "import", path], capture_output=True, check=True, text=True)
        code, seconds, kilobytes = ran.stderr.split()
        assert expected in ran.stdout
        assert (code, float(seconds) < 6, int(kilobytes) < 150_000) == ("0", True, True)


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


CHROMIUM = next((path for path in ("/usr/bin/chromium", "/usr/bin/google-chrome") if Path(path).exists()), "")


@pytest.mark.slow
@pytest.mark.skipif(not CHROMIUM, reason="there is no browser")
def test_the_page_counts_down_in_a_browser_and_is_readable_without_scripts(run: Run, tmp_path: Path) -> None:
    user_film(run, "Tomorrow's Film", "2031-06-27", certainty="confirmed")
    page = tmp_path / "page.html"
    text = run("export", "html").out
    assert "Friday 27 June 2031, cinemas, worldwide" in text
    page.write_text(text.replace("new Date()", 'new Date("2031-06-25T12:00:00")'))
    shown = subprocess.run(
        [
            *(CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"),
            *(f"--user-data-dir={tmp_path / 'profile'}", "--dump-dom", page.as_uri()),
        ],
        capture_output=True,
        check=True,
        text=True,
        env={**os.environ, "HOME": str(tmp_path)},
    ).stdout
    assert '<p class="countdown">in 2 days</p>' in shown

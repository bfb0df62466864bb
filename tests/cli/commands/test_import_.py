"""Import as a person does it, with the files of other programs."""

import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import NamedTuple

import pytest

from program import Run
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
        "watched",
        5.0,
        ["2024-02-08"],
        ["space"],
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
        "Trakt: 2 films; 2 new, 0 changed, 0 unchanged, 2 series and episodes left out."
    )
    entries = {entry["id"]: entry for entry in json.loads(run("list", "--json").out)}
    assert (entries["alien-1979"]["viewings"], entries["alien-1979"]["rating"], entries["alien-1979"]["tags"]) == (
        ["2024-02-01"],
        4.5,
        ["space"],
    )
    assert entries["untitled-thing"]["status"] == "wanted"


def test_a_dry_run_shows_and_changes_nothing(run: Run, archive: Path, list_file: Path) -> None:
    ran = run("import", str(archive), "--dry-run")
    assert "new\tHeat 2\twanted\theat-2\n" in ran.out
    assert not list_file.exists()


UNCLEAR = "2025-02-08,,2020,https://boxd.it/x\n2025-02-08,The Exorcist,,https://boxd.it/y\n"


def test_rows_that_cannot_be_imported_are_named_as_lines_to_mend_and_the_others_come_in(
    run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "watchlist.csv"
    path.write_text(WATCHLIST + UNCLEAR)
    ran = run("import", str(path))
    assert (ran.code, ran.err) == (0, "")
    unclear, unreadable, _, *rest = ran.out.splitlines()[2:]
    assert re.fullmatch(
        r"unclear\tThe Exorcist\twatchlist.csv:5\tcould be the-exorcist-\d{4}, the-exorcist-\d{4}", unclear
    )
    assert unreadable == "unreadable\twatchlist.csv:4\thas no title, and no film has the id letterboxd x"
    assert rest == [
        "Left out of watchlist.csv; fix and import these lines:",
        *("Date,Name,Year,Letterboxd URI", *UNCLEAR.splitlines()),
        "Letterboxd watchlist: 2 films; 2 new, 0 changed, 0 unchanged, 1 unclear, 1 unreadable.",
    ]
    assert [entry["id"] for entry in json.loads(run("list", "--json").out)] == ["heat-2", "shrek-5-2027"]
    mended = "\n".join(rest[1:-1]).replace("08,,", "08,Mended,").replace("The Exorcist,,", "The Exorcist,1973,")
    path.write_text(mended)
    assert "2 films; 2 new, 0 changed, 0 unchanged." in run("import", str(path)).out


def test_a_strict_import_takes_all_rows_or_none(run: Run, tmp_path: Path, list_file: Path) -> None:
    path = tmp_path / "watchlist.csv"
    path.write_text(WATCHLIST + UNCLEAR)
    ran = run("import", str(path), "--strict")
    assert (ran.code, ran.err.splitlines()) == (
        1,
        [
            "watchlist: 2 rows cannot be imported",
            "Nothing was changed.",
            "To import the other rows, leave out --strict",
        ],
    )
    assert not list_file.exists()


def test_an_unclear_row_is_asked_about_on_a_terminal(tmp_path: Path, list_file: Path) -> None:
    path = tmp_path / "watchlist.csv"
    path.write_text(WATCHLIST + "2025-02-08,The Exorcist,,https://boxd.it/y\n")
    seen = on_terminal(["import", str(path)], [("Which one? ", "2")])
    assert seen.code == 0
    assert re.search(r'id = "the-exorcist-\d{4}"', list_file.read_text())


def test_a_large_import_shows_how_far_it_is_and_a_pipe_does_not(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "watchlist.csv"
    rows = "".join(f"2024-01-01,Film Number {n},2024,https://boxd.it/{n:x}\n" for n in range(1500))
    path.write_text(f"Date,Name,Year,Letterboxd URI\n{rows}")
    assert "Comparing" in on_terminal(["import", str(path), "--dry-run"]).text
    assert run("import", str(path), "--dry-run").err == ""
    assert "Saving" in on_terminal(["import", str(path)]).text


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
    assert run("--create", "import", str(list_file.parent / "export.json")).code == 0
    after = [
        run(*command).out
        for command in (["list", "--json"], ["show", "heat-2", "--json"], ["show", "Shrek 5", "--json"])
    ]
    assert after == before
    assert run("export", "json").out == text


class Cost(NamedTuple):
    """What an import said, and what it took: seconds of the processor, which others on the machine do not change."""

    said: str
    seconds: float
    kilobytes: int


def cost_of(*arguments: str | Path) -> Cost:
    script = (
        "import re, sys, time; from pathlib import Path\n"
        "from watchlist.cli.app import run; code = run(sys.argv[1:])\n"
        "peak = re.search(r'VmHWM:\\s+(\\d+)', Path('/proc/self/status').read_text())[1]\n"
        "print(code, time.process_time(), peak, file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", script, *arguments], capture_output=True, check=True, text=True)
    code, seconds, kilobytes = ran.stderr.split()[-3:]
    assert code == "0"
    return Cost(ran.stdout, float(seconds), int(kilobytes))


def rows(first: int, last: int, folder: Path) -> Path:
    path = folder / f"watchlist-{first}-{last}.csv"
    lines = (f"2024-01-01,Film Number {n},{1950 + n % 80},https://boxd.it/{n:x}\n" for n in range(first, last))
    path.write_text(f"Date,Name,Year,Letterboxd URI\n{''.join(lines)}")
    return path


@pytest.mark.slow
def test_a_long_list_comes_in_quickly_and_in_little_memory_and_so_does_a_short_one_into_it(tmp_path: Path) -> None:
    new = cost_of("import", rows(0, 10_000, tmp_path))
    assert ("10,000 new" in new.said, new.seconds < 6, new.kilobytes < 200_000) == (True, True, True)
    assert cost_of("upcoming", "--json").seconds < 15  # indexes what came in
    more = cost_of("import", rows(10_000, 10_166, tmp_path))
    assert ("166 new" in more.said, more.seconds < 2) == (True, True)
    same = cost_of("import", rows(0, 2540, tmp_path))
    assert ("2,540 unchanged" in same.said, same.seconds < 2) == (True, True)


def test_rows_that_contradict_each_other_change_nothing_the_second_time(
    run: Run, tmp_path: Path, films_file: Path
) -> None:
    head = "Const,Your Rating,Date Rated,Title,Title Type,Year\n"
    rows = "tt0999999,9,2024-01-01,Foo Film,Movie,1979\ntt0999999,9,2024-01-01,Bar Film,Movie,1982\n"
    (tmp_path / "ratings.csv").write_text(head + rows)
    run("import", str(tmp_path / "ratings.csv"))
    once = films_file.read_text()
    assert "year = 1979" in once
    run("import", str(tmp_path / "ratings.csv"))
    assert films_file.read_text() == once


def test_a_row_whose_film_a_later_row_tells_comes_in_the_first_time(run: Run, tmp_path: Path, list_file: Path) -> None:
    rows = "2024-01-01,Alien,,https://boxd.it/zzz\n2024-01-01,Brand New,2024,https://boxd.it/zzz\n"
    (tmp_path / "watchlist.csv").write_text(f"Date,Name,Year,Letterboxd URI\n{rows}")
    first = run("import", str(tmp_path / "watchlist.csv"))
    assert "unclear" not in first.out
    once = list_file.read_text()
    run("import", str(tmp_path / "watchlist.csv"))
    assert list_file.read_text() == once


def test_a_film_that_was_seen_and_is_wanted_again_is_no_other_film_the_second_time(
    run: Run, tmp_path: Path, list_file: Path
) -> None:
    (tmp_path / "list.csv").write_text("id,title,year,rating,tags\n1,Foo,,3,a\n2,Foo,,,b\n")
    run("import", str(tmp_path / "list.csv"))
    once = list_file.read_text()
    run("import", str(tmp_path / "list.csv"))
    assert list_file.read_text() == once

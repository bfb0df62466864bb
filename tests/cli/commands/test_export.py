"""Export as a person does it: to which file, of which films."""

import json
import re
from pathlib import Path

from program import Run


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
    ran = run("export", "letterboxd")
    assert (ran.code, ran.err.splitlines()[-1]) == (2, "Name an output file, for example: -o letterboxd.csv")
    assert run("export", "letterboxd", "-o", str(tmp_path / "lb.csv")).code == 0
    files = sorted(tmp_path.glob("lb-diary*.csv"))
    assert len(files) >= 3
    assert all(file.stat().st_size <= 1_000_000 for file in files)
    assert sum(file.read_text().count("\nhttps") + file.read_text().count("\n,,") for file in files) == 500


def test_imdb_says_how_many_films_it_has_no_id_of_and_its_own_file_comes_back(run: Run, tmp_path: Path) -> None:
    run("add", "Alien 1979")
    run("add", "Own One", "--new")
    ran = run("export", "imdb", "-o", str(tmp_path / "imdb.txt"))
    assert ran.err == "Left out: 1 of 2 films has no IMDb id.\n"
    run("remove", "Alien 1979")
    assert run("import", str(tmp_path / "imdb.txt")).code == 0
    assert "alien-1979" in run("list").out


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


def test_json_names_the_files_that_were_written(run: Run, tmp_path: Path) -> None:
    run("add", "Alien 1979")
    path = tmp_path / "films.md"
    ran = run("export", "markdown", "-o", str(path), "--json")
    assert (ran.code, json.loads(ran.out), ran.err) == (0, {"written": [str(path)]}, "")
    ran = run("export", "markdown", "--json")
    assert (ran.code, ran.out) == (2, "")

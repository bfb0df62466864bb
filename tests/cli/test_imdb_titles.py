"""With a table of IMDb's form added: naming one film never changes another."""

import gzip
import tomllib
from itertools import product
from pathlib import Path

import pytest

from program import Run

HEADER = "tconst\ttitleType\tprimaryTitle\toriginalTitle\tisAdult\tstartYear\tendYear\truntimeMinutes\tgenres"
NAMES = ("Gale", "The Gale", "Gale of Night", "Night Gale", "Gales", "12 Gales")
ENDS = ("", " 2", " II", " III", ": Part Two", ": The Return", " X", " 2049", " 1951", "!", " & Me", " vs. Me")
TITLES = [f"{name}{end}" for name, end in product(NAMES, ENDS)]


def add_table(run: Run, folder: Path) -> dict[str, tuple[str, int]]:
    """Add a table in which every title has one film, and some a remake; give title and year by id."""
    made = [(title, 1960 + number % 50) for number, title in enumerate(TITLES)]
    made += [(title, year + 9) for title, year in made[::7]]
    films = {f"tt{number:07}": film for number, film in enumerate(made, 9000001)}
    rows = [f"{key}\tmovie\t{title}\t{title}\t0\t{year}\t\\N\t90\tDrama" for key, (title, year) in films.items()]
    path = folder / "title.basics.tsv.gz"
    path.write_bytes(gzip.compress("\n".join((HEADER, *rows, "")).encode()))
    assert run("catalogue", "add", str(path)).code == 0
    return films


@pytest.mark.slow
def test_any_title_of_a_table_finds_its_film_or_asks(run: Run, tmp_path: Path, list_file: Path) -> None:
    films = add_table(run, tmp_path)
    list_file.parent.mkdir(parents=True, exist_ok=True)
    for key, (title, year) in films.items():
        for typed in (title, f"{title} ({year})"):
            list_file.write_text("schema = 1\n")
            ran = run("watched", "--", typed)
            text = list_file.read_text(encoding="utf-8")
            ids = [entry["id"] for entry in tomllib.loads(text).get("films", [])]
            assert (ran.code, ids) in ((0, [key]), (4, []))


@pytest.mark.slow
def test_each_film_is_reached_by_its_id_and_link(run: Run, tmp_path: Path) -> None:
    films = add_table(run, tmp_path)
    for key in list(films)[::9]:
        for typed in (key, f"imdb:{key}", f"https://www.imdb.com/title/{key}/"):
            assert f"\t{key}\n" in run("show", typed).out

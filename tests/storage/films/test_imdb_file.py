"""IMDb's table of titles: films are read row by row, all else is passed over, and a fault has its line."""

import gzip
from pathlib import Path

import pytest

from exports import ids
from watchlist.domain.errors import DiskFailed, InvalidFile
from watchlist.domain.film import Film
from watchlist.storage.films.imdb_file import read_titles

COLUMNS = "tconst\ttitleType\tprimaryTitle\toriginalTitle\tisAdult\tstartYear\tendYear\truntimeMinutes\tgenres"


def table(path: Path, *rows: str, columns: str = COLUMNS) -> Path:
    path.write_bytes(gzip.compress("\n".join([columns, *rows, ""]).encode(), mtime=0))
    return path


def read(path: Path) -> list[Film]:
    return list(read_titles(path, lambda _: None))


def test_a_film_has_its_titles_year_minutes_genres_and_the_id_that_it_has_there(tmp_path: Path) -> None:
    rows = (
        "tt1\tmovie\tSpirited Away\tSen to Chihiro\t0\t2001\t\\N\t124\tAnimation,Sci-Fi",
        'tt2\ttvMovie\t"Quoted"\t"Quoted"\t0\t\\N\t\\N\t\\N\t\\N',
        "tt3\tshort\tOld\t\\N\t0\t1869\t\\N\t0\tDrama",
        f"tt4\tvideo\tOdd\t\t0\t{'9' * 5000}\t\\N\t١٢\tDrama",
    )
    assert read(table(tmp_path / "x.tsv.gz", *rows)) == [
        Film(
            "tt1",
            "Spirited Away",
            original_title="Sen to Chihiro",
            year=2001,
            runtime=124,
            genres=("animation", "sci-fi"),
            ids=ids(imdb="tt1"),
        ),
        Film("tt2", '"Quoted"', ids=ids(imdb="tt2")),
        Film("tt3", "Old", genres=("drama",), ids=ids(imdb="tt3")),
        Film("tt4", "Odd", genres=("drama",), ids=ids(imdb="tt4")),
    ]


def test_series_episodes_games_adult_films_and_rows_without_a_name_are_passed_over(tmp_path: Path) -> None:
    rest = "\t2001\t\\N\t\\N\t\\N"
    kinds = [f"tt1\t{kind}\tX\tX\t0{rest}" for kind in ("tvSeries", "tvEpisode", "videoGame")]
    others = [f"tt1\tmovie\tX\tX\t1{rest}", f"nm1\tmovie\tX\tX\t0{rest}", f"tt1\tmovie\t \tX\t0{rest}"]
    assert read(table(tmp_path / "x.tsv.gz", *kinds, *others)) == []


def test_a_faulty_table_is_refused_with_its_line_and_what_was_expected(tmp_path: Path) -> None:
    path = tmp_path / "x.tsv.gz"
    good = "tt1\tmovie\tX\tX\t0\t2001\t\\N\t\\N\t\\N"
    for data, fact in (
        (b"not packed", f"{path} is a damaged archive: "),
        (table(path, good).read_bytes()[:-9], f"{path} is a damaged archive: "),
        (gzip.compress(b"a\tb\n"), f"{path}:1: not IMDb's table of titles: the columns must be tconst, titleType, "),
        (table(path, good, "tt2\tmovie").read_bytes(), f"{path}:3: 9 columns are expected, not 2"),
        (table(path, "x" * 100_000).read_bytes(), f"{path}:2: 9 columns are expected, not 1"),
        (gzip.compress(f"{COLUMNS}\n".encode() + b"\xff\n"), f"{path} is not UTF-8"),
    ):
        path.write_bytes(data)
        with pytest.raises(InvalidFile) as raised:
            read(path)
        assert (raised.value.fact[: len(fact)], raised.value.kept) == (fact, "Nothing was changed.")
    with pytest.raises(DiskFailed, match=r"^cannot read "):
        read(tmp_path / "none.tsv.gz")


def test_how_far_it_is_is_told_in_bytes_of_the_packed_file(tmp_path: Path) -> None:
    rows = (f"tt{number}\tmovie\tFilm {number}\tX\t0\t2001\t\\N\t\\N\t\\N" for number in range(3000))
    path = table(tmp_path / "x.tsv.gz", *rows)
    steps: list[int] = []
    assert len(list(read_titles(path, steps.append))) == 3000
    assert (len(steps), 0 < sum(steps) <= path.stat().st_size) == (3, True)

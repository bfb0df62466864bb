"""Further catalogues lie over the bundled films, and under one's own; a faulty one changes nothing."""

import gzip
import json
from pathlib import Path

import pytest

from program import Run
from terminal import on_terminal

COLUMNS = "tconst\ttitleType\tprimaryTitle\toriginalTitle\tisAdult\tstartYear\tendYear\truntimeMinutes\tgenres"
ROWS = (
    "tt0078748\tmovie\tAlien\tAlien\t0\t1979\t\\N\t117\tHorror,Sci-Fi",
    "tt0113277\tmovie\tHeat\tHeat\t0\t1995\t\\N\t170\tAction,Crime,Drama",
    "tt0245429\tmovie\tSpirited Away\tSen to Chihiro no kamikakushi\t0\t2001\t\\N\t124\tAnimation",
    "tt9999991\ttvEpisode\tAn Episode\tAn Episode\t0\t2020\t\\N\t\\N\t\\N",
    "tt9999992\tmovie\tFor Adults\tFor Adults\t1\t2020\t\\N\t\\N\t\\N",
    "tt9999993\tmovie\tNo Year [/]\tNo Year [/]\t0\t\\N\t\\N\t\\N\t\\N",
)


def imdb(path: Path, *rows: str) -> Path:
    path.write_bytes(gzip.compress("\n".join([COLUMNS, *rows, ""]).encode()))
    return path


def film_file(path: Path, text: str) -> Path:
    path.write_text(f'schema = 1\nseen = "2026-01-01"\n{text}', encoding="utf-8")
    return path


def hits(run: Run, *words: str) -> list[str]:
    return [film["id"] for film in json.loads(run("search", *words, "--json").out)]


def names(run: Run) -> list[tuple[str, int]]:
    return [(layer["name"], layer["films"]) for layer in json.loads(run("catalogue", "list", "--json").out)]


def test_imdbs_titles_can_be_looked_up(run: Run, tmp_path: Path) -> None:
    ran = run("catalogue", "add", str(imdb(tmp_path / "title.basics.tsv.gz", *ROWS)))
    assert (ran.code, ran.out.splitlines()[0]) == (0, "Added title.basics.tsv.gz: 4 films.")
    assert hits(run, "spirited awya") == ["tt0245429"]
    assert hits(run, "sen to chihiro") == ["tt0245429"]
    assert hits(run, "heat 1995") == ["tt0113277"]
    assert hits(run, "an episode") == []
    assert run("add", "no year [/]").code == 0


def test_the_films_of_a_year_are_found_without_a_word(run: Run, tmp_path: Path) -> None:
    run("catalogue", "add", str(imdb(tmp_path / "title.basics.tsv.gz", *ROWS)))
    assert "tt0113277" in hits(run, "--year", "1995")
    assert {"alien-1979"} <= set(hits(run, "--year", "1979")).difference({"tt0078748"})


def test_a_film_that_is_in_both_is_one_film(run: Run, tmp_path: Path) -> None:
    run("catalogue", "add", str(imdb(tmp_path / "title.basics.tsv.gz", *ROWS)))
    assert hits(run, "alien 1979") == ["alien-1979"]
    assert hits(run, "tt0078748") == ["alien-1979"]


def test_a_film_without_claims_is_to_come_only_in_its_year(run: Run, tmp_path: Path) -> None:
    run("catalogue", "add", str(imdb(tmp_path / "title.basics.tsv.gz", *ROWS)))
    for title in ("tt0113277", "tt9999993"):
        run("add", title)
    assert [row["id"] for row in json.loads(run("upcoming", "--json").out)] == ["tt9999993"]
    then = json.loads(run("upcoming", "--as-of", "1995-06-01", "--json").out)
    assert [row["id"] for row in then] == ["tt0113277", "tt9999993"]


def test_a_file_of_our_own_schema_adds_claims_to_what_is_known(run: Run, tmp_path: Path) -> None:
    added = film_file(
        tmp_path / "more.toml",
        '[[sources]]\nid = "me"\npublisher = "Me"\npublished = "2026-11-01"\n'
        '[[films]]\nid = "shrek-5-2027"\n[[films.claims]]\nregion = "JP"\nchannel = "theatrical"\n'
        'date = "2027-12-24"\ncertainty = "announced"\nsource = "me"\n'
        '[[films]]\nid = "mine-2027"\ntitle = "Zyzzyva"\nyear = 2027\n',
    )
    assert run("catalogue", "add", str(added)).code == 0
    releases = json.loads(run("show", "shrek 5", "--json").out)["releases"]
    assert ("JP", "2027-12-24") in [(one["region"], one["date"]) for one in releases]
    assert hits(run, "zyzzyva") == ["mine-2027"]


def test_they_are_listed_in_their_order_and_can_be_removed(run: Run, tmp_path: Path) -> None:
    run("catalogue", "add", str(imdb(tmp_path / "title.basics.tsv.gz", *ROWS)))
    run("catalogue", "add", str(film_file(tmp_path / "more.toml", '[[films]]\nid = "mine"\ntitle = "Zyzzyva"\n')))
    assert names(run) == [("films.toml", 333), ("title.basics.tsv.gz", 4), ("more.toml", 1)]
    assert run("catalogue", "remove", "title.basics.tsv.gz").code == 0
    assert names(run) == [("films.toml", 333), ("more.toml", 1)]
    assert hits(run, "spirited away") == []
    ran = run("catalogue", "remove", "films.toml")
    assert (ran.code, ran.err.splitlines()[0]) == (1, 'watchlist: there is no catalogue "films.toml" to remove')


def test_one_with_the_same_name_is_replaced(run: Run, tmp_path: Path) -> None:
    path = film_file(tmp_path / "more.toml", '[[films]]\nid = "mine"\ntitle = "Zyzzyva"\n')
    run("catalogue", "add", str(path))
    film_file(path, '[[films]]\nid = "other"\ntitle = "Other Film"\n')
    run("catalogue", "add", str(path))
    assert names(run)[1:] == [("more.toml", 1)]
    assert (hits(run, "other film"), hits(run, "zyzzyva")) == (["other"], [])


def test_one_that_was_put_into_the_folder_by_hand_counts_and_is_in_nobodys_way(
    run: Run, tmp_path: Path, home: Path
) -> None:
    folder = home / "data" / "watchlist" / "catalogues"
    folder.mkdir(parents=True)
    film_file(folder / "1-mine.toml", '[[films]]\nid = "mine"\ntitle = "Zyzzyva"\n')
    assert run("catalogue", "add", str(film_file(tmp_path / "more.toml", ""))).code == 0
    assert names(run)[1:] == [("more.toml", 0), ("1-mine.toml", 1)]


@pytest.mark.parametrize(
    ("name", "content", "fact"),
    [
        ("x.toml", b'schema = 1\nseen = "2026-01-01"\n[[films]]\ntitle = "No id"\n', 'x.toml:3:1: "id" is missing'),
        ("x.toml", b'schema = 1\nseen = "2026-01-01"\n[[films]]\nid = "a"\nyear = 1\n', "x.toml:5:8: year: must be"),
        ("x.toml", b"\xff", "x.toml:1:1: byte 0xff is not UTF-8"),
        ("x.tsv.gz", b"not gzip", "x.tsv.gz is a damaged archive"),
        ("x.tsv.gz", gzip.compress(b"a\tb\n", mtime=0), "x.tsv.gz:1: not IMDb's table of titles"),
        (
            "x.tsv.gz",
            gzip.compress(f"{COLUMNS}\ntt1\tmovie\n".encode(), mtime=0),
            "x.tsv.gz:2: 9 columns are expected, not 2",
        ),
        ("x.tsv.gz", gzip.compress(f"{COLUMNS}\n{ROWS[0]}\n".encode(), mtime=0)[:-9], "x.tsv.gz is a damaged archive"),
        ("x.tsv.gz", gzip.compress(f"{COLUMNS}\n".encode() + b"\xff\n", mtime=0), "x.tsv.gz is not UTF-8"),
    ],
)
def test_a_faulty_file_is_refused_with_its_place_and_changes_nothing(
    run: Run, tmp_path: Path, name: str, content: bytes, fact: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    before = names(run)
    ran = run("catalogue", "add", str(path))
    assert (ran.code, f"{tmp_path}/{fact}" in ran.err, "Nothing was changed." in ran.err) == (5, True, True)
    assert names(run) == before


@pytest.mark.parametrize(("name", "code"), [("films.csv", 2), ("missing.toml", 5)])
def test_what_is_no_film_file_is_refused(run: Run, tmp_path: Path, name: str, code: int) -> None:
    (tmp_path / "films.csv").write_text("a,b\n")
    assert run("catalogue", "add", str(tmp_path / name)).code == code


def test_a_line_without_end_does_not_fill_the_memory(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "x.tsv.gz"
    path.write_bytes(gzip.compress(f"{COLUMNS}\n".encode() + b"x" * 10_000_000))
    assert run("catalogue", "add", str(path)).code == 5


@pytest.mark.slow
def test_a_large_file_is_read_in_bounded_memory_and_shows_how_far_it_is(tmp_path: Path) -> None:
    films = (f'[[films]]\nid = "film-{n}"\ntitle = "Film {n}"\nsynopsis = "{"word " * 40}"\n' for n in range(12_000))
    path = film_file(tmp_path / "large.toml", "".join(films))
    assert path.stat().st_size > 2_000_000
    seen = on_terminal(["catalogue", "add", str(path)])
    assert seen.code == 0
    assert "Checking large.toml" in seen.text
    assert "Added large.toml: 12,000 films." in seen.text


def test_a_file_that_cannot_be_cut_into_films_is_read_whole(run: Run, tmp_path: Path) -> None:
    tricky = (
        '[[films]]\nid = "a"\ntitle = "A"\nsynopsis = """\n[[films]]\n"""\n[[films]]\nid = "b"\ntitle = "Tricky B"\n'
    )
    assert run("catalogue", "add", str(film_file(tmp_path / "tricky.toml", tricky))).code == 0
    assert names(run)[1:] == [("tricky.toml", 2)]
    assert hits(run, "tricky b") == ["b"]


def test_the_doctor_counts_what_was_added_and_names_what_is_damaged(run: Run, tmp_path: Path, home: Path) -> None:
    run("catalogue", "add", str(imdb(tmp_path / "title.basics.tsv.gz", *ROWS)))
    assert "0001-title.basics.tsv.gz\t4 films that you added" in run("doctor").out
    (home / "data" / "watchlist" / "catalogues" / "0001-title.basics.tsv.gz").write_bytes(b"damaged")
    assert "is a damaged archive" in run("doctor").out

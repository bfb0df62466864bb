from pathlib import Path

import pytest

from bundled import FILMS_FILE
from watchlist.domain.errors import InvalidFile
from watchlist.services.upkeep.check import Checked, Remark, check_film_file, json_schema

HEAD = 'schema = 1\nseen = "2026-11-20"\n'
SOURCE = '[[sources]]\nid = "v"\npublisher = "Variety"\npublished = "2026-05-01"\n'
CLAIM = (
    '[[films.claims]]\nregion = "US"\nchannel = "theatrical"\ndate = "2027"\ncertainty = "announced"\nsource = "v"\n'
)
FILM = f'[[films]]\nid = "a"\ntitle = "A"\nyear = 2027\n{CLAIM}'


def check(folder: Path, text: str) -> Checked:
    path = folder / "films.toml"
    path.write_text(text, encoding="utf-8")
    return check_film_file(path)


def test_the_bundled_file_is_clean() -> None:
    result = check_film_file(FILMS_FILE)
    assert (result.faults, result.warnings) == ((), ())
    assert result.films >= 240
    assert result.claims >= 400


def test_the_schema_for_editors_is_fresh_and_named_in_the_first_line() -> None:
    assert (FILMS_FILE.parent / "films.schema.json").read_text(encoding="utf-8") == json_schema()
    assert FILMS_FILE.read_text(encoding="utf-8").splitlines()[0] == "#:schema films.schema.json"


def test_a_right_file_is_counted(tmp_path: Path) -> None:
    result = check(tmp_path, HEAD + SOURCE + FILM)
    assert result == Checked(str(tmp_path / "films.toml"), (), (), films=1, claims=1, sources=1)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("a = great", Remark(1, 5, 'invalid value: "a = great"')),
        (HEAD + "colour = 1\n" + SOURCE + FILM, Remark(3, 10, 'unknown key "colour"')),
        (HEAD + SOURCE + FILM + 'titel = "x"\n', Remark(17, 9, 'unknown key "titel"')),
        (HEAD + SOURCE + FILM.replace('"2027"', '"soon"'), Remark(14, 8, 'date: "soon" is not a date: ')),
        (HEAD + SOURCE + FILM.replace('"v"', '"w"'), Remark(16, 10, 'source: there is no source "w" in this file')),
        (HEAD + SOURCE + SOURCE + FILM, Remark(8, 6, 'the id "v" is used twice')),
        (HEAD + SOURCE + FILM + FILM.replace('"A"', '"B"'), Remark(18, 6, 'the id "a" is used twice')),
        (HEAD + SOURCE + FILM.replace("US", "USA"), Remark(12, 10, 'region: "USA" is not a region: ')),
        (HEAD + SOURCE + FILM.replace("theatrical", "kino"), Remark(13, 11, "channel: must be one of premiere, ")),
        (
            HEAD + SOURCE + FILM.replace("year = 2027\n", 'year = 2027\nids = { imdb = "tt1" }\n')
            + FILM.replace('"a"', '"b"').replace('"A"', '"B"').replace("year = 2027\n", 'ids = { imdb = "tt1" }\n'),
            Remark(21, 7, 'imdb "tt1" is also the id of "a"'),
        ),
    ],
)  # fmt: skip
def test_a_fault_has_its_place(tmp_path: Path, text: str, fault: Remark) -> None:
    (found,) = check(tmp_path, text).faults
    assert (found.line, found.column, found.words[: len(fault.words)]) == fault


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        (HEAD + SOURCE + FILM.replace('"v"', '"unsourced"'), Remark(3, 1, 'the source "v" is not used')),
        (HEAD + SOURCE + FILM + FILM.replace('"a"', '"b"'), Remark(19, 9, 'looks the same as "a"')),
        (
            HEAD + SOURCE + FILM + FILM.replace('"a"', '"b"').replace("year = 2027\n", ""),
            Remark(19, 9, 'looks the same as "a"'),
        ),
        (
            HEAD + SOURCE + FILM + 'reported = "2026-01-01"\n',
            Remark(17, 12, "reported before v was published: write an interval, or a note that says why"),
        ),
    ],
)
def test_a_warning_is_kept_apart(tmp_path: Path, text: str, warning: Remark) -> None:
    result = check(tmp_path, text)
    assert (result.faults, result.warnings) == ((), (warning,))


def test_two_films_of_one_title_and_two_years_are_two_films(tmp_path: Path) -> None:
    other = FILM.replace('"a"', '"b"').replace("year = 2027", "year = 1999")
    assert check(tmp_path, HEAD + SOURCE + FILM + other).warnings == ()


def test_every_fault_is_named_not_only_the_first(tmp_path: Path) -> None:
    result = check(tmp_path, HEAD + SOURCE + FILM.replace('"v"', '"w"').replace('"US"', '"XY"') + "[[films]]\nid = 1\n")
    assert [remark.line for remark in result.faults] == [12, 16, 18]


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InvalidFile, match="there is no such file"):
        check_film_file(tmp_path / "none.toml")

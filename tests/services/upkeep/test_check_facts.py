"""Genres, languages, titles and synopses: each kind of fault is found, and a right file is left alone."""

from pathlib import Path

import pytest

from checked_films import OUT, checked, film, source, warnings_about


@pytest.mark.parametrize(
    ("genre", "usual"),
    [
        ("drama", None),
        ("western", None),
        ("martial arts", None),
        ("Drama", '"drama"'),
        ("Animated", '"animation"'),
        ("sci-fi", '"science fiction"'),
        ("science-fiction", '"science fiction"'),
        ("comedies", '"comedy"'),
        ("westerns", '"western"'),
        ("war film", '"war"'),
        ("kaiju movies", '"kaiju"'),
        ("rom-com", '"romance" and "comedy"'),
    ],
)
def test_a_genre_under_another_name_is_found(tmp_path: Path, genre: str, usual: str | None) -> None:
    expected = [f'write the genre "{genre}" as {usual}'] if usual else []
    assert warnings_about(tmp_path, film(f'genres = ["{genre}"]')) == expected


def test_a_genre_that_is_there_twice_is_found(tmp_path: Path) -> None:
    assert warnings_about(tmp_path, film('genres = ["drama", "war", "drama"]')) == ['the genre "drama" is used twice']


def test_a_code_that_is_no_language_is_found(tmp_path: Path) -> None:
    words = '"jp" is not a language: write its ISO 639-1 code, such as ja, ko or hi'
    assert warnings_about(tmp_path, film('languages = ["en", "jp"]')) == [words]
    assert warnings_about(tmp_path, film('languages = ["en", "ja", "yue"]')) == []


def test_a_title_in_another_script_is_found_where_others_are_in_english(tmp_path: Path) -> None:
    words = "give the English title, and this one as original_title"
    made = film('languages = ["ja"]\noriginal_title = "余命一年"').replace('title = "a"', 'title = "余命一年"', 1)
    assert warnings_about(tmp_path, made) == []
    assert warnings_about(tmp_path, made, film('languages = ["ja"]\noriginal_title = "い"', key="b")) == [words]


def test_a_film_in_another_language_without_its_own_title_is_found(tmp_path: Path) -> None:
    assert warnings_about(tmp_path, film('languages = ["fr"]')) == [
        "the film is not in English: give its original_title"
    ]
    assert warnings_about(tmp_path, film('languages = ["fr"]\noriginal_title = "L’Âge de fer"')) == []
    assert warnings_about(tmp_path, film('languages = ["fr", "en"]')) == []
    assert warnings_about(tmp_path, film('languages = ["fr"]', key="Untitled film")) == []


@pytest.mark.parametrize(
    ("claim", "asked"),
    [
        (OUT, False),
        (OUT.replace("2020", "2027").replace("released", "announced"), True),
        (OUT.replace("2020", "XXXX").replace("released", "announced"), True),
        (OUT.replace("2020", "2026-11").replace("released", "rumoured"), True),
        (OUT.replace("2020", "2025").replace("released", "announced"), True),
        (OUT.replace("2020", "2025-05").replace("released", "announced"), False),
        (OUT.replace("2020", "2027").replace("released", "cancelled"), False),
        (OUT.replace("2020", "2027").replace("released", "announced").replace("theatrical", "premiere"), False),
        (OUT.replace("2020", "2027").replace("released", "announced") + 'error = "a slip"\n', False),
        (OUT.replace("2020", "2027").replace("released", "announced").replace('"v"', '"unsourced"'), False),
    ],
)
def test_a_film_to_come_needs_a_synopsis(tmp_path: Path, claim: str, asked: bool) -> None:
    words = "the film is not out yet: give a synopsis of one sentence"
    told = film('synopsis = "Somebody waits."', key="told", claim=claim)
    assert warnings_about(tmp_path, told, film("", claim=claim)).count(words) == int(asked)


def test_a_file_without_synopses_is_asked_for_none(tmp_path: Path) -> None:
    assert warnings_about(tmp_path, film("", claim=OUT.replace("2020", "2027").replace("released", "announced"))) == []


def test_a_warning_stands_at_the_key_that_holds_the_value(tmp_path: Path) -> None:
    result = checked(tmp_path, source() + film('genres = [\n    "drama",\n    "sci-fi",\n]'))
    assert [remark.line for remark in result.warnings] == [10]

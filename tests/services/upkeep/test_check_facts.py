"""Names, genres, titles and synopses: each kind of fault is found in a made file, and a right file is left alone."""

from pathlib import Path

import pytest

from watchlist.services.upkeep.check import check_film_file

HEAD = 'schema = 1\nseen = "2026-11-20"\n'
SOURCE = '[[sources]]\nid = "v"\npublisher = "Variety"\npublished = "2026-05-01"\n'
CLAIM = '[[films.claims]]\nregion = "US"\nchannel = "theatrical"\ndate = "2020"\ncertainty = "released"\nsource = "v"\n'


def film(facts: str, *, key: str = "a", claim: str = CLAIM) -> str:
    return f'[[films]]\nid = "{key.replace(" ", "-")}"\ntitle = "{key}"\n{facts}\n{claim}'


def warnings(folder: Path, *tables: str) -> list[str]:
    path = folder / "films.toml"
    path.write_text(HEAD + SOURCE + "\n".join(tables), encoding="utf-8")
    result = check_film_file(path)
    assert result.faults == ()
    return [remark.words for remark in result.warnings]


def person(name: str, *written: str) -> str:
    return f'[[people]]\nname = "{name}"\nwritten = {list(written)}\n'.replace("'", '"')


@pytest.mark.parametrize(
    ("other", "words"),
    [
        ("Milos Forman", '"Milos Forman" is "Miloš Forman" elsewhere: credit a person under one name'),
        ("Forman Miloš", '"Forman Miloš" is "Miloš Forman" elsewhere: credit a person under one name'),
        ("miloš-forman", '"miloš-forman" is "Miloš Forman" elsewhere: credit a person under one name'),
        (
            "Miloš Forman Penn",
            '"Miloš Forman Penn" may be "Miloš Forman": use one name, or add the person under [[people]]',
        ),
        ("Jan Forman", None),
        ("Miloš Forman Jr.", None),
    ],
)
def test_a_person_under_two_names_is_found(tmp_path: Path, other: str, words: str | None) -> None:
    one, two = film('directors = ["Miloš Forman"]'), film(f'directors = ["{other}"]', key="b")
    assert warnings(tmp_path, one, two) == ([words] if words else [])


def test_a_spelling_that_the_file_knows_as_another_one_is_found(tmp_path: Path) -> None:
    credit = film('directors = ["Andy Wachowski"]')
    assert warnings(tmp_path, person("Lilly Wachowski", "Andy Wachowski"), credit) == [
        '"Andy Wachowski" is "Lilly Wachowski" elsewhere: credit a person under one name'
    ]


def test_two_people_of_whom_the_file_knows_both_are_two(tmp_path: Path) -> None:
    one, two = film('directors = ["Michael Jordan"]'), film('directors = ["Michael B. Jordan"]', key="b")
    assert warnings(tmp_path, person("Michael B. Jordan"), one, two) == []


@pytest.mark.parametrize(
    "facts",
    [
        'directors = ["Akiyuki Shinbo (chief)"]',
        'writers = ["Akiyuki Shinbo (chief)"]',
        '[[films.cast]]\nname = "Akiyuki Shinbo (chief)"',
        '[[films.cast]]\nname = "Somebody"\nrole = "Akiyuki Shinbo (chief)"',
    ],
)
def test_a_job_inside_a_name_is_found(tmp_path: Path, facts: str) -> None:
    assert warnings(tmp_path, film(facts)) == [
        '"Akiyuki Shinbo (chief)" holds a remark in brackets: give the name alone'
    ]


def test_a_genre_under_another_name_is_found(tmp_path: Path) -> None:
    assert warnings(tmp_path, film('genres = ["drama", "Animated"]')) == ['write the genre "Animated" as "animation"']
    assert warnings(tmp_path, film('genres = ["drama", "animation"]')) == []


def test_a_film_in_another_language_without_its_own_title_is_found(tmp_path: Path) -> None:
    assert warnings(tmp_path, film('languages = ["fr"]')) == ["the film is not in English: give its original_title"]
    assert warnings(tmp_path, film('languages = ["fr"]\noriginal_title = "L’Âge de fer"')) == []
    assert warnings(tmp_path, film('languages = ["fr", "en"]')) == []
    assert warnings(tmp_path, film('languages = ["fr"]', key="Untitled film")) == []


@pytest.mark.parametrize(
    ("claim", "asked"),
    [
        (CLAIM, False),
        (CLAIM.replace("2020", "2027").replace("released", "announced"), True),
        (CLAIM.replace("2020", "XXXX").replace("released", "announced"), True),
        (CLAIM.replace("2020", "2026-11").replace("released", "rumoured"), True),
        (CLAIM.replace("2020", "2027").replace("released", "cancelled"), False),
        (CLAIM.replace("2020", "2027").replace("released", "announced").replace("theatrical", "premiere"), False),
        (CLAIM.replace("2020", "2027").replace("released", "announced") + 'error = "a slip"\n', False),
        (CLAIM.replace("2020", "2027").replace("released", "announced").replace('"v"', '"unsourced"'), False),
    ],
)
def test_a_film_to_come_needs_a_synopsis(tmp_path: Path, claim: str, asked: bool) -> None:
    words = "the film is not out yet: give a synopsis of one sentence"
    told = film('synopsis = "Somebody waits."', key="told", claim=claim)
    assert warnings(tmp_path, told, film("", claim=claim)).count(words) == int(asked)


def test_a_file_without_synopses_is_asked_for_none(tmp_path: Path) -> None:
    assert warnings(tmp_path, film("", claim=CLAIM.replace("2020", "2027").replace("released", "announced"))) == []


def test_somebody_whom_a_source_names_and_the_film_does_not_credit_is_found(tmp_path: Path) -> None:
    known = person("Nene Otsuka", "Nene Ôtsuka")
    reading = (
        '[[films.disputes]]\nfield = "cast"\n[[films.disputes.readings]]\nvalue = "with Nene Ôtsuka"\nsource = "v"\n'
    )
    credit = '[[films.cast]]\nname = "Nene Otsuka"\n'
    assert warnings(tmp_path, known, film(reading)) == ['names "Nene Otsuka", whom the film does not credit']
    assert warnings(tmp_path, known, film(credit + reading)) == []
    assert warnings(tmp_path, known, film(reading + "wrong = true\n")) == []


def test_a_warning_stands_at_the_key_that_holds_the_name(tmp_path: Path) -> None:
    path = tmp_path / "films.toml"
    path.write_text(HEAD + SOURCE + film('directors = [\n    "Somebody",\n    "Somebody Else (chief)",\n]'), "utf-8")
    assert [remark.line for remark in check_film_file(path).warnings] == [10]

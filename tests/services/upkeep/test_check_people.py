"""Credits: each kind of fault is found in a made file, and a right file is left alone."""

from pathlib import Path

import pytest

from checked_films import film, warnings_about


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
        ("MilošForman", '"MilošForman" is "Miloš Forman" elsewhere: credit a person under one name'),
        (
            "Miloš Formann",
            '"Miloš Formann" may be "Miloš Forman": use one name, or add the person under [[people]]',
        ),
        (
            "Miloš Fromann",
            None,
        ),
        ("Miloš Froman", '"Miloš Forman" may be "Miloš Froman": use one name, or add the person under [[people]]'),
        (
            "Miloš P. Q. Forman",
            '"Miloš P. Q. Forman" may be "Miloš Forman": use one name, or add the person under [[people]]',
        ),
        ("Jan Forman", None),
        ("Milan Forman", None),
        ("Miloš Forman Jr.", None),
    ],
)
def test_a_person_under_two_names_is_found(tmp_path: Path, other: str, words: str | None) -> None:
    one, two = film('directors = ["Miloš Forman"]'), film(f'directors = ["{other}"]', key="b")
    assert warnings_about(tmp_path, one, two) == ([words] if words else [])


def test_a_spelling_that_the_file_knows_as_another_one_is_found(tmp_path: Path) -> None:
    credit = film('directors = ["Andy Wachowski"]')
    assert warnings_about(tmp_path, person("Lilly Wachowski", "Andy Wachowski"), credit) == [
        '"Andy Wachowski" is "Lilly Wachowski" elsewhere: credit a person under one name'
    ]


def test_two_people_of_whom_the_file_knows_both_are_two(tmp_path: Path) -> None:
    one, two = film('directors = ["Michael Jordan"]'), film('directors = ["Michael B. Jordan"]', key="b")
    assert warnings_about(tmp_path, person("Michael B. Jordan"), one, two) == []


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
    assert warnings_about(tmp_path, film(facts)) == ['"Akiyuki Shinbo (chief)" is more than a name: give only the name']


@pytest.mark.parametrize(
    "name",
    [
        "Bill Hader, voice",
        "Bill Hader - voice",
        "Bill Hader: voice",
        "Bill Hader（声）",
        "voice of Bill Hader",
        "Bill Hader as himself",
        "Dir. Bill Hader",
    ],
)
def test_a_job_beside_a_name_is_found(tmp_path: Path, name: str) -> None:
    assert warnings_about(tmp_path, film(f'[[films.cast]]\nname = "{name}"')) == [
        f'"{name}" is more than a name: give only the name'
    ]


@pytest.mark.parametrize(
    "name", ["Sammy Davis, Jr.", "Lee Chang-dong", "Chief Dan George", "Ryan O’Neal", "M. Night Shyamalan"]
)
def test_a_name_that_only_looks_like_more_is_left_alone(tmp_path: Path, name: str) -> None:
    assert warnings_about(tmp_path, film(f'directors = ["{name}"]')) == []


@pytest.mark.parametrize("role", ["Akira Sato / Fable", "Jadis, the White Witch", "The Voice"])
def test_a_role_of_several_words_is_left_alone(tmp_path: Path, role: str) -> None:
    assert warnings_about(tmp_path, film(f'[[films.cast]]\nname = "Somebody"\nrole = "{role}"')) == []


@pytest.mark.parametrize("role", ["voice of Woody", "Woody, voice", "Woody (voice)", "uncredited"])
def test_a_job_inside_a_role_is_found(tmp_path: Path, role: str) -> None:
    assert warnings_about(tmp_path, film(f'[[films.cast]]\nname = "Somebody"\nrole = "{role}"')) == [
        f'"{role}" is more than a name: give only the name'
    ]


@pytest.mark.parametrize("name", ["The Wachowskis", "The Russo Brothers", "Phil Lord & Christopher Miller", "A B/C D"])
def test_several_people_under_one_name_are_found(tmp_path: Path, name: str) -> None:
    assert warnings_about(tmp_path, film(f'directors = ["{name}"]')) == [
        f'"{name}" names several people: credit each by name'
    ]


@pytest.mark.parametrize(
    ("value", "missing"),
    [("Gene Kelly", "Gene Kelly"), ("Donen Stanley and Gene Kelly", "Gene Kelly"), ("Stanley Donen", None)],
)
def test_a_director_whom_only_a_source_names_is_found(tmp_path: Path, value: str, missing: str | None) -> None:
    reading = f'[[films.disputes.readings]]\nvalue = "{value}"\nsource = "v"\n'
    facts = (
        'directors = ["Stanley Donen"]\n[[films.cast]]\nname = "Gene Kelly"\n[[films.disputes]]\nfield = "director"\n'
    )
    words = f'names "{missing}", who is not in the credits: add the name, or write wrong = true'
    assert warnings_about(tmp_path, film(facts + reading)) == ([words] if missing else [])
    assert warnings_about(tmp_path, film(facts + reading + "wrong = true\n")) == []


def test_somebody_whom_a_source_names_and_the_film_does_not_credit_is_found(tmp_path: Path) -> None:
    known = person("Nene Otsuka", "Nene Ôtsuka")
    reading = (
        '[[films.disputes]]\nfield = "cast"\n[[films.disputes.readings]]\nvalue = "with Nene Ôtsuka"\nsource = "v"\n'
    )
    credit = '[[films.cast]]\nname = "Nene Otsuka"\n'
    assert warnings_about(tmp_path, known, film(reading)) == [
        'names "Nene Otsuka", who is not in the credits: add the name, or write wrong = true'
    ]
    assert warnings_about(tmp_path, known, film(credit + reading)) == []
    assert warnings_about(tmp_path, known, film(reading + "wrong = true\n")) == []

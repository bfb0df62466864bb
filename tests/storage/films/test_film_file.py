from pathlib import Path

import pytest

from bundled import catalogue
from watchlist.domain.claim import UNSOURCED
from watchlist.domain.errors import InvalidFile
from watchlist.storage.films.film_file import read_film_file
from watchlist.storage.index.film_row import film_table
from watchlist.storage.toml.edit import write_table
from watchlist.storage.toml.read import read_document

HEAD = 'schema = 1\nseen = "2026-11-20"\n'
CLAIM = 'region = "US"\nchannel = "theatrical"\ndate = "2027"\ncertainty = "announced"\nsource = "unsourced"\n'


def read(text: str) -> object:
    return read_film_file(read_document(Path("films.toml"), text.encode()))


def test_a_claim_is_reported_when_its_source_was_published_unless_it_says_otherwise() -> None:
    source = '[[sources]]\nid = "v"\npublisher = "Variety"\npublished = "2026-05"\n'
    claim = CLAIM.replace("unsourced", "v")
    file = read_film_file(
        read_document(
            Path("films.toml"),
            f'{HEAD}[[films]]\nid = "a"\n[[films.claims]]\n{claim}[[films.claims]]\n{claim}reported = "2026-01-01"\n'
            f"{source}".encode(),
        )
    )
    (film,) = file.layer.films
    assert [claim.reported and claim.reported.text for claim in film.claims] == ["2026-05", "2026-01-01"]
    assert [claim.seen.isoformat() for claim in film.claims] == ["2026-11-20", "2026-11-20"]


def test_every_bundled_film_survives_being_written_as_a_table() -> None:
    for film in catalogue().films.values():
        table, sources = film_table(film)
        blocks = [write_table("sources", source) for source in sources.values() if source["id"] != "unsourced"]
        text = "\n".join([HEAD, *blocks, write_table("films", table)])
        (again,) = read_film_file(read_document(Path("x.toml"), text.encode())).layer.films
        assert again == film


def test_hearsay_needs_no_source() -> None:
    file = read_film_file(
        read_document(Path("films.toml"), f'{HEAD}[[films]]\nid = "a"\n[[films.claims]]\n{CLAIM}'.encode())
    )
    assert file.layer.films[0].claims[0].source is UNSOURCED


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("seen = 2026-11-20\n", 'films.toml:1:1: "schema" is missing'),
        ('schema = 2\nseen = "2026-11-20"\n', "films.toml:1:10: schema: must be a whole number from 1 to 1, not 2"),
        (HEAD + '[[films]]\ntitle = "A"\n', 'films.toml:3:1: "id" is missing'),
        (HEAD + "[[films]]\nid = 1\n", "films.toml:4:6: id: must be text, in quotes, not 1"),
        (HEAD + '[[films]]\nid = "a b"\n', 'films.toml:4:6: id: must have no spaces, not "a b"'),
        (
            HEAD + '[[films]]\nid = "a"\nyear = 20245\n',
            "films.toml:5:8: year: must be a whole number from 1870 to 2200",
        ),
        (HEAD + '[[films]]\nid = "a"\nyear = 0x' + "f" * 300, "films.toml:5:8: year: must be a whole number from 1870"),
        (HEAD + '[[films]]\nid = "a"\ntags = 1\n[films.cast]\nname = "x"\n', "films.toml:6:1: cast: must be an array"),
        (
            HEAD + f'[[films]]\nid = "a"\n[[films.claims]]\n{CLAIM.replace("2027", "soon")}',
            'films.toml:8:8: date: "soon" is not a date',
        ),
        (
            HEAD + f'[[films]]\nid = "a"\n[[films.claims]]\n{CLAIM.replace("unsourced", "variety")}',
            'films.toml:10:10: source: there is no source "variety" in this file',
        ),
        (
            HEAD + f'[[films]]\nid = "a"\n[[films.claims]]\n{CLAIM.replace("theatrical", "cinema")}',
            "films.toml:7:11: channel: must be one of premiere, limited, theatrical, digital, physical, tv",
        ),
        (
            HEAD + f'[[films]]\nid = "a"\n[[films.claims]]\n{CLAIM.replace("US", "USA")}',
            'films.toml:6:10: region: "USA" is not a region',
        ),
        (HEAD + "films = 1\n", "films.toml:3:9: films: must be an array"),
    ],
)
def test_a_damaged_file_says_where_and_what(text: str, message: str) -> None:
    with pytest.raises(InvalidFile) as raised:
        read(text)
    assert raised.value.fact.startswith(message)

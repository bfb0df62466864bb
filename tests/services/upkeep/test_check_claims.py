"""Claims and sources: each kind of fault is found in a made file, and a right file is left alone."""

from pathlib import Path

import pytest

from watchlist.services.upkeep.check import check_film_file

HEAD = 'schema = 1\nseen = "2026-11-20"\n'
FILM = '[[films]]\nid = "a"\ntitle = "A"\nsynopsis = "Somebody waits."\n'


def source(publisher: str = "Variety", *, key: str = "v", more: str = 'published = "2026-05-01"') -> str:
    return f'[[sources]]\nid = "{key}"\npublisher = "{publisher}"\n{more}\n'


def claim(date: str = "2027", *, said_by: str = "v", channel: str = "theatrical", more: str = "") -> str:
    head = f'[[films.claims]]\nregion = "US"\nchannel = "{channel}"\ndate = "{date}"\n'
    return f'{head}certainty = "announced"\nsource = "{said_by}"\n{more}\n'


def warnings(folder: Path, *tables: str) -> list[str]:
    path = folder / "films.toml"
    path.write_text(HEAD + "\n".join(tables), encoding="utf-8")
    result = check_film_file(path)
    assert result.faults == ()
    return [remark.words for remark in result.warnings]


@pytest.mark.parametrize(
    ("channel", "more", "words"),
    [
        ("theatrical", 'service = "IMAX"', 'a release through "IMAX" alone is limited, not theatrical'),
        (
            "theatrical",
            'said = "in limited release"',
            "the claim speaks of few cinemas: that is limited, not theatrical",
        ),
        (
            "theatrical",
            'note = "in a few cinemas at first"',
            "the claim speaks of few cinemas: that is limited, not theatrical",
        ),
        ("theatrical", 'said = "an unlimited release"', None),
        ("limited", 'service = "IMAX"\nsaid = "in limited release"', None),
        ("digital", 'service = "Netflix"', None),
    ],
)
def test_a_limited_opening_filed_as_theatrical_is_found(
    tmp_path: Path, channel: str, more: str, words: str | None
) -> None:
    found = warnings(tmp_path, source(), FILM + claim(channel=channel, more=more))
    assert found == ([words] if words else [])


@pytest.mark.parametrize(
    ("publisher", "is_outlet"),
    [
        ("Variety", True),
        ("/Film", True),
        ("What's on Netflix", True),
        ("callaars/film-calendar", False),
        ("vega-datasets movies.json", False),
        ("https://example.org", False),
        ("Headlines in a stored list", False),
    ],
)
def test_a_source_that_no_reader_would_name_so_is_found(tmp_path: Path, publisher: str, is_outlet: bool) -> None:
    found = warnings(tmp_path, source(publisher), FILM + claim())
    assert found == ([] if is_outlet else [f'"{publisher}": name the outlet as its readers do'])


@pytest.mark.parametrize(
    ("address", "is_page"),
    [
        ("https://example.org/films/a", True),
        ("https://example.org/?p=12", True),
        ("https://github.com/owner/name/blob/1234/films.json", True),
        ("https://example.org", False),
        ("https://example.org/", False),
        ("https://github.com/owner/name", False),
        ("https://www.github.com/owner/name/", False),
    ],
)
def test_a_front_page_is_found(tmp_path: Path, address: str, is_page: bool) -> None:
    found = warnings(
        tmp_path, source(more=f'url = "{address}"'), FILM + claim(more='reported = "2026"\nseen = "2027-01-01"')
    )
    assert found == ([] if is_page else ["the address is a front page, not the page that says it"])


def test_two_sources_of_one_page_are_found(tmp_path: Path) -> None:
    page = 'published = "2026-05-01"\nurl = "https://example.org/a"'
    two = (source(more=page), source("Deadline", key="d", more=page), FILM + claim() + claim(said_by="d"))
    assert warnings(tmp_path, *two) == ['"v" has the same address']


def test_one_piece_as_two_sources_is_found(tmp_path: Path) -> None:
    piece = 'published = "2026-05-01"\ntitle = "A Film Moves"'
    claims = FILM + claim() + claim(said_by="d")
    assert warnings(tmp_path, source(more=piece), source(key="d", more=piece), claims) == ['"v" is the same piece']
    assert warnings(tmp_path, source(more=piece), source("Deadline", key="d", more=piece), claims) == []


@pytest.mark.parametrize(
    ("lost", "given", "is_one"),
    [
        ("", "", True),
        ('reported = "2026-05-01/2026-05-09"', 'reported = "2026-05-05/2026-05-20"', True),
        ('reported = "2026-05-05"', 'reported = "../2026-05-04"', False),
    ],
)
def test_one_event_read_twice_is_found(tmp_path: Path, lost: str, given: str, is_one: bool) -> None:
    found = warnings(tmp_path, source(), FILM + claim("XXXX", more=lost) + claim(more=given))
    assert found == (['"v" names a date at the same time: read one event once'] if is_one else [])


def test_two_sources_may_differ_on_whether_there_is_a_date(tmp_path: Path) -> None:
    assert warnings(tmp_path, source(), source("Deadline", key="d"), FILM + claim("XXXX") + claim(said_by="d")) == []


@pytest.mark.parametrize(
    ("published", "is_closed"), [("2026", False), ("2026-11", False), ("2026/2026-11-20", True), ("2025", True)]
)
def test_a_claim_that_counts_as_unknown_is_found(tmp_path: Path, published: str, is_closed: bool) -> None:
    words = "it may have been said after 2026-11-20, when it was read: write an interval"
    found = warnings(tmp_path, source(more=f'published = "{published}"'), FILM + claim())
    assert found == ([] if is_closed else [words])


def test_a_claim_on_a_film_that_does_not_exist_is_found(tmp_path: Path) -> None:
    reading = '[[films.disputes.readings]]\nvalue = "a film"\nsource = "v"\nwrong = true\n'
    dispute = f'[[films.disputes]]\nfield = "existence"\n{reading}'
    words = "its source is wrong about the film: say so with error"
    assert warnings(tmp_path, source(), FILM + dispute + claim()) == [words]
    assert warnings(tmp_path, source(), FILM + dispute + claim(more='error = "no such film"')) == []
    assert warnings(tmp_path, source(), FILM + dispute.replace("wrong = true", "wrong = false") + claim()) == []


@pytest.mark.parametrize(
    ("lost", "given", "is_clear"),
    [
        ("2025-02", "2025-02-18", False),
        ("2025-02", "../2025-02-17", True),
        ("2025-02-19/2025-02-28", "2025-02-18", True),
        ("2025-02", "2025-03-01", True),
    ],
)
def test_a_lost_date_that_may_be_older_than_the_date_is_found(
    tmp_path: Path, lost: str, given: str, is_clear: bool
) -> None:
    sources = source(key="paper", more=""), source(key="site", more="")
    claims = (
        claim("XXXX", said_by="paper", more=f'reported = "{lost}"'),
        claim("2026-06-12", said_by="site", more=f'reported = "{given}"'),
    )
    words = '"site" gives a date meanwhile: tell by reported which came first'
    assert warnings(tmp_path, *sources, FILM + "".join(claims)) == ([] if is_clear else [words])

"""Claims: each kind of fault is found in a made file, and a right file is left alone."""

from pathlib import Path

import pytest

from checked_films import FILM, claim, source, warnings


@pytest.mark.parametrize(
    ("channel", "more", "words"),
    [
        ("theatrical", 'service = "IMAX"', 'a release through "IMAX" alone is limited, not theatrical'),
        (
            "theatrical",
            'said = "in limited release"',
            "the claim mentions few cinemas: that is limited, not theatrical",
        ),
        (
            "theatrical",
            'note = "in a few cinemas at first"',
            "the claim mentions few cinemas: that is limited, not theatrical",
        ),
        *[
            ("theatrical", f'said = "{said}"', "the claim mentions few cinemas: that is limited, not theatrical")
            for said in (
                "in selected theatres",
                "in 4 theaters",
                "on two screens",
                "a handful of cinemas",
                "only in IMAX",
                "New York and Los Angeles",
                "an Oscar-qualifying run",
                "one night only",
                "in ausgewählten Kinos",
                "限定公開",
            )
        ],
        ("theatrical", 'said = "an unlimited release"', None),
        ("theatrical", 'said = "everywhere, after a limited run"', None),
        ("theatrical", 'said = "a two-week theatrical window"', None),
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
    ("lost", "given", "is_one"),
    [
        ("", "", True),
        ('reported = "2026-05-01/2026-05-09"', 'reported = "2026-05-05/2026-05-20"', True),
        ('reported = "2026-05-05"', 'reported = "../2026-05-04"', False),
    ],
)
def test_one_event_read_twice_is_found(tmp_path: Path, lost: str, given: str, is_one: bool) -> None:
    found = warnings(tmp_path, source(), FILM + claim("XXXX", more=lost) + claim(more=given))
    assert found == (['"v" also gives a date at the same time: enter each event once'] if is_one else [])


def test_one_source_that_says_the_same_twice_is_found(tmp_path: Path) -> None:
    assert warnings(tmp_path, source(), FILM + claim() + claim()) == ['"v" says this twice: enter each event once']
    assert warnings(tmp_path, source(), FILM + claim() + claim(channel="digital")) == []


@pytest.mark.parametrize(
    ("former", "more", "is_clear"),
    [
        ("2026", "", False),
        ("2026", 'reported = "../2025-12-31"', True),
        ("2026", 'error = "a slip"', True),
        ("2027-06", "", True),
    ],
)
def test_two_days_from_one_source_at_one_time_are_found(tmp_path: Path, former: str, more: str, is_clear: bool) -> None:
    words = '"v" gives another day at the same time: make reported show which came first'
    found = warnings(tmp_path, source(), FILM + claim(former, more=more) + claim())
    assert found == ([] if is_clear else [words])


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
    words = "its source is wrong about the film: add an error to the claim"
    assert warnings(tmp_path, source(), FILM + dispute + claim()) == [words]
    assert warnings(tmp_path, source(), FILM + dispute + claim(more='error = "no such film"')) == []
    assert warnings(tmp_path, source(), FILM + dispute.replace("wrong = true", "wrong = false") + claim()) == []


@pytest.mark.parametrize(
    ("lost", "given", "is_clear"),
    [
        ("2025-02", "2025-02-18", False),
        ("2025-02-14/2025-03-22", "2025-02-14/2025-02-28", False),
        ("2025-02-14", "2025-02-14", True),
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
    words = '"site" gives a date around then: make reported show which came first'
    assert warnings(tmp_path, *sources, FILM + "".join(claims)) == ([] if is_clear else [words])

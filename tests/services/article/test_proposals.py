"""What another program proposes is kept only if the article says it."""

import json

import pytest

from watchlist.domain.errors import InvalidFile
from watchlist.services.article.proposals import read_proposals
from watchlist.services.article.reading import read_article

PAGE = b"""<html><meta property="article:published_time" content="2026-05-05"><body><p>The second film of
the week is <i>Copper Sky</i>, which everybody will see on Friday, June 12.</p></body></html>"""
RIGHT = {
    "film": {"id": None, "title": "Copper Sky"},
    "region": "US",
    "channel": "theatrical",
    "service": None,
    "date": "2026-06-12",
    "said": "Friday, June 12",
    "certainty": "announced",
    "sentence": "which everybody will see on Friday, June 12.",
}


def judged(**changed: object) -> tuple[list[str | None], tuple[str, ...]]:
    article = read_article(PAGE, lambda _: {}, proposed=[{**RIGHT, **changed}])
    return [one.date and one.date.text for one in article.claims], article.refused


def test_a_claim_that_the_article_makes_is_taken() -> None:
    assert judged() == (["2026-06-12"], ())


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"date": "2026-06-13"}, '"Friday, June 12" does not say 2026-06-13'),
        ({"date": "2026-06"}, '"Friday, June 12" does not say 2026-06'),
        ({"date": "XXXX"}, '"Friday, June 12" does not say XXXX'),
        ({"date": None}, "has neither a date nor a state"),
        ({"date": "soon"}, '"soon" is not a date: write 2027-06-25, 2027-06, 2027-21 (spring) or XXXX (TBA)'),
        (
            {"sentence": "Nobody said this on Friday, June 12."},
            'the article has no sentence "Nobody said this on Friday, June 12."',
        ),
        ({"said": "June 13"}, '"June 13" is not in its sentence'),
        ({"film": {"title": "Tin Moon"}}, 'the article does not name "Tin Moon"'),
        ({"film": None}, "does not name a film"),
        ({"certainty": "sure"}, '"sure" is not a certainty'),
        ({"channel": "radio"}, '"radio" is not a channel'),
        ({"region": "XX"}, '"XX" is not a region: write an ISO 3166 code such as US, JP or GB, or WW for worldwide'),
    ],
)
def test_a_claim_that_it_does_not_make_is_refused_by_name(changed: dict[str, object], why: str) -> None:
    assert judged(**changed) == ([], (f"proposal 1: {why}",))


@pytest.mark.parametrize("data", [b"", b"{", b"[" * 100_000, b'{"claims": 1}', b"1"])
def test_a_file_that_holds_no_proposals_is_refused(data: bytes) -> None:
    with pytest.raises(InvalidFile):
        read_proposals(data, name="proposals.json")


def test_what_is_printed_can_be_proposed() -> None:
    assert read_proposals(json.dumps({"claims": [RIGHT]}).encode(), name="x") == [RIGHT]

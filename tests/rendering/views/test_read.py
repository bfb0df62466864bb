"""An article as it was read: who says it, each claim with its sentence, and what is not clear."""

from datetime import date

import pytest

from claims import claim
from drawn import draw
from watchlist.domain.claim import Certainty, Channel
from watchlist.domain.dates import Edtf
from watchlist.domain.film import Film
from watchlist.rendering.views import read
from watchlist.services.article.article_claim import ArticleClaim
from watchlist.services.article.source import ArticleSource
from watchlist.services.article.titles import FilmName
from watchlist.services.read import ArticleReading, ClaimOffer, ClaimQuestion, Effect

SOURCE = ArticleSource("The Daily Reel", "Three dates", "Ann Cole", date(2026, 11, 20), "https://reel.org/three")
SENTENCE = "Dune 3 opens on June 18, 2027."
FOUND = ArticleClaim(
    FilmName("Dune 3", ("dune-3",)),
    None,
    None,
    None,
    Edtf.parse("2027-06-18"),
    "June 18, 2027",
    Certainty.ANNOUNCED,
    SENTENCE,
)
OFFER = ClaimOffer(FOUND, Film("dune-3", "Dune 3"), "Dune 3", claim("2027-06-18"), Effect.MOVES, days=84)
UNCLEAR = ClaimQuestion(FOUND._replace(film=None), "which film", ("dune-3", "dune-4"))
READ = ArticleReading(SOURCE, (OFFER,), (UNCLEAR,), ("proposal 2: no such sentence",))


def test_a_pipe_gets_a_line_for_the_source_each_claim_each_question_and_each_refusal() -> None:
    assert list(read.as_lines(READ)) == [
        "source\tThe Daily Reel\tThree dates\tAnn Cole\t20 November 2026\thttps://reel.org/three",
        f"claim\tDune 3\t18 June 2027\tannounced\tcinemas, US\tmoves the date by +84 days\t{SENTENCE}",
        f"unclear\t\tJune 18, 2027\twhich film\t{SENTENCE}",
        "refused\tproposal 2: no such sentence",
    ]
    assert list(read.as_lines(ArticleReading(ArticleSource(), ()))) == ["source\t\t\t\t\t"]


def test_json_has_what_proposals_are_made_of() -> None:
    said = {
        "region": None,
        "channel": "theatrical",
        "service": None,
        "date": "2027-06-18",
        "said": "June 18, 2027",
        "certainty": "announced",
        "sentence": SENTENCE,
    }
    assert read.as_json(READ) == {
        "source": {
            "publisher": "The Daily Reel",
            "title": "Three dates",
            "author": "Ann Cole",
            "published": "2026-11-20",
            "url": "https://reel.org/three",
        },
        "claims": [
            {"film": {"id": "dune-3", "title": "Dune 3"}, **said, "effect": "moves the date", "days": 84, "others": 0}
        ],
        "unclear": [{"film": {"id": None, "title": None}, **said, "why": "which film", "films": ["dune-3", "dune-4"]}],
        "refused": ["proposal 2: no such sentence"],
    }


def test_a_service_without_a_region_is_worldwide() -> None:
    def region(found: ArticleClaim) -> str | None:
        return read.as_json(ArticleReading(SOURCE, (OFFER._replace(found=found),)))["claims"][0]["region"]

    streamed = FOUND._replace(service="Netflix")
    assert region(streamed) == region(streamed._replace(channel=Channel.DIGITAL)) == "WW"
    assert region(streamed._replace(channel=Channel.THEATRICAL)) is None


@pytest.mark.parametrize(
    ("offer", "words"),
    [
        (OFFER, "moves the date by +84 days"),
        (OFFER._replace(effect=Effect.NEW), "new"),
        (OFFER._replace(effect=Effect.NEW, film=None), "new: a film of your own"),
        (OFFER._replace(effect=Effect.CONTRADICTS, others=2), "contradicts 2 other claims"),
        (OFFER._replace(effect=Effect.SAME), "says the same"),
        (OFFER._replace(effect=Effect.KNOWN), "already noted"),
    ],
)
def test_what_keeping_a_claim_would_change_is_said(offer: ClaimOffer, words: str) -> None:
    assert read.effect_words(offer) == words


def test_a_terminal_shows_each_claim_with_its_sentence_in_which_the_date_is_marked() -> None:
    assert draw(read, READ, 80).splitlines() == [
        "The Daily Reel, 20 November 2026",
        "Three dates",
        "by Ann Cole",
        "Dune 3  18 June 2027, announced, cinemas, US",
        "  Dune 3 opens on June 18, 2027.",
        "  moves the date by +84 days",
        "Not clear",
        "  a film  June 18, 2027: which film?",
        "    Dune 3 opens on June 18, 2027.",
        "Refused",
        "  proposal 2: no such sentence",
    ]
    assert "\x1b[1;4mJune 18, 2027\x1b[0m" in draw(read, READ, 80, colour=True)
    assert draw(read, ArticleReading(ArticleSource(), ()), 80) == (
        "Publisher not stated, day not stated\nThe article makes no clear claim about a release.\n"
    )

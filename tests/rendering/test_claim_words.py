"""Words for claims of the user's own."""

from datetime import date

from claims import claim
from watchlist.domain.claim import Claim
from watchlist.domain.film import Film
from watchlist.domain.release import releases_on
from watchlist.rendering.claim_words import claim_doubt_words, claim_words, kept_words

TODAY = date(2026, 11, 20)


def film_with(*claims: Claim) -> Film:
    return Film("dune-3", "Dune 3", claims=claims)


def test_a_date_that_would_go_is_named_with_who_says_it() -> None:
    dune = film_with(claim("2027", reported="2026-01-01"))
    (release,) = releases_on(dune.claims, TODAY)
    assert claim_doubt_words(dune, release) == "that would discard 2027 for Dune 3, given by Variety"
    assert claim_doubt_words(dune, None) is None


def test_a_claim_says_what_it_changed() -> None:
    said = claim("2028", reported="2026-02-01")
    before, after = film_with(claim("2027", reported="2026-01-01")), film_with(said)
    noted = "Noted: 2028, announced, Variety, cinemas, US."
    assert list(claim_words("Noted", said, before, after, TODAY)) == [
        noted,
        "Dune 3: 2027, announced, 1 source → 2028, announced, 1 source.",
    ]
    assert list(claim_words("Noted", said, film_with(), after, TODAY)) == [
        noted,
        "Dune 3: nothing known → 2028, announced, 1 source.",
    ]
    assert list(claim_words("Taken back", said, after, after, TODAY)) == [
        "Taken back: 2028, announced, Variety, cinemas, US.",
        "Dune 3 is unchanged: 2028, announced, 1 source.",
    ]


def test_the_claims_of_an_article_are_counted() -> None:
    assert kept_words(0, claim("2028").source) == "Nothing was kept."
    assert kept_words(2, claim("2028").source) == "Kept 2 claims from Variety. To undo: watchlist undo"

from claims import claim
from watchlist.domain.claim import Source
from watchlist.domain.dates import Edtf
from watchlist.domain.film import AlsoKnownAs, Film, Filming, Work
from watchlist.domain.people import Role
from watchlist.rendering.film_words import ClaimWords, claim_words, facts, head_facts

SOURCE = Source("variety-2026", "Variety", author="A. Writer")
FILM = Film(
    "film",
    "Film",
    original_title="映画",
    also_known_as=(AlsoKnownAs("Movie", note="working title"),),
    year=2026,
    countries=("JP",),
    languages=("ja", "xx"),
    runtime=118,
    genres=("drama",),
    synopsis="A story.",
    directors=("Takahiro Miki",),
    based_on=Work("Book", (), "An Author", "novel", 2020, "A Press"),
    filming=Filming(Edtf.parse("2025-05"), Edtf.parse("2025-07"), "Tokyo", SOURCE, "one paper only"),
    cast=(Role("Ren Nagase", "Akihito", ("Akito",)), Role("Nobody")),
)


def test_the_facts_are_worded_in_their_order() -> None:
    assert [*head_facts(FILM), *facts(FILM)] == [
        ("original title", "映画"),
        ("about", "Japan · Japanese, xx · 118 minutes · drama"),
        ("synopsis", "A story."),
        ("directed by", "Takahiro Miki"),
        ("based on", "Book, novel by An Author (A Press, 2020)"),
        ("filmed", "Tokyo, May 2025 to July 2025 (Variety); in doubt: one paper only"),
        ("with", "Ren Nagase as Akihito (also written Akito)"),
        ("with", "Nobody"),
        ("also known as", "Movie (working title)"),
    ]


def test_a_claim_is_worded_and_parts_that_it_lacks_are_empty() -> None:
    words = ClaimWords("2027", "“next year”", "rumoured", "Variety", "1 January 2026", "")
    assert claim_words(claim("2027", "rumoured", "2026-01-01")._replace(said="next year")) == words
    assert claim_words(claim(None, "cancelled")).date == ""


def test_a_claim_that_is_an_error_says_why() -> None:
    wrong = claim("2027")._replace(note="by phone", error="a slip of the pen")
    assert claim_words(wrong).note == "an error: a slip of the pen"

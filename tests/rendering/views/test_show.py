from datetime import date

from claims import claim
from drawn import draw
from watchlist.domain.claim import Source
from watchlist.domain.dates import Edtf
from watchlist.domain.film import AlsoKnownAs, Dispute, Film, Filming, Reading, Work
from watchlist.domain.people import Role
from watchlist.rendering.views import show
from watchlist.rendering.views.show import ClaimWords, claim_words, facts, head_facts
from watchlist.services.show import film_facts

TODAY = date(2026, 11, 20)
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
    disputes=(Dispute("runtime", (Reading("118", SOURCE), Reading("181", SOURCE, wrong=True)), None),),
    claims=(claim("2027", reported="2026-01-01"), claim("XXXX", reported="2026-02-01")),
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


def test_a_lost_date_is_struck_through_and_said_to_be_past() -> None:
    drawn = draw(show, film_facts(FILM, None, today=TODAY), 120, colour=True)
    assert "\x1b[2;9mwas 2027\x1b[0m" in drawn
    assert any("was 2027" in line for line in show.as_lines(film_facts(FILM, None, today=TODAY)))


def test_readings_on_which_sources_differ_are_told_apart() -> None:
    lines = list(show.as_lines(film_facts(FILM, None, today=TODAY)))
    assert lines[-2:] == [
        "dispute\truntime\t118\tVariety (A. Writer)\t",
        "dispute\truntime\t181\tVariety (A. Writer)\tan error",
    ]


def test_a_day_on_which_nothing_was_known_says_so() -> None:
    early = film_facts(FILM, None, today=date(2025, 1, 1))
    assert "release\tnothing was known about a release on 1 January 2025" in list(show.as_lines(early))
    assert draw(show, early, 80).count("Nothing was known about a release on 1 January 2025.") == 1

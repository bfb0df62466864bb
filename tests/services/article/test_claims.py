"""What a sentence claims: each date with its film, place and certainty, or why it is not clear."""

from articles import CONTEXT, found, sentence
from watchlist.domain.claim import Channel
from watchlist.domain.dates import Edtf
from watchlist.services.article.article_claim import ArticleClaim, Context
from watchlist.services.article.claims import sentence_claims
from watchlist.services.article.page import Kind
from watchlist.services.article.titles import FilmName

SKY = "Copper Sky"


def claims(marked: str, context: Context = CONTEXT, kind: Kind = Kind.PARAGRAPH) -> list[ArticleClaim]:
    return list(sentence_claims(*sentence(marked), context, kind=kind))


def dates(marked: str, context: Context = CONTEXT) -> list[tuple[str | None, str]]:
    return [(one.date and one.date.text, one.certainty) for one in claims(marked, context)]


def test_a_claim_has_all_that_the_sentence_says() -> None:
    marked = "*Copper Sky* opens in UK and Irish cinemas and in France on June 12, insiders say."
    text, _ = sentence(marked)
    claim = found(SKY, "2026-06-12", "rumoured", channel=Channel.THEATRICAL, said="June 12", sentence=text)
    assert claims(marked) == [claim._replace(region="FR")]


def test_several_films_and_several_countries_are_several_claims() -> None:
    several = claims("France and Spain get *Copper Sky* and *Tin Moon* on June 12.")
    assert [(one.film and one.film.title, one.region) for one in several] == [
        ("Tin Moon", "FR"),
        ("Tin Moon", "ES"),
        (SKY, "FR"),
        (SKY, "ES"),
    ]


def test_what_is_not_clear_is_named() -> None:
    nowhere = CONTEXT._replace(reference=CONTEXT.reference._replace(today=None))
    assert [(one.date, one.why) for one in claims("*Copper Sky* opens on Friday.", nowhere)] == [(None, "which day")]
    assert [(one.film, one.why) for one in claims("A reboot is set for June 12.")] == [(None, "")]


def test_a_sentence_on_something_else_claims_nothing() -> None:
    assert claims("Its soundtrack, *Copper Sky*, comes out on June 5.") == []
    assert claims("Filming on *Copper Sky* begins on June 5.") == []


def test_a_release_of_which_the_words_do_not_say_it_is_over_by_the_day_of_the_article() -> None:
    assert dates("Release date: June 12") == [("2026-06-12", "announced")]
    assert dates("Release date: April 3") == [("2026-04-03", "released")]
    assert dates("*Copper Sky* (April 3, 2026)") == [("2026-04-03", "released")]


def test_a_day_to_come_that_is_long_past_was_given_up() -> None:
    assert dates("*Copper Sky* will open on January 9, 2026.") == []
    assert dates("*Copper Sky* will open on April 3, 2026.") == [("2026-04-03", "announced")]


def test_a_day_without_a_year_is_near_the_far_one_that_was_given_for_the_film() -> None:
    told = CONTEXT._replace(first_dates={FilmName(SKY): Edtf.parse("2027-06-12")})
    soon = CONTEXT._replace(first_dates={FilmName(SKY): Edtf.parse("2026-12-12")})
    assert dates("*Copper Sky* opens on June 9.", told) == [("2027-06-09", "announced")]
    assert dates("*Copper Sky* opens on June 9.", soon) == [("2026-06-09", "announced")]


def test_not_before_a_date_is_open() -> None:
    assert dates("*Copper Sky* will not open before June.") == [("2026-06/..", "announced")]


def test_an_american_date_in_a_list_has_the_month_first() -> None:
    other = CONTEXT._replace(reference=CONTEXT.reference._replace(day_first=True))
    marked = "*Copper Sky* opens in France on 6/7 and in the US on 6/8."
    assert dates(marked, other) == [("2026-07-06", "announced"), ("2026-06-08", "announced")]


def test_how_sure_a_date_is_follows_its_own_words_then_those_before() -> None:
    assert dates("It is expected on June 12 and July 3.") == [
        ("2026-06-12", "speculated"),
        ("2026-07-03", "speculated"),
    ]
    assert dates("It is expected on June 12; it opens on July 3.") == [
        ("2026-06-12", "speculated"),
        ("2026-07-03", "announced"),
    ]
    assert dates("Insiders say that on Monday, or in other words June 12, *Copper Sky* comes out.")[-1][1] == "rumoured"


def test_a_film_that_is_called_off_has_no_date_to_come() -> None:
    assert dates("*Copper Sky*, which was set for June 12, has been scrapped.") == [(None, "cancelled")]
    assert dates("*Tin Moon* opens on June 12, while *Copper Sky*, due in 2027, was shelved.") == [
        ("2026-06-12", "announced"),
        (None, "cancelled"),
    ]


def test_years_beside_films_are_theirs_but_not_in_headings() -> None:
    assert dates("From the maker of 2012’s *Copper Sky*.") == [("2012", "released")]
    assert claims("2012’s *Copper Sky*", kind=Kind.HEADING) == []

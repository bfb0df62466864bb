from datetime import date

import pytest

from claims import claim
from watchlist.domain.claim import Certainty, Channel, Source, parse_address, parse_channel
from watchlist.domain.errors import BadValue
from watchlist.rendering.wording import channel_words


def test_a_claim_is_known_when_the_latest_day_of_its_report_has_come() -> None:
    assert claim("2024", reported="2024-05").known_from == date(2024, 5, 31)
    assert claim("2024", reported="../2024-06-26").known_from == date(2024, 6, 26)
    assert claim("2024", reported="2025-07-30/2026-08-08").known_from == date(2026, 8, 8)


def test_a_claim_is_as_new_as_the_first_day_of_its_report() -> None:
    assert claim("2027", reported="2024-05").newness == date(2024, 5, 1)
    assert claim("2027", reported="../2024-06-26").newness == claim("2027").newness == date.min


def test_an_announcement_is_firm_and_speculation_is_not() -> None:
    assert [certainty for certainty in Certainty if not certainty.is_firm] == ["rumoured", "speculated"]
    assert sorted(Certainty, key=lambda certainty: certainty.rank)[:3] == ["rumoured", "speculated", "announced"]


def test_a_claim_without_a_date_has_no_bounds() -> None:
    assert (claim(None).is_dated, claim("XXXX").is_dated) == (False, True)
    assert claim(None).span is claim("XXXX").span is None


@pytest.mark.parametrize("channel", Channel)
def test_a_channel_is_typed_by_its_name_or_by_its_word_on_the_screen(channel: Channel) -> None:
    assert (
        parse_channel(str(channel)) is parse_channel(channel.word) is parse_channel(channel_words(channel)) is channel
    )


@pytest.mark.parametrize(
    ("typed", "channel"),
    [("cinema", "theatrical"), (" Cinemas", "theatrical"), ("Stream", "digital"), ("Blu-ray", "physical")],
)
def test_a_channel_has_other_words_too(typed: str, channel: str) -> None:
    assert parse_channel(typed) == channel


@pytest.mark.parametrize("text", ["", "cine", "netflix"])
def test_any_other_word_is_no_channel(text: str) -> None:
    with pytest.raises(BadValue, match="write premiere, limited, cinemas, streaming, disc, tv"):
        parse_channel(text)


@pytest.mark.parametrize("text", ["javascript:alert(1)", "https://a b", "ftp://x", "https://x\x1b", ""])
def test_only_the_address_of_a_web_page_is_one(text: str) -> None:
    assert parse_address("https://variety.com/x") == "https://variety.com/x"
    with pytest.raises(BadValue, match="not an address"):
        parse_address(text)


@pytest.mark.parametrize(
    ("note", "via"),
    [
        ("via Wikidata Q7", "Wikidata"),
        ("by way of Wikidata Q7", "Wikidata"),
        ('via Wikipedia, "Klara and the Sun (film)"', "Wikipedia"),
        ("via a digest; after the weekend of 26 June 2026", "a digest"),
        ("after Variety; via whee.net", None),
        (None, None),
    ],
)
def test_a_source_names_the_record_that_cites_it(note: str | None, via: str | None) -> None:
    assert Source("deadline", "Deadline", note=note).via == via

from datetime import date

import pytest

from claims import claim
from watchlist.domain.change import Change, EntryChange
from watchlist.domain.claim import UNSOURCED, Certainty, Channel, Claim, Source
from watchlist.domain.dates import Edtf
from watchlist.domain.entry import Entry
from watchlist.domain.errors import Refused
from watchlist.domain.film import Film
from watchlist.services import track
from watchlist.services.track import NO_DETAILS, ClaimDetails

TODAY = date(2026, 11, 20)
UNKNOWN = Film("new", "New")
FILM = Film("heat-2", "Heat 2", claims=(claim("2027", region="WW", channel=Channel.DIGITAL, service="Netflix"),))
LISTED = Entry("heat-2", "Heat 2", added=date(2026, 1, 1))


def make_claim(film: Film, details: ClaimDetails = NO_DETAILS) -> Claim:
    return track.make_claim(film, details, Edtf.parse("2028"), said=None, today=TODAY)


def test_a_new_film_comes_on_the_list_with_its_day() -> None:
    assert track.add(None, FILM, today=TODAY) == Change((EntryChange(None, Entry("heat-2", "Heat 2", added=TODAY)),))


def test_adding_what_is_listed_changes_nothing() -> None:
    assert not track.add(LISTED, FILM, today=TODAY)


def test_removing_what_is_not_listed_is_refused() -> None:
    with pytest.raises(Refused, match="not on your list"):
        track.remove(None, "Heat 2")


def test_what_is_heard_of_a_known_film_is_about_its_only_release() -> None:
    assert make_claim(FILM) == Claim(
        region="WW",
        channel=Channel.DIGITAL,
        service="Netflix",
        date=Edtf.parse("2028"),
        certainty=Certainty.RUMOURED,
        source=UNSOURCED,
        seen=TODAY,
        reported=Edtf.of(TODAY),
    )


def test_what_is_heard_of_an_unknown_film_is_theatrical_and_worldwide() -> None:
    assert (make_claim(UNKNOWN).channel, make_claim(UNKNOWN).region) == (Channel.THEATRICAL, "WW")
    assert make_claim(UNKNOWN, ClaimDetails(service="Netflix")).channel is Channel.DIGITAL


def test_a_named_source_is_kept_with_its_day_and_address() -> None:
    said = make_claim(
        UNKNOWN, ClaimDetails(source="Variety", url="https://variety.com/x", reported=Edtf.parse("2026-11"))
    )
    assert said.source == Source("variety-2026-11-d984ed0f", "Variety", url="https://variety.com/x")
    assert said.reported == Edtf.parse("2026-11")


def test_sources_that_are_not_the_same_have_ids_of_their_own() -> None:
    sources = [
        *(("Variety", None), ("Variety", "https://variety.com/1"), ("Variety", "https://variety.com/2")),
        *(("???", None), ("!!!", None)),
    ]
    ids = {make_claim(UNKNOWN, ClaimDetails(source=name, url=url)).source.id for name, url in sources}
    assert len(ids) == len(sources)


def test_an_id_that_is_taken_gets_a_number() -> None:
    assert track.free_id("Heat 2", ["heat-2", "heat-2-no2"].__contains__) == "heat-2-no3"

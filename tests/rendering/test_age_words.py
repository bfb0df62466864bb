from datetime import date

import pytest

from claims import claim
from watchlist.domain.claim import Channel
from watchlist.domain.countdown import releases_today
from watchlist.domain.film import Film
from watchlist.rendering.age_words import age_words, lacking_words
from watchlist.services.preferences import Lacking

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("when", "heard", "words"),
    [
        ("2026-12-18", "2026-11-21", "last heard today"),
        ("2026-12-18", "2026-11-20", "last heard yesterday"),
        ("2026-12-18", "2026-11-01", "last heard 20 days ago"),
        ("2026-12-18", "2025-01-17", "stale: last heard 22 months ago"),
        ("2026-10-15", "2026-08-08", "as announced"),
    ],
)
def test_the_age_of_a_date_is_said_in_words(when: str, heard: str, words: str) -> None:
    (one,) = releases_today(Film("film", "Film", claims=(claim(when, "announced", heard),)), TODAY)
    assert age_words(one, TODAY) == words


def test_a_film_that_is_out_elsewhere_is_said_to_be() -> None:
    claims = (claim("2026-12-18", reported="2026-11-01"), claim("2026-03-04", reported="2026-03-03", region="BE"))
    _, ours = releases_today(Film("film", "Film", claims=claims), TODAY)
    assert age_words(ours, TODAY) == "stale: last heard 20 days ago, out elsewhere since 4 March 2026 (BE)"


@pytest.mark.parametrize(
    ("lacking", "words"),
    [
        (None, ""),
        (Lacking(("GB",)), "no GB date yet"),
        (Lacking(("GB", "IE")), "no GB or IE date yet"),
        (Lacking(("JP",), (Channel.PHYSICAL,)), "no JP disc date yet"),
        (Lacking((), (), ("Netflix",)), "no Netflix date yet"),
        (Lacking(("GB",), is_awaited=False), "no GB date known"),
    ],
)
def test_what_has_no_date_yet_is_named(lacking: Lacking | None, words: str) -> None:
    assert lacking_words(lacking) == words

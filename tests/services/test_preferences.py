from datetime import date

import pytest

from claims import claim
from watchlist.domain.claim import Channel, Claim
from watchlist.domain.countdown import ReleaseToday, releases_today
from watchlist.domain.entry import Want
from watchlist.domain.film import Film
from watchlist.domain.release import ReleaseKey
from watchlist.services.preferences import (
    ANYTHING,
    Lacking,
    Preferences,
    ReleaseChoice,
    ReleaseFilter,
    admitted,
    preferred,
    wished,
)

CINEMA = ReleaseKey("US", Channel.THEATRICAL, None)
FESTIVAL = ReleaseKey("IT", Channel.PREMIERE, "Venice")
NETFLIX = ReleaseKey("WW", Channel.DIGITAL, "Netflix")
DISC = ReleaseKey("JP", Channel.PHYSICAL, None)
ALL = (CINEMA, FESTIVAL, NETFLIX, DISC)


@pytest.mark.parametrize(
    ("release_filter", "keys"),
    [
        (ReleaseFilter(), (CINEMA, NETFLIX, DISC)),
        (ReleaseFilter(channels=(Channel.PREMIERE,)), (FESTIVAL,)),
        (ReleaseFilter(regions=("JP",)), (NETFLIX, DISC)),
        (ReleaseFilter(services=("netflix",)), (NETFLIX,)),
        (ReleaseFilter(regions=("JP",), channels=(Channel.THEATRICAL,)), ()),
    ],
)
def test_a_filter_admits_what_was_asked_for_and_nothing_else(
    release_filter: ReleaseFilter, keys: tuple[ReleaseKey, ...]
) -> None:
    assert tuple(key for key in ALL if release_filter.admit(key)) == keys


@pytest.mark.parametrize(
    ("preferences", "fitting"),
    [
        (ANYTHING, (CINEMA, NETFLIX, DISC)),
        (Preferences(regions=("JP",)), (NETFLIX, DISC)),
        (Preferences(services=("NETFLIX",)), (CINEMA, NETFLIX, DISC)),
        (Preferences(services=("Hulu",)), (CINEMA, DISC)),
        (Preferences(channels=(Channel.DIGITAL,), services=("Hulu",)), ()),
    ],
)
def test_a_streaming_service_must_be_the_users_but_cinemas_and_discs_are_everyones(
    preferences: Preferences, fitting: tuple[ReleaseKey, ...]
) -> None:
    assert tuple(key for key in ALL if preferences.fits(key)) == fitting


def test_a_filter_asks_for_what_an_entry_waits_for() -> None:
    assert ReleaseFilter.of(Want("JP", Channel.DIGITAL, "Netflix")) == ReleaseFilter(
        ("JP",), (Channel.DIGITAL,), ("Netflix",)
    )
    assert not ReleaseFilter.of(Want())
    assert ReleaseFilter.of(Want(region="JP"))


def releases(*claims: Claim) -> tuple[ReleaseToday, ...]:
    return releases_today(Film("film", "Film", claims=claims), date(2026, 11, 20))


AMERICAN = claim("2027", reported="2026-01-01")
JAPANESE = claim("2028", reported="2026-01-01", region="JP")
NO_DATE = claim("XXXX", reported="2026-01-01", region="JP")


def test_preferences_put_first_what_can_be_watched_and_never_leave_all_out() -> None:
    american, japanese = both = releases(AMERICAN, JAPANESE)
    assert preferred(both, Preferences(regions=("JP",))) == ReleaseChoice((japanese,))
    assert preferred(both, Preferences(regions=("FR",))) == ReleaseChoice(both, Lacking(("FR",)))
    assert preferred(both, Preferences()) == ReleaseChoice(both)
    assert wished(both, Want(region="JP")) == ReleaseChoice((japanese,))
    assert wished(both, Want(region="US")) == ReleaseChoice((american,))


def test_while_ones_own_release_has_no_date_another_is_shown_and_what_is_lacking_is_named() -> None:
    american, _ = both = releases(AMERICAN, NO_DATE)
    assert preferred(both, Preferences(regions=("JP",))) == ReleaseChoice((american,), Lacking(("JP",)))
    assert wished(both, Want(region="JP")) == ReleaseChoice((american,), Lacking(("JP",)))
    assert wished(both, Want("US", Channel.DIGITAL, "Netflix")) == ReleaseChoice(
        (american,), Lacking((), (Channel.DIGITAL,))
    )


def test_without_any_date_ones_own_release_is_kept_and_else_what_is_known() -> None:
    (undated,) = releases(NO_DATE)
    assert wished((undated,), Want(region="JP")) == ReleaseChoice((undated,))
    assert wished((undated,), Want(region="US")) == ReleaseChoice((undated,))
    (off,) = releases(claim(None, "cancelled", "2026-01-01"))
    assert preferred((off,), Preferences(regions=("JP",))) == ReleaseChoice((off,))


def test_that_ones_own_release_is_cancelled_is_the_answer_and_no_date_elsewhere_replaces_it() -> None:
    american, cancelled = both = releases(AMERICAN, claim(None, "cancelled", "2026-01-01", region="JP"))
    assert preferred(both, Preferences(regions=("JP",))) == ReleaseChoice((cancelled,))
    assert wished(both, Want(region="JP")) == ReleaseChoice((cancelled,))
    for is_listed in (True, False):
        assert admitted(both, ReleaseFilter(regions=("JP",)), is_listed=is_listed) == ReleaseChoice((cancelled,))
    assert admitted(both, ReleaseFilter(regions=("FR",)), is_listed=True) == ReleaseChoice(
        (american,), Lacking(("FR",))
    )


def test_what_was_asked_for_and_has_no_date_is_shown_elsewhere_if_the_film_is_on_the_list() -> None:
    american, undated = both = releases(AMERICAN, NO_DATE)
    asked = ReleaseFilter(regions=("JP",))
    assert admitted(both, asked, is_listed=True) == ReleaseChoice((american,), Lacking(("JP",)))
    assert admitted(both, asked, is_listed=False) == ReleaseChoice((undated,))
    assert admitted((undated,), asked, is_listed=True) == ReleaseChoice((undated,))


def test_what_came_out_elsewhere_within_a_year_is_awaited_and_what_is_older_is_not() -> None:
    lately, long_ago = claim("2025-11-21", "released", "2025-11-21"), claim("2025-11-20", "released", "2025-11-20")
    british = Preferences(regions=("GB",))
    (out,), (old,) = releases(lately), releases(long_ago)
    assert preferred((out,), british) == ReleaseChoice((out,), Lacking(("GB",)))
    assert preferred((old,), british) == ReleaseChoice((old,), Lacking(("GB",), is_awaited=False))
    assert wished((old,), Want(region="GB")) == ReleaseChoice((old,), Lacking(("GB",)))
    assert (preferred((out,), british).for_user, preferred((old,), british).for_user) == ((), (old,))
    assert british.awaited_since(date(2026, 11, 20)) == date(2025, 11, 20)
    assert ANYTHING.awaited_since(date(2026, 11, 20)) == date(2026, 11, 20)


@pytest.mark.parametrize(
    ("released", "is_awaited"), [("2026-11-20", True), ("2026-11", True), (None, False), ("1979", False)]
)
def test_what_is_out_today_is_awaited_and_what_has_no_day_is_not(released: str | None, is_awaited: bool) -> None:
    (out,) = releases(claim(released, "released", "2026-11-20"))
    assert preferred((out,), Preferences(regions=("GB",))) == ReleaseChoice(
        (out,), Lacking(("GB",), is_awaited=is_awaited)
    )

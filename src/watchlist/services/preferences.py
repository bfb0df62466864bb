"""Which release counts for a film: the entry's wish, else what the user can see, else the next anywhere."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from watchlist.domain.claim import Channel
from watchlist.domain.countdown import Countdown, State, countdown
from watchlist.domain.entry import Want
from watchlist.domain.film import Film
from watchlist.domain.names import fold
from watchlist.domain.region import WORLDWIDE
from watchlist.domain.release import Release, ReleaseKey, releases_on


class ReleaseFilter(NamedTuple):
    """Which releases to look at; an empty part leaves that part open. A premiere must be asked for."""

    regions: tuple[str, ...] = ()
    channels: tuple[Channel, ...] = ()
    services: tuple[str, ...] = ()

    @classmethod
    def of(cls, want: Want) -> "ReleaseFilter":
        """Turn what an entry waits for into release_filter."""
        return cls(
            (want.region,) if want.region else (),
            (want.channel,) if want.channel else (),
            (want.service,) if want.service else (),
        )

    def __bool__(self) -> bool:
        return bool(self.regions or self.channels or self.services)

    def admit(self, key: ReleaseKey) -> bool:
        """Say whether a release is one of those; a worldwide one happens in every region."""
        return (
            (not self.regions or key.region in self.regions or key.region == WORLDWIDE)
            and (key.channel in self.channels if self.channels else key.channel is not Channel.PREMIERE)
            and (not self.services or fold(key.service or "") in {fold(service) for service in self.services})
        )


class Preferences(NamedTuple):
    """What the user watches, by their settings: it goes before other releases, and hides none."""

    regions: tuple[str, ...] = ()
    channels: tuple[Channel, ...] = ()
    services: tuple[str, ...] = ()

    def fits(self, key: ReleaseKey) -> bool:
        """Say whether a release is one that the user can watch; a streaming service must be theirs."""
        streamed = key.service is not None and key.channel in (Channel.DIGITAL, Channel.TV)
        return ReleaseFilter(self.regions, self.channels).admit(key) and (
            not self.services or not streamed or fold(key.service or "") in set(map(fold, self.services))
        )


ANYTHING = Preferences()


def preferred(
    releases: Sequence["ReleaseToday"], release_filter: ReleaseFilter, preferences: Preferences
) -> Sequence["ReleaseToday"]:
    """Keep the releases that the user can watch, where they asked for none and there are such; else all."""
    fitting = [one for one in releases if preferences.fits(one.release.key)] if not release_filter else []
    return fitting or releases


class ReleaseToday(NamedTuple):
    """A release with its countdown from the day asked about."""

    release: Release
    countdown: Countdown


def releases_today(film: Film, today: date) -> tuple[ReleaseToday, ...]:
    """Resolve every release of a film that is known on a day, the soonest first."""
    return tuple(
        ReleaseToday(release, countdown(release.resolution, today)) for release in releases_on(film.claims, today)
    )


def in_order_of_interest(releases: tuple[ReleaseToday, ...]) -> tuple[ReleaseToday, ...]:
    """Put what is still to come first, soonest first; then what is out, newest first; then the rest."""
    return tuple(sorted(releases, key=_interest))


def _interest(one: ReleaseToday) -> tuple[int, int]:
    rank = _INTEREST[one.countdown.state]
    return rank, -(one.countdown.days_latest or 0) if one.countdown.state is State.OUT else 0


_INTEREST = {
    State.DUE: 0,
    State.DATED: 0,
    State.OUT: 1,
    State.OVERDUE: 2,
    State.UNDATED: 3,
    State.CANCELLED: 4,
}

"""Which releases a person asks for, and which of them they can watch."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from watchlist.domain.claim import Channel
from watchlist.domain.countdown import ReleaseToday, State
from watchlist.domain.entry import Want
from watchlist.domain.names import fold
from watchlist.domain.region import WORLDWIDE
from watchlist.domain.release import ReleaseKey


class ReleaseFilter(NamedTuple):
    """The releases that were asked for; all others are left out.

    An empty part admits all, but a premiere must be asked for.
    """

    regions: tuple[str, ...] = ()
    channels: tuple[Channel, ...] = ()
    services: tuple[str, ...] = ()

    @classmethod
    def of(cls, want: Want) -> "ReleaseFilter":
        """Return the filter for the release that an entry waits for."""
        return cls(
            (want.region,) if want.region else (),
            (want.channel,) if want.channel else (),
            (want.service,) if want.service else (),
        )

    def __bool__(self) -> bool:
        return bool(self.regions or self.channels or self.services)

    def admit(self, key: ReleaseKey) -> bool:
        """Return whether a release was asked for; a worldwide one happens in every region."""
        return (
            (not self.regions or key.region in self.regions or key.region == WORLDWIDE)
            and (key.channel in self.channels if self.channels else key.channel is not Channel.PREMIERE)
            and (not self.services or fold(key.service or "") in {fold(service) for service in self.services})
        )


class Preferences(NamedTuple):
    """What the user can watch, by their settings: such releases come first, but no others are left out.

    Unlike a filter, `services` leaves cinemas and discs alone: it tells which streaming
    services are the user's.
    """

    regions: tuple[str, ...] = ()
    channels: tuple[Channel, ...] = ()
    services: tuple[str, ...] = ()

    def fits(self, key: ReleaseKey) -> bool:
        """Return whether the user can watch a release."""
        streamed = key.service is not None and key.channel in (Channel.DIGITAL, Channel.TV)
        return ReleaseFilter(self.regions, self.channels).admit(key) and (
            not self.services or not streamed or fold(key.service or "") in set(map(fold, self.services))
        )


ANYTHING = Preferences()


class Choice(NamedTuple):
    """The releases of a film to choose from.

    `lacking` is None where they are the user's own; else it says for what part of it, such as a region, there is
    no date yet, and the releases are those of others.
    """

    releases: tuple[ReleaseToday, ...]
    lacking: ReleaseFilter | None = None


def preferred(releases: Sequence[ReleaseToday], preferences: Preferences) -> Choice:
    """Keep the releases that the user can watch; while these have no date, all, if one of them is to come."""
    open_to_all = tuple(one for one in releases if ReleaseFilter().admit(one.release.key))
    own = tuple(one for one in releases if preferences.fits(one.release.key))
    if any(one.countdown.state is not State.UNDATED for one in own):
        return Choice(own)
    to_come = any(one.countdown.state in (State.DATED, State.DUE) for one in open_to_all)
    asked = ReleaseFilter(*preferences)
    return (
        Choice(_dated(open_to_all), _lacking(asked, open_to_all)) if asked and to_come else Choice(own or open_to_all)
    )


def wished(releases: Sequence[ReleaseToday], want: Want) -> Choice:
    """Keep the releases that an entry waits for; while these have no date, the others that have one."""
    asked = ReleaseFilter.of(want)
    own = tuple(one for one in releases if asked.admit(one.release.key))
    if any(one.countdown.state is not State.UNDATED for one in own):
        return Choice(own)
    others = _dated(one for one in releases if ReleaseFilter().admit(one.release.key))
    return Choice(others, _lacking(asked, others)) if others else Choice(own)


def _dated(releases: Iterable[ReleaseToday]) -> tuple[ReleaseToday, ...]:
    return tuple(one for one in releases if one.countdown.state not in (State.UNDATED, State.CANCELLED))


def _lacking(asked: ReleaseFilter, releases: Sequence[ReleaseToday]) -> ReleaseFilter:
    """Find the part of what was asked for that no release with a date fits; all of it if each part has one."""
    parts = (ReleaseFilter(asked.regions), ReleaseFilter((), asked.channels), ReleaseFilter((), (), asked.services))
    dated = _dated(releases)
    missing = (part for part in parts if part and not any(part.admit(one.release.key) for one in dated))
    return next(missing, asked)

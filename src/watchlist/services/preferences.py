"""Which releases a person asks for, and which of them they can watch."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from types import MappingProxyType
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

    def awaited_since(self, day: date) -> date:
        """Return the day after which a film may have come out elsewhere that the user still awaits on a day."""
        return day - timedelta(days=_YEAR) if any(self) else day


ANYTHING = Preferences()
_YEAR = 365
NO_WANTS: Mapping[str, Want | None] = MappingProxyType({})
"""What entries wait for, by film, where there are none."""


class Lacking(NamedTuple):
    """What the user asked for that has no date, where another release of the film is shown in its stead."""

    regions: tuple[str, ...] = ()
    channels: tuple[Channel, ...] = ()
    services: tuple[str, ...] = ()
    is_awaited: bool = True
    """False where the film came out elsewhere so long ago that it may well be out there too, and nobody noted it."""


class Choice(NamedTuple):
    """The releases of a film to choose from.

    `lacking` is None where they are the user's own; else it says for what part of it, such as a region, there is
    no date yet, and the releases are those of others.
    """

    releases: tuple[ReleaseToday, ...]
    lacking: Lacking | None = None

    @property
    def own(self) -> tuple[ReleaseToday, ...]:
        """The releases that the user can watch: none of others, unless the film has been out there for long."""
        return () if self.lacking and self.lacking.is_awaited else self.releases


def is_own(key: ReleaseKey, want: Want | None, preferences: Preferences) -> bool:
    """Return whether a release is one that the user waits for, or can watch by their settings."""
    return ReleaseFilter.of(want).admit(key) if want else preferences.fits(key)


def chosen(releases: Sequence[ReleaseToday], want: Want | None, preferences: Preferences) -> Choice:
    """Keep the releases that count for the user: by the wish of the film's entry, else by their settings."""
    return wished(releases, want) if want else preferred(releases, preferences)


def preferred(releases: Sequence[ReleaseToday], preferences: Preferences) -> Choice:
    """Keep the releases that the user can watch; while these have no date, the others that have one."""
    open_to_all = _open_to_all(releases)
    own = tuple(one for one in releases if preferences.fits(one.release.key))
    others = _dated(open_to_all)
    if any(one.countdown.state is not State.UNDATED for one in own) or not any(preferences) or not others:
        return Choice(own or open_to_all)
    return Choice(others, _lacking(ReleaseFilter(*preferences), others)._replace(is_awaited=_is_news(others)))


def wished(releases: Sequence[ReleaseToday], want: Want) -> Choice:
    """Keep the releases that an entry waits for; while these have no date, the others that have one."""
    asked = ReleaseFilter.of(want)
    own = tuple(one for one in releases if asked.admit(one.release.key))
    others = _dated(_open_to_all(releases))
    if any(one.countdown.state is not State.UNDATED for one in own) or not others:
        return Choice(own or _open_to_all(releases))
    return Choice(others, _lacking(asked, others))


def _open_to_all(releases: Sequence[ReleaseToday]) -> tuple[ReleaseToday, ...]:
    return tuple(one for one in releases if ReleaseFilter().admit(one.release.key))


def _dated(releases: Sequence[ReleaseToday]) -> tuple[ReleaseToday, ...]:
    return tuple(one for one in releases if one.countdown.state not in (State.UNDATED, State.CANCELLED))


def _is_news(releases: Sequence[ReleaseToday]) -> bool:
    """Return whether one of some releases is to come, or came out within a year."""
    latest = [one.countdown.days_latest for one in releases]
    return any(one.countdown.state is not State.OUT for one in releases) or any(
        days is not None and days > -_YEAR for days in latest
    )


def _lacking(asked: ReleaseFilter, releases: Sequence[ReleaseToday]) -> Lacking:
    """Find the part of what was asked for that no release with a date fits; all of it if each part has one."""
    parts = (ReleaseFilter(asked.regions), ReleaseFilter((), asked.channels), ReleaseFilter((), (), asked.services))
    missing = (part for part in parts if part and not any(part.admit(one.release.key) for one in releases))
    return Lacking(*next(missing, asked))

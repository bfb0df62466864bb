"""Which releases the user asks for, and which they can watch."""

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
    """Which releases to show; all others are left out.

    An empty part admits all, but premieres must be asked for.
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
        """Return whether to show a release; a worldwide one is in every region."""
        return (
            (not self.regions or key.region in self.regions or key.region == WORLDWIDE)
            and (key.channel in self.channels if self.channels else key.channel is not Channel.PREMIERE)
            and (not self.services or fold(key.service or "") in {fold(service) for service in self.services})
        )


class Preferences(NamedTuple):
    """What the user can watch, by their settings: such releases come first, but others are not left out.

    Unlike in a filter, `services` do not exclude cinemas and discs: they are the streaming services
    that the user has.
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
        """Return the earliest day since which a film that the user still awaits may have come out elsewhere."""
        return day - timedelta(days=_YEAR) if any(self) else day


ANYTHING = Preferences()
_YEAR = 365
NO_WANTS: Mapping[str, Want | None] = MappingProxyType({})
"""What entries wait for, by film id, if there are no entries."""


class Lacking(NamedTuple):
    """The part of the user's request that has no date, so that another release of the film is shown instead."""

    regions: tuple[str, ...] = ()
    channels: tuple[Channel, ...] = ()
    services: tuple[str, ...] = ()
    is_awaited: bool = True
    """False if the film came out elsewhere so long ago that it may be out here too, although no source says so."""


class ReleaseChoice(NamedTuple):
    """The releases of a film that count.

    `lacking` is None if the user can watch them; otherwise they are other releases, and it is the part of the
    user's request, such as a region, that has no date yet.
    """

    releases: tuple[ReleaseToday, ...]
    lacking: Lacking | None = None

    @property
    def for_user(self) -> tuple[ReleaseToday, ...]:
        """The releases that the user can watch; others only if the film has been out for long."""
        return () if self.lacking and self.lacking.is_awaited else self.releases


def is_for_user(key: ReleaseKey, want: Want | None, preferences: Preferences) -> bool:
    """Return whether a release is what the user waits for (`want`), or else what they can watch."""
    return ReleaseFilter.of(want).admit(key) if want else preferences.fits(key)


def chosen(releases: Sequence[ReleaseToday], want: Want | None, preferences: Preferences) -> ReleaseChoice:
    """Return the releases that count for the user: by the wish of the film's entry, else by their settings."""
    return wished(releases, want) if want else preferred(releases, preferences)


def admitted(releases: Sequence[ReleaseToday], asked: ReleaseFilter, *, is_listed: bool) -> ReleaseChoice:
    """Return the releases that were asked for; if a film on the list has no date there, those of other regions."""
    own = tuple(one for one in releases if asked.admit(one.release.key))
    if not is_listed or not asked.regions or any(one.countdown.state is not State.UNDATED for one in own):
        return ReleaseChoice(own)
    anywhere = asked._replace(regions=())
    others = _dated(tuple(one for one in releases if anywhere.admit(one.release.key)))
    return ReleaseChoice(others, Lacking(asked.regions, is_awaited=_is_news(others))) if others else ReleaseChoice(own)


def preferred(releases: Sequence[ReleaseToday], preferences: Preferences) -> ReleaseChoice:
    """Return the releases that the user can watch; while none of these has a date, other releases that have one."""
    open_to_all = _open_to_all(releases)
    if not any(preferences):
        return ReleaseChoice(open_to_all)
    own = tuple(one for one in releases if preferences.fits(one.release.key))
    others = _dated(open_to_all)
    if any(one.countdown.state is not State.UNDATED for one in own) or not others:
        return ReleaseChoice(own or open_to_all)
    return ReleaseChoice(others, _lacking(ReleaseFilter(*preferences), others)._replace(is_awaited=_is_news(others)))


def wished(releases: Sequence[ReleaseToday], want: Want) -> ReleaseChoice:
    """Return the releases that an entry waits for; while none of these has a date, other releases that have one."""
    asked = ReleaseFilter.of(want)
    own = tuple(one for one in releases if asked.admit(one.release.key))
    others = _dated(_open_to_all(releases))
    if any(one.countdown.state is not State.UNDATED for one in own) or not others:
        return ReleaseChoice(own or _open_to_all(releases))
    return ReleaseChoice(others, _lacking(asked, others))


def _open_to_all(releases: Sequence[ReleaseToday]) -> tuple[ReleaseToday, ...]:
    return tuple(one for one in releases if _UNASKED.admit(one.release.key))


_UNASKED = ReleaseFilter()


def _dated(releases: Sequence[ReleaseToday]) -> tuple[ReleaseToday, ...]:
    return tuple(one for one in releases if one.countdown.state not in (State.UNDATED, State.CANCELLED))


def _is_news(releases: Sequence[ReleaseToday]) -> bool:
    """Return whether any of some releases is upcoming, or came out less than a year ago."""
    latest = [one.countdown.days_latest for one in releases]
    return any(one.countdown.state is not State.OUT for one in releases) or any(
        days is not None and days > -_YEAR for days in latest
    )


def _lacking(asked: ReleaseFilter, releases: Sequence[ReleaseToday]) -> Lacking:
    """Return the first part of a request that no dated release fits; all of it if each part has one that does."""
    parts = (ReleaseFilter(asked.regions), ReleaseFilter((), asked.channels), ReleaseFilter((), (), asked.services))
    missing = (part for part in parts if part and not any(part.admit(one.release.key) for one in releases))
    return Lacking(*next(missing, asked))

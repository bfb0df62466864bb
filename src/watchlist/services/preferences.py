"""Which releases a person asks for, and which of them they can watch."""

from collections.abc import Sequence
from typing import NamedTuple

from watchlist.domain.claim import Channel
from watchlist.domain.countdown import ReleaseToday
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
        """Tell whether a release was asked for; a worldwide one happens in every region."""
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
        """Tell whether the user can watch a release."""
        streamed = key.service is not None and key.channel in (Channel.DIGITAL, Channel.TV)
        return ReleaseFilter(self.regions, self.channels).admit(key) and (
            not self.services or not streamed or fold(key.service or "") in set(map(fold, self.services))
        )


ANYTHING = Preferences()


def preferred(
    releases: Sequence[ReleaseToday], release_filter: ReleaseFilter, preferences: Preferences
) -> Sequence[ReleaseToday]:
    """Keep the releases that the user can watch, if there are any and they did not ask for others; else keep all."""
    fitting = [one for one in releases if preferences.fits(one.release.key)] if not release_filter else []
    return fitting or releases

"""The options --region, --channel and --service, which select releases."""

from typing import Annotated

from watchlist.cli.command import OptionGroup
from watchlist.cli.options import Region, ReleaseChannel, Service
from watchlist.cli.session import Session
from watchlist.services.preferences import ReleaseFilter


def _release_filter(
    _: Session, *, region: Region = None, channel: ReleaseChannel = None, service: Service = None
) -> ReleaseFilter:
    return ReleaseFilter(
        (region,) if region else (),
        (channel,) if channel else (),
        (service,) if service else (),
    )


WhichReleases = Annotated[ReleaseFilter, OptionGroup(_release_filter)]

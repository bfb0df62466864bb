"""Where and how, out of several places that are named: the one that counts for a date."""

from watchlist.domain.claim import Channel
from watchlist.services.article.places import Place

_SIDE_BY_SIDE = 40
"""Letters between two services that are named together: "on Apple TV and Prime Video"."""


def nearest_regions(*groups: list[Place]) -> tuple[str, ...]:
    """Return the regions that stand nearest: in the first group the last, in the others the first."""
    for group in groups:
        ordered = list(reversed(group)) if group is groups[0] else group
        for one in ordered:
            if one.regions and one.channel is not Channel.PREMIERE:
                return one.regions
    return ()


def nearest_way(places: list[Place]) -> Place | None:
    """Return the channel and the service that stand nearest: a service or a limited run says more than a channel does."""
    named = [one for one in places if one.channel or one.service]
    if not named:
        return None
    digital = [one for one in named if one.channel is Channel.DIGITAL and one.service]
    close = [one for one in digital if abs(one.start - digital[0].start) < _SIDE_BY_SIDE]
    services = {one.service for one in close}
    if len(services) > 1 and any(one.channel is Channel.DIGITAL and not one.service for one in named):
        return Place(0, 0, (), Channel.DIGITAL, None)
    first = named[0]
    if not first.service:
        same = next(
            (
                one
                for one in named
                if one.service and one.channel in (first.channel, Channel.DIGITAL) and first.channel is Channel.DIGITAL
            ),
            None,
        )
        festival = next((one for one in named if one.channel is Channel.PREMIERE and one.service), None)
        limited = (
            next((one for one in named if one.channel is Channel.LIMITED), None)
            if first.channel is Channel.THEATRICAL and not first.is_wide
            else None
        )
        return same or (festival if first.channel is Channel.PREMIERE else None) or limited or first
    return first


def joined_places(places: list[Place]) -> Place | None:
    """Make one place of several: the first regions, and the way that counts."""
    regions = next((one.regions for one in places if one.regions), ())
    how = nearest_way(places)
    return Place(0, 0, regions, how.channel if how else None, how.service if how else None) if places else None

"""Which of several named places counts for a date: its regions, and its channel or service."""

from watchlist.domain.claim import Channel
from watchlist.services.article.places import Place

_SIDE_BY_SIDE = 40
"""Letters; services closer than this are named together: "on Apple TV and Prime Video"."""


def nearest_regions(*groups: list[Place]) -> tuple[str, ...]:
    """Return the nearest regions: the last in the first group (before the date), else the first in the others."""
    for group in groups:
        ordered = list(reversed(group)) if group is groups[0] else group
        for one in ordered:
            if one.regions and one.channel is not Channel.PREMIERE:
                return one.regions
    return ()


def nearest_way(places: list[Place]) -> Place | None:
    """Return the first place with a channel or service, or a later, more specific one: a service, a limited run."""
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
    """Join places into one: the first regions, and the channel and service by `nearest_way`; None if there are none."""
    regions = next((one.regions for one in places if one.regions), ())
    how = nearest_way(places)
    return Place(0, 0, regions, how.channel if how else None, how.service if how else None) if places else None

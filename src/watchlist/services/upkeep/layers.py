"""The layers of the catalogue, as a person sees them: which files there are, and what is in each."""

from typing import NamedTuple


class LayerSummary(NamedTuple):
    """A file of the catalogue: its name, where it is, how many films it has, and how large it is."""

    name: str
    path: str
    films: int
    bytes: int
    removable: bool
    """True for those that `catalogue add` brought in."""


class LayerSummaries(NamedTuple):
    """All files of the catalogue, the lowest layer first: a later one adds to those before it."""

    layers: tuple[LayerSummary, ...]

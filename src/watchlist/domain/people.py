"""People, each with one key and any number of written forms, and the roles they play."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Person(NamedTuple):
    """A credited person. `name`, given name first, is the key; `written` holds other spellings.

    The order of the names does not matter: "Nagase Ren" is found as "Ren Nagase".
    """

    name: str
    family: str | None = None
    written: tuple[str, ...] = ()


NOBODY: Mapping[str, Person] = MappingProxyType({})


class Role(NamedTuple):
    """A person in a film's cast; `role` is None if it is not known."""

    name: str
    role: str | None = None
    role_variants: tuple[str, ...] = ()

"""Settings: what the user can watch and how, and how results are worded.

Each setting is declared once, in `SETTINGS`; the file, `config` and the README follow from it.
"""

import re
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from enum import StrEnum
from typing import Any, NamedTuple

from watchlist.domain.claim import CHANNEL_CHOICE, Channel, parse_channel
from watchlist.domain.dates import Hemisphere
from watchlist.domain.errors import BadValue
from watchlist.domain.region import hemisphere, parse_region
from watchlist.domain.tastes import Colours, Dates


class FirstTitle(StrEnum):
    """Which title of a film comes first."""

    ENGLISH = "english"
    ORIGINAL = "original"


class Names(StrEnum):
    """Which name of a person comes first, if it is known which one is the family name."""

    GIVEN = "given"
    FAMILY = "family"


class Pager(StrEnum):
    """Whether output longer than the terminal goes through a pager."""

    AUTO = "auto"
    NEVER = "never"


class Alias(NamedTuple):
    """A user-defined name for a command line: "soon" for "upcoming --within 30d"."""

    name: str
    line: str

    @property
    def word(self) -> str:
        """The alias as it is shown: "soon = upcoming --within 30d"."""
        return f"{self.name} = {self.line}"


class Settings(NamedTuple):
    """Every setting; those that the user has not set have their defaults."""

    regions: tuple[str, ...] = ()
    channels: tuple[Channel, ...] = ()
    services: tuple[str, ...] = ()
    hemisphere: Hemisphere | None = None
    titles: FirstTitle = FirstTitle.ENGLISH
    names: Names = Names.GIVEN
    dates: Dates = Dates.DAY
    colours: Colours = Colours.AUTO
    pager: Pager = Pager.AUTO
    contact: str | None = None
    aliases: tuple[Alias, ...] = ()

    @property
    def seasons(self) -> Hemisphere:
        """The hemisphere whose seasons the user means: the one set, else that of their first region."""
        return self.hemisphere or (hemisphere(self.regions[0]) if self.regions else Hemisphere.NORTH)


class Setting(NamedTuple):
    """One setting: how a word becomes its value, which values it accepts, and what it does."""

    parse: Callable[[str], Any]
    may_be: str
    meaning: str
    several: bool = False

    def read(self, words: tuple[str, ...]) -> Any:
        """Parse what the user typed; raise `BadValue` if the setting does not accept it."""
        if self.several:
            return tuple(dict.fromkeys(self.parse(word) for word in words))
        if len(words) != 1:
            raise BadValue(f"exactly one value is needed: {self.may_be}")
        return self.parse(words[0])


def _one_of(kind: type[StrEnum]) -> Callable[[str], StrEnum]:
    def parse(word: str) -> StrEnum:
        try:
            return kind(word.strip().casefold())
        except ValueError:
            raise BadValue(f'"{word}" must be one of {", ".join(kind)}') from None

    return parse


def _service(word: str) -> str:
    name = " ".join(word.split())
    if not name.isprintable() or not name:
        raise BadValue("a service needs a name")
    return name


def _contact(word: str) -> str:
    """Accept an e-mail address or the address of a page, using only characters that an HTTP header may contain."""
    contact = word.strip()
    is_page = contact.startswith(("https://", "http://")) and len(contact) > len("https://")
    if (
        not (re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", contact) or is_page)
        or not contact.isascii()
        or set(contact) & set(" ()<>")
    ):
        raise BadValue(f'"{word}" is not a contact address: write an e-mail address, or the address of a page')
    return contact


def parse_alias(text: str) -> Alias:
    """Parse "soon = upcoming --within 30d"; raise `BadValue` if the name or the command is missing or invalid."""
    name, _, line = (part.strip() for part in text.partition("="))
    if not re.fullmatch(r"\w[\w-]*", name):
        raise BadValue(f'"{name}" cannot be the name of an alias: use letters, digits, "-" and "_"')
    if not line or not line.isprintable():
        raise BadValue(f'"{name}" needs a command, such as "upcoming --within 30d"')
    return Alias(name, line)


SETTINGS: Mapping[str, Setting] = {
    "regions": Setting(parse_region, "ISO 3166 codes", "where you watch; worldwide releases are always included", True),
    "channels": Setting(parse_channel, CHANNEL_CHOICE, "how you watch", True),
    "services": Setting(_service, "names such as Netflix", "what you subscribe to; marked in `upcoming`", True),
    "hemisphere": Setting(
        _one_of(Hemisphere), ", ".join(Hemisphere), "whose seasons you mean, if not those of your first region"
    ),
    "titles": Setting(_one_of(FirstTitle), ", ".join(FirstTitle), "which title is shown first"),
    "names": Setting(_one_of(Names), ", ".join(Names), "which part of a person's name comes first, if known"),
    "dates": Setting(_one_of(Dates), ", ".join(Dates), "27 June 2024, June 27, 2024, or 2024-06-27"),
    "colours": Setting(_one_of(Colours), ", ".join(Colours), "whether to use colour; NO_COLOR is respected too"),
    "pager": Setting(_one_of(Pager), ", ".join(Pager), "whether long output goes through PAGER"),
    "contact": Setting(
        _contact,
        "an e-mail address, or a page",
        "how Wikimedia can reach you; it then answers faster",
    ),
    "aliases": Setting(
        parse_alias,
        "a command for each name",
        "your own names for commands: `config set aliases.soon upcoming`",
        True,
    ),
}


class SettingNow(NamedTuple):
    """The current state of a setting: its value in words, and whether the user has set it."""

    name: str
    value: str
    is_set: bool
    may_be: str
    meaning: str


class Configuration(NamedTuple):
    """The current state of every setting, and the path of the settings file."""

    settings: tuple[SettingNow, ...]
    path: str


def configuration(settings: Settings, stated: frozenset[str], path: str) -> Configuration:
    """Describe the settings; `stated` names those that the file at `path` sets."""
    return Configuration(
        tuple(
            SettingNow(name, value_words(getattr(settings, name)), name in stated, one.may_be, one.meaning)
            for name, one in SETTINGS.items()
        ),
        path,
    )


def value_words(value: Any) -> str:
    """Return the value of a setting as the user would type it."""
    if value is None:
        return ""
    word = getattr(value, "word", None)
    if word is None and isinstance(value, tuple):
        return ", ".join(map(value_words, value))
    return str(value if word is None else word)


def setting(name: str) -> Setting:
    """Return a setting by name; raise `BadValue` with the closest name if there is none."""
    if name in SETTINGS:
        return SETTINGS[name]
    near = get_close_matches(name, SETTINGS, 1)
    raise BadValue(
        f'"{name}" is not a setting' + (f": did you mean {near[0]}?" if near else f": {', '.join(SETTINGS)}")
    )

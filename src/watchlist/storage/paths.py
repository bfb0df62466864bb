"""The paths of the program's files: the bundled films, and the user's directories."""

import os
import re
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from watchlist.storage import grounds
from watchlist.storage.folders import HAS_XDG, xdg_folder

OWN_FILMS = "own_films"
"""The key at the top of a list that names the file with its own films."""

_HEAD = 4096
"""Bytes at the beginning of a list that are searched for that key."""


class Paths(NamedTuple):
    """Every file that the program may read or write."""

    list: Path
    """The user's list."""
    films: Path
    """The user's own films and claims for this list."""
    bundled: Path
    """The films that come with the program."""
    catalogues: Path
    """The directory of film files that the user added, layered over the bundled one in the order of their names."""
    config: Path
    state: Path
    cache: Path
    home_films: Path | None = None
    """The own films in the data directory, if this list keeps its own films elsewhere; both are read."""
    is_named: bool = False
    """True if the list was named with --file: then it is only created on request."""

    @property
    def own_films(self) -> tuple[Path, ...]:
        """The files with the user's own films and claims, the lowest layer first."""
        return (self.home_films, self.films) if self.home_films else (self.films,)

    @property
    def fetched(self) -> Path:
        """The claims and facts that `refresh` fetched, except those from TMDB."""
        return self.catalogues.with_name("fetched.toml")

    @property
    def fetched_tmdb(self) -> Path:
        """What `refresh` fetched from TMDB, which may only be kept for half a year."""
        return self.catalogues.with_name("fetched-tmdb.toml")

    @property
    def fetched_layers(self) -> tuple[Path, ...]:
        """The film files that `refresh` writes, the lowest layer first."""
        return (self.fetched, self.fetched_tmdb)

    @property
    def memory(self) -> Path:
        """What `refresh` remembers between runs."""
        return self.state / "refresh.json"

    @property
    def offers(self) -> Path:
        """Where films can be watched now, as far as `refresh` has asked TMDB."""
        return self.state / "where-to-watch.json"

    @property
    def tmdb_key(self) -> Path:
        """The user's key for TMDB."""
        return self.config.with_name("tmdb-key")


def find_paths(list_file: Path | None = None) -> Paths:
    """Return the paths, with the list at `list_file`, else `WATCHLIST_FILE`, else in the platform's data directory."""
    data, config, state, cache = _folders()
    named = list_file or os.environ.get("WATCHLIST_FILE")
    listed = _at_home(Path(named)) if named else data / "watchlist.toml"
    films = films_of(listed) if named else stated_films(listed) or data / "films.toml"
    return Paths(
        list=listed,
        films=films,
        bundled=_bundled(),
        catalogues=data / "catalogues",
        config=config / "config.toml",
        state=state,
        cache=cache,
        home_films=None if films == data / "films.toml" else data / "films.toml",
        is_named=list_file is not None,
    )


def _folders() -> tuple[Path, Path, Path, Path]:
    """Return the folders of data, settings, state and cache."""
    if HAS_XDG:
        return (
            Path(xdg_folder("DATA")),
            Path(xdg_folder("CONFIG")),
            Path(xdg_folder("STATE")),
            Path(xdg_folder("CACHE")),
        )
    from platformdirs import PlatformDirs

    known = PlatformDirs("watchlist", appauthor=False)
    return known.user_data_path, known.user_config_path, known.user_state_path, known.user_cache_path


def films_of(listed: Path) -> Path:
    """Return the path of a list's own films: the one that it states, else beside it."""
    beside = listed.with_name("films.toml" if listed.name != "films.toml" else "own-films.toml")
    return stated_films(listed) or beside


def stated_films(listed: Path) -> Path | None:
    """Return the path that a list states for its own films (`own_films = "..."` above its first table), or None."""
    with suppress(OSError, ValueError):
        if grounds.exists(listed) and listed.is_file():
            with listed.open("rb") as file:
                head = file.read(_HEAD)
            stated = OWN_FILMS.encode() in head and re.search(_STATED, _above_tables(head), re.MULTILINE)
            if stated:
                return listed.parent / _at_home(Path(stated[1] or stated[2]))
    return None


def _above_tables(head: bytes) -> str:
    """Return the beginning of a list, up to its first table."""
    return "\n{}".format(head.decode("utf-8-sig", errors="replace")).split("\n[")[0]


_STATED = rf"""^[ \t]*{OWN_FILMS}[ \t]*=[ \t]*(?:"([^"\\\n]+)"|'([^'\n]+)')"""


def _at_home(path: Path) -> Path:
    """Read a `~` as a shell does: that of a user who does not exist is the name of a folder."""
    if str(path).startswith("~") and not str(path).startswith("~/"):
        grounds.is_unique()  # another user's home comes from the system's accounts
    return Path(os.path.expanduser(path))  # noqa: PTH111  `Path.expanduser` raises where there is no such user


def _bundled() -> Path:
    """Return the path of films.toml in an installed package, or at the top of a source tree."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "data" / "films.toml"
    grounds.note(installed)
    return installed if installed.is_file() else package.parents[1] / "data" / "films.toml"

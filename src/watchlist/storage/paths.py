"""Where the program's files are: the bundled films, and the user's directories."""

import os
import re
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

OWN_FILMS = "own_films"
"""The key of a list, above its first table, that says where its own films are."""

_HEAD = 4096
"""Bytes at the beginning of a list in which that key is looked for."""


class Paths(NamedTuple):
    """Every file that the program may read or write."""

    list: Path
    """The user's list."""
    films: Path
    """The user's own films and claims, of this list."""
    bundled: Path
    """The films that come with the program."""
    catalogues: Path
    """The directory of the film files that the user added, layered over the bundled one in the order of their names."""
    config: Path
    state: Path
    cache: Path
    home_films: Path | None = None
    """The own films in the data directory, where this list has its own films elsewhere: they are known too."""
    is_named: bool = False
    """The list was named with --file: it is not begun unless that is asked for."""

    @property
    def own_films(self) -> tuple[Path, ...]:
        """The files with films and claims of the user's own, the lowest layer first."""
        return (self.home_films, self.films) if self.home_films else (self.films,)

    @property
    def fetched(self) -> Path:
        """The claims and facts that `refresh` fetched, but for TMDB's."""
        return self.catalogues.with_name("fetched.toml")

    @property
    def fetched_tmdb(self) -> Path:
        """What `refresh` fetched from TMDB, which may be kept for half a year only."""
        return self.catalogues.with_name("fetched-tmdb.toml")

    @property
    def memory(self) -> Path:
        """What `refresh` remembers between two runs."""
        return self.state / "refresh.json"

    @property
    def offers(self) -> Path:
        """Where films can be watched now, as far as `refresh` asked TMDB for it."""
        return self.state / "where-to-watch.json"

    @property
    def tmdb_key(self) -> Path:
        """The user's key for TMDB."""
        return self.config.with_name("tmdb-key")


def find_paths(list_file: Path | None = None) -> Paths:
    """Find the files: `list_file`, else `WATCHLIST_FILE`, else the platform's data directory."""
    from platformdirs import PlatformDirs

    directories = PlatformDirs("watchlist", appauthor=False)
    data = Path(directories.user_data_dir)
    named = list_file or os.environ.get("WATCHLIST_FILE")
    listed = Path(named).expanduser() if named else data / "watchlist.toml"
    films = films_of(listed) if named else stated_films(listed) or data / "films.toml"
    return Paths(
        list=listed,
        films=films,
        bundled=_bundled(),
        catalogues=data / "catalogues",
        config=Path(directories.user_config_dir) / "config.toml",
        state=Path(directories.user_state_dir),
        cache=Path(directories.user_cache_dir),
        home_films=None if films == data / "films.toml" else data / "films.toml",
        is_named=list_file is not None,
    )


def films_of(listed: Path) -> Path:
    """Return where the own films of a list are: where it says, else beside it."""
    beside = listed.with_name("films.toml" if listed.name != "films.toml" else "own-films.toml")
    return stated_films(listed) or beside


def stated_films(listed: Path) -> Path | None:
    """Return where a list says that its own films are (`own_films = "..."` above its first table), None if nowhere."""
    with suppress(OSError, ValueError):
        if listed.is_file():
            with listed.open("rb") as file:
                head = file.read(_HEAD).decode(errors="replace")
            stated = _STATED.search(head.split("\n[")[0])
            if stated:
                return listed.parent / Path(stated[1] or stated[2]).expanduser()
    return None


_STATED = re.compile(rf"""^[ \t]*{OWN_FILMS}[ \t]*=[ \t]*(?:"([^"\\\n]+)"|'([^'\n]+)')""", re.MULTILINE)


def _bundled() -> Path:
    """Find films.toml inside an installed package, or at the top of a source tree."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "data" / "films.toml"
    return installed if installed.is_file() else package.parents[1] / "data" / "films.toml"

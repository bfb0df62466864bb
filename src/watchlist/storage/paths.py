"""Where the program's files are: the bundled films, and the user's directories."""

import os
from pathlib import Path
from typing import NamedTuple


class Paths(NamedTuple):
    """Every file that the program may read or write."""

    list: Path
    """The user's list."""
    films: Path
    """The user's own films and claims."""
    bundled: Path
    """The films that come with the program."""
    catalogues: Path
    """The directory of the film files that the user added, layered over the bundled one in the order of their names."""
    config: Path
    state: Path
    cache: Path

    @property
    def fetched(self) -> Path:
        """The claims and facts that `refresh` fetched, but for TMDB's."""
        return self.films.with_name("fetched.toml")

    @property
    def fetched_tmdb(self) -> Path:
        """What `refresh` fetched from TMDB, which may be kept for half a year only."""
        return self.films.with_name("fetched-tmdb.toml")

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
    return Paths(
        list=Path(named).expanduser() if named else data / "watchlist.toml",
        films=data / "films.toml",
        bundled=_bundled(),
        catalogues=data / "catalogues",
        config=Path(directories.user_config_dir) / "config.toml",
        state=Path(directories.user_state_dir),
        cache=Path(directories.user_cache_dir),
    )


def _bundled() -> Path:
    """Find films.toml inside an installed package, or at the top of a source tree."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "data" / "films.toml"
    return installed if installed.is_file() else package.parents[1] / "data" / "films.toml"

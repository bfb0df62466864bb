"""The film files of the catalogue: listing them all, and adding and removing the user's catalogues."""

import shutil
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from watchlist.domain.errors import NOTHING_CHANGED, InvalidFile, Refused, UsageMistake
from watchlist.storage.files import disk_failed, locked, make_private
from watchlist.storage.films.addresses import forget_address
from watchlist.storage.films.imdb_file import IMDB_TITLES
from watchlist.storage.index.build import read_layer, sources_of
from watchlist.storage.index.index_note import LARGEST_CATALOGUE
from watchlist.storage.index.indexed_films import Progress, layer_files, open_layers
from watchlist.storage.paths import Paths

_ENDS = (".toml", IMDB_TITLES)


class LayerSummary(NamedTuple):
    """A file of the catalogue: its name, path, number of films, and size."""

    name: str
    path: str
    films: int
    bytes: int
    removable: bool
    """True if it was added with `catalogue add`."""


class LayerSummaries(NamedTuple):
    """All files of the catalogue, the lowest layer first: each adds to those before it."""

    layers: tuple[LayerSummary, ...]


def add_catalogue(paths: Paths, file: Path, progress: Progress) -> LayerSummary:
    """Check a film file, copy it into the data directory as the highest of the added layers, and index it.

    An added file with the same name is replaced. Raises `UsageMistake` if the name is not a film file's, and
    `InvalidFile` with file:line for a fault in the file; then nothing was changed.
    """
    if not file.name.endswith(_ENDS):
        raise UsageMistake(
            f'"{file.name}" is not a film file: its name must end in .toml, or in .tsv.gz for IMDb\'s titles',
            hint="IMDb's file is title.basics.tsv.gz.",
        )
    if not file.is_file():
        raise InvalidFile(f"{file}: there is no such file", kept=NOTHING_CHANGED)
    if file.stat().st_size > LARGEST_CATALOGUE:
        raise InvalidFile(f"{file}: larger than {LARGEST_CATALOGUE // 1024 // 1024} MiB", kept=NOTHING_CHANGED)
    kept = {_name(path): path for path in added_files(paths)}
    number = max((int(path.name[:4]) for path in kept.values() if path.name[:4].isdecimal()), default=0) + 1
    target = kept.get(file.name) or paths.catalogues / f"{number:04}-{file.name}"
    with locked(paths.catalogues / "catalogues"):
        _copy_checked(paths, file, target, progress)
    return next(one for one in catalogues(paths, progress).layers if one.path == str(target))


def _copy_checked(paths: Paths, file: Path, target: Path, progress: Progress) -> None:
    """Copy a film file. The copy is checked, not the original, which might change in between."""
    copy = paths.catalogues / f".{file.name}"
    try:
        make_private(paths.catalogues)
        shutil.copyfile(file, copy)
        known = sources_of(open_layers(paths, progress))
        with progress(f"Checking {file.name}", copy.stat().st_size) as advance:
            for _ in read_layer(copy, known, advance):
                pass  # reading raises for the first fault
        copy.replace(target)
    except InvalidFile as error:
        raise InvalidFile(error.fact.replace(str(copy), str(file)), kept=NOTHING_CHANGED) from None
    except OSError as error:
        raise disk_failed("copy", file, error) from None
    finally:
        with suppress(OSError):
            copy.unlink()


def catalogues(paths: Paths, progress: Progress) -> LayerSummaries:
    """List the files of the catalogue."""
    files = [path for path in layer_files(paths) if path.exists()]
    layers = open_layers(paths, progress)
    return LayerSummaries(
        tuple(
            LayerSummary(_name(path), str(path), layer.count(), path.stat().st_size, path.parent == paths.catalogues)
            for path, layer in zip(files, layers, strict=True)
        )
    )


def remove_catalogue(paths: Paths, name: str) -> None:
    """Remove a file that `add_catalogue` added; raise `Refused` if there is none with this name."""
    path = {_name(path): path for path in added_files(paths)}.get(name)
    if path is None:
        raise Refused(f'there is no catalogue "{name}" to remove', hint="See: watchlist catalogue list")
    with locked(paths.catalogues / "catalogues"):
        path.unlink(missing_ok=True)
    forget_address(paths, name)


def added_files(paths: Paths) -> list[Path]:
    """List the files that `add_catalogue` added, the lowest layer first."""
    return [path for path in layer_files(paths) if path.parent == paths.catalogues]


def _name(path: Path) -> str:
    """Name a layer after its file, without the number that sets its order."""
    return path.name[5:] if path.name[:4].isdigit() and path.name[4:5] == "-" else path.name

"""Further catalogues: film files that the user has laid over the bundled one, kept in the data directory."""

import shutil
from collections import deque
from contextlib import suppress
from pathlib import Path

from watchlist.domain.errors import InvalidFile, Refused, UsageMistake
from watchlist.services.upkeep.layers import LayerSummaries, LayerSummary
from watchlist.storage.files import disk_failed, locked, make_private
from watchlist.storage.films.addresses import forget_address
from watchlist.storage.index.build import IMDB_TITLES, read_layer, sources_of
from watchlist.storage.index.indexed_films import Watch, layer_files, open_layers
from watchlist.storage.paths import Paths

_ENDS = (".toml", IMDB_TITLES)


def add_catalogue(paths: Paths, file: Path, watch: Watch) -> LayerSummary:
    """Check a film file, copy it into the data directory as the highest layer of its kind, and compile it.

    One with the same name is replaced. Raises `InvalidFile` with file:line for a fault in it:
    then nothing has changed.
    """
    if not file.name.endswith(_ENDS):
        raise UsageMistake(
            f'"{file.name}" is no film file: its name must end in .toml, or in .tsv.gz for IMDb\'s titles',
            hint="IMDb's file is title.basics.tsv.gz.",
        )
    if not file.is_file():
        raise InvalidFile(f"{file}: there is no such file", kept="Nothing was changed.")
    kept = {_name(path): path for path in _added(paths)}
    number = max((int(path.name[:4]) for path in kept.values()), default=0) + 1
    target = kept.get(file.name) or paths.catalogues / f"{number:04}-{file.name}"
    with locked(paths.catalogues / "catalogues"):
        copy = paths.catalogues / f".{file.name}"
        try:
            make_private(paths.catalogues)
            shutil.copyfile(file, copy)
            known = sources_of(open_layers(paths, watch))
            with watch(f"Checking {file.name}", copy.stat().st_size) as done:
                deque(read_layer(copy, known, done), maxlen=0)
            copy.replace(target)
        except InvalidFile as error:
            raise InvalidFile(error.fact.replace(str(copy), str(file)), kept="Nothing was changed.") from None
        except OSError as error:
            raise disk_failed("copy", file, error) from None
        finally:
            with suppress(OSError):
                copy.unlink()
    return next(one for one in catalogues(paths, watch).layers if one.path == str(target))


def catalogues(paths: Paths, watch: Watch) -> LayerSummaries:
    """Say what the layers of the catalogue are."""
    files = [path for path in layer_files(paths) if path.exists()]
    layers = open_layers(paths, watch)
    return LayerSummaries(
        tuple(
            LayerSummary(_name(path), str(path), layer.count(), path.stat().st_size, path.parent == paths.catalogues)
            for path, layer in zip(files, layers, strict=True)
        )
    )


def remove_catalogue(paths: Paths, name: str) -> None:
    """Take a catalogue away that `add_catalogue` brought in; raise `Refused` if there is none of that name."""
    path = {_name(path): path for path in _added(paths)}.get(name)
    if path is None:
        raise Refused(f'there is no catalogue "{name}" to remove', hint="See: watchlist catalogue list")
    with locked(paths.catalogues / "catalogues"):
        path.unlink(missing_ok=True)
    forget_address(paths, name)


def _added(paths: Paths) -> list[Path]:
    return [path for path in layer_files(paths) if path.parent == paths.catalogues]


def _name(path: Path) -> str:
    """Name a layer by its file, without the number that gives its place."""
    return path.name[5:] if path.name[:4].isdigit() and path.name[4:5] == "-" else path.name

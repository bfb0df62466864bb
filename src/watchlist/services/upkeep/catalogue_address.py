"""Catalogues by address: fetching film files that others publish on the web, and keeping them up to date."""

from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import NamedTuple
from urllib.parse import unquote

from watchlist.domain.errors import InvalidFile, NetworkFailed, UsageMistake
from watchlist.domain.json_value import Json
from watchlist.services.live.shape import address as address_in
from watchlist.services.live.shape import text
from watchlist.services.upkeep.catalogue import LayerSummary, add_catalogue
from watchlist.services.upkeep.web_address import has_login, is_https, split_address
from watchlist.storage.films.addresses import note_address, read_addresses
from watchlist.storage.index.indexed_films import Progress
from watchlist.storage.paths import Paths
from watchlist.storage.web.client import agent
from watchlist.storage.web.fault import Fault
from watchlist.storage.web.network import Network, Response

_UNCHANGED = 304
_VALIDATORS = {"etag": "If-None-Match", "last-modified": "If-Modified-Since"}


class Updated(NamedTuple):
    """The result of updating a catalogue by address: whether it has changed, or why it could not be updated."""

    name: str
    has_changed: bool
    fault: str = ""


def add_address(paths: Paths, address: str, progress: Progress) -> LayerSummary:
    """Fetch a film file, check it like any other, and add it to the catalogue.

    Raises `UsageMistake` for an address that is not fetched, `NetworkFailed`, and whatever
    `add_catalogue` raises; then nothing was changed.
    """
    name = _name(address)
    try:
        answer = _fetch(address, {})
    except Fault as fault:
        raise NetworkFailed(f"{address}: {fault.cause}", kept="Nothing was changed.") from None
    layer = _lay(paths, name, address, answer, progress)
    note_address(paths, name, _record(address, answer))
    return layer


def update_catalogues(paths: Paths, progress: Progress) -> list[Updated]:
    """Update each catalogue by address; one that cannot be fetched, or is now faulty, stays as it is."""
    known = read_addresses(paths)
    return [_update(paths, name, one, progress) for name, one in known.items() if address_in(one, "address")]


def _update(paths: Paths, name: str, record: Json, progress: Progress) -> Updated:
    address = address_in(record, "address") or ""
    try:
        answer = _fetch(address, _conditions(record))
        if answer.status == _UNCHANGED:
            return Updated(name, has_changed=False)
        _lay(paths, name, address, answer, progress)
    except Fault as fault:
        return Updated(name, has_changed=False, fault=fault.cause)
    except InvalidFile as error:
        return Updated(name, has_changed=False, fault=error.fact)
    note_address(paths, name, _record(address, answer))
    return Updated(name, has_changed=True)


def _name(address: str) -> str:
    """Check an address, and return the name of the file there; raise `UsageMistake`."""
    parts = split_address(address)
    name = PurePosixPath(unquote(parts.path)).name
    if not is_https(parts) or not address.isascii() or not address.isprintable():
        raise UsageMistake(f'"{address}" is not an address that starts with https://')
    if has_login(parts):
        raise UsageMistake("addresses with a user name or password are not fetched: they would be saved as plain text")
    if not name.endswith(".toml") or name.startswith(".") or not name.isprintable():
        raise UsageMistake(f'"{address}" is not a film file: its name must end in .toml')
    return name


def _fetch(address: str, conditions: Mapping[str, str]) -> Response:
    url = address.partition("#")[0]
    answer = Network(url).get(url, {"User-Agent": agent(), "Accept-Encoding": "gzip", **conditions})
    if answer.status not in (200, _UNCHANGED):
        raise Fault(f"answered with the error {answer.status}")
    return answer


def _lay(paths: Paths, name: str, address: str, answer: Response, progress: Progress) -> LayerSummary:
    with TemporaryDirectory() as folder:
        file = Path(folder) / name
        file.write_bytes(answer.body)
        try:
            return add_catalogue(paths, file, progress)
        except InvalidFile as error:
            raise InvalidFile(error.fact.replace(str(file), address), kept=error.kept) from None


def _record(address: str, answer: Response) -> dict[str, Json]:
    validators: dict[str, Json] = {name: answer.headers[name] for name in _VALIDATORS if name in answer.headers}
    return {"address": address, **validators}


def _conditions(record: Json) -> dict[str, str]:
    said = ((header, text(record, name)) for name, header in _VALIDATORS.items())
    return {header: value for header, value in said if value and value.isascii()}

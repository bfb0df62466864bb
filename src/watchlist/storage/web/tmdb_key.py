"""The user's TMDB key: in the environment, or in a file that only the user can read."""

import os
import stat
import sys
from pathlib import Path

from watchlist.domain.errors import BadValue, InvalidFile
from watchlist.storage.files import locked, read_bytes, save

_VARIABLE = "WATCHLIST_TMDB_KEY"
_LONGEST = 2000


def read_tmdb_key(path: Path) -> str:
    """Return the key; "" if the user has none.

    Raises `InvalidFile` if others can read the file, or if what it holds is not a key.
    """
    named = os.environ.get(_VARIABLE)
    data = named.encode() if named else read_bytes(path)
    if not data:
        return ""
    if not named and sys.platform != "win32" and stat.S_IMODE(path.stat().st_mode) & 0o077:
        raise InvalidFile(
            f"{path} can be read by others", kept="The key in it was not used.", hint=f"Type: chmod 600 {path}"
        )
    try:
        return parse_tmdb_key(data.decode())
    except (BadValue, UnicodeDecodeError):
        where = _VARIABLE if named else str(path)
        raise InvalidFile(f"{where} has no valid TMDB key", hint="Type: watchlist config set tmdb-key") from None


def write_tmdb_key(path: Path, key: str | None) -> None:
    """Save the key, readable for this user only, or delete it if it is None; raise `DiskFailed` or `Busy`."""
    with locked(path) as real:
        if key is None:
            real.unlink(missing_ok=True)
            return
        if real.exists():
            real.chmod(0o600)
        save(real, f"{key}\n".encode(), read=read_bytes(real))


def parse_tmdb_key(text: str) -> str:
    """Accept a key of version 3 or a read token; raise `BadValue` for anything else, without quoting it."""
    key = text.strip()
    if not key.isascii() or not key.replace("_", "").replace("-", "").replace(".", "").isalnum() or len(key) > _LONGEST:
        raise BadValue("that is not a TMDB key: keys have letters and digits only")
    return key

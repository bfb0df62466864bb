"""The user's folders, by the XDG rules of Linux and its kin; those of other platforms are known to `platformdirs`.

This module is loaded before all others, and imports next to nothing: `platformdirs` alone takes 2 ms.
"""

import os
import sys

HAS_XDG = os.name == "posix" and sys.platform != "darwin" and "ANDROID_DATA" not in os.environ
"""Whether the folders here are those of this platform."""

_DEFAULTS = {"DATA": "~/.local/share", "CONFIG": "~/.config", "STATE": "~/.local/state", "CACHE": "~/.cache"}


def xdg_folder(kind: str) -> str:
    """Return the program's folder of a kind: `DATA`, `CONFIG`, `STATE` or `CACHE`."""
    named = os.environ.get(f"XDG_{kind}_HOME", "")
    return os.path.join(named if named.strip() else os.path.expanduser(_DEFAULTS[kind]), "watchlist")


def cache_folder() -> str | None:
    """Return the folder of what can be made again; None where only `platformdirs` knows it."""
    if sys.platform == "darwin":
        return os.path.expanduser("~/Library/Caches/watchlist")
    return xdg_folder("CACHE") if HAS_XDG else None

"""The user's folders by the XDG rules of Linux and similar systems; `platformdirs` knows those of other platforms.

This module is loaded before all others and imports almost nothing: `platformdirs` alone takes 2 ms.
"""

import os
import sys

HAS_XDG = os.name == "posix" and sys.platform != "darwin" and "ANDROID_DATA" not in os.environ
"""Whether this platform uses the folders in this module."""

_DEFAULTS = {"DATA": "~/.local/share", "CONFIG": "~/.config", "STATE": "~/.local/state", "CACHE": "~/.cache"}


def xdg_folder(kind: str) -> str:
    """Return the program's folder of one kind: `DATA`, `CONFIG`, `STATE` or `CACHE`."""
    named = os.environ.get(f"XDG_{kind}_HOME", "")
    return os.path.join(named if named.strip() else os.path.expanduser(_DEFAULTS[kind]), "watchlist")


def cache_folder() -> str | None:
    """Return the cache folder; None if only `platformdirs` knows it."""
    if sys.platform == "darwin":
        return os.path.expanduser("~/Library/Caches/watchlist")
    return xdg_folder("CACHE") if HAS_XDG else None

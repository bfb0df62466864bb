"""An address that the user names: split into its parts, and what speaks against asking it."""

from urllib.parse import SplitResult, urlsplit

from watchlist.domain.errors import UsageMistake


def split_address(address: str) -> SplitResult:
    """Split an address into its parts; raise `UsageMistake` for what is none."""
    try:
        parts = urlsplit(address)
        _ = parts.port  # read only here, where a wrong one is told
    except ValueError:
        raise UsageMistake(f'"{address}" is not an address') from None
    return parts


def is_https(parts: SplitResult) -> bool:
    """Return whether an address names a host that is asked over TLS."""
    return parts.scheme == "https" and bool(parts.hostname) and parts.port != 0


def has_login(parts: SplitResult) -> bool:
    """Return whether an address holds a name or a password."""
    return parts.username is not None or parts.password is not None

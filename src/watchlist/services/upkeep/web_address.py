"""Checking a web address that the user gave."""

from urllib.parse import SplitResult, urlsplit

from watchlist.domain.errors import UsageMistake


def split_address(address: str) -> SplitResult:
    """Split an address into its parts; raise `UsageMistake` if it is not an address."""
    try:
        parts = urlsplit(address)
        _ = parts.port  # a wrong port only raises when it is read
    except ValueError:
        raise UsageMistake(f'"{address}" is not an address') from None
    return parts


def is_https(parts: SplitResult) -> bool:
    """Return whether an address is an https address with a host."""
    return parts.scheme == "https" and bool(parts.hostname) and parts.port != 0


def has_login(parts: SplitResult) -> bool:
    """Return whether an address contains a user name or a password."""
    return parts.username is not None or parts.password is not None

"""JSON from outside: parsed with limits, and its values checked for their types."""

import json
from collections.abc import Mapping, Sequence
from typing import NoReturn

from watchlist.domain.errors import BadValue
from watchlist.services.transfer.row import unreadable


def read_json(name: str, text: str) -> object:
    """Parse JSON; raise `InvalidFile` if it is not valid, or has NaN, half characters or too deep nesting."""
    try:
        parsed: object = json.loads(text, parse_constant=_refuse)
        json.dumps(parsed, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise unreadable(name, "contains half a character (a lone surrogate)") from None
    except json.JSONDecodeError as error:
        raise unreadable(name, f"line {error.lineno}, column {error.colno}: {error.msg}") from None
    except ValueError as error:
        raise unreadable(name, str(error)) from None
    except RecursionError:
        raise unreadable(name, "is nested too deeply") from None
    return parsed


def object_in(values: Mapping[str, object], key: str) -> Mapping[str, object]:
    """Return the object under a key, an empty one for null; raise `BadValue` for anything else."""
    value = values.get(key) or {}
    if not isinstance(value, Mapping):
        raise BadValue(f"{key} must be an object")
    return value


def list_in(values: Mapping[str, object], key: str) -> Sequence[object]:
    """Return the array under a key, an empty one for null; raise `BadValue` for anything else."""
    value = values.get(key) or []
    if not isinstance(value, list):
        raise BadValue(f"{key} must be an array")
    return value


def text_in(values: Mapping[str, object], key: str) -> str | None:
    """Return the text under a key, None for null and for blank text; raise `BadValue` for anything else."""
    value = values.get(key)
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    return as_text(value)


def as_text(value: object) -> str:
    """Return a value if it is text that is not blank; raise `BadValue` for anything else."""
    if not isinstance(value, str) or not value.strip():
        raise BadValue(f"{value!r} is not text")
    return value


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not a number in JSON")

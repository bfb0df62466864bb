"""JSON from outside, read with care: no endless depth, no numbers beyond words, no broken text."""

import json
from typing import Any, NoReturn

from watchlist.services.transfer.row import unreadable


def read_json(name: str, text: str) -> Any:
    """Parse JSON; raise `InvalidFile` for what is none, for NaN, for half characters and endless nesting."""
    try:
        parsed = json.loads(text, parse_constant=_refuse)
        json.dumps(parsed, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise unreadable(name, "holds half a character (a lone surrogate)") from None
    except json.JSONDecodeError as error:
        raise unreadable(name, f"line {error.lineno}, column {error.colno}: {error.msg}") from None
    except ValueError as error:
        raise unreadable(name, str(error)) from None
    except RecursionError:
        raise unreadable(name, "is nested too deeply") from None
    return parsed


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no number that JSON knows")

"""The table of typed titles: what a person types for a film, and what must happen."""

from pathlib import Path
from typing import NamedTuple

_FOLDER = Path(__file__).parent


class Typed(NamedTuple):
    """One row: `empty` and `listed` are an id, `ask` or `none`; `read` is an id, `~id` or `no`."""

    kind: str
    typed: str
    empty: str
    listed: str
    read: str


def typed_titles() -> list[Typed]:
    """Read the table; `=` repeats the column `empty`."""
    lines = (_FOLDER / "typed.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("# ")][1:]
    return [
        Typed(kind, typed, empty, *(empty if same == "=" else same for same in more))
        for kind, typed, empty, *more in rows
    ]


def listed_ids() -> list[str]:
    """Give the films of the list that the table speaks of."""
    return (_FOLDER / "listed.txt").read_text(encoding="utf-8").split()

"""A progress bar on stderr, on a terminal."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from watchlist.rendering.console import rich_console


@contextmanager
def progress(what: str, total: int, *, from_total: int) -> Iterator[Callable[[int], None]]:
    """Yield a function to call with the steps done; nothing is drawn below `from_total`, or without a terminal."""
    if total < from_total or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.progress import Progress

    with Progress(console=rich_console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=total)
        yield lambda steps: bar.advance(task, steps)

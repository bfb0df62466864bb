"""Repeated commands: the last output is printed again if nothing that it depends on has changed.

A question is everything that a process is asked with: its arguments, its terminal, the day, and the Python that runs
it. Whatever else the answer depends on is noted while it is made (`storage.grounds`). What is kept is what was printed,
so there is only one way to make an answer. This module is loaded before all others, and imports next to nothing.
"""

import os
import sys
import time
from collections.abc import Callable

from watchlist.rendering.transcript import Transcript, print_again
from watchlist.storage import grounds
from watchlist.storage.folders import cache_folder
from watchlist.storage.memory.answers import LARGEST, find, keep

TYPE_CHECKING = False
if TYPE_CHECKING:  # the module `typing` is not loaded yet
    from typing import TextIO


def _arguments() -> object:
    return sys.argv[1:]


def _terminal() -> object:
    return [os.get_terminal_size(stream) if os.isatty(stream) else None for stream in range(3)]


def _day() -> object:
    now = time.localtime()
    return (*now[:3], now.tm_zone, now.tm_gmtoff)


def _python() -> object:
    return sys.version, sys.executable, sys.path, sys.flags, sys.warnoptions


def _letters() -> object:
    opened = (sys.__stdin__, sys.__stdout__, sys.__stderr__)  # as they were opened, not as the program sets them
    return [(stream.encoding, stream.errors) for stream in opened if stream], sys.getfilesystemencoding()


ASKED: dict[str, Callable[[], object]] = {
    "arguments": _arguments,
    "terminal": _terminal,
    "day": _day,
    "python": _python,
    "letters": _letters,
}
"""The parts of a question."""


class Question:
    """The question that this process was asked."""

    def __init__(self, folder: str) -> None:
        self._words = _words()
        self._folder = folder

    def is_answered(self) -> bool:
        """Print the answer if it is known, and return whether that was done; raises `OSError` if printing fails.

        Part of it may be printed by then: the program cannot run as usual after that.
        """
        stretches = find(self._folder, self._words)
        if stretches is not None:
            print_again(stretches)
        return stretches is not None

    def listen(self) -> None:
        """Start to note what is read and what is printed."""
        self._began = time.time_ns()
        self._grounds = grounds.begin()
        self._transcript = Transcript(LARGEST)

    def remember(self) -> None:
        """Keep what was printed, if it is only an answer and nothing that it depends on has changed meanwhile."""
        if not self._grounds.is_answer or self._grounds.is_unique:
            return
        grounds.note(*_modules())
        pieces = self._transcript.finish()
        if pieces is not None and self._grounds.settled < self._began and _words() == self._words:
            keep(self._folder, self._words, self._grounds, pieces)


def question() -> Question | None:
    """Return the question that this process was asked; None if answers are not remembered.

    They are not if WATCHLIST_CACHE is "off", if HOME is not set, if a standard stream is closed or has an encoding
    that begins with a mark, and on platforms without these folders, such as Windows.
    """
    is_off = os.environ.get("WATCHLIST_CACHE") == "off" or not os.environ.get("HOME")
    folder = None if is_off or not all(map(_is_plain, (sys.stdin, sys.stdout, sys.stderr))) else cache_folder()
    return None if folder is None else Question(f"{folder}/answers")


def _is_plain(stream: "TextIO | None") -> bool:
    """Return whether a stream is open and can be repeated; with a mark, its text depends on what is there already."""
    return stream is not None and not "".encode(stream.encoding)


def _words() -> str:
    return repr([part() for part in ASKED.values()])


def _modules() -> list[str]:
    """Return the files of the program and of its libraries that are loaded; Python's own follow from its version."""
    own = sys.stdlib_module_names
    loaded = [module for name, module in sys.modules.items() if name.partition(".")[0] not in own]
    return [file for module in loaded if (file := getattr(module, "__file__", None))]

"""Repeated commands: the last output is printed again if nothing that it depends on has changed.

A question is all that a process is asked with: its arguments, its terminal, the day, the Python that runs it. What an
answer rests on besides is noted while it is made (`storage.grounds`). There is no second way to answer: what is
kept is what was printed. This module is loaded before all others, and imports next to nothing.
"""

import os
import sys
import time
from collections.abc import Callable

from watchlist.rendering.transcript import Transcript, print_again
from watchlist.storage import grounds
from watchlist.storage.folders import cache_folder
from watchlist.storage.memory.answers import LARGEST, find, keep


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
    opened = (sys.__stdin__, sys.__stdout__, sys.__stderr__)  # what the program sets besides does not count
    return [(stream.encoding, stream.errors) for stream in opened if stream], sys.getfilesystemencoding()


ASKED: dict[str, Callable[[], object]] = {
    "arguments": _arguments,
    "terminal": _terminal,
    "day": _day,
    "python": _python,
    "letters": _letters,
}
"""What a process is asked with: each is a part of the question."""


class Question:
    """The question that this process was asked."""

    def __init__(self, folder: str) -> None:
        self._words = _words()
        self._folder = folder

    def is_answered(self) -> bool:
        """Print the answer if it is known; the program has nothing more to do then.

        Where it cannot be printed, the ordinary way finds that out again, and says so.
        """
        pieces = find(self._folder, self._words)
        if pieces is None:
            return False
        try:
            print_again(pieces)
        except OSError:
            return False
        return True

    def listen(self) -> None:
        """Note from here on what is looked at, and what is printed."""
        self._began = time.time_ns()
        self._grounds = grounds.begin()
        self._transcript = Transcript(LARGEST)

    def remember(self) -> None:
        """Keep what was printed, if it is nothing but an answer, and if all that it rests on has settled."""
        if not self._grounds.is_answer or self._grounds.is_unique:
            return
        grounds.note(*_modules())
        pieces = self._transcript.finish()
        if pieces is not None and self._grounds.settled < self._began and _words() == self._words:
            keep(self._folder, self._words, self._grounds, pieces)


def question() -> Question | None:
    """Give the question that this process was asked; None where no answers are remembered.

    That is where the user says so, where only the accounts of the system say which folder is home, where the owner of
    a file cannot be told, and where a stream is closed.
    """
    is_off = os.environ.get("WATCHLIST_CACHE") == "off" or not os.environ.get("HOME")
    folder = None if is_off or None in (sys.stdin, sys.stdout, sys.stderr) else cache_folder()
    return None if folder is None else Question(f"{folder}/answers")


def _words() -> str:
    return repr([part() for part in ASKED.values()])


def _modules() -> list[str]:
    """Give the files of the program and of the libraries that it has loaded; Python's own come with its version."""
    own = sys.stdlib_module_names
    loaded = [module for name, module in sys.modules.items() if name.partition(".")[0] not in own]
    return [file for module in loaded if (file := getattr(module, "__file__", None))]

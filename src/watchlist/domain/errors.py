"""What can go wrong, said so that a person can act on it; each kind has its exit code."""

from typing import ClassVar

NOTHING_CHANGED = "Nothing was changed."
"""What became of the data, for errors before anything was saved."""


class WatchlistError(Exception):
    """Base of all expected failures.

    `fact` says what happened with the offending value quoted, `kept` what became of the
    data, `hint` what to type next. The command line prints them, one a line, and exits
    with `exit_code`.
    """

    exit_code: ClassVar[int] = 1

    def __init__(self, fact: str, *, kept: str = "", hint: str = "") -> None:
        super().__init__(fact)
        self.fact = fact
        self.kept = kept
        self.hint = hint

    @property
    def lines(self) -> tuple[str, ...]:
        """The message, one to three lines."""
        return tuple(line for line in (self.fact, self.kept, self.hint) if line)


class Refused(WatchlistError):
    """The answer to a question was no, or there is nothing to act on."""

    exit_code = 1


class UsageMistake(WatchlistError):
    """The command line does not say what to do."""

    exit_code = 2


class WhichFilm(WatchlistError):
    """It is not clear which film is meant; `candidates` name those that could be, one line each."""

    def __init__(self, fact: str, *, hint: str = "", candidates: tuple[str, ...] = ()) -> None:
        super().__init__(fact, hint=hint)
        self.candidates = candidates

    @property
    def lines(self) -> tuple[str, ...]:
        """The message: the fact, the candidates, and what to type."""
        return tuple(line for line in (self.fact, *self.candidates, self.hint) if line)


class NoSuchFilm(WhichFilm):
    """No film has this title, in any of its forms."""

    exit_code = 3


class SeveralFilms(WhichFilm):
    """The words fit more than one film."""

    exit_code = 4


class InvalidFile(WatchlistError):
    """A file is not valid, too new or too large; it was left as it is.

    `line` and `column` count from 1; 0 where the fault has no place.
    """

    exit_code = 5

    def __init__(self, fact: str, *, kept: str = "", hint: str = "", line: int = 0, column: int = 0) -> None:
        super().__init__(fact, kept=kept, hint=hint)
        self.line = line
        self.column = column


class DiskFailed(WatchlistError):
    """The operating system refused to read or write."""

    exit_code = 6


class Busy(WatchlistError):
    """Another process holds the file, or changed it at the same time."""

    exit_code = 7


class ChangedMeanwhile(Busy):
    """Another program changed the file between our reading and our saving; nothing of ours was saved."""


class NetworkFailed(WatchlistError):
    """The network is not there, or no site answered; what was known before is as it was."""

    exit_code = 8


class Interrupted(WatchlistError):
    """The user pressed Ctrl-C at a question."""

    exit_code = 130


class BadValue(ValueError):
    """Text that is not what its place asks for; whoever read it adds the place."""

"""Expected errors, worded so that the user can act on them; each kind has its exit code."""

from typing import ClassVar

NOTHING_CHANGED = "Nothing was changed."
"""The `kept` line of errors raised before anything was saved."""


class WatchlistError(Exception):
    """Base of all expected failures.

    `fact` says what happened and quotes the offending value, `kept` says what became of the
    data, `hint` says what to type next. The command line prints each on its own line and
    exits with `exit_code`.
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
    """The command line is wrong or incomplete."""

    exit_code = 2


class WhichFilm(WatchlistError):
    """It is not clear which film is meant; `candidates` lists those that could be, one per line."""

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

    `line` and `column` count from 1; they are 0 if the fault has no position.
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
    """Another program changed the file after we read it and before we saved; our change was not saved."""


class NetworkFailed(WatchlistError):
    """There is no network, or no site answered; what was known before is unchanged."""

    exit_code = 8


class Interrupted(WatchlistError):
    """The user pressed Ctrl-C at a question."""

    exit_code = 130


class BadValue(ValueError):
    """Text that is not a valid value; the caller that knows where it stands adds the position."""

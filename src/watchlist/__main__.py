"""The program, as `watchlist` and as `python -m watchlist`."""

import signal

_CATCHES = signal.getsignal(signal.SIGINT) is signal.default_int_handler
if _CATCHES:  # Ctrl-C during the imports ends the program silently
    signal.signal(signal.SIGINT, signal.SIG_DFL)

import gc  # noqa: E402
import io  # noqa: E402
import os  # noqa: E402
import sys  # noqa: E402
from types import FrameType  # noqa: E402

from watchlist.cli.again import question  # noqa: E402


def main() -> None:
    """Run the program and end with its exit code."""
    code = _complete() if "_WATCHLIST_COMPLETE" in os.environ else answer()
    for stream in filter(None, (sys.stdout, sys.stderr)):
        try:
            stream.flush()
        except OSError:  # the failure was reported before, if anybody could read it
            continue
    os._exit(code)  # every file is closed by now, and tearing Python down would take a tenth of the run


def answer() -> int:
    """Run the program and return its exit code; after Ctrl-C, end as the signal ends a program (130 in a shell)."""
    asked = question()
    try:
        if asked and asked.is_answered():
            return 0
    except OSError as error:
        from watchlist.cli.app import unprinted

        return unprinted(error)
    _open_what_is_closed()
    gc.set_threshold(50_000)  # start-up makes thousands of lasting objects: collecting garbage would be a tenth of it

    if asked:
        asked.listen()
    _spell_out_what_cannot_be_shown()

    from watchlist.cli.app import run

    interrupted: list[int] = []

    def interrupt(number: int, _: FrameType | None) -> None:
        interrupted.append(number)
        raise KeyboardInterrupt

    if _CATCHES:
        signal.signal(signal.SIGINT, interrupt)
    try:
        code = run()
        if asked and code == 0:
            asked.remember()
    except KeyboardInterrupt:
        code = 130
    if _CATCHES:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    if interrupted:
        os.kill(os.getpid(), signal.SIGINT)
    return code


def _complete() -> int:
    """Answer a shell that asks for completions; return the exit code."""
    _open_what_is_closed()
    gc.set_threshold(50_000)

    from watchlist.cli.tab import respond

    return respond(os.environ)


def _open_what_is_closed() -> None:
    """Open closed standard streams on the null device, so that no file of the user's gets their numbers."""
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            nothing = os.open(os.devnull, os.O_RDWR)
            if nothing != number:
                os.dup2(nothing, number)
                os.close(nothing)
            setattr(sys, name, open(number, "w" if number else "r", encoding="utf-8", closefd=False))  # noqa: SIM115


def _spell_out_what_cannot_be_shown() -> None:
    """Print the code of a letter that the terminal cannot show (in the C locale) instead of raising an exception."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


if __name__ == "__main__":
    main()

"""The program, as `watchlist` and as `python -m watchlist`."""

import gc
import sys


def main() -> None:
    """Run the program and exit with its code."""
    gc.set_threshold(50_000)  # a start makes thousands of objects that all stay: looking for garbage is a tenth of it

    from watchlist.cli.app import run

    sys.exit(run())


if __name__ == "__main__":
    main()

"""Run as `python -m watchlist`."""

from watchlist.cli.app import main

if __name__ == "__main__":
    main()

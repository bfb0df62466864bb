"""The user's browser: the one program outside that is asked to show a page."""


def open_page(address: str) -> None:
    """Ask the browser to open an address, which begins with https; where there is none, nothing happens."""
    import webbrowser

    webbrowser.open(address)

"""Opening a page in the user's browser."""


def open_page(address: str) -> None:
    """Open an https address in the browser; if there is no browser, nothing happens."""
    import webbrowser

    webbrowser.open(address)

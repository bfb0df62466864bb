"""What can go wrong with a request to a site."""


class Fault(Exception):
    """A request without a usable answer.

    `cause` says why, worded to follow "Wikidata: ". `again` is True if the same request may
    succeed when repeated, after `wait` seconds if the site said so. `offline` is True if the
    site could not be reached at all; `target` is the address of a redirect.
    """

    def __init__(
        self, cause: str, *, again: bool = False, wait: float | None = None, offline: bool = False, target: str = ""
    ) -> None:
        super().__init__(cause)
        self.cause = cause
        self.again = again
        self.wait = wait
        self.offline = offline
        self.target = target
        self.site = ""
        """The site that failed, filled in by its client."""


class BudgetSpent(Fault):
    """The calls of this run are used up; the rest is left for the next run."""


class SiteError(Fault):
    """The site answered with an error; `code` is the site's name for it."""

    def __init__(self, code: str, cause: str) -> None:
        super().__init__(cause)
        self.code = code

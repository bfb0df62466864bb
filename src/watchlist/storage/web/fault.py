"""What can go wrong with a request to a site."""


class Fault(Exception):
    """A request that brought no usable answer.

    `cause` says why, to follow "Wikidata: ". `again` is True where the same request may
    succeed if it is repeated, after `wait` seconds if the site said how long. `offline` is
    True where the site could not be reached at all, `target` where it wants to send us.
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
        """The site that failed, as its client notes."""


class BudgetSpent(Fault):
    """The calls of this run are used up: what is left waits for the next run."""


class SiteError(Fault):
    """The site answered with an error of its own; `code` is its name for it."""

    def __init__(self, code: str, cause: str) -> None:
        super().__init__(cause)
        self.code = code

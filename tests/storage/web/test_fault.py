"""A request without an answer says why, and whether to ask again."""

from watchlist.storage.web.fault import BudgetSpent, Fault, SiteError


def test_a_fault_is_final_unless_it_says_otherwise_and_no_site_is_blamed_yet() -> None:
    for fault in (Fault("is busy"), BudgetSpent("is busy"), SiteError("404", "is busy")):
        told = (fault.cause, str(fault), fault.again, fault.wait, fault.offline, fault.target, fault.site)
        assert told == ("is busy", "is busy", False, None, False, "", "")
    passing = Fault("is busy", again=True, wait=1.5, offline=True, target="https://x.example/")
    assert (passing.again, passing.wait, passing.offline, passing.target) == (True, 1.5, True, "https://x.example/")
    assert SiteError("404", "is busy").code == "404"

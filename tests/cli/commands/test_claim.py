"""Claim: what was read changes what is shown."""

from pathlib import Path

from program import Run


def test_a_claim_says_what_it_changes_and_can_be_taken_back(run: Run, films_file: Path) -> None:
    noted = run(
        "claim", "Shrek 5", "spring 2028", "--source", "Variety", "--certainty", "rumoured", "--reported", "2026-11-01"
    )
    assert noted.out == (
        "Noted: spring 2028, rumoured, Variety, cinemas, US.\n"
        "Shrek 5 (2027): 30 June 2027, announced, 3 sources agree → 30 June 2027, announced, sources differ: spring 2028.\n"
    )
    firm = run("claim", "Shrek 5", "25", "June", "2028", "--source", "Deadline")
    assert firm.out.splitlines()[1] == (
        "Shrek 5 (2027): 30 June 2027, announced, sources differ: spring 2028 → 25 June 2028, announced, 1 source."
    )
    back = run("claim", "Shrek 5", "--remove")
    assert back.out.splitlines()[0] == "Taken back: 25 June 2028, announced, Deadline, cinemas, US."
    assert "2028-06-25" not in films_file.read_text()
    assert run("claim", "Shrek 5", "--remove").code == 0
    ran = run("claim", "Shrek 5", "--remove")
    assert (ran.code, ran.err) == (1, 'watchlist: you have made no claim on Shrek 5 (2027)\n')
    assert run("undo", "2").code == 0
    assert "2028-06-25" in films_file.read_text()
    assert run("claim", "Shrek 5").code == 2

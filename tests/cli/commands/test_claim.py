"""Claim: what was read changes what is shown."""

from pathlib import Path

from program import Run


def test_a_claim_says_what_it_changes_and_can_be_taken_back(run: Run, films_file: Path) -> None:
    noted = run(
        "claim", "Shrek 5", "spring 2028", "--source", "Variety", "--certainty", "rumoured", "--reported", "2026-11-01"
    )
    assert noted.out == (
        "Noted: spring 2028, rumoured, Variety, cinemas, US.\n"
        "Shrek 5 (2027): 30 June 2027, announced, 3 sources agree → "
        "30 June 2027, announced, sources differ: spring 2028.\n"
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
    assert (ran.code, ran.err) == (1, "watchlist: you have made no claim about Shrek 5 (2027)\n")
    assert run("undo", "2").code == 0
    assert "2028-06-25" in films_file.read_text()
    assert run("claim", "Shrek 5").code == 2


def test_a_claim_of_ones_own_is_a_rumour_and_the_next_one_replaces_it(run: Run, films_file: Path) -> None:
    noted = run("claim", "Shrek 5", "2029")
    assert noted.out.splitlines()[0] == "Noted: 2029, rumoured, no named source, cinemas, US."
    assert noted.out.splitlines()[-1] == "To name the source and the certainty: --source NAME, --certainty announced"
    run("claim", "Shrek 5", "2030")
    once = films_file.read_text()
    run("claim", "Shrek 5", "2030")
    assert films_file.read_text() == once
    assert (once.count("[[films.claims]]"), 'date = "2030"' in once) == (1, True)


def test_a_word_of_ones_own_takes_no_date_away_without_a_question(run: Run, films_file: Path) -> None:
    ran = run("claim", "Shrek 5", "TBA", "--certainty", "announced")
    assert (ran.code, ran.err.splitlines()[0]) == (
        1,
        "watchlist: that would discard 30 June 2027 for Shrek 5 (2027), given by MSN, La Razón, Newsnuzzle",
    )
    assert run("claim", "Shrek 5", "cancelled").err == ran.err
    assert not films_file.exists()
    assert "30 June 2027, announced" in run("claim", "Shrek 5", "TBA").out


def test_a_film_can_be_cancelled(run: Run) -> None:
    ran = run("claim", "Shrek 5", "cancelled", "--source", "Variety")
    assert ran.out.splitlines()[1].endswith("→ was 30 June 2027, cancelled, 1 source.")
    assert '"state": "cancelled"' in run("show", "shrek 5", "--json").out

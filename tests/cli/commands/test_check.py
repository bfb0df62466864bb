"""Check: which film file is looked at."""

from pathlib import Path

from program import Run


def test_check_takes_ones_own_films_or_a_named_file(run: Run, tmp_path: Path) -> None:
    run("add", "Shrek 5", "--release", "2028", "--source", "Variety")
    assert run("check").out == "1 film, 1 claim, 1 source: no problems\n"
    bad = tmp_path / "bad.toml"
    bad.write_text("schema = 1\nseen = 2026-11-20\ncolour = 1\n")
    ran = run("check", str(bad))
    assert (ran.code, ran.out.splitlines()) == (
        5,
        [f'{bad}:3:10: unknown key "colour"', "0 films, 0 claims, 0 sources: 1 fault"],
    )

"""What sites say can be written down, and be answered from without asking them again."""

import json
from pathlib import Path

import pytest

from program import Run


def test_what_was_said_is_written_down_and_taken_for_an_answer(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = tmp_path / "said.jsonl"
    run("add", "Shrek 5")
    assert run("refresh", "--trace", str(said)).code == 8  # no site can be reached in a test
    (heard,) = map(json.loads, said.read_text().splitlines())
    assert (heard["url"].startswith("http://127.0.0.1:9/"), heard["fault"]) == (True, "cannot be reached")
    monkeypatch.setenv("WATCHLIST_TMDB_KEY", "0" * 32)
    again = run("refresh", "--replay", str(said))
    assert (again.code, again.err.splitlines()[0].startswith("watchlist: Wikidata: cannot be reached;")) == (8, True)


@pytest.mark.parametrize("command", [("refresh",), ("lookup", "Zzyzx")])
def test_a_recording_that_is_not_there_is_refused(command: tuple[str, ...], run: Run, tmp_path: Path) -> None:
    ran = run(*command, "--replay", str(tmp_path / "none.jsonl"))
    assert (ran.code, ran.err.splitlines()) == (
        5,
        [f"watchlist: {tmp_path / 'none.jsonl'}: there is no such file", "Nothing was changed."],
    )

"""Why: a verdict on each claim."""

from program import Run, data


def test_why_gives_a_verdict_on_each_claim(run: Run) -> None:
    (release,) = data(run("why", "Drawing Closer", "--json", "--as-of", "2024-04-10"))["releases"]
    assert release["claims"][0]["verdict"] == "gives the date"
    assert {claim["verdict"] for claim in release["claims"][2:]} == {"not known yet on this day"}

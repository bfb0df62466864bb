"""--region, --channel and --service leave out releases that are not asked for."""

import pytest

from program import Run, data


def releases(run: Run, *options: str) -> set[tuple[str, str, str | None]]:
    films = data(run("upcoming", "--all", "--as-of", "2026-11-20", "--json", *options))
    return {(film["region"], film["channel"], film["service"]) for film in films}


@pytest.mark.parametrize(
    ("options", "kept"),
    [
        (("--service", "netflix"), {("WW", "digital", "Netflix")}),
        (("--region", "jp", "--channel", "cinemas"), {("JP", "theatrical", None), ("WW", "theatrical", None)}),
        (("--channel", "limited"), {("WW", "limited", "IMAX")}),
    ],
)
def test_only_what_is_asked_for_is_counted_down_to(
    options: tuple[str, ...], kept: set[tuple[str, str, str | None]], run: Run
) -> None:
    assert releases(run, *options) == kept


def test_what_is_asked_for_is_named_in_any_of_its_words(run: Run) -> None:
    assert releases(run, "--channel", "streaming") == releases(run, "--channel", "digital")
    assert len(releases(run)) > len(releases(run, "--region", "US")) > 1
    ran = run("upcoming", "--region", "XX")
    assert (ran.code, '"XX" is not a region' in ran.err) == (2, True)

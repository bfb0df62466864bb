"""Which film is meant by the words of the command line."""

from program import Run


def test_a_misspelt_title_is_found_and_said(run: Run) -> None:
    ran = run("show", "drawing", "closr")
    assert ran.out.startswith("film\tDrawing Closer (2024)\tdrawing-closer-2024\n")
    assert ran.err == 'Assuming Drawing Closer (2024).\n'

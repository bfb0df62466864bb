"""Watched: viewings and ratings."""

from pathlib import Path

from program import Run, data


def test_watching_adds_viewings_and_a_rating(run: Run, list_file: Path) -> None:
    run("add", "Drawing Closer")
    first = run("watched", "Drawing Closer", "--date", "1 July 2024", "--rating", "4.5")
    assert first.out == "Watched Drawing Closer (2024) on 1 July 2024, 4½ of 5 stars.\n"
    again = run("watched", "Drawing Closer", "--date", "2024-07-09")
    assert again.out == "Watched Drawing Closer (2024) on 9 July 2024, viewing number 2, 4½ of 5 stars.\n"
    same = run("watched", "Drawing Closer", "--date", "2024-07-09")
    assert same.out == "Drawing Closer (2024) was already noted as watched on 9 July 2024.\n"
    assert 'status = "watched"\nrating = 9\nviewings = [2024-07-01, 2024-07-09]\n' in list_file.read_text()
    assert data(run("upcoming", "--json")) == []

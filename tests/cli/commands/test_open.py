"""Open: the page of a film."""

from pathlib import Path

from program import Run


def test_a_page_is_on_the_site_that_is_known_or_asked_for(run: Run) -> None:
    assert run("open", "alien 1979").out == "https://www.imdb.com/title/tt0078748/\n"
    assert run("open", "alien 1979", "--site", "imdb").out == "https://www.imdb.com/title/tt0078748/\n"
    ran = run("open", "alien 1979", "--site", "trakt")
    assert (ran.code, ran.err) == (1, 'watchlist: no page of "Alien" on trakt is known\n')


def test_an_id_cannot_lead_to_another_site(run: Run, films_file: Path) -> None:
    films_file.parent.mkdir(parents=True)
    films_file.write_text(
        'schema = 1\nseen = 2026-01-01\n[[films]]\nid = "x"\ntitle = "X"\nids = { imdb = "../@evil.example/?" }\n'
    )
    assert run("open", "x").out == "https://www.imdb.com/title/..%2F%40evil.example%2F%3F/\n"

"""Films as a question shows them: with year, directors, and the date that counts today."""

from pathlib import Path

from program import Run


def test_each_film_that_may_be_meant_has_its_year_directors_and_date(run: Run, tmp_path: Path) -> None:
    dated = tmp_path / "films.toml"
    dated.write_text(
        "schema = 1\nseen = 2026-01-02\n"
        '[[sources]]\nid = "variety"\npublisher = "Variety"\n'
        '[[films]]\nid = "nightfall-2099"\ntitle = "Nightfall"\nyear = 2099\ndirectors = ["Ann Lee", "Bo Diaz"]\n'
        '[[films.claims]]\ndate = "2099-06-12"\ncertainty = "announced"\nregion = "US"\nchannel = "theatrical"\n'
        'source = "variety"\nsource_date = "2026-01-02"\n'
        '[[films]]\nid = "nightfall-1950"\ntitle = "Nightfall"\nyear = 1950\n',
        encoding="utf-8",
    )
    assert run("catalogue", "add", str(dated)).code == 0
    ran = run("rate", "nightfall", "4")
    assert (ran.code, ran.out) == (4, "")
    assert ran.err == (
        'watchlist: "nightfall" could be one of these films:\n'
        "  watchlist rate nightfall-2099 4  # Nightfall (2099), Ann Lee, Bo Diaz, 12 June 2099\n"
        "  watchlist rate nightfall-1950 4  # Nightfall (1950)\n"
    )

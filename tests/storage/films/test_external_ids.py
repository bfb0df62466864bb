"""Ids on other sites are words or whole numbers, and each is kept as text."""

from exports import ids
from watchlist.storage.films.external_ids import EXTERNAL_IDS
from watchlist.storage.toml.schema import Report


def test_a_word_or_a_number_is_an_id_and_nothing_else_is() -> None:
    report = Report()
    assert EXTERNAL_IDS.read({"imdb": "tt1", "tmdb": 5}, ("ids",), report) == ids(imdb="tt1", tmdb="5")
    assert report.problems == []
    for odd in (True, 0, -5, 10**12, 1.5, "", "two words", ["tt1"]):
        report = Report()
        EXTERNAL_IDS.read({"tmdb": odd}, ("ids",), report)
        assert (odd, [problem.at for problem in report.problems]) == (odd, [("ids", "tmdb")])

"""What a page says about itself in JSON-LD, in the shapes that pages use."""

import pytest

from watchlist.services.article.json_ld import Stated, films, stated

ARTICLE = {"@type": "NewsArticle", "headline": " What’s\n next ", "datePublished": "2026-05-05"}
REEL = {"@type": "Organization", "@id": "#reel", "name": "The Daily Reel"}
ANN = {"@type": "Person", "@id": "#ann", "name": "Ann Cole"}
PLAIN = Stated("What’s next", published="2026-05-05")


@pytest.mark.parametrize(
    ("script", "found"),
    [
        (ARTICLE, PLAIN),
        ([REEL, ARTICLE], PLAIN),
        ({"@graph": [{"@type": "WebPage", "name": "Page"}, ARTICLE]}, PLAIN),
        ({"@type": "WebPage", "name": "Page", "mainEntity": ARTICLE}, PLAIN),
        (
            {"@graph": [REEL, ANN, {**ARTICLE, "author": [{"@id": "#ann"}], "publisher": {"@id": "#reel"}}]},
            PLAIN._replace(authors=("Ann Cole",), publisher="The Daily Reel"),
        ),
        ({**ARTICLE, "author": ["Ann Cole", "Bo Li", "Ann Cole"]}, PLAIN._replace(authors=("Ann Cole", "Bo Li"))),
        ({**ARTICLE, "creator": "https://reel.example/ann"}, PLAIN),
        (
            [{"@type": "WebSite", "name": "Reel", "publisher": REEL}, ARTICLE],
            PLAIN._replace(publisher="The Daily Reel"),
        ),
        ([{"@type": "WebSite", "name": "Reel"}, ARTICLE], PLAIN._replace(publisher="Reel")),
        ({**ARTICLE, "url": "/next", "@id": "https://reel.example/n"}, PLAIN._replace(url="https://reel.example/n")),
        (
            {**ARTICLE, "mainEntityOfPage": {"@id": "https://reel.example/n"}},
            PLAIN._replace(url="https://reel.example/n"),
        ),
        (
            [{"@type": "BlogPosting", "headline": "Next"}, {"@type": "WebPage", "datePublished": "2026-05-06"}],
            Stated("Next", published="2026-05-06"),
        ),
        ([{"@type": ["Review"]}, {"@type": "ReportageNewsArticle", "headline": "Next"}], Stated("Next")),
        ({"@type": "WebPage", "name": "Page"}, Stated("Page")),
        ({"@type": "Product", "name": "A boat"}, Stated()),
        ("text", Stated()),
    ],
)
def test_the_article_states_its_source(script: object, found: Stated) -> None:
    assert stated((script,)) == found


def test_films_that_an_article_is_about_are_named() -> None:
    movie = {"@type": "Movie", "name": "Copper Sky"}
    script = {**ARTICLE, "about": [movie, REEL], "mentions": {"@type": "Movie", "name": "Tin Moon"}, "author": movie}
    assert list(films(({"@graph": [script]}, {"itemReviewed": movie}))) == ["Copper Sky", "Tin Moon", "Copper Sky"]


def test_a_script_of_endless_lists_ends() -> None:
    nodes: list[object] = [{"@type": "Thing"}] * 6000
    assert stated(([*nodes, ARTICLE],)) == Stated()

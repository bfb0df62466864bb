"""Scripts of JSON-LD are read as they stand, with a comma too much, and in pieces where they are broken."""

import pytest

from watchlist.services.article.json_scripts import parse_script

PIECES = '{"@type": "Article", "headline": "Next \\"up\\"", "url": "https:\\/\\/reel.example", "author": {"name": "Ann"'


@pytest.mark.parametrize(
    ("script", "data"),
    [
        ('{"headline": "Next up"}', {"headline": "Next up"}),
        (' <!-- [1, {"a": null}] --> ', [1, {"a": None}]),
        ('{"headline": "Next\nup"};', {"headline": "Next\nup"}),
        ('{"author": ["Ann", ], }', {"author": ["Ann"]}),
        (PIECES, {"@type": "Article", "headline": 'Next "up"', "url": "https://reel.example"}),
        ('{"datePublished": "2026-05-05", "url": ', {"@type": "Article", "datePublished": "2026-05-05"}),
        ('{"name": "The Daily Reel", ', None),
        ("[" * 100_000, None),
        ("", None),
    ],
)
def test_what_can_be_made_out_of_a_script(script: str, data: object) -> None:
    assert parse_script(script) == data

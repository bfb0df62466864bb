"""What a sentence of film news claims, rule by rule."""

import html

import pytest

from sentence_table import TABLE
from watchlist.services.article.reading import read_article


def _cases() -> list[tuple[str, list[str]]]:
    cases: list[tuple[str, list[str]]] = []
    for line in TABLE.strip().splitlines():
        if line.startswith("  "):
            cases[-1][1].append(line.strip())
        else:
            cases.append((line, []))
    return cases


@pytest.mark.parametrize(("sentence", "claims"), _cases(), ids=[sentence for sentence, _ in _cases()])
def test_a_sentence_claims(sentence: str, claims: list[str]) -> None:
    words = html.escape(sentence).split("*")
    marked = "".join(f"<i>{word}</i>" if at % 2 else word for at, word in enumerate(words))
    page = f'<html><meta property="article:published_time" content="2026-05-05"><body><p>{marked}</p></body></html>'
    found = read_article(page.encode(), lambda _: {}).claims
    assert [
        " | ".join(
            str(value or "-")
            for value in (
                one.film and one.film.title,
                one.date.text if one.date else "null",
                one.channel,
                one.region,
                one.service,
                one.certainty,
            )
        )
        for one in found
    ] == claims

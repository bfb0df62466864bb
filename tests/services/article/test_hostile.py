"""Pages that are made to hurt: an answer in bounded time, and no traceback."""

import time
from collections.abc import Iterator

import pytest

from watchlist.domain.errors import InvalidFile
from watchlist.services.article.reading import read_article

_MEGABYTE = 1024 * 1024
_SECONDS = 20.0
"""Ten on a machine with nothing else to do."""


def pages() -> Iterator[tuple[str, bytes]]:
    page = b"<html><body>"
    yield "unclosed tags", page + b"<div><p>June 5 " * (5 * _MEGABYTE // 15)
    yield "nested tags", page + b"<div>" * 100_000 + b"June 5" + b"</div>" * 100_000
    yield "closing tags of nothing", page + b"<b>" * 500 + b"</x></i></p>" * 300_000
    yield "tables in tables", page + b"<table><tr><td>June 5" * 100_000
    yield "a table of one cell", page + b"<table><tr><td>" + b"<p>June 5</p>" * 100_000
    yield "cells without rows", page + b"<td>June 5<th>" * 100_000
    yield "entities", page + b"<p>" + b"&amp;&lt;&#x41;&nosuch" * 200_000
    yield "a large attribute", page + b'<p class="' + b"a " * 500_000 + b'">x opens June 5</p>'
    yield "zeros", page + b"a\0b June 5 " * 30_000
    laughs = b"".join(b'<!ENTITY lol%d "&lol%d;&lol%d;">' % (one, one - 1, one - 1) for one in range(1, 50))
    yield (
        "a billion laughs",
        b'<!DOCTYPE lolz [<!ENTITY lol "lol">' + laughs + b"]><html><body>&lol49; June 5</body></html>",
    )
    for name, text in (("angles", b"<"), ("tags", b"<a "), ("comments", b"<!--"), ("sections", b"<![CDATA[")):
        yield f"nothing but {name}", b"<html>" + text * (4 * _MEGABYTE // len(text))
    short = (
        b'"A ',
        b" 'A",
        b"Alpha Beta ",
        b"June 5, 2026 ",
        b"[",
        b"_a ",
        b"1/",
        b"A of the ",
        b"(2020) ",
        b"A. ",
        b"|a|b|\n",
    )
    for text in short:
        yield f"{text.decode()!r} again and again", b"<html><p>" + text * (390_000 // len(text))
        yield f"{text.decode()!r} in plain text", text * (390_000 // len(text))


@pytest.mark.slow
@pytest.mark.parametrize(("name", "data"), list(pages()), ids=[name for name, _ in pages()])
def test_a_hostile_page_gets_an_answer_in_time(name: str, data: bytes) -> None:
    started = time.process_time()
    try:
        read_article(data, lambda _: {}, name=name)
    except InvalidFile as error:
        assert error.kept == "Nothing was kept."  # noqa: PT017  an answer or a refusal, both in time
    assert time.process_time() - started < _SECONDS


def test_a_page_with_a_large_script_is_read() -> None:
    head = b'<html><meta property="article:published_time" content="2026-05-05"><body><script>{"a": "'
    page = head + b"if (a < b) " * 40_000 + b'"}</script><p><i>Copper Sky</i> opens on June 12.</p></body></html>'
    assert [one.date and one.date.text for one in read_article(page, lambda _: {}).claims] == ["2026-06-12"]


def test_an_ordinary_page_with_a_picture_in_it_is_read() -> None:
    picture = b'<img src="data:image/png;base64,' + b"A" * 1_000_000 + b'">'
    page = (
        b'<html><meta property="article:published_time" content="2026-05-05"><body>'
        + picture
        + b"<p><i>Copper Sky</i> opens on June 12.</p></body></html>"
    )
    assert [one.date and one.date.text for one in read_article(page, lambda _: {}).claims] == ["2026-06-12"]

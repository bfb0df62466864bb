"""Sources made from citations, and from records that are kept up by many."""

from watchlist.domain.claim import Source
from watchlist.domain.dates import Edtf
from watchlist.services.live.citation import article, record

URL = "https://www.variety.com/2026/klara"


def cited(publisher: str | None = None, **given: str) -> Source | None:
    published = Edtf.parse(given.pop("published")) if "published" in given else None
    url, title = given.get("url"), given.get("title")
    return article(publisher, via="Wikidata Q7", url=url, title=title, author=given.get("author"), published=published)


def test_a_cited_page_is_its_publishers_word_via_the_record() -> None:
    found = cited("The Wrap", url=URL, title="Klara moves", author="Ann Cole", published="2026-06-05")
    assert found is not None
    assert found == Source(
        found.id, "The Wrap", "Klara moves", "Ann Cole", URL, Edtf.parse("2026-06-05"), "via Wikidata Q7"
    )
    assert found.id.startswith("the-wrap-2026-06-05-")


def test_without_a_publisher_the_site_stands_for_it() -> None:
    found = cited(url=URL)
    assert found is not None
    assert (found.publisher, found.id.rpartition("-")[0]) == ("variety.com", "variety-com")
    assert (cited(), cited(title="Klara moves"), cited(url="nowhere")) == (None, None, None)


def test_pages_that_differ_have_different_ids_and_equal_ones_the_same() -> None:
    pages = [
        {"url": URL},
        {"url": f"{URL}-2"},
        {"url": URL, "title": "Klara"},
        {"url": URL, "published": "2026"},
        {"url": URL, "published": "2026~"},
    ]
    found = [one.id for page in (*pages, *pages) if (one := cited("Variety", **page))]
    assert (found[:5], len(set(found))) == (found[5:], 5)
    assert {one.rpartition("-")[0] for one in found[3:5]} == {"variety-2026"}


def test_a_record_is_told_by_its_mark() -> None:
    assert record("Wikidata", "Q7-99", "https://www.wikidata.org/wiki/Q7", "a note") == Source(
        "wikidata-q7-99", "Wikidata", url="https://www.wikidata.org/wiki/Q7", note="a note"
    )

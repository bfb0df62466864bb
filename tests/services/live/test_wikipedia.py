"""The field `released` of an infobox becomes claims: in the forms that editors write, and in hostile ones."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchlist.services.live.wikipedia import WikipediaArticle, read_infobox
from watchlist.services.live.wikitext import plain

TODAY = date(2026, 11, 24)


def page(released: str, *, edited: date = date(2026, 1, 1), more: str = "") -> WikipediaArticle:
    text = f"{{{{Infobox film\n| name = Klara\n| released = {released}\n{more}}}}}\n'''Klara''' is a film."
    return WikipediaArticle("Klara and the Sun (film)", 1234, edited, "Q7", text)


def read(released: str, **options: str) -> list[str]:
    return [
        " ".join(filter(None, (one.region, one.channel, one.service, one.date and one.date.text)))
        for one in read_infobox(page(released, **options), today=TODAY)  # type: ignore[arg-type]
    ]


@pytest.mark.parametrize(
    ("released", "means"),
    [
        ("{{Film date|2027|3|12|United States}}", ["US theatrical 2027-03-12"]),
        ("{{film date|df=y|2027|03|2|UK}}", ["GB theatrical 2027-03-02"]),
        ("{{Film date|2027|January |5|[[Japan]]}}", ["JP theatrical 2027-01-05"]),
        ("{{Film date|2027|August||Japan}}", ["JP theatrical 2027-08"]),
        ("{{Film date|2027|||Japan}}", ["JP theatrical 2027"]),
        ("{{Film date|2027}}", ["WW theatrical 2027"]),
        (
            "{{Film date|2026|9|10|[[Toronto International Film Festival|TIFF]]|2027|3|12|United States}}",
            ["CA premiere 2026-09-10", "US theatrical 2027-03-12"],
        ),
        (
            "{{Film date|2027|3|12|United Kingdom & United States}}",
            ["GB theatrical 2027-03-12", "US theatrical 2027-03-12"],
        ),
        ("{{Film date|2027|3|12|Belgium/Netherlands}}", ["BE theatrical 2027-03-12", "NL theatrical 2027-03-12"]),
        ("{{Film date|2027|3|12|[[Toronto]] and worldwide}}", ["CA premiere 2027-03-12", "WW theatrical 2027-03-12"]),
        ("{{Film date|2027|3|12|North America}}", ["US theatrical 2027-03-12", "CA theatrical 2027-03-12"]),
        ("{{Film date|2027|3|12|[[Troma]] DVD release}}", ["WW physical 2027-03-12"]),
        ("{{Film date|2027|3|12|Netflix}}", ["WW digital Netflix 2027-03-12"]),
        ("{{Film date|2027|3|12|world premiere{{fact}}}}", ["WW premiere 2027-03-12"]),
        ("{{Film date|2001|07|20|Japan| |20|2002|United States}}", ["JP theatrical 2001-07-20"]),
        ("{{Film date|2027|3|<!-- not | yet -->|Japan}}", ["JP theatrical 2027-03"]),
        ("<!-- {{Film date|2020|1|1}} -->{{Film date|2027|3|12|Japan}}", ["JP theatrical 2027-03-12"]),
        ("{{Film date|TBA}}", ["WW theatrical XXXX"]),
        ("TBA", ["WW theatrical XXXX"]),
        ("{{TBA}}", ["WW theatrical XXXX"]),
        ("", []),
        ("{{Film date|2027|13|1|Japan}}", []),
        ("{{Film date|2027|2|31|Japan}}", []),
        ("{{Film date|next year}}", []),
        ("{{Start date|2027|3|12}} (Japan)", ["JP theatrical 2027-03-12"]),
        ("{{plainlist|\n* {{Start date|2026|1|1}}\n* {{Start date|2027|1|1}}\n}}", []),
        ("August 3, 2027 (US)", ["US theatrical 2027-08-03"]),
        ("11 August 2027 (Japan)<br />September 2027 (US)", ["JP theatrical 2027-08-11", "US theatrical 2027-09"]),
        ("''One''<br />11 August 2027<br />''Two''<br />September 2029", []),
        ("1980<ref>\n{{cite web\n|title=A list\n|work=B}}\n</ref>", ["WW theatrical 1980"]),
        ("{{Film date|2027|3|12|Houston, Texas}}", ["WW premiere 2027-03-12"]),
        ("{{Film date|2027|3|12|[[Film Forum]], New York City}}", ["US premiere 2027-03-12"]),
        ("{{Film date|2027|3|12|Japan, France}}", ["JP theatrical 2027-03-12", "FR theatrical 2027-03-12"]),
        ("{{Film date|1969|6|13|West Germany|1969|7|1|Venezuela}}", ["VE theatrical 1969-07-01"]),
        ("1994", ["WW theatrical 1994"]),
        ("10/11/12", []),
        ("soon", []),
    ],
)
def test_the_forms_that_editors_write(released: str, means: list[str]) -> None:
    assert read(released) == means


def test_without_a_place_it_is_the_country_that_made_the_film() -> None:
    assert read("{{Film date|2027}}", more="| country = [[Japan]]\n") == ["JP theatrical 2027"]
    assert read("{{Film date|2027}}", more="| country = {{ubl|Japan|France}}\n") == ["WW theatrical 2027"]


def test_the_distributor_may_be_a_streaming_service() -> None:
    more = "| distributor = [[Netflix]]\n"
    assert read("{{Film date|2027}}", more=more) == ["WW digital Netflix 2027"]
    assert read("{{Film date|2027|11|9|United States}}", more=more) == ["US limited 2027-11-09"]


@pytest.mark.parametrize(
    "released",
    [
        "{{Film date|2027|3|12|Japan|ref1=<ref>%s</ref>}}",
        "{{Film date|2027|3|12|Japan<ref name=w>%s</ref>}}",
        "{{Film date|2027|3|12|Japan}}<ref>%s</ref>",
        '{{Film date|2027|3|12|Japan|ref1=<ref name="w" />}}\n| music = X<ref name=w>%s</ref>',
    ],
)
def test_the_citation_of_a_date_is_its_source(released: str) -> None:
    citation = (
        "{{cite web|url=https://www.thewrap.com/a|title=Klara ''moves''|last=Ann|first=B.|website=[[The Wrap]]"
        "|date=June 5, 2026|access-date=2026-06-06}}"
    )
    (claim,) = read_infobox(page(released.replace("%s", citation)), today=TODAY)
    source = claim.source
    assert (source.publisher, source.title, source.author, source.url, str(source.published), source.note) == (
        "The Wrap",
        "Klara moves",
        "B. Ann",
        "https://www.thewrap.com/a",
        "2026-06-05",
        'via Wikipedia, "Klara and the Sun (film)"',
    )
    assert (claim.certainty, claim.said) == ("announced", "2027-03-12, Japan")


def test_each_date_has_its_own_citation() -> None:
    released = (
        "{{Film date|2026|9|10|Toronto|2027|3|12|Japan"
        "|ref1=<ref>{{cite news|work=Variety|date=2026-01-02}}</ref>"
        "|ref2=<ref>{{Cite news|work=Deadline|date=n.d.}}</ref>}}"
    )
    claims = read_infobox(page(released), today=TODAY)
    assert [(one.source.publisher, str(one.source.published)) for one in claims] == [
        ("Variety", "2026-01-02"),
        ("Deadline", "None"),
    ]


def test_a_date_that_nobody_cites_is_announced_once_it_has_stood_for_a_week() -> None:
    released = "{{Film date|2027|3|12|Japan}}"
    (fresh,) = read_infobox(page(released, edited=date(2026, 11, 20)), today=TODAY)
    (old,) = read_infobox(page(released, edited=date(2026, 11, 17)), today=TODAY)
    assert (fresh.certainty, old.certainty) == ("speculated", "announced")
    assert (old.source.publisher, old.source.url) == ("Wikipedia", "https://en.wikipedia.org/w/index.php?oldid=1234")


def test_a_day_that_has_passed_is_a_release() -> None:
    (claim,) = read_infobox(page("{{Film date|2026|11|24|Japan}}"), today=TODAY)
    assert claim.certainty == "released"


def test_a_garbled_address_is_left_out_and_the_claim_stays() -> None:
    citation = '<ref>{{cite web|work=The Times|url=https://x.com/55871887.cms"Ajay|date=2017-01-01}}</ref>'
    (claim,) = read_infobox(page(f"{{{{Film date|2027|3|12|India|ref1={citation}}}}}"), today=TODAY)
    assert (claim.source.publisher, claim.source.url) == ("The Times", None)


def test_an_article_without_an_infobox_of_a_film_says_nothing() -> None:
    text = "{{Infobox album\n| released = {{Start date|2027|1|1}}\n}}"
    assert read_infobox(WikipediaArticle("Klara", 1, TODAY, None, text), today=TODAY) == ()


@pytest.mark.parametrize(
    "hostile",
    [
        "{{a|" * 50_000,
        "{|" * 50_000,
        "<!--" * 50_000,
        "<ref>" * 50_000,
        "<ref name=a />" * 15_000,
        "[[" * 100_000,
        "{{a" + "|b=c" * 50_000 + "}}",
        "{{a" + "=" * 50_000 + "|" * 50_000 + "}}",
        "{{Infobox film|released=" + "{{Film date|2027|1|1|" * 5000,
        "{{Infobox film|released={{Film date" + "|2027|1|1|Japan" * 15_000 + "}}}}",
        "{{Infobox film|released=" + "<br>2027" * 8000 + "}}",
        "{{" * 15 + "a" + "}}" * 15,
    ],
    ids=lambda text: text[:20],
)
def test_hostile_text_costs_little(hostile: str) -> None:
    started = time.process_time()
    read_infobox(WikipediaArticle("x", 1, TODAY, None, hostile), today=TODAY)
    plain(hostile[:65536])
    assert time.process_time() - started < 2


@given(st.text(alphabet="{}[]|=<>!-ref/ a2027\n", max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    read_infobox(page(text), today=TODAY)

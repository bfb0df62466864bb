"""Wikitext: templates, their arguments, references, and what a reader sees of it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from watchlist.services.live.wikitext import (
    MOST_TEXT,
    Footnote,
    Template,
    lines,
    plain,
    references,
    templates,
    without,
    without_comments,
)


def test_a_template_has_arguments_with_and_without_names() -> None:
    assert templates("a {{Film_date|df=y|2027| 3 |[[Japan|JP]]|x=a=b}} b") == [
        Template("film date", ("2027", "3", "[[Japan|JP]]"), {"df": "y", "x": "a=b"}, 2, 48)
    ]


def test_a_template_in_another_has_its_own_arguments() -> None:
    outer, inner = templates("{{Box|name = Klara\n|date={{Date|2027|m=3}}|last}}")
    assert (outer.name, outer.places, outer.named) == ("box", ("last",), {"name": "Klara", "date": "{{Date|2027|m=3}}"})
    assert (inner.name, inner.places, inner.named) == ("date", ("2027",), {"m": "3"})


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("<!-- {{no}} -->{{a}}<nowiki>{{no}}</nowiki><ref>{{no}}</ref>", ["a"]),
        ("{{a|<!-- | = -->}}", ["a"]),
        ("{{a|", []),
        ("}}{{a}}", ["a"]),
        ("<!-- not closed {{a}}", ["a"]),
        ("{{a|" * 20 + "}}" * 20, ["a"] * 20),
        ("{{a|" * 21 + "}}" * 21, []),
    ],
)
def test_what_counts_as_a_template(text: str, names: list[str]) -> None:
    assert [one.name for one in templates(text)] == names


def test_references_have_their_content_or_the_name_of_another() -> None:
    text = '2027<ref name="a b">{{cite|x}}</ref> and <ref name=c /> or <ref>d'
    found = references(text)
    assert found == [Footnote("{{cite|x}}", "a b", 4, 36), Footnote("", "c", 41, 55)]
    assert without(text, found) == "2027 and  or <ref>d"


def test_a_field_is_cut_at_its_breaks() -> None:
    assert lines("a<br>b<BR />c\n\nd{{break}} ") == ["a", "b", "c", "d"]


def test_comments_are_taken_out_and_a_text_is_cut() -> None:
    assert without_comments("a<!-- b\n -->c<!-- d") == "ac"
    assert len(without_comments("a" * (MOST_TEXT + 1))) == MOST_TEXT


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("'''Klara''' and ''the Sun''", "Klara and the Sun"),
        ("[[Klara and the Sun (film)|Klara]] by [[Waititi]]", "Klara by Waititi"),
        ("[https://x.org The page] here", "The page here"),
        ("June{{nbsp}}5&nbsp;2027{{fact}}<ref>x</ref><small>!</small>", "June 5 2027!"),
        ("{{a|{{b}}}}", ""),
        ("<nowiki>x</nowiki>", ""),
    ],
)
def test_what_a_reader_sees(text: str, seen: str) -> None:
    assert plain(text) == seen


@settings(max_examples=50)
@given(st.text(alphabet="{}[]|=<>!-ref/ a2027\n", max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    assert all(text[one.start : one.stop].startswith("{{") for one in templates(text))
    assert all(text[one.start : one.stop].startswith("<ref") for one in references(text))
    assert len(plain(text)) <= len(text)

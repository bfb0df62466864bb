"""The source of an article: publisher, title, author, day and address, by a fixed order of where each may be stated.

JSON-LD comes first, then the page's metadata, then the visible text. The day of an update is never
taken for the day of publication.
"""

import html
import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from email.utils import parsedate_to_datetime
from itertools import islice
from typing import NamedTuple

from watchlist.domain.errors import BadValue
from watchlist.services.article.boilerplate import is_not_headline
from watchlist.services.article.json_ld import Stated, stated
from watchlist.services.article.page import Block, Kind, Page
from watchlist.services.phrase import parse_day


class ArticleSource(NamedTuple):
    """What an article states about itself; None is what it does not state."""

    publisher: str | None = None
    title: str | None = None
    author: str | None = None
    published: date | None = None
    url: str | None = None


_PUBLISHED = (
    *("article:published_time", "og:article:published_time", "article:published", "datepublished", "parsely-pub-date"),
    *(
        "pubdate",
        "publishdate",
        "publish-date",
        "publish_date",
        "publication_date",
        "publicationdate",
        "published_time",
    ),
    *("citation_publication_date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "dcterms.date"),
    *("dc.date.created", "sailthru.date", "cxenseparse:recs:publishtime", "article.published", "date", "published"),
    *("front:date", "front:published", "front:pubdate", "mail:date"),
)
_TITLE = (
    *("og:title", "twitter:title", "headline", "parsely-title", "dc.title", "dcterms.title", "citation_title"),
    *("sailthru.title", "front:title", "mail:subject"),
)
_AUTHOR = (
    *("author", "article:author", "article:author_name", "parsely-author", "sailthru.author", "dc.creator"),
    *("dcterms.creator", "byl", "citation_author", "og:article:author", "twitter:creator:name", "front:author"),
    *("front:authors", "front:by"),
)
_PUBLISHER = (
    *("og:site_name", "dc.publisher", "dcterms.publisher", "citation_journal_title", "application-name"),
    *("front:publication", "front:publisher", "front:site", "front:source", "front:outlet"),
)
_URL = ("link:canonical", "og:url", "twitter:url", "parsely-link", "front:url", "front:link", "front:permalink")

_NOBODY = frozenset(
    ("admin", "administrator", "staff", "editor", "editors", "root", "webmaster", "user", "guest", "author")
)
_WORD = r"(?:[^\W\d_a-z]\.(?:[ ]?[^\W\d_a-z]\.)?|[^\W\d_a-z][\w'’-]*)"
_NAME = rf"{_WORD}(?:[ ](?:(?:de|da|del|van|von|der|di|la|le|bin|al)[ ])*{_WORD}){{0,4}}"
_NAMES = rf"{_NAME}(?:(?:, and |, | and | & ){_NAME}){{0,3}}"
_CREDITS = "story|text|words|filed|written|reported|compiled|posted|published|report|review|interview|interviewed"
_BYLINE = re.compile(
    rf"(?:^\W*|[.|·•—–:]\s*)(?i:(?:(?:{_CREDITS}) )?by|interview:|words:|text:|author:)[:\s]+({_NAMES})"
    rf"|\b(?i:(?:{_CREDITS}) by)[:\s]+({_NAMES})"
)
_MONTH = r"(?i:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*)\.?"
_DAY = re.compile(
    rf"\b(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH},?\s+\d{{4}}|\d{{4}}-\d\d-\d\d|\d{{1,2}}\.\d{{1,2}}\.20\d\d|20\d\d/\d\d/\d\d)\b"
)
_ISSUED = re.compile(r"(?i)\b(?:published|posted|broadcast|issued|filed)(?:\s+on)?\W*$")
_CHANGED = re.compile(r"(?i)\b(?:updat|modif|edit|revis|correct)\w*\W+(?:on\W+|at\W+|:\W*)?$")
_DATELINE = re.compile(rf"^[A-ZÀ-Þ][\w .,/()–—-]{{2,60}}?[,(–—-]?\s*\(?(?P<day>{_DAY.pattern})\)?\s*(?:[/(]|[-–—:])")
_BYLINE_NAMES = frozenset(
    (
        "byline",
        "author",
        "by",
        "meta",
        "dateline",
        "standfirst",
        "date",
        "posted",
        "published",
        "vcard",
        "time",
    )
)
_STAMPED = re.compile(
    rf"(?i)\W*(?:date|published|posted|broadcast|aired|recorded|transmitted|filed|first published|for immediate release|press release|embargo\w*(?: until)?)\W+(?:on\W+)?(?:{_DAY.pattern})"
)
_TOP = 12
_LONGEST_BYLINE = 200


def read_source(page: Page, *, address: str | None = None) -> ArticleSource:
    """Return what a page states about itself; `address` is where it was fetched from."""
    data = stated(page.linked_data)
    return ArticleSource(
        publisher=_first(_publishers(page, data)),
        title=_first(_titles(page, data)),
        author=_first(_authors(page, data)),
        published=_published(page, data),
        url=_first(_addresses(page, data, address)),
    )


def _first(values: Iterable[str]) -> str | None:
    return next((" ".join(html.unescape(value).split()) for value in values if value.strip()), None)


def _facts(page: Page, names: Iterable[str]) -> Iterable[str]:
    return (value for name in names for value in page.facts.get(name, ()))


def _titles(page: Page, data: Stated) -> Iterable[str]:
    yield data.headline
    heads = [one for one in page.everything if one.kind is Kind.HEADING and one.level == 1]
    heads = [one for one in heads if not is_not_headline(one.text)]
    yield from (head for head in _facts(page, _TITLE))
    yield from (block.text for block in page.everything if block.kind is Kind.HEADING and "title" in block.names)
    heads = [head for head in heads if head.link_share < 1]
    yield from (block.text for block in (heads or _first_heading(page)))
    for title in page.facts.get("title", ()):
        yield re.split(r"\s[|–—-]\s(?!.*\s[|–—-]\s)", title)[0]


def _first_heading(page: Page) -> list[Block]:
    """Return the first heading, or a short first line that serves as one, if no longer text is above it."""
    for block in page.blocks[:_TOP]:
        if block.kind is Kind.HEADING and not is_not_headline(block.text):
            return [block]
        if (
            block is page.blocks[0]
            and not is_not_headline(block.text)
            and len(block.text) < _LONGEST_BYLINE / 2
            and block.text[-1] not in ".:;,"
        ):
            return [block]
        if len(block.text) > _LONGEST_BYLINE / 2:
            break
    return []


def _authors(page: Page, data: Stated) -> Iterable[str]:
    yield ", ".join(name for name in data.authors if _is_name(name))
    for name in _AUTHOR:
        yield ", ".join(value for value in dict.fromkeys(page.facts.get(name, ())) if _is_name(value))
    for name in ("class:fn", "class:author", "class:byline"):
        for value in page.facts.get(name, ())[:1]:
            match = re.fullmatch(rf"(?i:by\s+)?({_NAMES})", value)
            yield match[1] if match and _is_name(match[1]) else ""
    for block in (*_top(page), *_posted(page)):
        match = _BYLINE.search(block.text[:_LONGEST_BYLINE])
        if match:
            yield re.sub(rf"(?:,| and) {_MONTH}.*$", "", match[1] or match[2])


def _is_name(value: str) -> bool:
    return value.casefold() not in _NOBODY and "://" not in value and not value.startswith(("@", "/"))


def _top(page: Page) -> list[Block]:
    """Return the blocks that may be a byline: those at the top, and those whose class or id says so."""
    named = (block for block in page.everything if block.names & _BYLINE_NAMES and len(block.text) < _LONGEST_BYLINE)
    body = (block for block in page.everything if not block.names & {"comment", "comments", "footer"})
    short = (block for block in islice(body, _TOP) if block.kind in (Kind.PARAGRAPH, Kind.HEADING))
    return list(dict.fromkeys((*islice(named, _TOP), *short)))


def _posted(page: Page) -> list[Block]:
    """Return the line under a post that says who posted it, and when."""
    return [block for block in page.everything if re.match(r"(?i)\W*posted (?:by|on)\b", block.text)][:1]


def _publishers(page: Page, data: Stated) -> Iterable[str]:
    yield data.publisher
    yield from _facts(page, _PUBLISHER)
    for sender in page.facts.get("mail:from", ()):
        yield re.sub(r"\s*<.*", "", sender).strip('"')
    for title in page.facts.get("title", ()):
        parts = re.split(r"\s[|–—-]\s", title)
        yield parts[-1] if len(parts) > 1 and len(parts[-1]) < 40 else ""


def _addresses(page: Page, data: Stated, address: str | None) -> Iterable[str]:
    return (
        value
        for value in (*_facts(page, _URL[:2]), data.url, *_facts(page, _URL[2:]), address or "")
        if value.startswith("http")
    )


def _published(page: Page, data: Stated) -> date | None:
    """Return the day of publication as it is written, in the time zone that it is written in.

    A time in UTC may fall on a different day than at the author's; if the page also shows a day that
    differs by one, that day is used.
    """
    stamps = (data.published, *_facts(page, _PUBLISHED))
    stamp = next(((found, value) for value in stamps if (found := _day_of(value))), None)
    shown = _shown_day(page)
    if stamp is None:
        shown = shown or _of_an_issue(page)
        shown = shown or next(
            (
                found
                for name in ("class:published", "class:date")
                for value in page.facts.get(name, ())
                if (found := _day_of(value))
            ),
            None,
        )
        shown = shown or next((found for value in page.facts.get("time", ()) if (found := _day_of(value))), None)
        return shown or next((found for value in _facts(page, _URL) if (found := _in_address(value))), None)
    in_utc = re.search(r"T.*(Z|[+-]00:?00)$", stamp[1].strip()) is not None
    return shown if shown and in_utc and abs((shown - stamp[0]).days) == 1 else stamp[0]


_ISSUE = re.compile(
    r"(?i)\b(?:digest|weekly|daily|newsletter|diary|bulletin|issue|edition|round-?up|briefing|notes|letter|gazette|update)\b"
)


def _of_an_issue(page: Page) -> date | None:
    """Return the day in the heading of a newsletter: "Weekly digest, 12 June 2026"."""
    heads = (block.text for block in page.blocks[:_TOP] if block.kind is Kind.HEADING)
    found = (match for head in heads if _ISSUE.search(head) for match in _DAY.finditer(head))
    return next((_parsed(match[0]) for match in found), None)


def _in_address(address: str) -> date | None:
    """Return the day in the path of an address: ".../2026/05/05/title"."""
    match = re.search(r"/(20\d\d)/(\d{1,2})/(\d{1,2})(?:/|$)", address)
    return _parsed(f"{match[1]}-{match[2]:0>2}-{match[3]:0>2}") if match else None


def _day_of(value: str) -> date | None:
    text = value.strip()
    with suppress(ValueError):
        day = date.fromisoformat(text[:10])
        return day if day.year > 1990 else None
    compact = re.match(r"(20\d\d)[/]?(\d\d)[/]?(\d\d)(?:\D|$|\d{6}$)", text)
    if compact:
        return _parsed("-".join(compact.groups()))
    with suppress(ValueError, TypeError):
        return parsedate_to_datetime(text).date()
    eastern = re.search(r"((?:19|20)\d\d)年\s?(\d{1,2})月\s?(\d{1,2})日", text)
    if eastern:
        return _parsed("-".join(part.zfill(2) for part in eastern.groups()))
    match = _DAY.search(text)
    return _parsed(match[0]) if match else None


def _shown_day(page: Page) -> date | None:
    """Return the day in a byline or a dateline, unless it is that of an update."""
    for block in (*_top(page), *_posted(page)):
        line = re.sub(r"((?:19|20)\d\d)年\s?(\d{1,2})月\s?(\d{1,2})日", _numbered, block.text[: _LONGEST_BYLINE * 2])
        for match in _DAY.finditer(line):
            bare = (
                len(line) < _LONGEST_BYLINE and (_is_byline(block, line) or line.startswith(match[0]))
            ) or _STAMPED.match(line)
            if _CHANGED.search(line[: match.start()]) is None and (
                _ISSUED.search(line[: match.start()]) or bare or _DATELINE.match(line)
            ):
                return _parsed(match[0])
    return None


def _numbered(match: re.Match[str]) -> str:
    """Rewrite a Japanese or Chinese date with hyphens."""
    return f"{match[1]}-{match[2]:0>2}-{match[3]:0>2}"


def _is_byline(block: Block, line: str) -> bool:
    named = block.names & _BYLINE_NAMES
    return (
        bool(named)
        or _BYLINE.search(line) is not None
        or re.match(r"(?i)\W*(published|posted|date)\b", line) is not None
    )


def _parsed(text: str) -> date | None:
    dotted = re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(20\d\d)", text)
    if dotted:
        text = f"{dotted[3]}-{dotted[2]:0>2}-{dotted[1]:0>2}"
    with suppress(BadValue):
        return parse_day(text.replace("/", "-"), today=date.min)
    return None
